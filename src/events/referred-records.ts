import type { Queryable } from '../base/database.ts';
import { namePattern } from '../base/name-pattern.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { RecordSettings } from '../definition/fields/record.ts';
import type { Field } from '../definition/service.ts';
import { latinDigits } from '../form/digits.ts';
import type { ReferredRecord, World } from '../form/world.ts';
import { readReference, referenceOf } from './reference.ts';
import { findReferred, newestRecord, type ReferredRow, searchReferable } from './referred-queries.ts';

/**
 * Records that answers name. Reading an answer waits for nothing, so whoever is about to read answers lets those that
 * they name be looked up before; what was looked up last is what is found then.
 */
export interface ReferredRecords extends Required<Pick<World, 'findRecord' | 'foundRecords'>> {
  /** Looks up every record that is named anywhere in these values, as they are now. */
  readonly know: (...values: readonly unknown[]) => Promise<void>;
  /** Looks for records that may be named, by a part of what is shown of them or by their reference. */
  readonly search: (among: RecordSettings, q: string) => Promise<void>;
}

const mostKept = 20_000;
const mostSearches = 500;
/** A search reads this many of the newest records: what people name is seldom older, and its reference still finds it. */
const window = 100_000;

export const createReferredRecords = ({
  database,
  catalogue,
}: {
  readonly database: Queryable;
  readonly catalogue: Pick<Catalogue, 'getVersion'>;
}): ReferredRecords => {
  const known = new Map<number, ReferredRecord>();
  const searches = new Map<string, readonly ReferredRecord[]>();

  const keep = async ({ id, service_version, state, data }: ReferredRow): Promise<ReferredRecord> => {
    const service = await catalogue.getVersion(service_version);
    const record = { reference: referenceOf(service.referencePrefix, id), service, state, answers: data };
    putLast(known, id, record, mostKept);
    return record;
  };
  const know = async (...values: readonly unknown[]): Promise<void> => {
    const ids = new Set<number>();
    for (const value of values) collect(value, ids);
    if (ids.size === 0) return;
    for (const row of await database.run(findReferred, [[...ids]])) await keep(row);
  };
  const findRecord = (text: string): ReferredRecord | undefined => {
    const read = readReference(latinDigits(text));
    const found = read && known.get(read.id);
    return found?.service.referencePrefix === read?.prefix ? found : undefined;
  };
  return {
    know,
    findRecord,
    foundRecords: (among, q) => searches.get(keyOf(among, q)),
    search: async (among, q) => {
      await know(q);
      const named = findRecord(q);
      const pattern = among.shows.length > 0 ? namePattern(q) : undefined;
      const [newest] = pattern === undefined ? [] : await database.run(newestRecord);
      const rows =
        pattern === undefined
          ? []
          : await database.run(searchReferable, [
              among.service,
              among.states,
              Math.max(0, (newest?.last ?? 0) - window),
              among.shows,
              pattern,
            ]);
      const found = await Promise.all(rows.map(keep));
      putLast(
        searches,
        keyOf(among, q),
        named ? [named, ...found.filter((each) => each !== named)] : found,
        mostSearches,
      );
    },
  };
};

const keyOf = ({ service, states, shows }: RecordSettings, q: string): string =>
  JSON.stringify([service, states, shows, q]);

/** Puts an entry last and lets go of the one that was put longest ago, when there are too many. */
const putLast = <Key, Value>(map: Map<Key, Value>, key: Key, value: Value, most: number): void => {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.size > most ? map.keys() : [];
  if (oldest !== undefined) map.delete(oldest);
};

const mostNamed = 10_000;

/** The numbers of the records that are named in a value, at any depth. */
const collect = (value: unknown, into: Set<number>): void => {
  if (into.size >= mostNamed) return;
  if (typeof value === 'string') {
    const read = value.length <= 40 ? readReference(latinDigits(value)) : undefined;
    if (read) into.add(read.id);
  } else if (typeof value === 'object' && value !== null) {
    for (const each of Object.values(value)) collect(each, into);
  }
};

// Compiled fields never change; a form is asked whether it names records with every submission.
const naming = new WeakMap<object, boolean>();

/** The fields among these, and in their rows, whose answers name records; with the names that their inputs begin with. */
export const recordFields = (fields: Iterable<Field>): readonly (RecordSettings & { readonly path: string })[] =>
  [...fields].flatMap((field) =>
    field.type === 'record'
      ? [{ ...field, path: field.name }]
      : field.type === 'rows'
        ? recordFields(field.fields).map((inner) => ({ ...inner, path: `${field.name}.${inner.path}` }))
        : [],
  );

export const namesRecords = (fields: ReadonlyMap<string, Field> | readonly Field[]): boolean => {
  const before = naming.get(fields);
  if (before !== undefined) return before;
  const isNaming = recordFields(fields instanceof Map ? fields.values() : (fields as readonly Field[])).length > 0;
  naming.set(fields, isNaming);
  return isNaming;
};
