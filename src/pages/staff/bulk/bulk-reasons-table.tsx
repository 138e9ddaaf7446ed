import type { BulkRecordStatus } from '../../../access/bulk/bulk-queries.ts';
import type { Reason } from '../../../access/bulk/bulk-reasons.ts';
import { type Locale, say } from '../../../base/texts.ts';
import { bulkTexts as texts } from '../../bulk-texts.ts';
import { Bdi } from '../../ui/bdi.tsx';
import { Table } from '../../ui/table.tsx';
import { number } from './bulk-list-page.tsx';

export interface ReasonRow {
  readonly status: BulkRecordStatus;
  readonly reason: Reason;
  readonly count: number;
  readonly first: readonly string[];
}

/** Why not, with the first of the records of each reason. */
export const Reasons = ({
  reasons,
  locale,
  title,
}: {
  readonly reasons: readonly ReasonRow[];
  readonly locale: Locale;
  readonly title: string;
}) =>
  reasons.length === 0 ? null : (
    <Table
      caption={title}
      rows={reasons}
      columns={[
        { label: say(locale, texts.reason), isHeader: true, cell: ({ reason }) => reason.message[locale] },
        { label: say(locale, texts.count), isNumber: true, cell: ({ count }) => number(count) },
        {
          label: say(locale, texts.these),
          cell: ({ first, count, reason }) => (
            <References references={first} count={count} locale={locale} isThere={reason.code !== 'unknown-record'} />
          ),
        },
      ]}
    />
  );

interface ReferencesProps {
  readonly references: readonly string[];
  readonly count: number;
  readonly locale: Locale;
  readonly isThere?: boolean;
}

/** Some references, with how many more there are. */
export const References = ({ references, count, locale, isThere = true }: ReferencesProps) => (
  <span class="references">
    {references.map((reference) =>
      isThere ? (
        <a class="ds-link" href={`/staff/records/${reference}`}>
          <Bdi>{reference}</Bdi>
        </a>
      ) : (
        <Bdi>{reference}</Bdi>
      ),
    )}
    {count > references.length && (
      <span class="quiet">{say(locale, texts.andMore, { count: number(count - references.length) })}</span>
    )}
  </span>
);
