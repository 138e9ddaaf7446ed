import type { AbsenceRow } from '../../../access/absence-queries.ts';
import { type Locale, say } from '../../../base/texts.ts';
import { Alert } from '../../ui/alert.tsx';
import { Actions, Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/choice-field.tsx';
import { LongDate } from '../../ui/date-time.tsx';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import type { PageContext } from '../../ui/page-context.ts';
import { Page, Title } from '../../ui/page.tsx';
import { Table } from '../../ui/table.tsx';
import { absenceTexts as texts } from './absence-texts.ts';
import { nameOf } from './people-page.tsx';
import type { TypedDay } from './typed-days.ts';
import { PeriodFields } from './period-fields.tsx';

interface AbsencePageProps {
  readonly context: PageContext;
  readonly csrfToken: string;
  readonly timeZone: string;
  readonly title: string;
  /** Where it is said, and above the addresses where one is ended. */
  readonly path: string;
  readonly backHref: string;
  readonly isOwn: boolean;
  readonly absences: readonly AbsenceRow[];
  readonly colleagues: readonly { readonly id: string; readonly name: string; readonly nameLatin: string }[];
  readonly typed: { readonly deputy: string; readonly from: TypedDay; readonly until: TypedDay };
  readonly problems: readonly FieldProblem[];
  readonly done: string | undefined;
}

/** Who gets the open records meanwhile; undefined: the institution shares them. */
export const deputyOf = ({ deputyName, deputyNameLatin }: AbsenceRow, locale: Locale): string | undefined =>
  deputyName === null ? undefined : nameOf({ name: deputyName, nameLatin: deputyNameLatin ?? deputyName }, locale);

/** Where somebody says when he or she is away, or an administrator does for one of the own people. */
export const AbsencePage = (props: AbsencePageProps) => {
  const { context, title, backHref, problems, done, isOwn } = props;
  const { locale } = context;
  return (
    <Page context={context} title={title} problems={problems} backHref={backHref}>
      {done !== undefined && (
        <Alert tone="success" urgent>
          <p>{done}</p>
        </Alert>
      )}
      <Title>{title}</Title>
      <p class="lead">{say(locale, texts.lead)}</p>
      <p>{say(locale, texts.after)}</p>
      {isOwn && <p class="quiet">{say(locale, texts.rights)}</p>}
      <AbsenceTable {...props} />
      <AbsenceForm {...props} />
    </Page>
  );
};

const AbsenceTable = ({ context: { locale }, csrfToken, timeZone, absences, path }: AbsencePageProps) =>
  absences.length === 0 ? (
    <p class="quiet">{say(locale, texts.none)}</p>
  ) : (
    <Table
      caption={say(locale, texts.absences)}
      rows={absences}
      columns={[
        {
          label: say(locale, texts.from),
          isHeader: true,
          cell: ({ validFrom: at }) => <LongDate locale={locale} at={at} timeZone={timeZone} />,
        },
        {
          label: say(locale, texts.lastDay),
          // It ends as the next day begins.
          cell: ({ validUntil }) => <LongDate locale={locale} at={new Date(+validUntil - 1)} timeZone={timeZone} />,
        },
        {
          label: say(locale, texts.deputy),
          cell: (row) => <bdi>{deputyOf(row, locale) ?? say(locale, texts.shared)}</bdi>,
        },
        {
          label: say(locale, texts.end),
          isLabelHidden: true,
          cell: ({ id }) => (
            <form method="post" action={`${path}/${id}/end`}>
              <input type="hidden" name="_csrf" value={csrfToken} />
              <Button look="tertiary" danger>
                {say(locale, texts.end)}
              </Button>
            </form>
          ),
        },
      ]}
    />
  );

const AbsenceForm = ({ context: { locale }, csrfToken, path, colleagues, typed, problems }: AbsencePageProps) => {
  const errorIn = (name: string) => problems.find((problem) => problem.name === name)?.message;
  return (
    <form method="post" action={path} noValidate>
      <input type="hidden" name="_csrf" value={csrfToken} />
      <PeriodFields locale={locale} texts={texts} typed={typed} problems={problems} />
      <SelectField
        locale={locale}
        name="deputy"
        label={say(locale, texts.deputy)}
        hint={say(locale, texts.deputyHint)}
        options={[
          { value: '', label: say(locale, texts.shared) },
          ...colleagues.map((one) => ({ value: one.id, label: nameOf(one, locale) })),
        ]}
        value={typed.deputy}
        error={errorIn('deputy')}
      />
      <Actions>
        <Button>{say(locale, texts.say)}</Button>
      </Actions>
    </form>
  );
};
