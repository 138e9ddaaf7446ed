import type { BulkRow } from '../../../access/bulk/bulk-queries.ts';
import { say } from '../../../base/texts.ts';
import { findActionOf, sayBulkFault } from '../../bulk-desk.ts';
import { bulkTexts as texts } from '../../bulk-texts.ts';
import { Alert } from '../../ui/alert.tsx';
import { Actions, Button, ButtonLink } from '../../ui/button.tsx';
import { Details } from '../../ui/details.tsx';
import { Page, Title } from '../../ui/page.tsx';
import type { PageContext } from '../../ui/page-context.ts';
import type { Desk } from '../desk.ts';
import { BulkStatusTag, Counts, notDone } from './bulk-list-page.tsx';
import { bulkPath, bulksPath } from './bulk-paths.ts';
import { type ReasonRow, Reasons, References } from './bulk-reasons-table.tsx';

export const againInput = 'of';

interface StandingProps {
  readonly context: PageContext;
  readonly csrfToken: string;
  readonly desk: Desk;
  readonly row: BulkRow;
  readonly reasons: readonly ReasonRow[];
  /** The first of those on which it was done. */
  readonly done: readonly string[];
}

export const shareOf = ({ possible, done, refused, status }: BulkRow): number =>
  status === 'done' || possible === 0 ? 1 : (done + refused) / possible;

/** How far it has come, and what became of the records. */
export const BulkStandingPage = ({ context, csrfToken, desk, row, reasons, done }: StandingProps) => {
  const { locale } = context;
  const known = findActionOf(desk.parts, row);
  const label = known?.action.label[locale] ?? row.action ?? '';
  const isRunning = row.status === 'running';
  const fault = sayBulkFault(row);
  const untried = row.possible - row.done - row.refused;
  return (
    <Page
      context={context}
      title={`${label} – ${say(locale, texts.title)}`}
      layout="wide"
      crumbs={[{ href: bulksPath, label: say(locale, texts.title) }]}
      islands={isRunning ? ['import-progress'] : []}
    >
      <Title above={known?.service.texts.title[locale]}>{label}</Title>
      <p>
        <BulkStatusTag row={row} locale={locale} />
      </p>
      {fault && (
        <Alert tone="danger">
          <p>{say(locale, fault)}</p>
        </Alert>
      )}
      {isRunning && (
        <>
          <p>
            <label for="share">{say(locale, texts.progress)}</label>{' '}
            <progress id="share" max="1" value={shareOf(row)} data-source={`${bulkPath(row.id)}/progress`}>
              {Math.round(shareOf(row) * 100)} %
            </progress>
          </p>
          <p class="quiet">{say(locale, texts.canLeave)}</p>
        </>
      )}
      <Counts
        counts={[
          [say(locale, texts.ofChosen), row.chosen],
          [say(locale, texts.wasDone), row.done, 'done'],
          [say(locale, texts.wasNot), notDone(row), 'notDone'],
          ...(untried > 0 ? [[say(locale, texts.untried), untried, 'untried'] as const] : []),
        ]}
      />
      {isRunning && (
        <form method="post" action={`${bulkPath(row.id)}/stop`}>
          <input type="hidden" name="_csrf" value={csrfToken} />
          <Actions>
            <ButtonLink href={bulkPath(row.id)} look="secondary">
              {say(locale, texts.update)}
            </ButtonLink>
            <Button look="tertiary">{say(locale, texts.stop)}</Button>
          </Actions>
        </form>
      )}
      <Reasons {...{ reasons, locale }} title={say(locale, texts.whyNot)} />
      {done.length > 0 && (
        <Details summary={say(locale, texts.theDone)}>
          <References references={done} count={row.done} locale={locale} />
        </Details>
      )}
      {!isRunning && <After {...{ row, csrfToken, locale }} />}
    </Page>
  );
};

const After = ({ row, csrfToken, locale }: Pick<StandingProps, 'row' | 'csrfToken'> & Pick<PageContext, 'locale'>) => (
  <>
    <h2>{say(locale, texts.download)}</h2>
    <Actions>
      <ButtonLink href={`${bulkPath(row.id)}/result/xlsx`} look="secondary" icon="download" download>
        Excel
      </ButtonLink>
      <ButtonLink href={`${bulkPath(row.id)}/result/csv`} look="secondary" icon="download" download>
        CSV
      </ButtonLink>
    </Actions>
    <form method="post" action={`${bulkPath(row.id)}/again`}>
      <input type="hidden" name="_csrf" value={csrfToken} />
      <Actions>
        <ButtonLink href="/staff">{say(locale, texts.toWorklist)}</ButtonLink>
        {row.done > 0 && (
          <Button look="tertiary" name={againInput} value="done">
            {say(locale, texts.againDone)}
          </Button>
        )}
        {row.refused > 0 && (
          <Button look="tertiary" name={againInput} value="refused">
            {say(locale, texts.againRefused)}
          </Button>
        )}
      </Actions>
    </form>
  </>
);
