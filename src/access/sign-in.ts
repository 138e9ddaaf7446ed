import { APIError } from 'better-auth/api';
import { Problem } from '../base/problem.ts';
import { type Authentication, clientHeader } from './authentication.ts';
import { type AttemptLimit, createAttemptLimit } from './attempt-limit.ts';
import { clientNetwork } from './client-network.ts';
import type { KnownBrowser } from './known-browser.ts';
import type { PasswordHashing } from './password-hashing.ts';
import type { Cookies, StaffSessions } from './staff-sessions.ts';

/** Who is at the other end of the line. */
export interface Client {
  readonly address: string;
  readonly userAgent: string;
  readonly cookies: Cookies;
}

/**
 * `refused` says neither whether the account exists nor which of the two was wrong, and takes as long in every case.
 * `limited` and `busy` carry the seconds after which it may work.
 */
export type SignInOutcome =
  | { readonly kind: 'signed-in'; readonly setCookies: readonly string[] }
  | { readonly kind: 'refused' }
  | { readonly kind: 'limited'; readonly retryAfter: number }
  | { readonly kind: 'busy'; readonly retryAfter: number };

export interface SignInDesk {
  readonly signIn: (email: string, password: string, client: Client) => Promise<SignInOutcome>;
  /** Ends the session on the server; returns the Set-Cookie values that make the browser forget it. */
  readonly signOut: (cookies: Cookies) => Promise<readonly string[]>;
}

const quarterHour = 15 * 60;
// E-mail addresses end at 254 characters (RFC 5321): what is longer needs no room in memory.
const longestEmail = 254;

export const createSignInDesk = (options: {
  readonly authentication: Authentication;
  readonly hashing: Pick<PasswordHashing, 'assertRoom'>;
  readonly sessions: StaffSessions;
  readonly knownBrowser: KnownBrowser;
  readonly now?: () => number;
}): SignInDesk => {
  const { authentication, hashing, sessions, knownBrowser, now = Date.now } = options;
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

  return {
    signIn: async (typedEmail, password, client) => {
      const email = typedEmail.trim().toLowerCase().slice(0, longestEmail);
      const attempt = takeAttempt(limitsFor(email, client));
      if (attempt.wait > 0) return { kind: 'limited', retryAfter: attempt.wait };
      try {
        // Before anything is asked of the database: a storm must cost nothing.
        hashing.assertRoom();
        const setCookies = await check(email, password, client);
        if (!setCookies) return { kind: 'refused' };
        // A session that was open in this browser ends: its id may have been planted or seen.
        await sessions.end(client.cookies);
        attempt.giveBack();
        return { kind: 'signed-in', setCookies: [...setCookies, knownBrowser.remember(email)] };
      } catch (error) {
        attempt.giveBack();
        if (error instanceof Problem && error.code === 'overloaded')
          return { kind: 'busy', retryAfter: error.retryAfter ?? 1 };
        throw error;
      }
    },
    signOut: async (cookies) => {
      await sessions.end(cookies);
      const { headers } = await authentication.api.signOut({ headers: new Headers(), returnHeaders: true });
      return headers.getSetCookie();
    },
  };
};

interface Limited {
  readonly limit: AttemptLimit;
  readonly key: string;
}

/** Takes from all limits or from none. */
const takeAttempt = (limits: readonly Limited[]) => {
  const taken: Limited[] = [];
  const giveBack = () => {
    for (const { limit, key } of taken) limit.giveBack(key);
  };
  for (const limited of limits) {
    const wait = limited.limit.take(limited.key);
    if (wait > 0) {
      giveBack();
      return { wait, giveBack };
    }
    taken.push(limited);
  }
  return { wait: 0, giveBack };
};
