import { normaliseForSearch } from '../../base/search-text.ts';
import { type Locale, locales, say, type Text } from '../../base/texts.ts';
import type { FieldTypeName } from '../../definition/fields/all.ts';
import type { Field, FieldOf, Service } from '../../definition/service.ts';
import { columnTexts } from './column-texts.ts';
import type { Mapping } from './import-queries.ts';

/** What a column of a file can answer: a question, or a part of one. */
export interface Target {
  /** The question's name, with `.part` for a part. */
  readonly name: string;
  readonly field: Field;
  readonly part: string | undefined;
  readonly label: Text;
  /** Without such a column no row can be right: the question is always asked and must be answered. */
  readonly isNeeded: boolean;
}

/** Answers that do not fit into a cell: drawings, files, lists of rows, and a consent, which only the person gives. */
const notInTables: ReadonlySet<FieldTypeName> = new Set([
  'consent',
  'note',
  'calculated',
  'files',
  'photos',
  'signature',
  'trace',
  'area',
  'rows',
  'ranking',
]);

const partsOf = (field: Field): readonly (keyof typeof columnTexts | undefined)[] => {
  switch (field.type) {
    case 'person-name':
      return [undefined, 'ar', 'latin'];
    case 'address':
      return field.postcode ? ['lines', 'place', 'postcode'] : ['lines', 'place'];
    case 'point':
      return [undefined, 'lat', 'lon'];
    default:
      return [undefined];
  }
};

/** What asks: a service, or a question of rows. */
export type Asking = Pick<Service, 'enteredFields'>;

const known = new WeakMap<Asking, readonly Target[]>();
const knownRows = new WeakMap<readonly Field[], Asking>();

/** The questions of a row as what a table answers. */
export const askingRows = ({ fields }: Pick<FieldOf<'rows'>, 'fields'>): Asking => {
  const made = knownRows.get(fields);
  if (made) return made;
  const asking = { enteredFields: fields };
  knownRows.set(fields, asking);
  return asking;
};

/** The columns that a file for a service may have, in the order of its form. */
export const targetsOf = (service: Asking): readonly Target[] => {
  const made = known.get(service);
  if (made) return made;
  const targets = service.enteredFields.flatMap((field) =>
    notInTables.has(field.type)
      ? []
      : partsOf(field).map((part): Target => {
          const label = part === undefined ? field.label : withPart(field.label, columnTexts[part]);
          const name = part === undefined ? field.name : `${field.name}.${part}`;
          const isNeeded = field.required && field.show === undefined && partsOf(field).length === 1;
          return { name, field, part, label, isNeeded };
        }),
  );
  known.set(service, targets);
  return targets;
};

/** Questions that must be answered and cannot be by a file; undefined: rows can be right. */
export const findUnanswerable = (service: Service): Field | undefined =>
  service.enteredFields.find(
    ({ type, required, show }) =>
      required && show === undefined && notInTables.has(type) && type !== 'note' && type !== 'calculated',
  );

const withPart = (label: Text, part: Text): Text =>
  Object.fromEntries(locales.map((locale) => [locale, `${label[locale]} (${part[locale]})`])) as Text;

/** The heading of a column in the file to fill in: its label; with its name where another has the same. */
export const headingOf = (service: Asking, target: Target, locale: Locale): string => {
  const label = say(locale, target.label);
  const isShared = targetsOf(service).some((other) => other !== target && say(locale, other.label) === label);
  return isShared ? `${label} (${target.name})` : label;
};

/** Headings as they are compared: what case, accents, hamza and punctuation differ in is the same. */
export const headingKey = (heading: string): string => normaliseForSearch(heading);

/**
 * Which question each heading means: as this sender said last time, or else the one of that name or label in any language.
 * A question is answered by one column.
 */
export const proposeMapping = (
  service: Asking,
  headings: readonly string[],
  remembered: Readonly<Record<string, string>>,
): Mapping => {
  const targets = targetsOf(service);
  const byKey = new Map<string, Target | null>();
  const note = (text: string, target: Target) => {
    const key = headingKey(text);
    const before = byKey.get(key);
    byKey.set(key, before === undefined || before === target ? target : null);
  };
  for (const target of targets)
    for (const locale of locales) {
      note(say(locale, target.label), target);
      note(`${say(locale, target.label)} (${target.name})`, target);
    }
  // A name is a name, whatever a label says.
  for (const target of targets) byKey.set(headingKey(target.name), target);
  const taken = new Set<string>();
  const take = (name: string | undefined): string | null => {
    if (name === undefined || taken.has(name)) return null;
    taken.add(name);
    return name;
  };
  const mapping = headings.map((heading) => {
    const key = headingKey(heading);
    const last = remembered[key];
    return take(targets.some((target) => target.name === last) ? last : last === '' ? undefined : byKey.get(key)?.name);
  });
  // "Result (negative / positive)" means the result, unless another column says so plainly.
  return mapping.map((name, index) => {
    const heading = headings[index] ?? '';
    const plain = heading.replace(/\s*[(（][^()]*[)）]\s*$/u, '');
    if (name !== null || plain === heading || remembered[headingKey(heading)] === '') return name;
    return take(byKey.get(headingKey(plain))?.name);
  });
};

/** The mapping as it is remembered: by heading, '' for a column that is passed over. */
export const rememberedOf = (headings: readonly string[], mapping: Mapping): Readonly<Record<string, string>> =>
  Object.fromEntries(
    headings.flatMap((heading, index) =>
      headingKey(heading) === '' ? [] : [[headingKey(heading), mapping[index] ?? '']],
    ),
  );

/** What keeps a mapping from being used. */
export const mappingFaults = (
  service: Asking,
  mapping: Mapping,
): { readonly missing: readonly Target[]; readonly twice: readonly Target[]; readonly unknown: readonly string[] } => {
  const targets = targetsOf(service);
  const names = mapping.filter((name) => name !== null);
  return {
    missing: targets.filter(({ isNeeded, name }) => isNeeded && !names.includes(name)),
    twice: targets.filter(({ name }) => names.filter((each) => each === name).length > 1),
    unknown: names.filter((name) => !targets.some((target) => target.name === name)),
  };
};
