import type { Database, Queryable } from '../base/database.ts';
import { closeDemoAccounts, listDemoAccounts, openDemoAccounts } from './account-queries.ts';
import { createAccount } from './accounts.ts';
import type { Grant } from './grant.ts';
import { grantRole } from './grants.ts';
import type { PasswordHashing } from './password-hashing.ts';

/** Published in the README on purpose: these accounts show the program and exist only where DIWAN_DEMO is not 0. */
export const demoPassword = 'diwan-demo-2026';

interface DemoAccount {
  readonly email: string;
  readonly name: string;
  readonly nameLatin: string;
  readonly grants: readonly Grant[];
}

const at = (role: string, institution: string): readonly Grant[] => [{ role, institution, services: null }];

/** Invented people of the demonstration country, and what each may do. */
export const demoAccounts: readonly DemoAccount[] = [
  { email: 'agent@demo.diwan', name: 'رنا خوري', nameLatin: 'Rana Khoury', grants: at('permit-agent', 'interior-ministry') },
  { email: 'agent2@demo.diwan', name: 'سامر حداد', nameLatin: 'Samer Haddad', grants: at('permit-agent', 'interior-ministry') },
  { email: 'supervisor@demo.diwan', name: 'هدى منصور', nameLatin: 'Houda Mansour', grants: at('permit-supervisor', 'interior-ministry') },
  { email: 'police@demo.diwan', name: 'علي شحادة', nameLatin: 'Ali Chehade', grants: at('police', 'internal-security-forces') },
  { email: 'inspector@demo.diwan', name: 'مريم عيسى', nameLatin: 'Mariam Issa', grants: at('inspector', 'central-inspection') },
];

/**
 * Makes the demonstration accounts that are missing. When all are there it is one query: a password is hashed only when
 * one has to be made. Somebody who took a grant from such an account finds it still taken after a restart.
 */
export const ensureDemoAccounts = async (database: Database, hashing: Pick<PasswordHashing, 'hash'>): Promise<void> => {
  const existing = new Map((await database.run(listDemoAccounts)).map((account) => [account.email, account]));
  const missing = demoAccounts.filter(({ email }) => !existing.has(email));
  const closed = [...existing.values()].some(({ open }) => !open);
  if (missing.length === 0 && !closed) return;
  const passwordHash = await hashing.hash(demoPassword);
  await database.transaction(async (transaction) => {
    if (closed) await transaction.run(openDemoAccounts, [passwordHash]);
    for (const { grants, ...person } of missing) {
      const accountId = await createAccount(transaction, { ...person, locale: 'ar', passwordHash, demonstration: true });
      if (accountId === undefined) continue;
      for (const grant of grants) await grantRole(transaction, { ...grant, accountId });
    }
  });
};

/** Where DIWAN_DEMO is 0: whoever knows the published password gets nowhere, even if the demonstration ran here before. */
export const shutOutDemoAccounts = async (queryable: Queryable): Promise<void> => {
  await queryable.run(closeDemoAccounts);
};
