import { statement, type Queryable } from '../base/database.ts';
import type { Channel, OutboxMessage } from './delivery-queries.ts';

/** What the pages and the figures ask of the outbox. None of it costs more as the number of sent messages grows. */
export type MessageStatus = 'waiting' | 'sent' | 'failed';

export interface ListedMessage extends OutboxMessage {
  readonly recordId: number;
  /** Of its record, with whose basket it lies in: who may see the record may see its messages. */
  readonly service: string;
  readonly institution: string;
  readonly status: MessageStatus;
  readonly attempts: number;
  readonly nextAttemptAt: Date;
  readonly sentAt: Date | null;
  /** A code of `deliveryErrorTexts`, with the gateway's status after a space when it gave one. */
  readonly lastError: string | null;
}

// Written into the statements: a plan made for an unknown limit prepares for a tenth of the table.
const mostRows = 51;

const select = `select outbox.id, record_id as "recordId", template, outbox.channel, recipient, outbox.locale, "values", status, attempts,
         next_attempt_at as "nextAttemptAt", created_at as "createdAt", sent_at as "sentAt", last_error as "lastError",
         record.service, record.institution
    from outbox join record on record.id = outbox.record_id`;

// One statement per status, with the status written out, so that each can use the partial index that was made for it.
// What waits is gathered first: walking the whole table backwards to find a few waiting messages would be a poor plan.
const listStatements = {
  any: statement<ListedMessage>(
    'outbox/list',
    `${select} where outbox.id < $1 order by outbox.id desc limit ${mostRows}`,
  ),
  sent: statement<ListedMessage>(
    'outbox/list-sent',
    `${select} where status = 'sent' and outbox.id < $1 order by outbox.id desc limit ${mostRows}`,
  ),
  failed: statement<ListedMessage>(
    'outbox/list-failed',
    `${select} where status = 'failed' and outbox.id < $1 order by outbox.id desc limit ${mostRows}`,
  ),
  waiting: statement<ListedMessage>(
    'outbox/list-waiting',
    `with waiting as materialized (select id from outbox where status = 'waiting')
     ${select}
      where outbox.id = any (array(select id from waiting where id < $1 order by id desc limit ${mostRows}))
      order by outbox.id desc`,
  ),
};

/** A message as the demonstration shows it: about a record or about an account. */
export type ShownMessage = Omit<ListedMessage, 'recordId' | 'service' | 'institution'> &
  Pick<OutboxMessage, 'recordId'>;

const listAllStatement = statement<ShownMessage>(
  'outbox/list-all',
  `select id, record_id as "recordId", template, channel, recipient, locale, "values", status, attempts,
          next_attempt_at as "nextAttemptAt", created_at as "createdAt", sent_at as "sentAt", last_error as "lastError"
     from outbox where id < $1 order by id desc limit ${mostRows}`,
);

/** All messages, newest first, those about accounts too; only for the demonstration. */
export const listAllMessages = async (
  database: Queryable,
  { before, limit }: { before?: number | undefined; limit: number },
): Promise<{ readonly messages: readonly ShownMessage[]; readonly next: number | undefined }> => {
  const found = await database.run(listAllStatement, [before ?? Number.MAX_SAFE_INTEGER]);
  const messages = found.slice(0, limit);
  return { messages, next: found.length > limit ? messages.at(-1)?.id : undefined };
};

export interface MessagePage {
  readonly messages: readonly ListedMessage[];
  /** Pass as `before` to get the page that follows; undefined on the last one. */
  readonly next: number | undefined;
}

/** Messages, newest first; at most 50 at a time. */
export const listMessages = async (
  database: Queryable,
  { status, before, limit = 50 }: { status?: MessageStatus | undefined; before?: number | undefined; limit?: number },
): Promise<MessagePage> => {
  const found = await database.run(listStatements[status ?? 'any'], [before ?? Number.MAX_SAFE_INTEGER]);
  const messages = found.slice(0, limit);
  return { messages, next: found.length > limit ? messages.at(-1)?.id : undefined };
};

const findStatement = statement<ListedMessage>('outbox/find', `${select} where outbox.id = $1`);

export const findMessage = async (database: Queryable, id: number): Promise<ListedMessage | undefined> =>
  (await database.run(findStatement, [id]))[0];

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
