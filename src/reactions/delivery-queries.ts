import { statement, type Queryable } from '../base/database.ts';
import type { Locale } from '../base/texts.ts';

/**
 * What the delivery worker asks of the outbox. A message is claimed by lease: the claim counts the attempt and moves
 * `next_attempt_at` ahead in one short statement, so that no transaction is open while a gateway is being talked to.
 * A worker that dies leaves a row that becomes due again by itself. All times are the database's: nodes need not agree.
 */
export type Channel = 'sms' | 'email';

export interface OutboxMessage {
  readonly id: number;
  /** Null: it is about an account. */
  readonly recordId: number | null;
  readonly template: string;
  readonly channel: Channel;
  readonly recipient: string;
  readonly locale: Locale;
  readonly values: Readonly<Record<string, unknown>>;
  readonly createdAt: Date;
}

export interface ClaimedMessage extends OutboxMessage {
  /** Counting the one that the claim begins. */
  readonly attempts: number;
  /** Microseconds since 1970 at which it was written, as text. */
  readonly born: string;
}

// The rows are updated by their place in the table (`ctid`), which the lock keeps valid: joining by id makes PostgreSQL read
// the whole table when it expects many rows, and a claim must not cost more as the number of sent messages grows.
const claimDueStatement = statement<ClaimedMessage>(
  'outbox/claim-due',
  `update outbox set attempts = attempts + 1, next_attempt_at = now() + make_interval(secs => $3)
    where ctid = any (array(
      select ctid from outbox
       where status = 'waiting' and channel = $1 and next_attempt_at <= now()
       order by next_attempt_at
       limit $2
         for update skip locked
    ))
   returning id, record_id as "recordId", template, channel, recipient, locale, "values", created_at as "createdAt", attempts,
             (extract(epoch from created_at) * 1000000)::bigint::text as born`,
);

/** Claims up to `limit` messages that are due, for `leaseSeconds`; another worker skips those that this one is claiming. */
export const claimDueMessages = (
  database: Queryable,
  claim: { channel: Channel; limit: number; leaseSeconds: number },
): Promise<ClaimedMessage[]> => database.run(claimDueStatement, [claim.channel, claim.limit, claim.leaseSeconds]);

export type Outcome = { readonly id: number; readonly attempts: number } & (
  | { readonly status: 'sent' }
  | { readonly status: 'waiting'; readonly retryInSeconds: number; readonly error: string }
  | { readonly status: 'failed'; readonly error: string }
);

// A worker that was held up past its lease may still say that a message was sent, since it was, but no longer that it was not.
const settleStatement = statement(
  'outbox/settle',
  `update outbox
      set status = outcome.status,
          last_error = outcome.error,
          sent_at = case when outcome.status = 'sent' then now() end,
          next_attempt_at = now() + make_interval(secs => outcome.delay)
     from unnest($1::bigint[], $2::int[], $3::text[], $4::float8[], $5::text[]) as outcome (id, attempts, status, delay, error)
    where outbox.id = any ($1::bigint[]) -- said once more, so that no plan walks through all that waits
      and outbox.id = outcome.id
      and outbox.status = 'waiting'
      and (outcome.status = 'sent' or outbox.attempts = outcome.attempts)`,
);

/** Writes down how attempts ended, all in one statement. */
export const settleMessages = async (database: Queryable, outcomes: readonly Outcome[]): Promise<void> => {
  await database.run(settleStatement, [
    outcomes.map(({ id }) => id),
    outcomes.map(({ attempts }) => attempts),
    outcomes.map(({ status }) => status),
    outcomes.map((outcome) => (outcome.status === 'waiting' ? outcome.retryInSeconds : 0)),
    outcomes.map((outcome) => (outcome.status === 'sent' ? null : outcome.error)),
  ]);
};

const markDueAsSentStatement = statement<{ channel: Channel; count: number }>(
  'outbox/mark-due-as-sent',
  `with marked as (
     update outbox set status = 'sent', sent_at = now(), attempts = attempts + 1, last_error = null
      where ctid = any (array(
        select ctid from outbox
         where status = 'waiting' and channel = any ($1) and next_attempt_at <= now()
         order by next_attempt_at
         limit $2
           for update skip locked
      ))
     returning channel
   )
   select channel, count(*) as count from marked group by channel`,
);

/** For channels that deliver nowhere: marks up to `limit` due messages as sent in one statement, and counts them. */
export const markDueAsSent = (
  database: Queryable,
  channels: readonly Channel[],
  limit: number,
): Promise<{ channel: Channel; count: number }[]> => database.run(markDueAsSentStatement, [channels, limit]);
