import type { Database, Queryable } from '../base/database.ts';
import { Problem } from '../base/problem.ts';
import { administratorRole } from './administration.ts';
import { type ApiKeyRow, endKeyAt, findKeyById, insertKey } from './api-key-queries.ts';
import { hashOfKey, newKey, startOfKey } from './api-key-text.ts';
import { standingOfKey } from './api-keys.ts';
import { type DelegationParts, grantFaults, type GrantFault, mayEndGrant } from './delegation.ts';
import type { Staff } from './grant.ts';

/**
 * Making, replacing and ending the keys of an institution's systems. A key is given by whom, and within what, the same grant
 * would be given to a person: whoever could not grant it cannot make a key that has it.
 */
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

export interface KeyParts extends DelegationParts {
  readonly database: Database;
}

const store = async (
  queryable: Queryable,
  { name, institution, role, services, perMinute, until }: NewApiKey,
  { by, replaces }: { readonly by: string; readonly replaces?: string },
): Promise<MadeKey> => {
  const key = newKey();
  const scope = [name, institution, role, services, perMinute];
  const [row] = await queryable.run(insertKey, [
    ...scope,
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

/** What keeps `staff` from making such a key; none: nothing. No key administers, whoever makes it. */
export const keyFaults = (
  parts: DelegationParts,
  staff: Staff,
  { role, institution, services, until }: NewApiKey,
  now: Date,
): readonly GrantFault[] =>
  role === administratorRole
    ? ['unknown-role']
    : grantFaults(parts, staff, { accountId: '', role, institution, services, validUntil: until }, now);

export const makeKey = async (parts: KeyParts, staff: Staff, wanted: NewApiKey, now: Date): Promise<MadeKey> => {
  if (keyFaults(parts, staff, wanted, now).length > 0) throw new Problem('not-allowed');
  return store(parts.database, wanted, { by: staff.accountId });
};

/** Whether a key is among those that somebody administers. */
export const seesKey = (
  parts: DelegationParts,
  staff: Staff,
  key: Pick<ApiKeyRow, 'institution' | 'services'>,
): boolean => mayEndGrant(parts, staff, key);

/** The key, for who administers it; for everybody else there is none. */
export const getKey = async (parts: KeyParts, staff: Staff, id: string): Promise<ApiKeyRow> => {
  const [row] = isUuid(id) ? await parts.database.run(findKeyById, [id]) : [];
  if (!row || !seesKey(parts, staff, row)) throw new Problem('not-found');
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
  const { name, institution, role, services, per_minute: perMinute } = old;
  const wanted = { name, institution, role, services, perMinute, until };
  if (standingOfKey(old, now) !== 'standing' || old.demonstration) throw new Problem('state-changed');
  if (keyFaults(parts, staff, wanted, now).length > 0) throw new Problem('not-allowed');
  return parts.database.transaction(async (transaction) => {
    await transaction.run(endKeyAt, [id, oldEnds, staff.accountId]);
    return store(transaction, wanted, { by: staff.accountId, replaces: id });
  });
};

/** Ends a key now: within seconds it opens nothing. */
export const endKey = async (parts: KeyParts, staff: Staff, id: string, now: Date): Promise<void> => {
  await getKey(parts, staff, id);
  const [ended] = await parts.database.run(endKeyAt, [id, now, staff.accountId]);
  if (!ended) throw new Problem('state-changed');
};
