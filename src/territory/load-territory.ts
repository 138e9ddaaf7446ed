import type { Queryable } from '../base/database.ts';
import { createBoundaries } from './boundaries.ts';
import { listBoundaries, listInstitutions, listPlaces } from './territory-queries.ts';
import { createTerritory, type Territory } from './territory.ts';

/** Reads the tables into memory: a country's territory is small and is asked for on every request. */
export const loadTerritory = async (queryable: Queryable): Promise<Territory> => {
  const [places, institutions, bounded] = await Promise.all([
    queryable.run(listPlaces),
    queryable.run(listInstitutions),
    queryable.run(listBoundaries),
  ]);
  return createTerritory(
    places.map(
      ({
        code,
        code_kind: codeKind,
        level,
        parent,
        name,
        other_names: otherNames,
        lon,
        lat,
        pcode,
        retired,
        successor,
      }) => ({
        code,
        level,
        name,
        parent: parent ?? undefined,
        point: lon === null || lat === null ? undefined : [lon, lat],
        codeKind,
        pcode: pcode ?? undefined,
        otherNames,
        retired,
        ...(successor !== null && { successor }),
      }),
    ),
    institutions.map(({ code, type, parent, place, name, retired, contact, successors }) => ({
      code,
      type,
      name,
      parent: parent ?? undefined,
      place: place ?? undefined,
      retired,
      ...(Object.keys(contact).length > 0 && { contact }),
      ...(successors.length > 0 && { successors }),
    })),
    createBoundaries(
      bounded.map(({ lon, lat, ...each }) => ({
        ...each,
        point: lon === null || lat === null ? undefined : [lon, lat],
      })),
    ),
  );
};
