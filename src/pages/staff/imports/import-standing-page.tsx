import { type Locale, say } from '../../../base/texts.ts';
import type { Service } from '../../../definition/service.ts';
import { referenceOf } from '../../../events/reference.ts';
import type { ImportRow } from '../../../intake/import/import-queries.ts';
import type { WrongRow } from '../../../intake/import/imports.ts';
import { sayImportFault } from '../../import-desk.ts';
import { sayErrors } from '../../import-files.ts';
import { importTexts as texts } from '../../import-texts.ts';
import { Alert } from '../../ui/alert.tsx';
import { Bdi } from '../../ui/bdi.tsx';
import { Actions, Button, ButtonLink } from '../../ui/button.tsx';
import { Details } from '../../ui/details.tsx';
import { Page, Title } from '../../ui/page.tsx';
import type { PageContext } from '../../ui/page-context.ts';
import { Table } from '../../ui/table.tsx';
import { StatusTag } from './import-pages.tsx';
import { importPath, importsPath, importToPath } from './import-paths.ts';

interface StandingProps {
  readonly context: PageContext;
  readonly csrfToken: string;
  readonly service: Service;
  readonly row: ImportRow;
  readonly repeated: readonly { readonly number: number; readonly record_id: number }[];
  readonly wrong: readonly WrongRow[];
}

/** How far an import has come, and what became of its rows. */
export const ImportStandingPage = ({ context, csrfToken, service, row, repeated, wrong }: StandingProps) => {
  const { locale } = context;
  const title = say(locale, texts.title);
  const fault = sayImportFault(row);
  const isRunning = row.status === 'running';
  return (
    <Page
      context={context}
      title={`${row.file_name} – ${title}`}
      layout="wide"
      crumbs={[{ href: importsPath, label: title }]}
      islands={isRunning ? ['import-progress'] : []}
    >
      <Title above={service.texts.title[locale]}>
        <bdi>{row.file_name || title}</bdi>
      </Title>
      <p>
        <StatusTag row={row} locale={locale} />
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
            <progress id="share" max="1" value={row.share} data-source={`${importPath(row.id)}/progress`}>
              {Math.round(row.share * 100)} %
            </progress>
          </p>
          <p class="quiet">{say(locale, texts.canLeave)}</p>
        </>
      )}
      <dl class="import-counts" aria-live="polite">
        {(['rowsRead', 'made', 'repeated', 'wrong'] as const).map((name) => (
          <div>
            <dt>{say(locale, texts[name])}</dt>
            <dd data-count={name}>
              <Bdi>{new Intl.NumberFormat('en').format(name === 'rowsRead' ? row.rows_read : row[name])}</Bdi>
            </dd>
          </div>
        ))}
      </dl>
      {isRunning && (
        <form method="post" action={`${importPath(row.id)}/cancel`}>
          <input type="hidden" name="_csrf" value={csrfToken} />
          <Actions>
            <ButtonLink href={importPath(row.id)} look="secondary">
              {say(locale, texts.update)}
            </ButtonLink>
            <Button look="tertiary">{say(locale, texts.stop)}</Button>
          </Actions>
        </form>
      )}
      {wrong.length > 0 && <Wrong {...{ row, wrong, locale }} />}
      {repeated.length > 0 && (
        <Details summary={say(locale, texts.repeatedRows)}>
          <Table
            caption={say(locale, texts.repeatedRows)}
            isCaptionHidden
            rows={repeated}
            columns={[
              { label: say(locale, texts.rowNumber), isNumber: true, cell: ({ number }) => number },
              {
                label: say(locale, texts.record),
                isHeader: true,
                cell: ({ record_id: id }) => {
                  const reference = referenceOf(service.referencePrefix, id);
                  return (
                    <a class="ds-link" href={`/staff/records/${reference}`}>
                      <Bdi>{reference}</Bdi>
                    </a>
                  );
                },
              },
            ]}
          />
        </Details>
      )}
      {!isRunning && (
        <Actions>
          <ButtonLink href={importToPath(service.id)} look="secondary" icon="upload">
            {say(locale, texts.another)}
          </ButtonLink>
          <ButtonLink href={`/staff?service=${service.id}`} look="tertiary">
            {say(locale, texts.toWorklist)}
          </ButtonLink>
        </Actions>
      )}
    </Page>
  );
};

const Wrong = ({ row, wrong, locale }: Pick<StandingProps, 'row' | 'wrong'> & { readonly locale: Locale }) => (
  <>
    <h2>{say(locale, texts.wrongRows)}</h2>
    <p>{say(locale, texts.wrongLead)}</p>
    <Actions>
      <ButtonLink href={`${importPath(row.id)}/wrong-rows/xlsx`} icon="download">
        Excel
      </ButtonLink>
      <ButtonLink href={`${importPath(row.id)}/wrong-rows/csv`} look="secondary" icon="download">
        CSV
      </ButtonLink>
    </Actions>
    <Table
      caption={say(locale, texts.firstWrong)}
      rows={wrong}
      columns={[
        { label: say(locale, texts.rowNumber), isNumber: true, isHeader: true, cell: ({ number }) => number },
        {
          label: say(locale, texts.whatIsWrong),
          cell: ({ errors }) => <span dir="auto">{sayErrors(errors, locale)}</span>,
        },
      ]}
    />
  </>
);
