import { createHash } from 'node:crypto';
import type { Database, Transaction } from '../base/database.ts';
import type { DeclaredTerritory } from './declared-territory.ts';
import {
  findTerritoryDigest,
  lockTerritory,
  retireOtherInstitutions,
  retireOtherPlaces,
  setTerritoryDigest,
  upsertInstitutions,
  upsertPlaces,
} from './territory-queries.ts';

export type Installation =
  | { readonly changed: false }
  | {
      readonly changed: true;
      readonly retiredPlaces: readonly string[];
      readonly retiredInstitutions: readonly string[];
    };

/**
 * Puts what the country's files declare into the tables, in one transaction, when it differs from what was put there last.
 * What is no longer declared is marked retired and comes back unharmed when it is declared again.
 */
export const installTerritory = (database: Database, declared: DeclaredTerritory): Promise<Installation> =>
  database.transaction(async (transaction) => {
    await transaction.run(lockTerritory);
    return putTerritory(transaction, declared);
  });

/** The same within a transaction that holds the lock. */
export const putTerritory = async (transaction: Transaction, declared: DeclaredTerritory): Promise<Installation> => {
  const digest = createHash('sha256')
    .update(JSON.stringify([declared.places, declared.institutions]))
    .digest('hex');
  const [installed] = await transaction.run(findTerritoryDigest);
  if (installed?.digest === digest) return { changed: false };
  const places = declared.places.map(({ codeKind, otherNames, point, ...place }) => ({
    ...place,
    code_kind: codeKind,
    other_names: otherNames,
    lon: point?.[0],
    lat: point?.[1],
  }));
  await transaction.run(upsertPlaces, [JSON.stringify(places)]);
  await transaction.run(upsertInstitutions, [JSON.stringify(declared.institutions)]);
  const retiredPlaces = await transaction.run(retireOtherPlaces, [declared.places.map(({ code }) => code)]);
  const retiredInstitutions = await transaction.run(retireOtherInstitutions, [
    declared.institutions.map(({ code }) => code),
  ]);
  await transaction.run(setTerritoryDigest, [digest]);
  return {
    changed: true,
    retiredPlaces: retiredPlaces.map(({ code }) => code),
    retiredInstitutions: retiredInstitutions.map(({ code }) => code),
  };
};
