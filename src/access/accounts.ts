import type { Database, Queryable } from '../base/database.ts';
import type { Locale } from '../base/texts.ts';
import { insertAccount } from './account-queries.ts';
import { createAuthentication, hostPrefix } from './authentication.ts';
import { createKnownBrowser } from './known-browser.ts';
import { createPasswordHashing, type PasswordHashing } from './password-hashing.ts';
import { createSignInDesk, type SignInDesk } from './sign-in.ts';
import { createStaffSessions, type StaffSessions } from './staff-sessions.ts';

/** Everything that the rest of the program needs of accounts. */
export interface Accounts {
  readonly signInDesk: SignInDesk;
  readonly sessions: StaffSessions;
  /** Name of the cookie that carries a session. */
  readonly sessionCookie: string;
  readonly hashing: PasswordHashing;
}

export interface AccountsOptions {
  readonly database: Database;
  /** At least 32 random characters, kept outside the database; changing it signs everybody out. */
  readonly secret: string;
  /** Where people reach the program, such as `https://permits.example.gov`; with https the cookies are Secure. */
  readonly origin: string;
  readonly onError: (message: string) => void;
  readonly hashing?: PasswordHashing;
  /** Milliseconds, as of Date.now. */
  readonly now?: () => number;
}

export const openAccounts = async (options: AccountsOptions): Promise<Accounts> => {
  const { database, secret, origin, onError, hashing = createPasswordHashing(), now = Date.now } = options;
  const authentication = createAuthentication({ pool: database.pool, secret, origin, hashing, onError });
  const { name: sessionCookie } = (await authentication.$context).authCookies.sessionToken;
  const sessions = createStaffSessions({ database, secret, cookieName: sessionCookie, now });
  const knownBrowser = createKnownBrowser(secret, hostPrefix(origin));
  const signInDesk = createSignInDesk({ authentication, hashing, sessions, knownBrowser, now });
  return { signInDesk, sessions, sessionCookie, hashing };
};

export interface NewAccount {
  readonly email: string;
  /** In Arabic script. */
  readonly name: string;
  readonly nameLatin: string;
  readonly locale: Locale;
  /** As made by `PasswordHashing.hash`: hashed before the transaction, which must not wait for it. */
  readonly passwordHash: string;
  readonly demonstration?: boolean;
}

/** Makes an account that can sign in and may do nothing yet; undefined when the e-mail address is taken. */
export const createAccount = async (queryable: Queryable, account: NewAccount): Promise<string | undefined> => {
  const { email, name, nameLatin, locale, passwordHash, demonstration = false } = account;
  const values = [email.toLowerCase(), name, nameLatin, locale, passwordHash, demonstration];
  return (await queryable.run(insertAccount, values))[0]?.id;
};
