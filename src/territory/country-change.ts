import type { Locale, Text } from '../base/texts.ts';
import type { CalendarContent, MovingHoliday } from './calendar.ts';
import type { DeclaredPlace, Institution } from './place.ts';

/**
 * What administrators change in the console, and how it stands together with the country's files: the files are the seed, and
 * every change that is not undone holds on top of them, in order. A change keeps only the values that it set, so that a file
 * that is corrected later still counts for everything nobody has touched, and taking one change back leaves the others.
 */
export const changeKinds = [
  'set-up',
  'settings-edited',
  'institution-created',
  'institution-edited',
  'institution-closed',
  'institutions-merged',
  'institution-split',
  'place-edited',
  'place-recoded',
  'places-imported',
  'calendar-edited',
  'key-made',
  'undone',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** Values that are set; null takes a value away. */
type Values<Item> = { readonly [Key in keyof Item]?: Item[Key] | null };

/** What holds of one institution or place from then on. `isNew`: it did not exist, and all of it is here. */
export interface Patch<Item> {
  readonly code: string;
  readonly set: Values<Item>;
  readonly isNew?: true;
}

export interface CalendarPatch {
  readonly yearly?: Readonly<Record<string, Text | null>>;
  readonly moving?: Readonly<Record<string, MovingHoliday | null>>;
  readonly week?: CalendarContent['week'];
  readonly seasons?: CalendarContent['seasons'];
  readonly lastYear?: number;
}

/** What the installation is called and looks like. */
export interface Settings {
  readonly portal: Text;
  /** The state or body that stands behind it. */
  readonly name: Text;
  /** Those offered, the first is the default. */
  readonly languages: readonly [Locale, ...Locale[]];
  /** As #rrggbb. */
  readonly colour: string;
  /** The text of an SVG. */
  readonly logo: string;
  /** A picture in place of it: a PNG in base64. */
  readonly logoPicture?: string | undefined;
  /** Code of the institution that runs the installation: its administrators administer all of it. */
  readonly operator: string | undefined;
}

export interface Effect {
  /** Takes the place of what the files declare, as the first set-up may. */
  readonly base?: { readonly places: readonly DeclaredPlace[]; readonly institutions: readonly Institution[] };
  readonly institutions?: readonly Patch<Institution>[];
  readonly places?: readonly Patch<DeclaredPlace>[];
  readonly calendar?: CalendarPatch;
  readonly settings?: Values<Settings>;
}

/** What a change concerns, for the list of changes and its words. */
export interface About {
  readonly codes?: readonly string[];
  readonly into?: readonly string[];
  readonly days?: readonly string[];
  readonly counts?: Readonly<Record<string, number>>;
  readonly file?: string;
  readonly note?: string;
}

export interface NewChange {
  readonly kind: Exclude<ChangeKind, 'undone'>;
  readonly about: About;
  readonly effect: Effect;
}

export interface CountryChange {
  readonly id: number;
  readonly at: Date;
  /** None: the first set-up. */
  readonly account: string | null;
  readonly kind: ChangeKind;
  readonly about: About;
  readonly effect: Effect;
  readonly undoes: number | null;
}

/** Everything about the country that can be changed while the program runs. */
export interface CountryContent {
  readonly places: readonly DeclaredPlace[];
  readonly institutions: readonly Institution[];
  readonly calendar: CalendarContent;
  readonly settings: Settings;
}

/** Once done, records and grants have gone elsewhere by events of their own: taking back the change alone would not bring them back. */
const lasting: ReadonlySet<ChangeKind> = new Set([
  'set-up',
  'institutions-merged',
  'institution-split',
  'key-made',
  'undone',
]);
export const canBeUndone = ({ kind }: Pick<CountryChange, 'kind'>): boolean => !lasting.has(kind);

/** Ids of the changes that were taken back. */
export const undoneIn = (changes: readonly Pick<CountryChange, 'undoes'>[]): ReadonlySet<number> =>
  new Set(changes.flatMap(({ undoes }) => undoes ?? []));

/** Whether later changes that hold concern what this one made. */
export const isBuiltOn = ({ id, effect }: CountryChange, changes: readonly CountryChange[]): boolean => {
  const codesIn = ({ institutions = [], places = [] }: Effect, isNew?: true): readonly string[] =>
    [...institutions, ...places].filter((patch) => !isNew || patch.isNew).map(({ code }) => code);
  const made = new Set(codesIn(effect, true));
  const undone = undoneIn(changes);
  return changes.some(
    (later) => later.id > id && !undone.has(later.id) && codesIn(later.effect).some((code) => made.has(code)),
  );
};

/** The country as the files and all changes that hold make it. Pure: the same gives the same. */
export const foldCountry = (seed: CountryContent, changes: readonly CountryChange[]): CountryContent => {
  const undone = undoneIn(changes);
  let content = seed;
  for (const { id, effect } of changes) if (!undone.has(id)) content = applyEffect(content, effect);
  return content;
};

/** The calendar alone. */
export const foldCalendar = (seed: CalendarContent, changes: readonly CountryChange[]): CalendarContent => {
  const undone = undoneIn(changes);
  return changes.reduce(
    (content, { id, effect }) =>
      effect.calendar && !undone.has(id) ? applyCalendar(content, effect.calendar) : content,
    seed,
  );
};

export const applyEffect = (content: CountryContent, effect: Effect): CountryContent => {
  const { places, institutions } = effect.base ?? content;
  return {
    places: applyPatches(places, effect.places ?? []),
    institutions: applyPatches(institutions, effect.institutions ?? []),
    calendar: effect.calendar ? applyCalendar(content.calendar, effect.calendar) : content.calendar,
    settings: withValues(content.settings, effect.settings ?? {}),
  };
};

const applyPatches = <Item extends { readonly code: string }>(
  items: readonly Item[],
  patches: readonly Patch<Item>[],
): readonly Item[] => {
  if (patches.length === 0) return items;
  const byCode = new Map(items.map((item) => [item.code, item]));
  for (const { code, set, isNew } of patches) {
    const before = byCode.get(code);
    // What the files no longer declare cannot be corrected; what was made here stands by itself.
    if (!before && !isNew) continue;
    const after = Object.entries({ ...before, ...set }).map(([key, value]) => [key, value ?? undefined]);
    byCode.set(code, { ...Object.fromEntries(after), code } as Item);
  }
  return [...byCode.values()];
};

const applyCalendar = (content: CalendarContent, patch: CalendarPatch): CalendarContent => ({
  ...content,
  week: patch.week ?? content.week,
  seasons: patch.seasons ?? content.seasons,
  lastYear: patch.lastYear ?? content.lastYear,
  yearly: withEntries(content.yearly, patch.yearly),
  moving: withEntries(content.moving, patch.moving),
});

/** Sorted by key, so that calendars that say the same have the same digest however they came about. */
const withEntries = <Value>(
  entries: Readonly<Record<string, Value>>,
  set: Readonly<Record<string, Value | null>> = {},
): Readonly<Record<string, Value>> =>
  Object.fromEntries(
    Object.entries({ ...entries, ...set })
      .filter((entry): entry is [string, Value] => entry[1] !== null)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );

/** Null takes a value away. */
const withValues = (settings: Settings, set: Values<Settings>): Settings => ({
  ...settings,
  ...(Object.fromEntries(Object.entries(set).map(([key, value]) => [key, value ?? undefined])) as Partial<Settings>),
});

/** What keeps a content from being a country: codes that lead nowhere or in a circle. Empty: nothing does. */
export const loosePieces = ({ places, institutions }: CountryContent): readonly string[] => {
  const placeCodes = new Map(places.map((place) => [place.code, place]));
  const bodies = new Map(institutions.map((institution) => [institution.code, institution]));
  return [...new Set([...circling(placeCodes), ...circling(bodies), ...unplaced(bodies, placeCodes)])];
};

interface Node {
  readonly code: string;
  readonly parent: string | undefined;
  readonly retired?: boolean;
}

/** Nodes in service whose parent is not there, or is no longer in service, or below them. */
const circling = (nodes: ReadonlyMap<string, Node>): readonly string[] =>
  [...nodes.values()]
    .filter((node) => {
      if (node.parent === undefined) return false;
      const parent = nodes.get(node.parent);
      if (!parent || (parent.retired && !node.retired)) return true;
      const seen = new Set([node.code]);
      for (let at: Node | undefined = parent; at; at = at.parent === undefined ? undefined : nodes.get(at.parent)) {
        if (seen.has(at.code)) return true;
        seen.add(at.code);
      }
      return false;
    })
    .map(({ code }) => code);

const unplaced = (
  institutions: ReadonlyMap<string, Institution>,
  places: ReadonlyMap<string, Node>,
): readonly string[] =>
  [...institutions.values()]
    .filter(({ place, retired }) => place !== undefined && !retired && !isInService(places.get(place)))
    .map(({ code }) => code);

const isInService = (node: Node | undefined): boolean => node !== undefined && !node.retired;
