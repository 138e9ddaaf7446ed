import { type Accounts, type AccountsOptions, createAccount, openAccounts } from '../../src/access/accounts.ts';
import type { Grant } from '../../src/access/grant.ts';
import { grantRole } from '../../src/access/grants.ts';
import { createPasswordHashing, type PasswordHashing } from '../../src/access/password-hashing.ts';
import type { Client, Cookies } from '../../src/access/client.ts';
import { readSetCookie } from '../../src/access/session-cookie.ts';
import { createWorkQueue } from '../../src/access/work-queue.ts';
import type { Database } from '../../src/base/database.ts';

/** What everybody's password is, unless a test says otherwise. */
export const password = 'a long enough password';

export const testSecret = 'only-for-tests-0123456789-abcdefghijklmnopqrstuvwxyz';

/** Hashing that costs a millisecond, for tests that are not about its cost. */
export const cheapHashing = (): PasswordHashing =>
  createPasswordHashing(createWorkQueue({ atOnce: 2, waiting: 100, retryAfter: 5 }), { ln: 6, r: 8, p: 1 });

/** Accounts over a test's database, with a clock that the test moves. */
export const openTestAccounts = async (
  database: Database,
  options: Partial<Pick<AccountsOptions, 'origin' | 'hashing' | 'secondFactorRoles' | 'provider' | 'mayGive'>> = {},
): Promise<Accounts & { readonly clock: { time: number }; readonly errors: string[] }> => {
  const {
    origin = 'http://localhost:3000',
    hashing = cheapHashing(),
    secondFactorRoles = [],
    provider,
    mayGive,
  } = options;
  const clock = { time: Date.now() };
  const errors: string[] = [];
  const accounts = await openAccounts({
    database,
    secret: testSecret,
    origin,
    hashing,
    secondFactorRoles,
    provider,
    ...(mayGive && { mayGive }),
    now: () => clock.time,
    onError: (message) => errors.push(message),
  });
  return { ...accounts, clock, errors };
};

/** An account with these grants; returns its id. */
export const hire = async (
  database: Database,
  hashing: PasswordHashing,
  email: string,
  grants: readonly Grant[] = [],
): Promise<string> => {
  const passwordHash = await hashing.hash(password);
  const person = { email, name: 'رنا خوري', nameLatin: 'Rana Khoury', locale: 'ar', passwordHash } as const;
  const accountId = await createAccount(database, person);
  if (accountId === undefined) throw new Error(`${email} exists already`);
  for (const grant of grants) await grantRole(database, { ...grant, accountId });
  return accountId;
};

export const clientAt = (address: string, cookies: Cookies = {}): Client => ({ address, userAgent: 'test', cookies });

/** The cookies a browser would send back after this. */
export const cookiesOf = (outcome: { readonly kind: string; readonly setCookies?: readonly string[] }) => {
  if (!outcome.setCookies) throw new Error(`not signed in: ${outcome.kind}`);
  return Object.fromEntries(outcome.setCookies.map(readSetCookie)) as Record<string, string>;
};
