import { createHash, randomUUID } from 'node:crypto';
import type { Database, Transaction } from '../base/database.ts';
import { recordAccountEvent } from './account-events.ts';
import type { AccountKeys } from './account-keys.ts';
import { mailAccount, tellOwner } from './account-mail.ts';
import { createAttemptLimit } from './attempt-limit.ts';
import { takeAttempt } from './attempts.ts';
import { findChallenge, putChallenge, takeChallenge } from './challenge-queries.ts';
import type { Client } from './client.ts';
import { clientNetwork } from './client-network.ts';
import type { Staff } from './grant.ts';
import type { PasswordHashing } from './password-hashing.ts';
import type { PasswordFault, PasswordJudge } from './password-judge.ts';
import { findPassword, findPasswordByEmail, type PasswordRow, replacePassword } from './password-queries.ts';
import type { StaffSessions } from './staff-sessions.ts';
import type { WorkQueue } from './work-queue.ts';

export type PasswordOutcome =
  /** `setCookies`: this session goes on under a new token; all others have ended. */
  | { readonly kind: 'changed'; readonly setCookies: readonly string[] }
  /** The present password is another one. */
  | { readonly kind: 'wrong' }
  | { readonly kind: 'faulty'; readonly fault: PasswordFault }
  | { readonly kind: 'limited'; readonly retryAfter: number };

export type ResetOutcome =
  | { readonly kind: 'changed' }
  | { readonly kind: 'faulty'; readonly fault: PasswordFault }
  /** Too old, used, or the password was changed since. */
  | { readonly kind: 'expired' };

export interface Passwords {
  readonly change: (staff: Staff, typed: { present: string; next: string }, client: Client) => Promise<PasswordOutcome>;
  /** Whether this is the account's password; counted like any guess. */
  readonly check: (
    staff: Staff,
    password: string,
    client: Client,
  ) => Promise<'right' | 'wrong' | { readonly retryAfter: number }>;
  readonly has: (accountId: string) => Promise<boolean>;
  /**
   * Somebody says to have forgotten the password. Answers at once and always alike: what is done about it, and how long
   * that takes, is not seen from outside. Gives the seconds to wait where this client asks too often, else 0.
   */
  readonly askReset: (email: string, client: Client) => number;
  /** The address whose password a link may set; undefined when it is none, or none any more. */
  readonly findReset: (link: string) => Promise<string | undefined>;
  readonly reset: (link: string, password: string, client: Client) => Promise<ResetOutcome>;
  /** Resolves when everything that was asked so far is done. */
  readonly settled: () => Promise<void>;
}

/** A link is good for half an hour. */
const resetSeconds = 30 * 60;
const hour = 3_600;

