import { say } from '../../base/texts.ts';
import { readDeliveryError } from '../../reactions/delivery-error-texts.ts';
import type { FailedAccountMessage } from '../../reactions/account-messages.ts';
import type { ListedMessage, MessageCount } from '../../reactions/outbox-queries.ts';
import { accountMailTexts, channelTexts, statusTexts, undeliveredTexts as texts } from '../messages-texts.ts';
import { Alert } from '../ui/alert.tsx';
import { Bdi } from '../ui/bdi.tsx';
import { Actions, Button, ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/card.tsx';
import { LongDateTime } from '../ui/date-time.tsx';
import type { PageContext } from '../ui/page-context.ts';
import { Page, Title } from '../ui/page.tsx';
import { type Column, Table } from '../ui/table.tsx';
import { maskRecipient } from './mask-recipient.ts';

export const undeliveredPath = '/staff/messages';
export type UndeliveredStatus = 'failed' | 'waiting';

export interface UndeliveredMessage extends ListedMessage {
  readonly reference: string;
}

export interface UndeliveredPageProps {
  readonly context: PageContext;
  readonly timeZone: string;
  readonly csrfToken: string;
  readonly status: UndeliveredStatus;
  readonly messages: readonly UndeliveredMessage[];
  readonly next: number | undefined;
  readonly counts: readonly MessageCount[];
  /** Those about accounts that the reader administers; only among the failed ones. */
  readonly accountMessages: readonly FailedAccountMessage[];
  /** This person may have all of them sent again, after an outage. */
  readonly mayRetryAll: boolean;
  /** How many were just let go again; undefined when this is not what led here. */
  readonly retried: number | undefined;
}

export const UndeliveredPage = (props: UndeliveredPageProps) => {
  const { context, status, messages, next, counts, accountMessages, retried } = props;
  const { locale } = context;
  const title = say(locale, texts.title);
  return (
    <Page context={context} title={title} layout="wide">
      {retried !== undefined && (
        <Alert tone={retried > 0 ? 'success' : 'info'} urgent>
          <p>{say(locale, retried > 0 ? texts.retried : texts.notRetried, { count: retried })}</p>
        </Alert>
      )}
      <Title>{title}</Title>
      <p>{say(locale, texts.lead)}</p>
      <StatusFilter context={context} status={status} counts={counts} />
      {messages.length === 0 && next === undefined ? (
        accountMessages.length === 0 && (
          <EmptyState
            icon="message"
            title={say(locale, status === 'failed' ? texts.emptyFailedTitle : texts.emptyWaitingTitle)}
          >
            <p>{say(locale, status === 'failed' ? texts.emptyFailed : texts.emptyWaiting)}</p>
          </EmptyState>
        )
      ) : (
        <Table
          caption={say(locale, statusTexts[status])}
          isCaptionHidden
          rows={messages}
          columns={columnsOf(props)}
          rowId={({ id }) => `message-${id}`}
        />
      )}
      {props.mayRetryAll && status === 'failed' && <RetryAll {...props} />}
      {next !== undefined && (
        <ButtonLink href={`${undeliveredPath}?status=${status}&before=${next}`} look="secondary">
          {say(locale, texts.older)}
        </ButtonLink>
      )}
      {accountMessages.length > 0 && <AccountMessages {...props} />}
    </Page>
  );
};

const AccountMessages = ({ context: { locale }, timeZone, csrfToken, accountMessages }: UndeliveredPageProps) => (
  <>
    <h2>{say(locale, texts.accounts)}</h2>
    <p>{say(locale, texts.accountsLead)}</p>
    <Table
      caption={say(locale, texts.accounts)}
      isCaptionHidden
      rows={accountMessages}
      columns={[
        {
          label: say(locale, texts.about),
          isHeader: true,
          cell: ({ template }) => say(locale, accountMailTexts[template] ?? texts.otherMail),
        },
        { label: say(locale, texts.recipient), cell: ({ recipient }) => <Bdi>{recipient}</Bdi> },
        {
          label: say(locale, texts.written),
          cell: ({ createdAt }) => <LongDateTime locale={locale} at={createdAt} timeZone={timeZone} />,
        },
        {
          label: say(locale, texts.problem),
          cell: ({ lastError, attempts }) => (
            <div>
              {lastError !== null && <WhatHappened locale={locale} lastError={lastError} />}
              <span class="quiet">{say(locale, texts.attempts, { attempts })}</span>
            </div>
          ),
        },
        {
          label: say(locale, texts.action),
          isLabelHidden: true,
          cell: ({ id, recipient }) => <RetryForm locale={locale} csrfToken={csrfToken} id={id} what={recipient} />,
        },
      ]}
    />
  </>
);

const StatusFilter = ({
  context: { locale },
  status,
  counts,
}: Pick<UndeliveredPageProps, 'context' | 'status' | 'counts'>) => (
  <nav class="filters" aria-label={say(locale, texts.filters)}>
    {(['failed', 'waiting'] as const).map((each) => (
      <a
        class="ds-button"
        href={`${undeliveredPath}?status=${each}`}
        data-variant={each === status ? undefined : 'tertiary'}
        aria-current={each === status ? 'page' : undefined}
      >
        {say(locale, statusTexts[each])}
        <span class="count">
          {counts.filter((row) => row.status === each).reduce((sum, { count }) => sum + count, 0)}
        </span>
      </a>
    ))}
  </nav>
);

const RetryAll = ({ context: { locale }, counts, csrfToken }: UndeliveredPageProps) => (
  <Actions>
    {counts
      .filter(({ status }) => status === 'failed')
      .map(({ channel, count }) => (
        <form method="post" action={`${undeliveredPath}/retry-all`}>
          <input type="hidden" name="_csrf" value={csrfToken} />
          <Button look="secondary" name="channel" value={channel}>
            {say(locale, texts.retryAll, { channel: say(locale, channelTexts[channel]), count })}
          </Button>
        </form>
      ))}
  </Actions>
);

const columnsOf = ({
  context: { locale },
  timeZone,
  csrfToken,
  status,
}: UndeliveredPageProps): Column<UndeliveredMessage>[] => [
  {
    label: say(locale, texts.record),
    isHeader: true,
    cell: ({ reference }) => (
      <a class="ds-link" href={`/staff/records/${reference}`}>
        <Bdi>{reference}</Bdi>
      </a>
    ),
  },
  {
    label: say(locale, texts.recipient),
    cell: ({ channel, recipient }) => (
      <span>
        {say(locale, channelTexts[channel])} <Bdi>{maskRecipient(recipient)}</Bdi>
      </span>
    ),
  },
  {
    label: say(locale, texts.written),
    cell: ({ createdAt }) => <LongDateTime locale={locale} at={createdAt} timeZone={timeZone} />,
  },
  {
    label: say(locale, texts.problem),
    cell: ({ lastError, attempts, nextAttemptAt }) => (
      <div>
        {lastError !== null && <WhatHappened locale={locale} lastError={lastError} />}
        <span class="quiet">{say(locale, texts.attempts, { attempts })}</span>
        {status === 'waiting' && attempts > 0 && (
          <>
            <br />
            <span class="quiet">
              {say(locale, texts.next)} <LongDateTime locale={locale} at={nextAttemptAt} timeZone={timeZone} />
            </span>
          </>
        )}
      </div>
    ),
  },
  ...(status === 'failed' ? [retryColumn(locale, csrfToken)] : []),
];

const WhatHappened = ({
  locale,
  lastError,
}: {
  readonly locale: PageContext['locale'];
  readonly lastError: string;
}) => {
  const { text, status } = readDeliveryError(lastError);
  return (
    <>
      {say(locale, text)} {status !== undefined && say(locale, texts.answer, { status })}
      <br />
    </>
  );
};

const retryColumn = (locale: PageContext['locale'], csrfToken: string): Column<UndeliveredMessage> => ({
  label: say(locale, texts.action),
  isLabelHidden: true,
  cell: ({ id, reference }) => <RetryForm locale={locale} csrfToken={csrfToken} id={id} what={reference} />,
});

interface RetryFormProps {
  readonly locale: PageContext['locale'];
  readonly csrfToken: string;
  readonly id: number;
  /** What it is about, for who cannot see the row. */
  readonly what: string;
}

const RetryForm = ({ locale, csrfToken, id, what }: RetryFormProps) => (
  <form method="post" action={`${undeliveredPath}/${id}/retry`}>
    <input type="hidden" name="_csrf" value={csrfToken} />
    <Button look="secondary">
      {say(locale, texts.retry)} <span class="ds-sr-only">{what}</span>
    </Button>
  </form>
);
