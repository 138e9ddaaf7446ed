import type { AccountEventRow } from '../../../access/account-event-queries.ts';
import { accountEventTexts } from '../../../access/account-event-texts.ts';
import { type Locale, say, type Text } from '../../../base/texts.ts';
import { Bdi } from '../../ui/bdi.tsx';
import { Actions, ButtonLink } from '../../ui/button.tsx';
import { LongDateTime } from '../../ui/date-time.tsx';
import type { PageContext } from '../../ui/page-context.ts';
import { Page, Title } from '../../ui/page.tsx';
import { Table } from '../../ui/table.tsx';
import { accountPath, historyPath } from './account-paths.ts';
import { accountTexts as texts } from './account-texts.ts';

interface HistoryProps {
  readonly locale: Locale;
  readonly timeZone: string;
  readonly events: readonly AccountEventRow[];
  /** Whose history it is. */
  readonly accountId: string;
}

const words: Readonly<Record<string, Text>> = accountEventTexts;

export const HistoryTable = ({ locale, timeZone, events, accountId }: HistoryProps) => (
  <Table
    caption={say(locale, texts.history)}
    isCaptionHidden
    rows={events}
    columns={[
      {
        label: say(locale, texts.what),
        isHeader: true,
        cell: ({ kind, by_account_id: by }) => (
          <>
            {words[kind]?.[locale] ?? kind}
            {by !== accountId && <> {say(locale, texts.byAdministrator)}</>}
          </>
        ),
      },
      {
        label: say(locale, texts.when),
        cell: ({ at }) => <LongDateTime locale={locale} at={at} timeZone={timeZone} />,
      },
      {
        label: say(locale, texts.where),
        cell: ({ client_network: network }) => (network === null ? '–' : <Bdi>{network}</Bdi>),
      },
      {
        label: say(locale, texts.device),
        cell: ({ device }) => (device === null ? '–' : <bdi dir="ltr">{device}</bdi>),
      },
    ]}
  />
);

/** Everything that happened to the account, page by page. */
export const HistoryPage = ({
  context,
  timeZone,
  events,
  accountId,
  next,
}: Omit<HistoryProps, 'locale'> & { readonly context: PageContext; readonly next: number | undefined }) => {
  const { locale } = context;
  const title = say(locale, texts.history);
  return (
    <Page context={context} title={title} layout="wide" backHref={accountPath}>
      <Title>{title}</Title>
      <HistoryTable locale={locale} timeZone={timeZone} events={events} accountId={accountId} />
      {next !== undefined && (
        <Actions>
          <ButtonLink href={`${historyPath}?before=${next}`} look="secondary">
            {say(locale, texts.older)}
          </ButtonLink>
        </Actions>
      )}
    </Page>
  );
};
