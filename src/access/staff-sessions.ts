import type { Queryable } from '../base/database.ts';
import type { Staff } from './grant.ts';
import { deleteExpiredSessions, deleteSession, findStaffBySession, type StaffRow } from './session-queries.ts';
import { readSignedCookie } from './cookie-signature.ts';

/** What the browser sent, decoded, by name. */
export type Cookies = Readonly<Record<string, string | undefined>>;

export interface StaffSessions {
  /**
   * Who is signed in; undefined for everybody else. Without a session cookie, or with a forged one, nothing is asked of
   * the database. A revoked grant or session is noticed within `cacheSeconds`.
   */
  readonly find: (cookies: Cookies) => Promise<Staff | undefined>;
  /** Ends the session, here at once and in other processes within `cacheSeconds`. */
  readonly end: (cookies: Cookies) => Promise<void>;
  /** Removes sessions that have expired; for a job now and then. */
  readonly removeExpired: () => Promise<void>;
}

const cacheSeconds = 3;
const cacheSize = 10_000;

const toStaff = (row: StaffRow): Staff => ({
  accountId: row.account_id,
  sessionId: row.session_id,
  email: row.email,
  name: { ar: row.name, fr: row.name_latin, en: row.name_latin },
  locale: row.locale,
  demonstration: row.demonstration,
  grants: row.grants,
});

export const createStaffSessions = (options: {
  readonly database: Queryable;
  readonly secret: string;
  readonly cookieName: string;
  readonly now?: () => number;
}): StaffSessions => {
  const { database, secret, cookieName, now = Date.now } = options;
  const cache = new Map<string, { readonly staff: Promise<Staff | undefined>; readonly until: number }>();
  const tokenOf = (cookies: Cookies) => readSignedCookie(secret, cookies[cookieName]);

  const load = (token: string): Promise<Staff | undefined> => {
    const staff = database.run(findStaffBySession, [token]).then(([row]) => row && toStaff(row));
    staff.catch(() => cache.delete(token));
    cache.delete(token);
    cache.set(token, { staff, until: now() + cacheSeconds * 1_000 });
    const oldest = cache.keys().next();
    if (cache.size > cacheSize && !oldest.done) cache.delete(oldest.value);
    return staff;
  };

  return {
    find: async (cookies) => {
      const token = tokenOf(cookies);
      if (token === undefined) return undefined;
      const cached = cache.get(token);
      return cached && cached.until > now() ? cached.staff : load(token);
    },
    end: async (cookies) => {
      const token = tokenOf(cookies);
      if (token === undefined) return;
      await database.run(deleteSession, [token]);
      cache.delete(token);
    },
    removeExpired: async () => {
      await database.run(deleteExpiredSessions);
    },
  };
};
