import { type Locale, say } from '../../../base/texts.ts';
import type { InfectedFileRow } from '../../../intake/virus-scan-queries.ts';
import { Bdi } from '../../ui/bdi.tsx';
import { LongDateTime } from '../../ui/date-time.tsx';
import { Table } from '../../ui/table.tsx';
import { Tag } from '../../ui/tag.tsx';
import { runningTexts as texts } from './running-texts.ts';

export interface ScannerState {
  /** What it says of itself, or what is wrong; undefined: there is none. */
  readonly answer: { readonly version: string } | { readonly fault: string } | undefined;
  readonly whenAway: 'refuse' | 'quarantine';
  readonly quarantined: number;
  readonly infected: readonly InfectedFileRow[];
}

interface Props {
  readonly state: ScannerState;
  readonly locale: Locale;
}

/** How the virus scanner is, in a line of the page's facts. */
export const ScannerFact = ({ state: { answer, whenAway, quarantined }, locale }: Props) => {
  if (!answer) return <>{say(locale, texts.noScanner)}</>;
  const isAway = 'fault' in answer;
  return (
    <>
      {isAway ? (
        <Tag tone="danger">{say(locale, texts.storageFault)}</Tag>
      ) : (
        <Tag tone="success">{say(locale, texts.good)}</Tag>
      )}{' '}
      <span class="quiet" lang="en" dir="ltr">
        {isAway ? answer.fault : answer.version}
      </span>
      {isAway && <p>{say(locale, whenAway === 'refuse' ? texts.refusesMeanwhile : texts.quarantinesMeanwhile)}</p>}
      {(whenAway === 'quarantine' || quarantined > 0) && (
        <p>{say(locale, texts.quarantined, { count: quarantined })}</p>
      )}
    </>
  );
};

/** What it found lately. */
export const InfectedFiles = ({ state: { infected }, locale, timeZone }: Props & { readonly timeZone: string }) =>
  infected.length === 0 ? null : (
    <Table
      caption={say(locale, texts.infected)}
      rows={infected}
      columns={[
        {
          label: say(locale, texts.when),
          isHeader: true,
          cell: ({ at }) => <LongDateTime locale={locale} at={at} timeZone={timeZone} />,
        },
        { label: say(locale, texts.service), cell: ({ service }) => <Bdi>{service}</Bdi> },
        { label: say(locale, texts.found), cell: ({ signature }) => <Bdi>{signature}</Bdi> },
        {
          label: say(locale, texts.became),
          cell: ({ wasKept }) => say(locale, wasKept ? texts.wasTakenOut : texts.wasRefused),
        },
      ]}
    />
  );
