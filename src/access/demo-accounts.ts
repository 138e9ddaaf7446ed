import type { Database, Queryable } from '../base/database.ts';
import { insertDemoAbsence } from './absence-queries.ts';
import type { AccountKeys } from './account-keys.ts';
import { closeDemoAccounts, insertDemoTotp, listDemoAccounts, openDemoAccounts } from './account-queries.ts';
import { createAccount } from './accounts.ts';
import type { Demonstration } from './demonstration.ts';
import { totpBelongsTo } from './factors.ts';
import { grantRole } from './grants.ts';
import type { PasswordHashing } from './password-hashing.ts';

/**
 * Makes the demonstration accounts that are missing. When all are there it is one query: a password is hashed only when
 * one has to be made. Somebody who took a grant from such an account finds it still taken after a restart.
 */
export const ensureDemoAccounts = async (
  database: Database,
  hashing: Pick<PasswordHashing, 'hash'>,
  demonstration: Demonstration,
  keys: Pick<AccountKeys, 'seal'>,
): Promise<void> => {
  const existing = await database.run(listDemoAccounts);
  const closed = existing.some(({ open }) => !open);
  const missing = demonstration.accounts.filter(({ email }) => !existing.some((account) => account.email === email));
  if (missing.length === 0 && !closed) return;
  const passwordHash = await hashing.hash(demonstration.password);
  await database.transaction(async (transaction) => {
    if (closed) await transaction.run(openDemoAccounts, [passwordHash]);
    for (const { email, name, name_latin: nameLatin, grants, totp } of missing) {
      const account = { email, name, nameLatin, locale: 'ar', passwordHash, demonstration: true } as const;
      const accountId = await createAccount(transaction, account);
      // Taken: by another process that starts just now, or by a real account, which keeps its own rights.
      if (accountId === undefined) continue;
      if (totp !== undefined) {
        const sealed = keys.seal(totp, totpBelongsTo(accountId));
        await transaction.run(insertDemoTotp, [accountId, sealed]);
      }
      for (const { role, institution, services = null } of grants) {
        await grantRole(transaction, { accountId, role, institution, services });
      }
    }
    for (const { email, away } of missing)
      if (away) await transaction.run(insertDemoAbsence, [email, away.since, away.until, away.deputy ?? null]);
  });
};

/** Where DIWAN_DEMO is 0: whoever knows the published password gets nowhere, even if the demonstration ran here before. */
export const shutOutDemoAccounts = async (queryable: Queryable): Promise<void> => {
  await queryable.run(closeDemoAccounts);
};
