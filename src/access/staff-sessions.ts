import type { Queryable } from '../base/database.ts';
import { sessionSeconds } from './authentication.ts';
import type { Client, Cookies } from './client.ts';
import { deleteExpiredChallenges } from './challenge-queries.ts';
import { readSignedCookie } from './cookie-signature.ts';
import { firstEnd, type SecondFactor, type Staff } from './grant.ts';
import { newSessionToken, type SessionCookie } from './session-cookie.ts';
import {
  deleteExpiredSessions,
  deleteOneSession,
  deleteOtherSessions,
  deleteSession,
  findStaffBySession,
  insertSession,
  listSessions,
  markSessionSeen,
  type OpenSessionRow,
  proveSession,
  type StaffRow,
} from './session-queries.ts';

/** Somebody who has shown a password and nothing yet of what the account also needs. */
export interface HalfSignedIn {
  readonly staff: Staff;
  /** `prove`: show the second factor that is set up; `enrol`: set one up, since a role of the account needs it. */
  readonly lacks: 'prove' | 'enrol';
  readonly hasTotp: boolean;
  readonly hasPasskey: boolean;
}

export interface StaffSessions {
  /**
   * Who is signed in; undefined for everybody else, also for who is half signed in. Without a session cookie, or with a
   * forged one, nothing is asked of the database. A revoked grant or session is noticed within `cacheSeconds`.
   */
  readonly find: (cookies: Cookies) => Promise<Staff | undefined>;
  /** The same as the database says at this moment, for what open pages ask by themselves: it does not count as use. */
  readonly findNow: (cookies: Cookies) => Promise<Staff | undefined>;
  /** The rights of an account have changed, or (without one) perhaps those of some: the next request looks again. */
  readonly forget: (accountId?: string) => void;
  /** Who has shown a password but not the second factor; for a quarter of an hour. */
  readonly findHalf: (cookies: Cookies) => Promise<HalfSignedIn | undefined>;
  /**
   * Opens a session for somebody who has shown who it is otherwise than by a password. Returns the Set-Cookie value;
   * undefined when nobody may sign in with this account.
   */
  readonly open: (accountId: string, client: Client, secondFactor: SecondFactor | null) => Promise<string | undefined>;
  /**
   * Notes that the person of this session has just shown who it is. The session goes on under a new token: returns the
   * Set-Cookie value, or undefined when the session has ended meanwhile.
   */
  readonly prove: (cookies: Cookies, secondFactor?: SecondFactor) => Promise<string | undefined>;
  /** Ends the session, here at once and in other processes within `cacheSeconds`. */
  readonly end: (cookies: Cookies) => Promise<void>;
  /** The open sessions of an account. */
  readonly list: (accountId: string) => Promise<readonly OpenSessionRow[]>;
  /** Ends one session of an account; false when it has none of this id. */
  readonly endOne: (accountId: string, sessionId: string) => Promise<boolean>;
  /** Ends all sessions of an account but one, or all; says how many. */
  readonly endOthers: (accountId: string, exceptSessionId?: string) => Promise<number>;
  /** Removes sessions that have expired; for a job now and then. */
  readonly removeExpired: () => Promise<void>;
}

const cacheSeconds = 3;
const cacheSize = 10_000;
const halfMilliseconds = 15 * 60 * 1_000;
const seenMilliseconds = 5 * 60 * 1_000;

interface CachedSession {
  readonly opened: Promise<Opened | undefined>;
  /** Milliseconds, as of Date.now. */
  until: number;
  account: string | undefined;
}

interface Opened {
  readonly staff: Staff;
  readonly half: HalfSignedIn | undefined;
  readonly openedAt: Date;
}

const toStaff = (row: StaffRow): Staff => ({
  accountId: row.account_id,
  sessionId: row.session_id,
  email: row.email,
  name: { ar: row.name, fr: row.name_latin, en: row.name_latin },
  locale: row.locale,
  demonstration: row.demonstration,
  grants: row.grants,
  secondFactor: row.second_factor,
  provedAt: row.proved_at,
});

