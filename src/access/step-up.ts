import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import type { Client } from './client.ts';
import type { Factors } from './factors.ts';
import type { Staff } from './grant.ts';
import type { Passkeys } from './passkeys.ts';
import type { Passwords } from './passwords.ts';
import type { SecondStep } from './second-step.ts';
import type { StaffSessions } from './staff-sessions.ts';

/** What somebody who is signed in shows again: a password, with a code where the account has a second factor, or a passkey. */
export type ShownAgain =
  | { readonly password: string; readonly code: string }
  | { readonly passkey: AuthenticationResponseJSON };

export type StepUpOutcome =
  /** The session goes on under a new token. */
  | { readonly kind: 'confirmed'; readonly setCookies: readonly string[] }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'limited'; readonly retryAfter: number };

export interface StepUp {
  /** What the account can show. */
  readonly waysOf: (accountId: string) => Promise<{ readonly asksCode: boolean; readonly hasPasskey: boolean }>;
  readonly confirm: (staff: Staff, shown: ShownAgain, client: Client) => Promise<StepUpOutcome>;
}

/** Lets somebody who is signed in show again who it is, before sensitive acts; see `requireFreshSignIn`. */
export const createStepUp = (parts: {
  readonly passwords: Passwords;
  readonly factors: Factors;
  readonly passkeys: Passkeys;
  readonly secondStep: SecondStep;
  readonly sessions: StaffSessions;
}): StepUp => {
  const { passwords, factors, passkeys, secondStep, sessions } = parts;

  const waysOf: StepUp['waysOf'] = async (accountId) => {
    const [{ totpSince }, own] = await Promise.all([factors.stateOf(accountId), passkeys.list(accountId)]);
    return { asksCode: totpSince !== undefined || own.length > 0, hasPasskey: own.length > 0 };
  };

  const check = async (staff: Staff, shown: ShownAgain, client: Client) => {
    if ('passkey' in shown) return secondStep.check(staff, shown, client);
    const checked = await passwords.check(staff, shown.password, client);
    if (checked === 'wrong') return { kind: 'wrong' } as const;
    if (checked !== 'right') return { kind: 'limited', ...checked } as const;
    const { asksCode } = await waysOf(staff.accountId);
    return asksCode ? secondStep.check(staff, { typed: shown.code }, client) : ({ kind: 'right' } as const);
  };

  return {
    waysOf,
    confirm: async (staff, shown, client) => {
      const outcome = await check(staff, shown, client);
      if (outcome.kind !== 'right') return outcome;
      const cookie = await sessions.prove(client.cookies, 'factor' in outcome ? outcome.factor : undefined);
      return cookie === undefined ? { kind: 'wrong' } : { kind: 'confirmed', setCookies: [cookie] };
    },
  };
};
