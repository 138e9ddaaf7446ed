import { statement, type Queryable } from '../base/database.ts';
import type { Channel, OutboxMessage } from './delivery-queries.ts';

/** What the pages and the figures ask of the outbox. None of it costs more as the number of sent messages grows. */
export type MessageStatus = 'waiting' | 'sent' | 'failed';

export interface ListedMessage extends OutboxMessage {
  readonly status: MessageStatus;
  readonly attempts: number;
  readonly nextAttemptAt: Date;
  readonly sentAt: Date | null;
  /** A code of `deliveryErrorTexts`, with the gateway's status after a space when it gave one. */
  readonly lastError: string | null;
}

const columns = `id, record_id as "recordId", template, channel, recipient, locale, "values", status, attempts,
  next_attempt_at as "nextAttemptAt", created_at as "createdAt", sent_at as "sentAt", last_error as "lastError"`;

// One statement per status, with the status written out, so that each can use the partial index that was made for it.
// What waits is gathered first: walking the whole table backwards to find a few waiting messages would be a poor plan.
const listStatements = {
  any: statement<ListedMessage>('outbox/list', `select ${columns} from outbox where id < $1 order by id desc limit $2`),
  sent: statement<ListedMessage>(
    'outbox/list-sent',
    `select ${columns} from outbox where status = 'sent' and id < $1 order by id desc limit $2`,
  ),
  failed: statement<ListedMessage>(
    'outbox/list-failed',
    `select ${columns} from outbox where status = 'failed' and id < $1 order by id desc limit $2`,
  ),
  waiting: statement<ListedMessage>(
    'outbox/list-waiting',
    `with waiting as materialized (select id from outbox where status = 'waiting')
     select ${columns} from outbox
      where id = any (array(select id from waiting where id < $1 order by id desc limit $2))
      order by id desc`,
  ),
};

export interface MessagePage {
  readonly messages: readonly ListedMessage[];
  /** Pass as `before` to get the page that follows; undefined on the last one. */
  readonly next: number | undefined;
}

/** Messages, newest first. */
export const listMessages = async (
  database: Queryable,
  { status, before, limit = 50 }: { status?: MessageStatus | undefined; before?: number | undefined; limit?: number },
): Promise<MessagePage> => {
  const found = await database.run(listStatements[status ?? 'any'], [before ?? Number.MAX_SAFE_INTEGER, limit + 1]);
  const messages = found.slice(0, limit);
  return { messages, next: found.length > limit ? messages.at(-1)?.id : undefined };
};

const retryStatement = statement<{ id: number }>(
  'outbox/retry',
  `update outbox set status = 'waiting', attempts = 0, next_attempt_at = now(), last_error = null
    where id = $1 and status = 'failed'
   returning id`,
);

/** Lets a failed message be tried again from the start; false when there is no such failed message. Wake the worker after. */
export const retryMessage = async (database: Queryable, id: number): Promise<boolean> =>
  (await database.run(retryStatement, [id])).length > 0;

const retryAllStatement = statement<{ count: number }>(
  'outbox/retry-all',
  `with retried as (
     update outbox set status = 'waiting', attempts = 0, next_attempt_at = now(), last_error = null
      where status = 'failed' and channel = $1
     returning id
   )
   select count(*) as count from retried`,
);

/** After a long outage: lets every failed message of a channel be tried again; returns how many. */
export const retryFailedMessages = async (database: Queryable, channel: Channel): Promise<number> =>
  (await database.run(retryAllStatement, [channel]))[0]?.count ?? 0;

export interface MessageCount {
  readonly channel: Channel;
  readonly status: 'waiting' | 'failed';
  readonly count: number;
  /** Seconds since the oldest of them was written. */
  readonly oldestSeconds: number;
}

const countStatement = statement<MessageCount>(
  'outbox/count',
  `select channel, status, count(*) as count, extract(epoch from now() - min(created_at))::float8 as "oldestSeconds"
     from outbox where status = 'waiting' group by channel, status
   union all
   select channel, status, count(*), extract(epoch from now() - min(created_at))::float8
     from outbox where status = 'failed' group by channel, status
   order by channel, status`,
);

/** How many messages wait and how many have failed, per channel. Sent ones are counted by the worker as it goes. */
export const countMessages = (database: Queryable): Promise<MessageCount[]> => database.run(countStatement);
