import { given, isVisible } from '../access/visibility-queries.ts';
import { type Queryable, statement } from '../base/database.ts';
import type { ListedMessage, MessageCount, MessagePage } from './outbox-queries.ts';

/** Messages about records that somebody may see: whoever may not know of a record does not learn of its messages, nor how many they are. */
const select = `select outbox.id, record_id as "recordId", template, outbox.channel, recipient, outbox.locale, "values", status, attempts,
         next_attempt_at as "nextAttemptAt", created_at as "createdAt", sent_at as "sentAt", last_error as "lastError",
         record.service, record.institution
    from outbox join record on record.id = outbox.record_id`;

const mostRows = 50;

// The status is written out so that each can use the partial index that was made for it.
const listed = (status: 'waiting' | 'failed') =>
  statement<ListedMessage>(
    `outbox/list-visible-${status}`,
    `with ${given}
     ${select}
      where outbox.status = '${status}' and outbox.id < $2 and ${isVisible}
      order by outbox.id desc
      limit ${mostRows + 1}`,
  );
const listStatements = { waiting: listed('waiting'), failed: listed('failed') };

/** The newest first, those before a number on; `scope` as `scopeParameter` writes it. */
export const listVisibleMessages = async (
  database: Queryable,
  scope: string,
  { status, before }: { readonly status: 'waiting' | 'failed'; readonly before?: number | undefined },
): Promise<MessagePage> => {
  const found = await database.run(listStatements[status], [scope, before ?? Number.MAX_SAFE_INTEGER]);
  const messages = found.slice(0, mostRows);
  return { messages, next: found.length > mostRows ? messages.at(-1)?.id : undefined };
};

const findStatement = statement<ListedMessage>(
  'outbox/find-visible',
  `with ${given} ${select} where outbox.id = $2 and ${isVisible}`,
);

export const findVisibleMessage = async (
  database: Queryable,
  scope: string,
  id: number,
): Promise<ListedMessage | undefined> => (await database.run(findStatement, [scope, id]))[0];

const countStatement = statement<MessageCount>(
  'outbox/count-visible',
  `with ${given}
   select outbox.channel, status, count(*) as count, extract(epoch from now() - min(created_at))::float8 as "oldestSeconds"
     from outbox join record on record.id = outbox.record_id
    where status in ('waiting', 'failed') and ${isVisible}
    group by outbox.channel, status
    order by outbox.channel, status`,
);

export const countVisibleMessages = (database: Queryable, scope: string): Promise<MessageCount[]> =>
  database.run(countStatement, [scope]);
