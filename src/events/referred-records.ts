import type { Queryable } from '../base/database.ts';
import { namePattern } from '../base/name-pattern.ts';
import { normaliseForSearch } from '../base/search-text.ts';
import type { Secrets } from '../base/secrets.ts';
import { locales } from '../base/texts.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { RecordSettings } from '../definition/fields/record.ts';
import type { Field } from '../definition/service.ts';
import { latinDigits } from '../form/digits.ts';
import { behaviourOf } from '../form/fields/all.ts';
import { mayBeNamed } from '../form/fields/record.ts';
import type { ReferredRecord, World } from '../form/world.ts';
import { numberWord, ofServiceWord, wordsOf } from '../record/search-words.ts';
import { identityOf } from './contact.ts';
import { readReference, referenceOf } from './reference.ts';
import {
  countHits,
  findByWords,
  findReferred,
  mostHits,
  newestRecord,
  type ReferredRow,
  searchAllReferable,
  searchNewestReferable,
} from './referred-queries.ts';

/**
 * Records that answers name. Reading an answer waits for nothing, so whoever is about to read answers lets those that
 * they name be looked up before; what was looked up last is what is found then.
 */
export interface ReferredRecords extends Required<Pick<World, 'findRecord' | 'foundRecords'>> {
  /** Looks up what bears exactly one of these names or numbers, among what is shown of records. */
  readonly knowNames: (among: RecordSettings, names: readonly string[]) => Promise<void>;
  /** Records that bear a name, as they were when it was last looked up; those that may be named, where there are any. */
  readonly named: (among: RecordSettings, name: string) => readonly ReferredRecord[];
  /** Looks up every record that is named anywhere in these values, as they are now. */
  readonly know: (...values: readonly unknown[]) => Promise<void>;
  /** Looks for records that may be named, by a part of what is shown of them or by their reference. */
  readonly search: (among: RecordSettings, q: string) => Promise<void>;
}

const mostKept = 20_000;
const mostSearches = 500;
/** Words are read in the background: of so many of the newest records the answers themselves are looked at. */
const newest = 2_000;
const mostShown = 20;
const shortestBeginning = 2;

export const createReferredRecords = ({
  database,
  catalogue,
  secrets,
  world,
  window = newest,
}: {
  readonly database: Queryable;
  readonly catalogue: Pick<Catalogue, 'getVersion'>;
  readonly secrets: Pick<Secrets, 'mac'>;
  readonly world: () => World;
  readonly window?: number;
}): ReferredRecords => {
  const known = new Map<number, ReferredRecord>();
  const searches = new Map<string, readonly ReferredRecord[]>();
  const names = new Map<string, readonly ReferredRecord[]>();
  const firstOfNewest = async (): Promise<number> => {
    const [row] = await database.run(newestRecord);
    return Math.max(0, (row?.last ?? 0) - window + 1);
  };

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
  const searchByWords = async (among: RecordSettings, q: string, pattern: string): Promise<readonly ReferredRow[]> => {
    const words = wordsWanted(among, q, (wordsOf(q).at(-1)?.length ?? 0) >= shortestBeginning ? ':*' : '');
    const values = [among.service, among.states, words, among.shows, pattern, await firstOfNewest()];
    const rows = await database.run(searchAllReferable, values);
    if (rows.length === mostShown) return rows;
    const [all] = await database.run(countHits, [words]);
    return (all?.hits ?? 0) < mostHits ? rows : database.run(searchNewestReferable, values);
  };
  const knowNames = async (among: RecordSettings, wanted: readonly string[]): Promise<void> => {
    const asked = [...new Set(wanted)].filter((name) => wordsOf(name).length > 0);
    if (asked.length === 0 || among.shows.length === 0) return;
    const number = (text: string) => [
      numberWord(identityOf(secrets, text).toString('base64url')),
      ofServiceWord(among.service),
    ];
    const words = asked.flatMap((name) => [
      ...partsOf(name).map((part) => wordsWanted(among, part)),
      allWords(number(name)),
    ]);
    const rows = await database.run(findByWords, [among.service, words, await firstOfNewest()]);
    const found = await Promise.all(rows.map(keep));
    const said = found.map((record) => ({ record, keys: keysShown(among, record, world()) }));
    for (const name of asked) {
      const whole = said.filter(({ keys }) => keys.some((each) => each.has(keyOfName(name))));
      const parts = partsOf(name).slice(1).map(keyOfName);
      const bearing =
        whole.length > 0 || parts.length === 0 ? whole : said.filter(({ keys }) => bearsEach(keys, parts));
      const now = bearing.filter(({ record }) => mayBeNamed(among, record));
      putLast(
        names,
        keyOf(among, name),
        (now.length > 0 ? now : bearing).map(({ record }) => record),
        mostKept,
      );
    }
  };
  return {
    know,
    knowNames,
    named: (among, name) => names.get(keyOf(among, name)) ?? [],
    findRecord,
    foundRecords: (among, q) => searches.get(keyOf(among, q)),
    search: async (among, q) => {
      await know(q);
      const named = findRecord(q);
      const pattern = among.shows.length > 0 ? namePattern(q) : undefined;
      const rows = pattern === undefined ? [] : await searchByWords(among, q, pattern);
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

const allWords = (words: readonly string[]): string =>
  words.map((word) => `'${word.replaceAll(/['\\]/g, '')}'`).join(' & ');
/** Records of the service with all words of a text. @param unfinished what is said of the last word */
const wordsWanted = ({ service }: RecordSettings, text: string, unfinished = ''): string =>
  `${allWords(wordsOf(text))}${unfinished} & ${allWords([ofServiceWord(service)])}`;

/** A name, and the parts of one that is written as "Mill, Saida": the first of which finds it. */
const partsOf = (name: string): readonly string[] => {
  const parts = name.split(/[,،–]/).flatMap((part) => (wordsOf(part).length > 0 ? [part.trim()] : []));
  return parts.length > 1 ? [name, ...parts] : [name];
};

/** One spelling of a name or number. */
const keyOfName = (name: string): string => normaliseForSearch(name).replaceAll(' ', '');

/** What is shown of a record, each answer as it is said in every language. */
const keysShown = (
  { shows }: RecordSettings,
  { service, answers }: ReferredRecord,
  world: World,
): readonly ReadonlySet<string>[] =>
  shows.flatMap((name) => {
    const field = service.fields.get(name);
    const answer = answers[name];
    if (!field || field.type === 'record' || answer === undefined) return [];
    return [new Set(locales.map((locale) => keyOfName(behaviourOf(field).say(answer, field, locale, world))))];
  });

/** Whether every part is another of the answers. */
const bearsEach = (keys: readonly ReadonlySet<string>[], parts: readonly string[]): boolean => {
  const [part, ...rest] = parts;
  return part === undefined || keys.some((each, index) => each.has(part) && bearsEach(keys.toSpliced(index, 1), rest));
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
