import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import { APIError } from 'better-auth/api';
import type { Queryable } from '../base/database.ts';
import { Problem } from '../base/problem.ts';
import { recordAccountEvent, recordRefusedPassword } from './account-events.ts';
import { type Authentication, clientHeader } from './authentication.ts';
import { createAttemptLimit } from './attempt-limit.ts';
import { type Limited, takeAttempt } from './attempts.ts';
import type { Client, Cookies } from './client.ts';
import { clientNetwork } from './client-network.ts';
import type { SecondFactor } from './grant.ts';
import type { KnownBrowser } from './known-browser.ts';
import type { PasswordHashing } from './password-hashing.ts';
import type { Passkeys } from './passkeys.ts';
import type { SecondStep, Shown } from './second-step.ts';
import { readSetCookie } from './session-cookie.ts';
import type { StaffSessions } from './staff-sessions.ts';
import type { WorkQueue } from './work-queue.ts';

/** `limited` and `busy` carry the seconds after which it may work. */
export type Held =
  | { readonly kind: 'limited'; readonly retryAfter: number }
  | { readonly kind: 'busy'; readonly retryAfter: number };

/** `setCookies` are values of Set-Cookie headers. */
export type SignedIn = { readonly kind: 'signed-in'; readonly setCookies: readonly string[] };

/**
 * `refused` says neither whether the account exists nor which of the two was wrong, and takes as long in every case.
 * `second-step`: the password was right, and the account needs more; the cookies open nothing but that step.
 */
export type SignInOutcome =
  | SignedIn
  | { readonly kind: 'second-step'; readonly lacks: 'prove' | 'enrol'; readonly setCookies: readonly string[] }
  | { readonly kind: 'refused' }
  | Held;

/** `expired`: the first step was too long ago. */
export type SecondStepOutcome = SignedIn | { readonly kind: 'wrong' } | { readonly kind: 'expired' } | Held;

export interface SignInDesk {
  readonly signIn: (email: string, password: string, client: Client) => Promise<SignInOutcome>;
  /** The second step, in the browser of the first. */
  readonly prove: (shown: Shown, client: Client) => Promise<SecondStepOutcome>;
  /** Makes a half session whole after a factor was set up in it; undefined when it has ended. */
  readonly complete: (secondFactor: SecondFactor, client: Client) => Promise<SignedIn | undefined>;
  /** A passkey alone. */
  readonly signInWithPasskey: (
    answer: AuthenticationResponseJSON,
    client: Client,
  ) => Promise<SignedIn | { readonly kind: 'refused' } | Held>;
  /**
   * Somebody for whom an identity provider vouches.
   * @param secondFactor whether it also vouches for a second factor; otherwise ours is asked for where one is needed
   */
  readonly signInAs: (
    accountId: string,
    secondFactor: 'provider' | null,
    client: Client,
  ) => Promise<Extract<SignInOutcome, { setCookies: unknown }> | { readonly kind: 'refused' }>;
  /** Ends the session on the server; returns the Set-Cookie values that make the browser forget it. */
  readonly signOut: (cookies: Cookies) => Promise<readonly string[]>;
}

const quarterHour = 15 * 60;
// E-mail addresses end at 254 characters (RFC 5321): what is longer needs no room in memory.
const longestEmail = 254;

