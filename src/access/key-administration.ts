import type { Database, Queryable } from '../base/database.ts';
import { Problem } from '../base/problem.ts';
import { endKeyAt, findKeyById, insertKey, type ApiKeyRow } from './api-key-queries.ts';
import { hashOfKey, newKey, startOfKey } from './api-key-text.ts';
import { standingOfKey } from './api-keys.ts';
import { isAdministratorOf } from './agreements.ts';
import type { Covers, Staff } from './grant.ts';

/** Making, replacing and ending the keys of an institution's systems, by its administrators. */
export interface NewApiKey {
  readonly name: string;
  readonly institution: string;
  readonly role: string;
  readonly services: readonly string[] | null;
  readonly perMinute: number;
  readonly until: Date;
}

export interface MadeKey {
  readonly id: string;
  /** The key itself: it exists nowhere else, and is shown once. */
  readonly key: string;
}

const store = async (
  queryable: Queryable,
  { name, institution, role, services, perMinute, until }: NewApiKey,
  { by, replaces }: { readonly by: string; readonly replaces?: string },
): Promise<MadeKey> => {
  const key = newKey();
  const [row] = await queryable.run(insertKey, [
    name,
    institution,
    role,
    services,
    perMinute,
    startOfKey(key),
    hashOfKey(key),
    until,
    by,
    replaces ?? null,
    false,
  ]);
  if (!row) throw new Error('a key was inserted but no id came back');
  return { id: row.id, key };
};

interface KeyParts {
  readonly database: Database;
  readonly covers: Covers;
}

/** @param offered the roles that a key may have: those of services, never those of the platform. */
export const makeKey = async (
  { database, covers }: KeyParts,
  staff: Staff,
  wanted: NewApiKey,
  offered: ReadonlySet<string>,
): Promise<MadeKey> => {
  if (!isAdministratorOf({ covers }, staff, wanted.institution) || !offered.has(wanted.role))
    throw new Problem('not-allowed');
  return store(database, wanted, { by: staff.accountId });
};

/** The key, for who administers its institution; for everybody else there is none. */
export const getKey = async ({ database, covers }: KeyParts, staff: Staff, id: string): Promise<ApiKeyRow> => {
  const [row] = isUuid(id) ? await database.run(findKeyById, [id]) : [];
  if (!row || !isAdministratorOf({ covers }, staff, row.institution)) throw new Problem('not-found');
  return row;
};

const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** A new key in place of one that holds, with the same rights; the old one goes on working until `oldEnds`. */
export const rotateKey = async (
  parts: KeyParts,
  staff: Staff,
  id: string,
  { now, oldEnds, until }: { readonly now: Date; readonly oldEnds: Date; readonly until: Date },
): Promise<MadeKey> => {
  const old = await getKey(parts, staff, id);
  if (standingOfKey(old, now) !== 'standing') throw new Problem('state-changed');
  const { name, institution, role, services, per_minute: perMinute } = old;
  return parts.database.transaction(async (transaction) => {
    await transaction.run(endKeyAt, [id, oldEnds, staff.accountId]);
    return store(
      transaction,
      { name, institution, role, services, perMinute, until },
      { by: staff.accountId, replaces: id },
    );
  });
};

/** Ends a key now: within seconds it opens nothing. */
export const endKey = async (parts: KeyParts, staff: Staff, id: string, now: Date): Promise<void> => {
  await getKey(parts, staff, id);
  const [ended] = await parts.database.run(endKeyAt, [id, now, staff.accountId]);
  if (!ended) throw new Problem('state-changed');
};
