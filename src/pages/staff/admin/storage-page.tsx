import { intlLocale, say } from '../../../base/texts.ts';
import type { TableSizeRow } from '../../../projections/storage-queries.ts';
import { Bdi } from '../../ui/bdi.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { Table } from '../../ui/table.tsx';
import { type AdminContext, AdminPage } from './admin-page.tsx';
import { adminTexts } from './admin-texts.ts';
import { RetentionPart, type RetentionState } from './retention-part.tsx';
import { runningTexts as texts } from './running-texts.ts';
import { sayBytes } from './say-bytes.ts';
import { InfectedFiles, ScannerFact, type ScannerState } from './scanner-part.tsx';
import { type StorageState, StoragesTable } from './storages-table.tsx';

export interface Disk {
  readonly free: number;
  readonly total: number;
}

interface Props {
  readonly context: AdminContext;
  readonly databaseBytes: number;
  readonly storages: readonly StorageState[];
  /** Of files, what should be gone and is not yet. */
  readonly left: { readonly due: number; readonly failing: number };
  readonly scanner: ScannerState;
  readonly disk: Disk;
  readonly folder: string;
  readonly tables: readonly TableSizeRow[];
  readonly retention: RetentionState;
}

/** What takes room, and what is left. */
export const StoragePage = ({
  context,
  databaseBytes,
  storages,
  left,
  scanner,
  disk,
  folder,
  tables,
  retention,
}: Props) => {
  const { locale, timeZone } = context;
  const largest = Math.max(1, ...tables.map(({ bytes }) => bytes));
  return (
    <AdminPage context={context} title={say(locale, adminTexts.storage)} lead={say(locale, texts.storageLead)}>
      <SummaryList
        locale={locale}
        rows={[
          { label: say(locale, texts.database), value: <bdi>{sayBytes(databaseBytes, locale)}</bdi> },
          { label: say(locale, texts.scanner), value: <ScannerFact state={scanner} locale={locale} /> },
          {
            label: say(locale, texts.free),
            value: (
              <>
                {say(locale, texts.freeDetail, {
                  free: sayBytes(disk.free, locale),
                  total: sayBytes(disk.total, locale),
                })}
                <Meter share={1 - disk.free / disk.total} />
              </>
            ),
          },
          { label: say(locale, texts.folder), value: <Bdi>{folder}</Bdi> },
        ]}
      />
      <p class="quiet">{say(locale, texts.backup)}</p>
      <StoragesTable {...{ storages, left, locale }} />
      <InfectedFiles state={scanner} {...{ locale, timeZone }} />
      <RetentionPart context={context} state={retention} />
      <Table
        caption={say(locale, texts.tables)}
        rows={tables}
        columns={[
          { label: say(locale, texts.table), isHeader: true, cell: ({ name }) => <Bdi>{name}</Bdi> },
          {
            label: say(locale, texts.holds),
            cell: ({ comment }) => (
              <span class="quiet" lang="en" dir="ltr">
                {comment}
              </span>
            ),
          },
          {
            label: say(locale, texts.rows),
            isNumber: true,
            cell: ({ rows }) => (rows < 0 ? '–' : new Intl.NumberFormat(intlLocale[locale]).format(rows)),
          },
          {
            label: say(locale, texts.size),
            isNumber: true,
            cell: ({ bytes }) => (
              <>
                <bdi>{sayBytes(bytes, locale)}</bdi>
                <Meter share={bytes / largest} />
              </>
            ),
          },
        ]}
      />
    </AdminPage>
  );
};

/** A bar beside a number that says the same. */
const Meter = ({ share }: { readonly share: number }) => (
  <svg class="meter" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
    <rect class="meter-all" width="100" height="6" />
    <rect class="meter-part" width={Math.max(1, Math.min(100, share * 100))} height="6" />
  </svg>
);
