import { intlLocale, say } from '../../../base/texts.ts';
import type { WrappedCountRow } from '../../../events/data-key-queries.ts';
import { Bdi } from '../../ui/bdi.tsx';
import { Alert } from '../../ui/alert.tsx';
import { Card } from '../../ui/card.tsx';
import { LongDate } from '../../ui/date-time.tsx';
import { Table } from '../../ui/table.tsx';
import { Tag } from '../../ui/tag.tsx';
import type { AdminContext } from './admin-page.tsx';
import { retentionTexts as texts } from './retention-texts.ts';

export interface MasterKeysState {
  /** Name of the one that wraps now; undefined: its keeper does not answer. */
  readonly present: string | undefined;
  readonly wrapped: readonly WrappedCountRow[];
}

/** When a key of a file was made stands in its name; of others nothing is known here. */
const madeAt = (name: string): Date | undefined => {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z-/.exec(name) ?? [];
  return year === undefined ? undefined : new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
};

/** Which master keys there are, what hangs on each, and how to change the present one. */
export const MasterKeys = ({ context, state }: { readonly context: AdminContext; readonly state: MasterKeysState }) => {
  const { locale, timeZone } = context;
  const { present, wrapped } = state;
  const isListed = present === undefined || wrapped.some(({ wrapping }) => wrapping === present);
  const rows = isListed ? wrapped : [{ wrapping: present, count: 0 }, ...wrapped];
  return (
    <Card title={say(locale, texts.masterKeys)}>
      <p>{say(locale, texts.masterLead)}</p>
      {present === undefined && (
        <Alert tone="danger">
          <p>{say(locale, texts.keeperAway)}</p>
        </Alert>
      )}
      <Table
        caption={say(locale, texts.masterKeys)}
        isCaptionHidden
        rows={rows}
        columns={[
          { label: say(locale, texts.masterKey), isHeader: true, cell: ({ wrapping }) => <Bdi>{wrapping}</Bdi> },
          {
            label: say(locale, texts.since),
            cell: ({ wrapping }) => {
              const at = madeAt(wrapping);
              return at ? <LongDate locale={locale} at={at} timeZone={timeZone} /> : '–';
            },
          },
          {
            label: say(locale, texts.state),
            cell: ({ wrapping }) =>
              wrapping === present ? (
                <Tag tone="success">{say(locale, texts.wraps)}</Tag>
              ) : (
                <Tag tone="warning">{say(locale, texts.older)}</Tag>
              ),
          },
          {
            label: say(locale, texts.wrapped),
            isNumber: true,
            cell: ({ count }) => new Intl.NumberFormat(intlLocale[locale]).format(count),
          },
        ]}
      />
      <p>
        {say(locale, texts.rotate)} <code dir="ltr">npm run rotate-master-key</code>
      </p>
    </Card>
  );
};
