import { say } from '../../../base/texts.ts';
import { referenceOf } from '../../../events/reference.ts';
import { nameOfRecord } from '../../../form/applicant.ts';
import type { PrintingRow } from '../../../projections/printing-queries.ts';
import { Alert } from '../../ui/alert.tsx';
import { Bdi } from '../../ui/bdi.tsx';
import { LongDateTime } from '../../ui/date-time.tsx';
import { Page, Title } from '../../ui/page.tsx';
import type { PageContext } from '../../ui/page-context.ts';
import { SummaryList } from '../../ui/summary-list.tsx';
import { Table } from '../../ui/table.tsx';
import type { DeskRecord } from '../record-data.ts';
import { StateTag } from '../record-words.tsx';
import { printingPath } from './dossier-paths.ts';
import { printingTexts as texts } from './printing-texts.ts';

/** The letters before the number of a print. */
export const printingPrefix = 'PR';
export const numberOf = ({ id }: Pick<PrintingRow, 'id'>): string => referenceOf(printingPrefix, id);

interface PrintsProps {
  readonly opened: DeskRecord;
  /** The newest first. */
  readonly printings: readonly PrintingRow[];
  /** Of those who made them, by account. */
  readonly names: DeskRecord['names'];
}

const When = ({ opened: { tools }, at }: Pick<PrintsProps, 'opened'> & { readonly at: Date }) => (
  <LongDateTime locale={tools.locale} at={at} timeZone={tools.world.timeZone} />
);

/** Who printed a record and when. */
export const Printings = ({ opened, printings, names }: PrintsProps) => {
  const { locale } = opened.tools;
  return printings.length === 0 ? null : (
    <Table
      caption={say(locale, texts.all)}
      rows={printings}
      columns={[
        {
          label: say(locale, texts.number),
          isHeader: true,
          cell: (row) => (
            <a class="ds-link" href={printingPath(numberOf(row))}>
              <Bdi>{numberOf(row)}</Bdi>
            </a>
          ),
        },
        { label: say(locale, texts.by), cell: ({ account }) => <bdi>{names.get(account)?.[locale]}</bdi> },
        { label: say(locale, texts.at), cell: ({ at }) => <When opened={opened} at={at} /> },
        { label: say(locale, texts.records), isNumber: true, cell: ({ records }) => records },
      ]}
    />
  );
};

interface PrintingPageProps extends PrintsProps {
  readonly context: PageContext;
  readonly printing: PrintingRow;
}

/** A print by the number that stands on it: what it is of, who made it, and whether the paper still holds. */
export const PrintingPage = ({ context, opened, printing, printings, names }: PrintingPageProps) => {
  const { service, record, reference, tools, events } = opened;
  const { locale } = tools;
  const title = say(locale, texts.title, { number: numberOf(printing) });
  const changed = events.findLast(({ at }) => at > printing.at);
  const newer = printings.find(({ at }) => at > printing.at);
  return (
    <Page context={context} title={title} backHref={`/staff/records/${reference}`}>
      <Title>{title}</Title>
      {changed ? (
        <Alert tone="warning" title={say(locale, texts.changed)}>
          <p>
            {say(locale, texts.changedAt)}: <When opened={opened} at={changed.at} />
          </p>
        </Alert>
      ) : (
        !newer && <Alert tone="success" title={say(locale, texts.current)} />
      )}
      {newer && (
        <Alert tone="info" title={say(locale, texts.newer)}>
          <a class="ds-link" href={printingPath(numberOf(newer))}>
            {say(locale, texts.newest, { number: numberOf(newer) })}
          </a>
        </Alert>
      )}
      <p>{say(locale, texts.lead)}</p>
      <SummaryList
        locale={locale}
        rows={[
          {
            label: say(locale, texts.record),
            value: (
              <span class="tags">
                <a class="ds-link" href={`/staff/records/${reference}`}>
                  <Bdi>{reference}</Bdi>
                </a>{' '}
                <StateTag service={service} state={record.state} locale={locale} />{' '}
                <bdi>{nameOfRecord(service, record.answers, tools)}</bdi>
              </span>
            ),
          },
          { label: say(locale, texts.by), value: <bdi>{names.get(printing.account)?.[locale]}</bdi> },
          { label: say(locale, texts.at), value: <When opened={opened} at={printing.at} /> },
          { label: say(locale, texts.records), value: <bdi>{printing.records}</bdi> },
          { label: say(locale, texts.digest), value: <code dir="ltr">{printing.sha256.toString('hex')}</code> },
        ]}
      />
      <Printings {...{ opened, printings, names }} />
    </Page>
  );
};