export const createStaffSessions = (options: {
  readonly database: Queryable;
  readonly secret: string;
  readonly cookie: SessionCookie;
  /** Roles whose holders need a second factor; not in the demonstration, whose passwords everybody may know. */
  readonly secondFactorRoles?: readonly string[];
  readonly now?: () => number;
}): StaffSessions => {
  const { database, secret, cookie, secondFactorRoles = [], now = Date.now } = options;
  const cache = new Map<string, CachedSession>();
  const tokenOf = (cookies: Cookies) => readSignedCookie(secret, cookies[cookie.name]);

  const toOpened = (row: StaffRow): Opened => {
    const staff = toStaff(row);
    const hasFactor = row.has_totp || row.has_passkey;
    const needsFactor =
      hasFactor || (!row.demonstration && row.grants.some(({ role }) => secondFactorRoles.includes(role)));
    const lacks = hasFactor ? 'prove' : 'enrol';
    const half =
      needsFactor && row.second_factor === null
        ? ({ staff, lacks, hasTotp: row.has_totp, hasPasskey: row.has_passkey } as const)
        : undefined;
    return { staff, half, openedAt: row.opened_at };
  };

  const read = async (token: string, isUse: boolean): Promise<Opened | undefined> => {
    const [row] = await database.run(findStaffBySession, [token]);
    if (!row) return undefined;
    if (isUse && now() - +row.seen_at > seenMilliseconds) await database.run(markSessionSeen, [row.session_id]);
    return toOpened(row);
  };

  const load = (token: string, isUse = true): Promise<Opened | undefined> => {
    const opened = read(token, isUse);
    const cached: CachedSession = { opened, until: now() + cacheSeconds * 1_000, account: undefined };
    opened.then(
      (found) => {
        cached.account = found?.staff.accountId;
        // A grant that ends by itself ends at its moment.
        cached.until = Math.min(cached.until, firstEnd(found?.staff.grants ?? []) ?? Infinity);
      },
      () => cache.delete(token),
    );
    cache.delete(token);
    cache.set(token, cached);
    const oldest = cache.keys().next();
    if (cache.size > cacheSize && !oldest.done) cache.delete(oldest.value);
    return opened;
  };

  const findOpened = async (cookies: Cookies): Promise<Opened | undefined> => {
    const token = tokenOf(cookies);
    if (token === undefined) return undefined;
    const cached = cache.get(token);
    return cached && cached.until > now() ? cached.opened : load(token);
  };

  return {
    find: async (cookies) => {
      const opened = await findOpened(cookies);
      return opened?.half ? undefined : opened?.staff;
    },
    findNow: async (cookies) => {
      const token = tokenOf(cookies);
      const opened = token === undefined ? undefined : await load(token, false);
      return opened?.half ? undefined : opened?.staff;
    },
    forget: (accountId) => {
      // Whom a session belongs to that is being read right now is not known yet: it may have been read before the change.
      for (const [token, { account }] of cache)
        if (accountId === undefined || account === undefined || account === accountId) cache.delete(token);
    },
    findHalf: async (cookies) => {
      const opened = await findOpened(cookies);
      return opened && now() - +opened.openedAt < halfMilliseconds ? opened.half : undefined;
    },
    open: async (accountId, { address, userAgent }, secondFactor) => {
      const token = newSessionToken();
      const values = [accountId, token, sessionSeconds, address, userAgent.slice(0, 400), secondFactor];
      const [row] = await database.run(insertSession, values);
      return row && cookie.write(token);
    },
    prove: async (cookies, secondFactor) => {
      const token = tokenOf(cookies);
      if (token === undefined) return undefined;
      const fresh = newSessionToken();
      const [row] = await database.run(proveSession, [token, fresh, secondFactor ?? null]);
      cache.delete(token);
      return row && cookie.write(fresh);
    },
    end: async (cookies) => {
      const token = tokenOf(cookies);
      if (token === undefined) return;
      await database.run(deleteSession, [token]);
      cache.delete(token);
    },
    list: (accountId) => database.run(listSessions, [accountId]),
    endOne: async (accountId, sessionId) => {
      const ended = await database.run(deleteOneSession, [accountId, sessionId]);
      for (const { token } of ended) cache.delete(token);
      return ended.length > 0;
    },
    endOthers: async (accountId, exceptSessionId) => {
      const ended = await database.run(deleteOtherSessions, [accountId, exceptSessionId ?? null]);
      for (const { token } of ended) cache.delete(token);
      return ended.length;
    },
    removeExpired: async () => {
      await database.run(deleteExpiredSessions);
      await database.run(deleteExpiredChallenges);
    },
  };
};