export const createSignInDesk = (options: {
  readonly database: Queryable;
  readonly authentication: Authentication;
  readonly hashing: Pick<PasswordHashing, 'assertRoom'>;
  readonly sessions: StaffSessions;
  readonly knownBrowser: KnownBrowser;
  readonly secondStep: SecondStep;
  readonly passkeys: Passkeys;
  /** Does what is not waited for, a few at once. */
  readonly background: WorkQueue;
  readonly onError: (message: string) => void;
  readonly now?: () => number;
}): SignInDesk => {
  const { database, authentication, hashing, sessions, knownBrowser, secondStep, passkeys } = options;
  const { background, onError, now = Date.now } = options;
  // Never by account alone: anybody could then lock anybody out.
  const perAccountAndClient = createAttemptLimit({ attempts: 10, seconds: quarterHour, now });
  const perClient = createAttemptLimit({ attempts: 100, seconds: quarterHour, now });

  const check = async (email: string, password: string, client: Client): Promise<readonly string[] | undefined> => {
    const headers = new Headers({ [clientHeader]: client.address, 'user-agent': client.userAgent.slice(0, 400) });
    try {
      const answer = await authentication.api.signInEmail({ body: { email, password }, headers, returnHeaders: true });
      return answer.headers.getSetCookie();
    } catch (error) {
      if (error instanceof APIError && (error.statusCode === 400 || error.statusCode === 401)) return undefined;
      throw error;
    }
  };

  const limitsFor = (email: string, { address, cookies }: Client): readonly Limited[] => {
    const browser = knownBrowser.find(cookies, email);
    if (browser !== undefined) return [{ limit: perAccountAndClient, key: `browser ${browser}` }];
    const network = clientNetwork(address);
    return [
      { limit: perAccountAndClient, key: `${network} ${email}` },
      { limit: perClient, key: network },
    ];
  };

  /** Not waited for: how long it takes must not tell whether there is such an account. */
  const noteRefused = (email: string, client: Client): void =>
    void background
      .run(() => recordRefusedPassword(database, email, client))
      .catch((error: Error) => onError(`a refused password: ${error.message}`));

  /** Says what a session that was just opened is good for, and notes the sign-in when it is whole. */
  const settle = async (setCookies: readonly string[], client: Client): Promise<SignInOutcome> => {
    const cookies = Object.fromEntries(setCookies.map(readSetCookie));
    const staff = await sessions.find(cookies);
    if (!staff) {
      const half = await sessions.findHalf(cookies);
      if (half) return { kind: 'second-step', lacks: half.lacks, setCookies };
      await sessions.end(cookies);
      return { kind: 'refused' };
    }
    const { accountId, sessionId, secondFactor } = staff;
    const details = { factor: secondFactor ?? 'none' };
    await recordAccountEvent(database, { accountId, kind: 'signed-in', sessionId, client, details });
    return { kind: 'signed-in', setCookies: [...setCookies, knownBrowser.remember(staff.email)] };
  };

  const complete: SignInDesk['complete'] = async (secondFactor, client) => {
    const cookie = await sessions.prove(client.cookies, secondFactor);
    const outcome = cookie === undefined ? undefined : await settle([cookie], client);
    return outcome?.kind === 'signed-in' ? outcome : undefined;
  };

  const openFor = async (accountId: string, secondFactor: SecondFactor | null, client: Client) => {
    const cookie = await sessions.open(accountId, client, secondFactor);
    if (cookie === undefined) return { kind: 'refused' } as const;
    await sessions.end(client.cookies);
    return settle([cookie], client);
  };

  return {
    signIn: async (typedEmail, password, client) => {
      const email = typedEmail.trim().toLowerCase().slice(0, longestEmail);
      const attempt = takeAttempt(limitsFor(email, client));
      if (attempt.wait > 0) return { kind: 'limited', retryAfter: attempt.wait };
      try {
        // Before anything is asked of the database: a storm must cost nothing.
        hashing.assertRoom();
        const setCookies = await check(email, password, client);
        if (!setCookies) {
          noteRefused(email, client);
          return { kind: 'refused' };
        }
        // A session that was open in this browser ends: its id may have been planted or seen.
        await sessions.end(client.cookies);
        attempt.giveBack();
        return await settle(setCookies, client);
      } catch (error) {
        attempt.giveBack();
        if (error instanceof Problem && error.code === 'overloaded')
          return { kind: 'busy', retryAfter: error.retryAfter ?? 1 };
        throw error;
      }
    },
    prove: async (shown, client) => {
      const half = await sessions.findHalf(client.cookies);
      if (half?.lacks !== 'prove') return { kind: 'expired' };
      const outcome = await secondStep.check(half.staff, shown, client);
      if (outcome.kind !== 'right') return outcome;
      return (await complete(outcome.factor, client)) ?? { kind: 'expired' };
    },
    complete,
    signInWithPasskey: async (answer, client) => {
      const limits = [{ limit: perClient, key: clientNetwork(client.address) }];
      const attempt = takeAttempt(limits);
      if (attempt.wait > 0) return { kind: 'limited', retryAfter: attempt.wait };
      const accountId = await passkeys.use(answer);
      if (accountId === undefined) return { kind: 'refused' };
      attempt.giveBack();
      const outcome = await openFor(accountId, 'passkey', client);
      return outcome.kind === 'second-step' ? { kind: 'refused' } : outcome;
    },
    signInAs: async (accountId, secondFactor, client) => {
      const outcome = await openFor(accountId, secondFactor, client);
      return outcome.kind === 'limited' || outcome.kind === 'busy' ? { kind: 'refused' } : outcome;
    },
    signOut: async (cookies) => {
      const staff = await sessions.find(cookies);
      await sessions.end(cookies);
      if (staff) {
        const { accountId, sessionId } = staff;
        await recordAccountEvent(database, { accountId, kind: 'signed-out', sessionId });
      }
      const { headers } = await authentication.api.signOut({ headers: new Headers(), returnHeaders: true });
      return headers.getSetCookie();
    },
  };
};
