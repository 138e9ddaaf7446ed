import type { Queryable } from '../base/database.ts';
import {
  type AccountEventRow,
  insertAccountEvent,
  insertRefusedPassword,
  listAccountEvents,
} from './account-event-queries.ts';
import type { Client } from './client.ts';
import { clientNetwork } from './client-network.ts';
import { deviceOf } from './device.ts';

/** Everything that happens to an account and is kept. What is new here gets words in `accountEventTexts`. */
export const accountEventKinds = [
  'signed-in',
  'signed-out',
  'password-refused',
  'factor-refused',
  'session-ended',
  'password-changed',
  'password-reset-asked',
  'password-reset',
  'totp-added',
  'totp-removed',
  'passkey-added',
  'passkey-removed',
  'recovery-codes-made',
  'recovery-code-used',
  'provider-linked',
  'profile-changed',
  'joined',
  'account-closed',
  'account-reopened',
  'factors-taken',
  'absence-said',
  'absence-ended',
] as const;
export type AccountEventKind = (typeof accountEventKinds)[number];

export interface NewAccountEvent {
  readonly accountId: string;
  readonly kind: AccountEventKind;
  /** Who did it; the person when left out. */
  readonly by?: string;
  readonly sessionId?: string | undefined;
  /** From where; left out where the program itself acts. */
  readonly client?: Pick<Client, 'address' | 'userAgent'>;
  /** Codes and ids, never anything that was typed. */
  readonly details?: Readonly<Record<string, string | number | boolean>>;
}

/** Writes down what happened to an account. Nobody can change or remove it afterwards. */
export const recordAccountEvent = async (queryable: Queryable, event: NewAccountEvent): Promise<void> => {
  const { accountId, kind, by = accountId, sessionId = null, client, details = {} } = event;
  const from = client ? [clientNetwork(client.address), deviceOf(client.userAgent) || null] : [null, null];
  await queryable.run(insertAccountEvent, [accountId, kind, by, sessionId, ...from, JSON.stringify(details)]);
};

/** Writes down that somebody tried a wrong password for an address, where there is an account of it. */
export const recordRefusedPassword = async (
  queryable: Queryable,
  email: string,
  { address, userAgent }: Pick<Client, 'address' | 'userAgent'>,
): Promise<void> => {
  await queryable.run(insertRefusedPassword, [email, clientNetwork(address), deviceOf(userAgent) || null]);
};

/** What happened to an account, the newest first; at most `limit`, before the event with this id. */
export const readAccountEvents = (
  queryable: Queryable,
  accountId: string,
  { before = Number.MAX_SAFE_INTEGER, limit = 50 }: { readonly before?: number; readonly limit?: number } = {},
): Promise<readonly AccountEventRow[]> => queryable.run(listAccountEvents, [accountId, before, limit]);