export const createPasswords = (options: {
  readonly database: Database;
  readonly hashing: PasswordHashing;
  readonly judge: PasswordJudge;
  readonly keys: AccountKeys;
  readonly sessions: StaffSessions;
  /** Does what is not waited for, a few at once. */
  readonly background: WorkQueue;
  readonly onError: (message: string) => void;
  readonly afterWrite: () => void;
  readonly now?: () => number;
}): Passwords => {
  const { database, hashing, judge, keys, sessions, background, onError, afterWrite, now = Date.now } = options;
  const guesses = createAttemptLimit({ attempts: 10, seconds: hour / 4, now });
  const askedByClient = createAttemptLimit({ attempts: 10, seconds: hour, now });
  // So that nobody's mailbox is flooded. Who uses them up makes the owner get those messages, and no fewer ways in.
  const askedForAddress = createAttemptLimit({ attempts: 3, seconds: hour, now });
  const underWay = new Set<Promise<unknown>>();

  const judgeFor = (password: string, { email, name, name_latin: nameLatin }: PasswordRow) =>
    judge.findFault(password, [email, name, nameLatin]);

  const replace = async (
    transaction: Transaction,
    row: PasswordRow,
    hash: string,
    event: { kind: 'password-changed' | 'password-reset'; client: Client; sessionId?: string },
  ): Promise<boolean> => {
    const [changed] = await transaction.run(replacePassword, [row.account_id, row.password, hash]);
    if (!changed) return false;
    await recordAccountEvent(transaction, { accountId: row.account_id, ...event });
    await tellOwner(transaction, row.account_id, event.kind, event.client);
    return true;
  };

  const check: Passwords['check'] = async ({ accountId }, password, { address }) => {
    const attempt = takeAttempt([{ limit: guesses, key: `${clientNetwork(address)} ${accountId}` }]);
    if (attempt.wait > 0) return { retryAfter: attempt.wait };
    const [row] = await database.run(findPassword, [accountId]);
    if (!row || !(await hashing.verify({ hash: row.password, password }))) return 'wrong';
    attempt.giveBack();
    return 'right';
  };

  const sendReset = async (email: string, client: Client): Promise<void> => {
    const [row] = await database.run(findPasswordByEmail, [email]);
    if (!row || askedForAddress.take(email) > 0) return;
    const { account_id: accountId } = row;
    const id = randomUUID();
    await database.transaction(async (transaction) => {
      await transaction.run(putChallenge, [`password-reset:${id}`, `${accountId} ${fingerprintOf(row)}`, resetSeconds]);
      await recordAccountEvent(transaction, { accountId, kind: 'password-reset-asked', client });
      await mailAccount(transaction, accountId, 'account/reset', { id });
    });
    afterWrite();
  };

  const findLinked = async (value: string | undefined): Promise<PasswordRow | undefined> => {
    const [accountId, fingerprint] = value?.split(' ') ?? [];
    const [row] = accountId === undefined ? [] : await database.run(findPassword, [accountId]);
    return row && fingerprintOf(row) === fingerprint ? row : undefined;
  };

  const findReset = async (link: string) => {
    const id = keys.readLink('password-reset', link);
    if (id === undefined) return undefined;
    const [challenge] = await database.run(findChallenge, [`password-reset:${id}`]);
    const row = await findLinked(challenge?.value);
    return row && { row, id };
  };

  return {
    check,
    has: async (accountId) => (await database.run(findPassword, [accountId])).length > 0,
    change: async (staff, { present, next }, client) => {
      const { accountId, sessionId } = staff;
      const checked = await check(staff, present, client);
      if (checked === 'wrong') return { kind: 'wrong' };
      if (checked !== 'right') return { kind: 'limited', ...checked };
      const [row] = await database.run(findPassword, [accountId]);
      if (!row) return { kind: 'wrong' };
      const fault = await judgeFor(next, row);
      if (fault) return { kind: 'faulty', fault };
      const hash = await hashing.hash(next);
      const event = { kind: 'password-changed', client, sessionId } as const;
      if (!(await database.transaction((transaction) => replace(transaction, row, hash, event))))
        return { kind: 'wrong' };
      afterWrite();
      await sessions.endOthers(accountId, sessionId);
      const cookie = await sessions.prove(client.cookies);
      return { kind: 'changed', setCookies: cookie === undefined ? [] : [cookie] };
    },
    askReset: (typedEmail, client) => {
      const wait = askedByClient.take(clientNetwork(client.address));
      if (wait > 0) return wait;
      const email = typedEmail.trim().toLowerCase().slice(0, 254);
      const work = background
        .run(() => sendReset(email, client))
        .catch((error: Error) => onError(`a forgotten password: ${error.message}`));
      underWay.add(work);
      void work.finally(() => underWay.delete(work));
      return 0;
    },
    findReset: async (link) => (await findReset(link))?.row.email,
    reset: async (link, password, client) => {
      const found = await findReset(link);
      if (!found) return { kind: 'expired' };
      const { row, id } = found;
      const fault = await judgeFor(password, row);
      if (fault) return { kind: 'faulty', fault };
      const hash = await hashing.hash(password);
      const done = await database.transaction(async (transaction) => {
        const [taken] = await transaction.run(takeChallenge, [`password-reset:${id}`]);
        return taken !== undefined && replace(transaction, row, hash, { kind: 'password-reset', client });
      });
      if (!done) return { kind: 'expired' };
      afterWrite();
      await sessions.endOthers(row.account_id);
      return { kind: 'changed' };
    },
    settled: async () => {
      await Promise.all(underWay);
    },
  };
};

/** With it a link dies when the password is changed by whatever way. */
const fingerprintOf = ({ password }: PasswordRow): string =>
  createHash('sha256').update(password).digest('base64url').slice(0, 16);
