import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Database, Transaction } from '../base/database.ts';
import { createPrivateFile, findPrivateFile } from '../base/private-files.ts';
import { Problem } from '../base/problem.ts';
import type { Locale } from '../base/texts.ts';
import type { Effect, Settings } from '../territory/country-change.ts';
import { administratorRole } from './administration.ts';
import { createAccount } from './accounts.ts';
import { grantRole } from './grants.ts';
import { beginSetup, countAccounts, findSetup, finishSetup, lockSetup, saveSetup } from './setup-queries.ts';

/**
 * The first set-up of an installation that has no account yet. Whoever knows a token that lies in the data folder (and is
 * printed at the start) answers some pages, in one go or with pauses; the last one makes the first administrator and puts
 * everything in force in one transaction. From then on there is no set-up: not for a second browser that was as far, not
 * after a restart, not when the token leaks.
 */
export interface SetupAnswers {
  readonly settings?: Partial<Settings>;
  /** Places and institutions that take the place of those in the country's folder. */
  readonly own?: Effect['base'] & { readonly files: readonly string[] };
  /** The step on the country was answered. */
  readonly country?: 'folder' | 'own';
  readonly administrator?: {
    readonly email: string;
    readonly name: string;
    readonly nameLatin: string;
    readonly locale: Locale;
    readonly passwordHash: string;
    readonly institution: string;
  };
}

export interface Kept {
  readonly answers: SetupAnswers;
  readonly version: number;
}

export interface Setup {
  /** Whether it waits to be done; asked on many requests, it costs nothing. */
  readonly isOpen: () => boolean;
  readonly isToken: (given: string) => boolean;
  /** For the console: the path with the token. */
  readonly path: string | undefined;
  /** Where the token lies. */
  readonly file: string;
  /** What was answered so far; a Problem when it is finished. */
  readonly read: () => Promise<Kept>;
  /** Keeps answers; "state-changed" when somebody else kept something since `version`. */
  readonly save: (answers: SetupAnswers, version: number) => Promise<void>;
  /** Within the transaction that puts the settings in force: makes the administrator, once. */
  readonly finish: (transaction: Transaction, version: number) => Promise<void>;
  /** After its commit. */
  readonly close: () => void;
}

const fileName = 'setup-token';

export const openSetup = async (
  database: Database,
  { dataFolder, demo }: { readonly dataFolder: string; readonly demo: boolean },
): Promise<Setup> => {
  const file = join(dataFolder, fileName);
  let token: string | undefined;
  const isFinished = async (): Promise<boolean> => {
    const [row] = await database.run(findSetup);
    const [accounts] = await database.run(countAccounts);
    return row?.finished_at !== null || (accounts?.count ?? 0) > 0;
  };
  if (!demo) {
    await database.run(beginSetup);
    if (!(await isFinished())) {
      createPrivateFile(dataFolder, fileName, `${randomBytes(16).toString('hex')}\n`);
      token = findPrivateFile(file)?.toString().trim();
    }
  }
  const close = () => {
    token = undefined;
    rmSync(file, { force: true });
  };
  const hash = (text: string) => createHash('sha256').update(text).digest();
  const read = async (): Promise<Kept> => {
    const [row] = await database.run(findSetup);
    // Another program on the same database was quicker.
    if (row && row.finished_at !== null) close();
    if (token === undefined || !row || row.finished_at !== null) throw new Problem('not-found');
    return row;
  };
  return {
    isOpen: () => token !== undefined,
    isToken: (given) => token !== undefined && timingSafeEqual(hash(given), hash(token)),
    get path() {
      return token === undefined ? undefined : `/setup?token=${token}`;
    },
    file,
    read,
    save: async (answers, version) => {
      const [row] = await database.run(saveSetup, [JSON.stringify(answers), version]);
      if (!row) throw new Problem('state-changed');
    },
    finish: async (transaction, version) => {
      const [row] = await transaction.run(lockSetup);
      const [accounts] = await transaction.run(countAccounts);
      // Whoever was as far in another browser, or an account made on the way: it is never done twice.
      if (!row || row.finished_at !== null || row.version !== version || (accounts?.count ?? 0) > 0)
        throw new Problem('state-changed');
      const { administrator } = row.answers;
      if (!administrator) throw new Problem('not-possible');
      const { institution, ...person } = administrator;
      const accountId = await createAccount(transaction, person);
      if (accountId === undefined) throw new Problem('state-changed');
      await grantRole(transaction, { accountId, role: administratorRole, institution, services: null });
      await transaction.run(finishSetup);
    },
    close,
  };
};
