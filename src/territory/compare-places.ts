import { locales, type Text } from '../base/texts.ts';
import type { CountryContent, NewChange, Patch } from './country-change.ts';
import type { DeclaredPlace } from './place.ts';
import { placeLevels } from './place.ts';
import type { ReadPlace, RowFault } from './place-import.ts';
import { placeImportTexts as texts } from './place-import-texts.ts';

/** What a file of places would change, and what keeps it from being taken over. */
export interface PlaceDifferences {
  readonly made: readonly Patch<DeclaredPlace>[];
  /** With the values as they were, of those that change. */
  readonly changed: readonly (Patch<DeclaredPlace> & { readonly before: DeclaredPlace })[];
  readonly unchanged: number;
  /** In service, of the levels that the file lists, and not in it. */
  readonly absent: readonly DeclaredPlace[];
  readonly faults: readonly RowFault[];
}

/** Two points as near as that are the same: about 10 cm. */
const nearness = 1e-6;

/** Compares by code, and by p-code where a file knows places by that only: a place keeps the code that it has here. */
export const comparePlaces = (
  { places }: Pick<CountryContent, 'places'>,
  read: readonly ReadPlace[],
): PlaceDifferences => {
  const byCode = new Map(places.map((place) => [place.code, place]));
  const byPcode = new Map(
    places.flatMap((place) => (place.pcode && !place.retired ? [[place.pcode, place] as const] : [])),
  );
  const find = (code: string): DeclaredPlace | undefined => byCode.get(code) ?? byPcode.get(code);
  const inFile = new Map(read.map((row) => [row.code, row]));
  const codeHere = (code: string): string | undefined => find(code)?.code ?? (inFile.has(code) ? code : undefined);
  const levelHere = (code: string) => inFile.get(code)?.level ?? find(code)?.level;

  const made: Patch<DeclaredPlace>[] = [];
  const changed: PlaceDifferences['changed'][number][] = [];
  const faults: RowFault[] = [];
  const met = new Set<string>();
  let unchanged = 0;
  for (const row of read) {
    const before = find(row.code);
    const faultsOf = parentFaults(row, before, codeHere, levelHere);
    faults.push(...faultsOf);
    const parent = row.parent === undefined ? undefined : codeHere(row.parent);
    if (!before) {
      const name = nameOf(row);
      if (name) made.push({ code: row.code, isNew: true, set: newPlace(row, name, parent) });
      else faults.push({ row: row.row, message: texts.noName });
      continue;
    }
    met.add(before.code);
    const set = differencesOf(before, row, parent);
    if (Object.keys(set).length === 0) unchanged++;
    else changed.push({ code: before.code, set, before });
  }
  const levels = new Set(read.map(({ level }) => level));
  const absent = places.filter(({ code, level, retired }) => !retired && levels.has(level) && !met.has(code));
  return { made, changed, unchanged, absent, faults };
};

const parentFaults = (
  row: ReadPlace,
  before: DeclaredPlace | undefined,
  codeHere: (code: string) => string | undefined,
  levelHere: (code: string) => DeclaredPlace['level'] | undefined,
): readonly RowFault[] => {
  const { parent, level } = row;
  if (level === 'country') return [];
  if (parent === undefined) return before ? [] : [{ row: row.row, message: texts.parentMissing }];
  if (codeHere(parent) === undefined) return [{ row: row.row, message: texts.noParent, values: { code: parent } }];
  const above = levelHere(parent);
  return above !== undefined && placeLevels.indexOf(above) >= placeLevels.indexOf(level)
    ? [{ row: row.row, message: texts.wrongParent, values: { level, above } }]
    : [];
};

/** A language that the file does not have takes the words of another one, until somebody writes them. */
const nameOf = ({ name }: ReadPlace): Text | undefined => {
  const any = name.en ?? name.fr ?? name.ar;
  if (any === undefined) return undefined;
  return { ar: name.ar ?? any, fr: name.fr ?? name.en ?? any, en: name.en ?? name.fr ?? any };
};

const newPlace = (row: ReadPlace, name: Text, parent: string | undefined): Patch<DeclaredPlace>['set'] => ({
  level: row.level,
  name,
  parent: parent ?? null,
  point: row.point ?? null,
  boundary: row.boundary ?? null,
  pcode: row.pcode ?? null,
  codeKind: row.pcode === row.code ? 'pcode' : 'diwan',
  otherNames: [],
});

const differencesOf = (
  before: DeclaredPlace,
  row: ReadPlace,
  parent: string | undefined,
): Patch<DeclaredPlace>['set'] => {
  const name = { ...before.name, ...row.name };
  const { point } = row;
  const isElsewhere =
    point !== undefined &&
    (!before.point || point.some((part, index) => Math.abs(part - (before.point?.[index] ?? 0)) > nearness));
  const isOther = (one: unknown, other: unknown): boolean => JSON.stringify(one) !== JSON.stringify(other);
  return {
    ...(locales.some((locale) => name[locale] !== before.name[locale]) && { name }),
    ...(isElsewhere && { point }),
    ...(row.boundary && isOther(row.boundary, before.boundary) && { boundary: row.boundary }),
    ...(row.pcode && row.pcode !== before.pcode && { pcode: row.pcode }),
    ...(parent !== undefined && parent !== before.parent && { parent }),
    ...(row.level !== before.level && { level: row.level }),
    ...(before.retired && { retired: false, successor: null }),
  };
};

/** Takes a file over. `close`: what the file does not list any more is closed. */
export const importPlaces = (
  differences: PlaceDifferences,
  { file, close }: { readonly file: string; readonly close: boolean },
): NewChange => {
  const { made, changed, absent } = differences;
  const closed = close ? absent : [];
  return {
    kind: 'places-imported',
    about: { file, counts: { new: made.length, changed: changed.length, closed: closed.length } },
    effect: {
      places: [
        ...made,
        ...changed.map(({ code, set }) => ({ code, set })),
        ...closed.map(({ code }) => ({ code, set: { retired: true } })),
      ],
    },
  };
};
