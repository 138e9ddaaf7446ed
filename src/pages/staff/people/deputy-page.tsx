import type { DeputyRow } from '../../../access/people-queries.ts';
import { type Locale, say } from '../../../base/texts.ts';
import { Alert } from '../../ui/alert.tsx';
import { Actions, Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/choice-field.tsx';
import { LongDateTime } from '../../ui/date-time.tsx';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import type { PageContext } from '../../ui/page-context.ts';
import { Page, Title } from '../../ui/page.tsx';
import { Table } from '../../ui/table.tsx';
import { accountPath } from '../account/account-paths.ts';
import { nameOf } from './people-page.tsx';
import { deputyPath } from './people-paths.ts';
import { peopleTexts as texts } from './people-texts.ts';
import type { TypedDay } from './typed-days.ts';
import { PeriodFields } from './period-fields.tsx';

interface DeputyTableProps {
  readonly locale: Locale;
  readonly timeZone: string;
  readonly csrfToken: string;
  readonly deputies: readonly DeputyRow[];
  /** Where one is ended; left out: the reader cannot. */
  readonly endPath?: (id: string) => string;
}

/** Who stands in for somebody, or for whom somebody stands in, and for how long. */
export const DeputyTable = ({ locale, timeZone, csrfToken, deputies, endPath }: DeputyTableProps) => (
  <Table
    caption={say(locale, texts.deputies)}
    isCaptionHidden
    rows={deputies}
    columns={[
      { label: say(locale, texts.person), isHeader: true, cell: (row) => nameOf(row, locale) },
      {
        label: say(locale, texts.from),
        cell: ({ validFrom: at }) => <LongDateTime locale={locale} at={at} timeZone={timeZone} />,
      },
      {
        label: say(locale, texts.ends),
        cell: ({ validUntil: at }) => <LongDateTime locale={locale} at={at} timeZone={timeZone} />,
      },
      ...(endPath
        ? [
            {
              label: say(locale, texts.endDeputy),
              isLabelHidden: true,
              cell: (row: DeputyRow) => (
                <form method="post" action={endPath(row.id)}>
                  <input type="hidden" name="_csrf" value={csrfToken} />
                  <Button look="tertiary" danger>
                    {say(locale, texts.endDeputy)}
                    <span class="ds-sr-only"> {nameOf(row, locale)}</span>
                  </Button>
                </form>
              ),
            },
          ]
        : []),
    ]}
  />
);

interface DeputyPageProps {
  readonly context: PageContext;
  readonly csrfToken: string;
  readonly timeZone: string;
  /** Whether there is anything to pass on. */
  readonly hasRights: boolean;
  readonly colleagues: readonly { readonly id: string; readonly name: string; readonly nameLatin: string }[];
  readonly deputies: readonly DeputyRow[];
  readonly standsInFor: readonly DeputyRow[];
  readonly typed: { readonly deputy: string; readonly from: TypedDay; readonly until: TypedDay };
  readonly problems: readonly FieldProblem[];
  readonly done: string | undefined;
}

/** Where somebody says who stands in for him or her, and sees for whom he or she does. */
export const DeputyPage = (props: DeputyPageProps) => {
  const { context, csrfToken, timeZone, hasRights, deputies, standsInFor, problems, done } = props;
  const { locale } = context;
  const title = say(locale, texts.deputyTitle);
  return (
    <Page context={context} title={title} problems={problems} backHref={accountPath}>
      {done !== undefined && (
        <Alert tone="success" urgent>
          <p>{done}</p>
        </Alert>
      )}
      <Title>{title}</Title>
      <p class="lead">{say(locale, texts.deputyLead)}</p>
      {deputies.length > 0 ? (
        <DeputyTable
          locale={locale}
          timeZone={timeZone}
          csrfToken={csrfToken}
          deputies={deputies}
          endPath={(id) => `${deputyPath}/${id}/end`}
        />
      ) : (
        <p class="quiet">{say(locale, texts.noDeputy)}</p>
      )}
      {hasRights ? <DeputyForm {...props} /> : <p class="quiet">{say(locale, texts.noPassing)}</p>}
      <h2>{say(locale, texts.standsInFor)}</h2>
      {standsInFor.length > 0 ? (
        <DeputyTable locale={locale} timeZone={timeZone} csrfToken={csrfToken} deputies={standsInFor} />
      ) : (
        <p class="quiet">{say(locale, texts.none)}</p>
      )}
    </Page>
  );
};

const DeputyForm = ({ context: { locale }, csrfToken, colleagues, typed, problems }: DeputyPageProps) => {
  const errorIn = (name: string) => problems.find((problem) => problem.name === name)?.message;
  return (
    <form method="post" action={deputyPath} noValidate>
      <input type="hidden" name="_csrf" value={csrfToken} />
      <SelectField
        locale={locale}
        name="deputy"
        label={say(locale, texts.deputy)}
        hint={say(locale, texts.deputyHint)}
        options={colleagues.map((one) => ({ value: one.id, label: nameOf(one, locale) }))}
        value={typed.deputy}
        error={errorIn('deputy')}
      />
      <PeriodFields locale={locale} texts={texts} typed={typed} problems={problems} />
      <Actions>
        <Button>{say(locale, texts.nameDeputy)}</Button>
      </Actions>
    </form>
  );
};
