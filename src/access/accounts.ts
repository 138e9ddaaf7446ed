import type { Database, Queryable } from '../base/database.ts';
import type { Locale } from '../base/texts.ts';
import { type AccountKeys, createAccountKeys } from './account-keys.ts';
import { insertAccount } from './account-queries.ts';
import { createAuthentication, hostPrefix } from './authentication.ts';
import { createFactors, type Factors } from './factors.ts';
import type { InvitedGrant } from './invitation-queries.ts';
import { createInvitations, type Invitations } from './invitations.ts';
import { createKnownBrowser } from './known-browser.ts';
import { createPasskeys, type Passkeys } from './passkeys.ts';
import { createPasswordHashing, type PasswordHashing } from './password-hashing.ts';
import { createPasswordJudge, type PasswordJudge } from './password-judge.ts';
import { createPasswords, type Passwords } from './passwords.ts';
import { createProvider, type Provider, type ProviderConfig } from './provider.ts';
import { createSecondStep, type SecondStep } from './second-step.ts';
import { createSessionCookie } from './session-cookie.ts';
import { createStepUp, type StepUp } from './step-up.ts';
import { createSignInDesk, type SignInDesk } from './sign-in.ts';
import { createStaffSessions, type StaffSessions } from './staff-sessions.ts';
import { createWorkQueue } from './work-queue.ts';

/** Everything that the rest of the program needs of accounts. */
export interface Accounts {
  readonly signInDesk: SignInDesk;
  readonly sessions: StaffSessions;
  /** Name of the cookie that carries a session. */
  readonly sessionCookie: string;
  readonly hashing: PasswordHashing;
  readonly passwords: Passwords;
  readonly passwordJudge: PasswordJudge;
  readonly factors: Factors;
  readonly passkeys: Passkeys;
  readonly secondStep: SecondStep;
  readonly stepUp: StepUp;
  readonly invitations: Invitations;
  /** The identity provider of the state, where there is one. */
  readonly provider: Provider | undefined;
  /** What messages need to write links. */
  readonly accountKeys: AccountKeys;
}

export interface AccountsOptions {
  readonly database: Database;
  /** At least 32 random characters, kept outside the database; changing it signs everybody out. */
  readonly secret: string;
  /** Where people reach the program, such as `https://permits.example.gov`; with https the cookies are Secure. */
  readonly origin: string;
  /** What the program is called in authenticator apps and lists of passkeys. */
  readonly title?: string;
  /** Names of the program and of who runs it, of which no password is made. */
  readonly contextWords?: readonly string[];
  readonly onError: (message: string) => void;
  /** Called when there is something in the outbox. */
  readonly afterWrite?: () => void;
  /** Roles whose holders need a second factor. */
  readonly secondFactorRoles?: readonly string[];
  /** A list of stolen passwords, as of `isInBreachedFile`. */
  readonly breachedFile?: string | undefined;
  readonly provider?: ProviderConfig | undefined;
  readonly hashing?: PasswordHashing;
  /** Whether somebody may (still) promise rights to who is invited; left out: yes. */
  readonly mayGive?: (inviter: string, grants: readonly InvitedGrant[]) => Promise<boolean>;
  /** Milliseconds, as of Date.now. */
  readonly now?: () => number;
}

/** Messages about forgotten passwords, and notes of wrong ones, that are made at once, and that may wait. */
const background = { atOnce: 2, waiting: 1_000, retryAfter: 60 };

export const openAccounts = async (options: AccountsOptions): Promise<Accounts> => {
  const { database, secret, origin, title = 'Diwan', onError, afterWrite = () => undefined, now = Date.now } = options;
  const { hashing = createPasswordHashing(), secondFactorRoles = [], mayGive = () => Promise.resolve(true) } = options;
  const prefix = hostPrefix(origin);
  const keys = createAccountKeys(secret);
  const authentication = createAuthentication({ pool: database.pool, secret, origin, hashing, onError });
  const { name: sessionCookie } = (await authentication.$context).authCookies.sessionToken;
  const cookie = createSessionCookie(sessionCookie, secret, prefix !== '');
  const sessions = createStaffSessions({ database, secret, cookie, secondFactorRoles, now });
  const knownBrowser = createKnownBrowser(secret, prefix);
  const judge = createPasswordJudge(options.breachedFile, [title, ...(options.contextWords ?? [])]);
  const factors = createFactors({ database, keys, now });
  const passkeys = createPasskeys({ database, origin, title });
  const secondStep = createSecondStep({ database, factors, passkeys, knownBrowser, now });
  const queue = createWorkQueue(background);
  const passwords = createPasswords({
    database,
    hashing,
    judge,
    keys,
    sessions,
    background: queue,
    onError,
    afterWrite,
    now,
  });
  return {
    signInDesk: createSignInDesk({
      database,
      authentication,
      hashing,
      sessions,
      knownBrowser,
      secondStep,
      passkeys,
      background: queue,
      onError,
      now,
    }),
    sessions,
    sessionCookie,
    hashing,
    passwords,
    passwordJudge: judge,
    factors,
    passkeys,
    secondStep,
    stepUp: createStepUp({ passwords, factors, passkeys, secondStep, sessions }),
    invitations: createInvitations({ database, keys, hashing, judge, afterWrite, mayGive }),
    provider:
      options.provider && createProvider({ config: options.provider, database, secret, origin, prefix, onError }),
    accountKeys: keys,
  };
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
