import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import type { Database } from '../base/database.ts';
import { recordAccountEvent } from './account-events.ts';
import { tellOwner } from './account-mail.ts';
import { putChallenge, takeChallenge } from './challenge-queries.ts';
import type { Client } from './client.ts';
import { deleteIdleRecoveryCodes } from './factor-queries.ts';
import type { Staff } from './grant.ts';
import {
  deletePasskey,
  findPasskey,
  insertPasskey,
  listPasskeys,
  markPasskeyUsed,
  type PasskeyRow,
} from './passkey-queries.ts';

/** Whose passkeys. */
export type PasskeyOwner = Pick<Staff, 'accountId' | 'email' | 'sessionId' | 'name'>;

/**
 * Passkeys (W3C Web Authentication, level 3). Each asks its owner for a PIN, finger or face, so that one is both what the
 * person has and knows or is: it signs in alone, and beside a password it is the second factor.
 * The library that checks them is loaded with the first one.
 */
export interface Passkeys {
  readonly list: (accountId: string) => Promise<readonly PasskeyRow[]>;
  /** What the browser needs to make one. */
  readonly beginAdding: (owner: PasskeyOwner) => Promise<PublicKeyCredentialCreationOptionsJSON>;
  /** Adds what the browser made; false when it is not right, or came too late. */
  readonly add: (
    owner: PasskeyOwner,
    answer: RegistrationResponseJSON,
    name: string,
    client: Client,
  ) => Promise<boolean>;
  readonly remove: (owner: PasskeyOwner, id: string, client: Client) => Promise<boolean>;
  /** What the browser needs to use one: of the account, or whichever the person picks. */
  readonly beginUsing: (accountId?: string) => Promise<PublicKeyCredentialRequestOptionsJSON>;
  /** The account whose passkey answered; undefined when the answer is not right, not asked for, or used before. */
  readonly use: (answer: AuthenticationResponseJSON) => Promise<string | undefined>;
}

const challengeSeconds = 300;

export const createPasskeys = ({
  database,
  origin,
  title,
}: {
  readonly database: Database;
  /** Where people reach the program: a passkey works nowhere else. */
  readonly origin: string;
  /** What the program is called in the person's list of passkeys. */
  readonly title: string;
}): Passkeys => {
  const rpID = new URL(origin).hostname;
  const load = () => import('@simplewebauthn/server');

  const keep = async (purpose: 'add' | 'use', challenge: string, value: string) => {
    await database.run(putChallenge, [`passkey-${purpose}:${challenge}`, value, challengeSeconds]);
  };
  /** A challenge is answered once, for what it was made for. */
  const takeFor = (purpose: 'add' | 'use', accepted: (value: string) => boolean) => async (challenge: string) => {
    const [row] = await database.run(takeChallenge, [`passkey-${purpose}:${challenge}`]);
    return row !== undefined && accepted(row.value);
  };

  const note = async (
    owner: PasskeyOwner,
    kind: 'passkey-added' | 'passkey-removed',
    passkey: string,
    client: Client,
  ) =>
    database.transaction(async (transaction) => {
      const { accountId, sessionId } = owner;
      await recordAccountEvent(transaction, { accountId, kind, sessionId, client, details: { passkey } });
      await tellOwner(transaction, accountId, kind, client);
    });

  return {
    list: (accountId) => database.run(listPasskeys, [accountId]),
    beginAdding: async ({ accountId, email, name }) => {
      const { generateRegistrationOptions } = await load();
      const own = await database.run(listPasskeys, [accountId]);
      const options = await generateRegistrationOptions({
        rpName: title,
        rpID,
        userName: email,
        userDisplayName: name.ar,
        userID: new Uint8Array(Buffer.from(accountId)),
        attestationType: 'none',
        excludeCredentials: own.map(({ credential_id: id, transports }) => ({ id, transports: [...transports] })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        timeout: challengeSeconds * 1_000,
      });
      await keep('add', options.challenge, accountId);
      return options;
    },
    add: async (owner, answer, name, client) => {
      const { verifyRegistrationResponse } = await load();
      const verified = await verifyRegistrationResponse({
        response: answer,
        expectedChallenge: takeFor('add', (value) => value === owner.accountId),
        expectedOrigin: origin,
        expectedRPID: rpID,
        requireUserVerification: true,
      }).catch(() => undefined);
      if (!verified?.verified) return false;
      const { credential, credentialBackedUp } = verified.registrationInfo;
      const [row] = await database.run(insertPasskey, [
        owner.accountId,
        credential.id,
        Buffer.from(credential.publicKey),
        credential.counter,
        credential.transports ?? [],
        credentialBackedUp,
        name,
      ]);
      if (row) await note(owner, 'passkey-added', row.id, client);
      return row !== undefined;
    },
    remove: async (owner, id, client) => {
      const [row] = await database.run(deletePasskey, [owner.accountId, id]);
      await database.run(deleteIdleRecoveryCodes, [owner.accountId]);
      if (row) await note(owner, 'passkey-removed', row.id, client);
      return row !== undefined;
    },
    beginUsing: async (accountId) => {
      const { generateAuthenticationOptions } = await load();
      const own = accountId === undefined ? [] : await database.run(listPasskeys, [accountId]);
      const options = await generateAuthenticationOptions({
        rpID,
        userVerification: 'required',
        allowCredentials: own.map(({ credential_id: id, transports }) => ({
          id,
          transports: [...transports],
        })),
        timeout: challengeSeconds * 1_000,
      });
      await keep('use', options.challenge, '');
      return options;
    },
    use: async (answer) => {
      const [passkey] = typeof answer.id === 'string' ? await database.run(findPasskey, [answer.id]) : [];
      if (!passkey) return undefined;
      const { verifyAuthenticationResponse } = await load();
      const verified = await verifyAuthenticationResponse({
        response: answer,
        expectedChallenge: takeFor('use', () => true),
        expectedOrigin: origin,
        expectedRPID: rpID,
        requireUserVerification: true,
        credential: {
          id: passkey.credential_id,
          publicKey: new Uint8Array(passkey.public_key),
          counter: passkey.sign_count,
        },
      }).catch(() => undefined);
      if (!verified?.verified) return undefined;
      const [used] = await database.run(markPasskeyUsed, [passkey.id, verified.authenticationInfo.newCounter]);
      return used && passkey.account_id;
    },
  };
};
