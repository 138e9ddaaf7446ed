import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import type { Queryable } from '../base/database.ts';
import { recordAccountEvent } from './account-events.ts';
import { tellOwner } from './account-mail.ts';
import { createAttemptLimit } from './attempt-limit.ts';
import { takeAttempt } from './attempts.ts';
import type { Client } from './client.ts';
import { clientNetwork } from './client-network.ts';
import type { Factors } from './factors.ts';
import type { Staff } from './grant.ts';
import type { KnownBrowser } from './known-browser.ts';
import type { Passkeys } from './passkeys.ts';

/** What somebody shows beside the password: what was typed, or what a passkey answered. */
export type Shown = { readonly typed: string } | { readonly passkey: AuthenticationResponseJSON };

export type ShownOutcome =
  | { readonly kind: 'right'; readonly factor: 'totp' | 'recovery-code' | 'passkey' }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'limited'; readonly retryAfter: number };

/**
 * Checks a second factor. Whoever comes here knows the password, so guesses are also counted over the account, for
 * browsers that never signed in to it: thieves with many addresses run into that, the owner's own browser does not.
 */
export interface SecondStep {
  readonly check: (staff: Staff, shown: Shown, client: Client) => Promise<ShownOutcome>;
}

const quarterHour = 15 * 60;

export const createSecondStep = (options: {
  readonly database: Queryable;
  readonly factors: Factors;
  readonly passkeys: Passkeys;
  readonly knownBrowser: KnownBrowser;
  readonly now?: () => number;
}): SecondStep => {
  const { database, factors, passkeys, knownBrowser, now = Date.now } = options;
  const perClient = createAttemptLimit({ attempts: 10, seconds: quarterHour, now });
  const perAccount = createAttemptLimit({ attempts: 40, seconds: 4 * quarterHour, now });

  const limitsFor = ({ email, accountId }: Staff, { address, cookies }: Client) => {
    const browser = knownBrowser.find(cookies, email);
    return browser === undefined
      ? [
          { limit: perClient, key: `${clientNetwork(address)} ${accountId}` },
          { limit: perAccount, key: accountId },
        ]
      : [{ limit: perClient, key: `browser ${browser}` }];
  };

  const factorOf = async (accountId: string, shown: Shown) => {
    if ('typed' in shown) return factors.take(accountId, shown.typed);
    return (await passkeys.use(shown.passkey)) === accountId ? 'passkey' : undefined;
  };

  return {
    check: async (staff, shown, client) => {
      const attempt = takeAttempt(limitsFor(staff, client));
      if (attempt.wait > 0) return { kind: 'limited', retryAfter: attempt.wait };
      const { accountId, sessionId } = staff;
      try {
        const factor = await factorOf(accountId, shown);
        if (!factor) {
          await recordAccountEvent(database, { accountId, kind: 'factor-refused', sessionId, client });
          return { kind: 'wrong' };
        }
        attempt.giveBack();
        if (factor === 'recovery-code') {
          await recordAccountEvent(database, { accountId, kind: 'recovery-code-used', sessionId, client });
          await tellOwner(database, accountId, 'recovery-code-used', client);
        }
        return { kind: 'right', factor };
      } catch (error) {
        attempt.giveBack();
        throw error;
      }
    },
  };
};
