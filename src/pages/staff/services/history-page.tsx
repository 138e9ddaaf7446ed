import { say } from '../../../base/texts.ts';
import type { KnownService } from '../../../catalogue/catalogue.ts';
import type { PublicationRow } from '../../../catalogue/publication-queries.ts';
import { Alert } from '../../ui/alert.tsx';
import { Bdi } from '../../ui/bdi.tsx';
import { Actions, Button, ButtonLink } from '../../ui/button.tsx';
import { Details } from '../../ui/details.tsx';
import { LongDateTime } from '../../ui/date-time.tsx';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { Page, Title } from '../../ui/page.tsx';
import type { PageContext } from '../../ui/page-context.ts';
import { Table } from '../../ui/table.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Tag } from '../../ui/tag.tsx';
import { servicesPath, uploadPath } from './list-page.tsx';
import { actTexts, servicesTexts as texts } from './services-texts.ts';
import { StateDiagram } from './state-diagram.tsx';
import { SureBox } from './sure-box.tsx';
import type { Act } from './who.ts';

interface Props {
  readonly context: PageContext;
  readonly csrfToken: string;
  readonly timeZone: string;
  readonly known: KnownService;
  /** The latest first. */
  readonly steps: readonly PublicationRow[];
  readonly sayWho: (act: Act) => string;
  readonly problems: readonly FieldProblem[];
  readonly done: string | undefined;
}

/** What became of a service: its versions, who put them on offer when, and the way back to each. */
export const ServiceHistoryPage = (props: Props) => {
  const { context, csrfToken, timeZone, known, steps, sayWho, problems, done } = props;
  const { locale } = context;
  const { service, isWithdrawn } = known;
  const current = steps.find(({ act }) => act === 'published');
  const offered = new Set<string>();
  // Each version leads back from its latest line only.
  const latest = steps.filter(({ act, digest }) => act === 'published' && !offered.has(digest) && offered.add(digest));
  const leadsBack = (step: PublicationRow) =>
    latest.includes(step) && (isWithdrawn || step.digest !== service.digest) && step.version !== null;
  return (
    <Page
      context={context}
      title={service.texts.title[locale]}
      layout="wide"
      problems={problems}
      crumbs={[
        { href: servicesPath, label: say(locale, texts.title) },
        { href: `${servicesPath}/${service.id}`, label: service.texts.title[locale] },
      ]}
    >
      {done !== undefined && (
        <Alert tone="success" urgent>
          <p>{done}</p>
        </Alert>
      )}
      <Title>{service.texts.title[locale]}</Title>
      <p>
        <Tag tone={isWithdrawn ? 'neutral' : 'success'}>
          {say(locale, isWithdrawn ? texts.withdrawn : texts.offered)}
        </Tag>
      </p>
      <Actions>
        <ButtonLink href={`${uploadPath}?service=${service.id}`} icon="edit">
          {say(locale, texts.newVersion)}
        </ButtonLink>
      </Actions>
      <StateDiagram service={service} locale={locale} />
      <Table
        caption={say(locale, texts.history)}
        rows={steps}
        rowTone={(step) => (step === current && !isWithdrawn ? 'info' : undefined)}
        columns={[
          {
            label: say(locale, texts.when),
            isHeader: true,
            cell: ({ at }) => <LongDateTime locale={locale} at={at} timeZone={timeZone} />,
          },
          {
            label: say(locale, texts.what),
            cell: (step) => (
              <span>
                {actTexts[step.act][locale]}{' '}
                {step === current && !isWithdrawn && <Tag tone="success">{say(locale, texts.inForce)}</Tag>}
              </span>
            ),
          },
          { label: say(locale, texts.version), cell: ({ digest }) => <Bdi>{digest.slice(0, 8)}</Bdi> },
          { label: say(locale, texts.who), cell: (step) => sayWho(step) },
          { label: say(locale, texts.note), cell: ({ note }) => note ?? '' },
          {
            label: say(locale, texts.goBack),
            isLabelHidden: true,
            cell: (step) =>
              leadsBack(step) && (
                <form method="post" action={`${servicesPath}/${service.id}/return`}>
                  <input type="hidden" name="_csrf" value={csrfToken} />
                  <Button look="secondary" name="version" value={String(step.version)}>
                    {say(locale, texts.goBack)} <span class="ds-sr-only">{step.digest.slice(0, 8)}</span>
                  </Button>
                </form>
              ),
          },
        ]}
      />
      {!isWithdrawn && (
        <Details summary={say(locale, texts.withdraw)} open={problems.length > 0}>
          <p>{say(locale, texts.withdrawDetail)}</p>
          <form method="post" action={`${servicesPath}/${service.id}/withdraw`}>
            <input type="hidden" name="_csrf" value={csrfToken} />
            <TextField
              locale={locale}
              name="note"
              label={say(locale, texts.note)}
              hint={say(locale, texts.noteHint)}
              optional
              maxLength={300}
            />
            <SureBox locale={locale} label={say(locale, texts.withdrawSure)} problems={problems} />
            <Actions>
              <Button danger>{say(locale, texts.withdraw)}</Button>
            </Actions>
          </form>
        </Details>
      )}
    </Page>
  );
};
