import { say } from '../../../base/texts.ts';
import type { Service } from '../../../definition/service.ts';
import type { Group, ReplaySummary } from '../../../projections/replay.ts';
import { Alert } from '../../ui/alert.tsx';
import { Bdi } from '../../ui/bdi.tsx';
import { Details } from '../../ui/details.tsx';
import { Page, Title } from '../../ui/page.tsx';
import type { PageContext } from '../../ui/page-context.ts';
import { Table } from '../../ui/table.tsx';
import type { Desk } from '../desk.ts';
import { proposalPath, servicesPath } from './list-page.tsx';
import { servicesTexts } from './services-texts.ts';
import { tryTexts as texts } from './try-texts.ts';

interface Props {
  readonly context: PageContext;
  readonly desk: Desk;
  readonly proposal: string;
  readonly before: Service;
  readonly after: Service;
  readonly summary: ReplaySummary;
}

/** What a version would have done with past records, by numbers and references. */
export const ReplayPage = (props: Props) => {
  const { context, proposal, after, summary } = props;
  const { locale } = context;
  const title = say(locale, texts.replayTitle);
  const path = proposalPath(proposal);
  const rows = rowsOf(props);
  return (
    <Page
      context={context}
      title={`${title} – ${after.texts.title[locale]}`}
      layout="wide"
      crumbs={[
        { href: servicesPath, label: say(locale, servicesTexts.title) },
        { href: path, label: say(locale, servicesTexts.proposalTitle) },
      ]}
    >
      <Title above={after.texts.title[locale]}>{title}</Title>
      <p class="lead">{say(locale, texts.replayLead)}</p>
      <Alert tone={rows.length === 0 ? 'success' : 'info'}>
        <p>{say(locale, texts.looked, { looked: summary.looked, unchanged: summary.unchanged })}</p>
        {summary.isPartial && <p>{say(locale, texts.partial)}</p>}
        {rows.length === 0 && <p>{say(locale, texts.noDifference)}</p>}
      </Alert>
      {rows.length > 0 && (
        <Table
          caption={title}
          isCaptionHidden
          rows={rows}
          columns={[
            { label: say(locale, texts.difference), isHeader: true, cell: ({ words }) => words },
            { label: say(locale, texts.count), isNumber: true, cell: ({ group }) => group.count },
            {
              label: say(locale, texts.records),
              cell: ({ group }) => (
                <Details summary={say(locale, texts.records)}>
                  <p class="references">
                    {group.references.map((reference) => (
                      <>
                        <Bdi>{reference}</Bdi>{' '}
                      </>
                    ))}
                    {group.count > group.references.length && '…'}
                  </p>
                </Details>
              ),
            },
          ]}
        />
      )}
    </Page>
  );
};

interface Row {
  readonly words: string;
  readonly group: Group;
}

const rowsOf = ({ context: { locale }, desk, before, after, summary }: Props): readonly Row[] => {
  const stateOf = (service: Service, name: string) => service.states.get(name)?.staffLabel[locale] ?? name;
  const pair = (key: string): readonly [string, string] => {
    const [was = '', would = ''] = key.split(' → ');
    return [was, would];
  };
  return [
    ...[...summary.decisions].map(([key, group]) => {
      const [was, would] = pair(key);
      return {
        group,
        words: say(locale, texts.decision, { before: stateOf(before, was), after: stateOf(after, would) }),
      };
    }),
    ...[...summary.routes].map(([key, group]) => {
      const [was, would] = pair(key);
      const words = { before: desk.sayInstitution(was, locale), after: desk.sayInstitution(would, locale) };
      return { group, words: say(locale, texts.route, words) };
    }),
    ...[...summary.later].map(([key, group]) => {
      const [was, would] = pair(key);
      return { group, words: say(locale, texts.later, { before: stateOf(before, was), after: stateOf(after, would) }) };
    }),
    ...[...summary.handOvers].map(([key, group]) => {
      const [was, would] = pair(key);
      const words = { before: desk.sayInstitution(was, locale), after: desk.sayInstitution(would, locale) };
      return { group, words: say(locale, texts.handOver, words) };
    }),
    ...(summary.deadlines.count > 0 ? [{ group: summary.deadlines, words: say(locale, texts.deadline) }] : []),
    ...[...summary.refused].map(([name, group]) => ({
      group,
      words: say(locale, texts.wouldRefuse, { question: after.fields.get(name)?.label[locale] ?? name }),
    })),
    ...[...summary.unknown].map(([name, group]) => ({
      group,
      words: say(locale, texts.unknown, {
        count: after.counts.find((count) => count.name === name)?.label[locale] ?? name,
      }),
    })),
    ...(summary.failed.count > 0 ? [{ group: summary.failed, words: say(locale, texts.failed) }] : []),
  ];
};
