import type { Database, Queryable, Transaction } from '../base/database.ts';
import { recordAccountEvent } from './account-events.ts';
import type { AccountKeys } from './account-keys.ts';
import { tellOwner } from './account-mail.ts';
import type { Client } from './client.ts';
import {
  beginTotp,
  confirmTotp,
  deleteIdleRecoveryCodes,
  deleteTotp,
  findFactors,
  findTotp,
  replaceRecoveryCodes,
  takeRecoveryCode,
  takeTotpStep,
} from './factor-queries.ts';
import type { Staff } from './grant.ts';
import { newRecoveryCodes, readRecoveryCode } from './recovery-codes.ts';
import { newTotpSecret, readTotpCode, totpCodeOf, totpStep, totpStepOf, totpUri } from './totp.ts';

/** Whose factors: what an account is called where they are set up. */
export type FactorOwner = Pick<Staff, 'accountId' | 'email' | 'sessionId'>;

export interface FactorState {
  /** Since when an authenticator app is set up. */
  readonly totpSince: Date | undefined;
  readonly codesLeft: number;
  readonly codesMadeAt: Date | undefined;
}

export interface TotpSetUp {
  /** In base32, for who types it. */
  readonly secret: string;
  /** For the QR code. */
  readonly uri: string;
}

/** Second factors but passkeys: the authenticator app and the recovery codes of an account. */
export interface Factors {
  readonly stateOf: (accountId: string) => Promise<FactorState>;
  /** Begins to set up an authenticator app, or goes on; undefined when one is set up already. */
  readonly beginTotp: (owner: FactorOwner, issuer: string) => Promise<TotpSetUp | undefined>;
  /** Sets it up when the code is right; false otherwise. */
  readonly confirmTotp: (owner: FactorOwner, typedCode: string, client: Client) => Promise<boolean>;
  /** False when there is none. */
  readonly removeTotp: (owner: FactorOwner, client: Client) => Promise<boolean>;
  /** New recovery codes, to be shown once; those before them work no more. */
  readonly makeRecoveryCodes: (owner: FactorOwner, client: Client) => Promise<readonly string[]>;
  /** A code that will be taken, for accounts of the demonstration; undefined when the next one has to be waited for. */
  readonly codeToShow: (accountId: string) => Promise<string | undefined>;
  /** Takes what was typed as a code of the app or as a recovery code; each is taken once. */
  readonly take: (accountId: string, typed: string) => Promise<'totp' | 'recovery-code' | undefined>;
}

/** What the key of an authenticator app is sealed for. */
export const totpBelongsTo = (accountId: string): string => `totp ${accountId}`;

export const createFactors = ({
  database,
  keys,
  now = Date.now,
}: {
  readonly database: Database;
  readonly keys: AccountKeys;
  readonly now?: () => number;
}): Factors => {
  const readTotp = async (queryable: Queryable, accountId: string) => {
    const [row] = await queryable.run(findTotp, [accountId]);
    return row && { secret: keys.open(row.secret, totpBelongsTo(accountId)), confirmed: row.confirmed };
  };

  const note = async (
    transaction: Transaction,
    { accountId, sessionId }: FactorOwner,
    kind: 'totp-added' | 'totp-removed' | 'recovery-codes-made',
    client: Client,
  ) => {
    await recordAccountEvent(transaction, { accountId, kind, sessionId, client });
    await tellOwner(transaction, accountId, kind, client);
  };

  const stepOf = async (accountId: string, typed: string, confirmed: boolean): Promise<number | undefined> => {
    const code = readTotpCode(typed);
    const totp = code === undefined ? undefined : await readTotp(database, accountId);
    return code !== undefined && totp?.confirmed === confirmed ? totpStepOf(totp.secret, code, now()) : undefined;
  };

  return {
    stateOf: async (accountId) => {
      const [row] = await database.run(findFactors, [accountId]);
      return {
        totpSince: row?.totp_since ?? undefined,
        codesLeft: row?.codes_left ?? 0,
        codesMadeAt: row?.codes_made_at ?? undefined,
      };
    },
    beginTotp: async ({ accountId, email }, issuer) => {
      await database.run(beginTotp, [accountId, keys.seal(newTotpSecret(), totpBelongsTo(accountId))]);
      const totp = await readTotp(database, accountId);
      if (!totp || totp.confirmed) return undefined;
      return { secret: totp.secret, uri: totpUri(totp.secret, { issuer, label: email }) };
    },
    confirmTotp: async (owner, typedCode, client) => {
      const step = await stepOf(owner.accountId, typedCode, false);
      if (step === undefined) return false;
      return database.transaction(async (transaction) => {
        const [taken] = await transaction.run(confirmTotp, [owner.accountId, step]);
        if (taken) await note(transaction, owner, 'totp-added', client);
        return taken !== undefined;
      });
    },
    removeTotp: (owner, client) =>
      database.transaction(async (transaction) => {
        const [removed] = await transaction.run(deleteTotp, [owner.accountId]);
        await transaction.run(deleteIdleRecoveryCodes, [owner.accountId]);
        if (removed) await note(transaction, owner, 'totp-removed', client);
        return removed !== undefined;
      }),
    makeRecoveryCodes: async (owner, client) => {
      const codes = newRecoveryCodes();
      const hashes = codes.map((code) => keys.hashCode(owner.accountId, code));
      await database.transaction(async (transaction) => {
        await transaction.run(replaceRecoveryCodes, [owner.accountId, hashes]);
        await note(transaction, owner, 'recovery-codes-made', client);
      });
      return codes;
    },
    codeToShow: async (accountId) => {
      const [row] = await database.run(findTotp, [accountId]);
      const step = Math.max(totpStep(now()), (row?.last_step ?? 0) + 1);
      if (!row || step > totpStep(now()) + 1) return undefined;
      return totpCodeOf(keys.open(row.secret, totpBelongsTo(accountId)), step);
    },
    take: async (accountId, typed) => {
      const step = await stepOf(accountId, typed, true);
      if (step !== undefined) {
        const [taken] = await database.run(takeTotpStep, [accountId, step]);
        return taken ? 'totp' : undefined;
      }
      const code = readRecoveryCode(typed);
      if (code === undefined) return undefined;
      const [taken] = await database.run(takeRecoveryCode, [accountId, keys.hashCode(accountId, code)]);
      return taken ? 'recovery-code' : undefined;
    },
  };
};
