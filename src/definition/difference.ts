import { type Locale, locales, type Text } from '../base/texts.ts';
import type { ServiceFiles } from './compile-service.ts';
import { readYaml } from './yaml-source.ts';

/**
 * What differs between two versions of a declaration, by what it is about and not by lines: questions, states, actions by
 * their names wherever they stand, every other key of the declaration by its entries, and texts by key. It knows no
 * capability by name, so that what a new one declares is compared too.
 */
export interface Difference {
  /** `fields`, `pages`, `states`, `actions`…: a key of the declaration; `texts` for words. */
  readonly part: string;
  /** The entry; empty where the part is one value. */
  readonly name: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** What it is called in the texts, where it has a label there. */
  readonly label: Text | undefined;
  /** Key by key, as it would be written; `before` or `after` is undefined where the key was not there. */
  readonly details: readonly Detail[];
}

export interface Detail {
  readonly key: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

type Entries = Readonly<Record<string, unknown>>;

/** @param before files of the version in force; none for a service that is new. */
export const differencesBetween = (before: ServiceFiles | undefined, after: ServiceFiles): readonly Difference[] => {
  const [readBefore, readAfter] = [readerOf(before), readerOf(after)];
  const now = partsOf(after, readAfter);
  const old = renamedAsNow(partsOf(before, readBefore), now);
  const labels = { before: labelsOf(readBefore), after: labelsOf(readAfter) };
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((part) => {
    const [was, is] = [old.get(part) ?? {}, now.get(part) ?? {}];
    return [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((name): readonly Difference[] => {
      const details = detailsOf(was[name], is[name]).map((each) =>
        part === 'fields' && each.key === 'name' ? { ...each, after: name } : each,
      );
      if (details.length === 0) return [];
      const kind = !Object.hasOwn(was, name) ? 'added' : !Object.hasOwn(is, name) ? 'removed' : 'changed';
      const label = (kind === 'removed' ? labels.before : labels.after)(part, name);
      return [{ part, name, kind, label, details }];
    });
  });
};

/** The earlier version with the new names of questions that the later one says it has renamed: those are changed, not gone. */
const renamedAsNow = (
  old: ReadonlyMap<string, Entries>,
  now: ReadonlyMap<string, Entries>,
): ReadonlyMap<string, Entries> => {
  const renamed = now.get('reads')?.['renamed'];
  const fields = old.get('fields');
  if (!isEntries(renamed) || !fields) return old;
  const names = new Map(
    Object.entries(renamed).flatMap(([was, is]) =>
      Object.hasOwn(fields, was) && now.get('fields')?.[String(is)] !== undefined ? [[was, String(is)] as const] : [],
    ),
  );
  const textNow = (key: string) => {
    const [part, name = '', ...rest] = key.split('.');
    return part === 'fields' && names.has(name) ? ['fields', names.get(name), ...rest].join('.') : key;
  };
  const renameKeys = (entries: Entries | undefined, nameNow: (name: string) => string): Entries =>
    Object.fromEntries(Object.entries(entries ?? {}).map(([name, entry]) => [nameNow(name), entry]));
  return new Map(old)
    .set(
      'fields',
      renameKeys(
        Object.fromEntries(
          Object.entries(fields).map(([name, field]) => [
            name,
            isEntries(field) && names.has(name) ? { name, ...field } : field,
          ]),
        ),
        (name) => names.get(name) ?? name,
      ),
    )
    .set('texts', renameKeys(old.get('texts'), textNow));
};

const isEntries = (value: unknown): value is Entries =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Files as read, each once. */
type Read = (name: string) => unknown;

const readerOf = (files: ServiceFiles | undefined): Read => {
  const values = new Map(
    Object.entries(files ?? {}).flatMap(([name, text]) =>
      name.endsWith('.yaml') ? [[name, readYaml(name, text).value] as const] : [],
    ),
  );
  return (name) => values.get(name);
};

/** The declaration by part: pages and their questions apart, texts of all languages under one key, lists and layouts by file. */
const partsOf = (files: ServiceFiles | undefined, read: Read): ReadonlyMap<string, Entries> => {
  const parts = new Map<string, Entries>();
  const source = read('service.yaml');
  for (const [key, value] of Object.entries(isEntries(source) ? source : {})) {
    if (key === 'form' && Array.isArray(value)) {
      parts.set('pages', Object.fromEntries(value.filter(isEntries).map(pageEntry)));
      parts.set('fields', Object.fromEntries(value.filter(isEntries).flatMap(fieldEntries)));
    } else if (key === 'reads' || (isEntries(value) && Object.values(value).every(isEntries)))
      parts.set(key, isEntries(value) ? value : {});
    else parts.set('service', { ...parts.get('service'), [key]: value });
  }
  const words = Object.fromEntries(
    locales
      .flatMap((locale) => {
        const flat = [...flatten(read(`texts.${locale}.yaml`))];
        return flat.map(([key, text]) => [key, locale, text] as const);
      })
      .reduce(
        (all, [key, locale, text]) => all.set(key, { ...all.get(key), [locale]: text }),
        new Map<string, Entries>(),
      ),
  );
  parts.set('texts', words);
  for (const [part, ending] of Object.entries({ lists: '.csv', layouts: '.typ' })) {
    const each = Object.entries(files ?? {}).filter(([name]) => name.endsWith(ending));
    if (each.length > 0) parts.set(part, Object.fromEntries(each.map(([name, text]) => [name, linesOf(text)])));
  }
  return parts;
};

const pageEntry = (page: Entries): readonly [string, unknown] => {
  const { page: name, fields, ...rest } = page;
  return [String(name), { ...rest, fields: namesOf(fields) }];
};

const fieldEntries = ({ page, fields }: Entries): readonly (readonly [string, unknown])[] =>
  (Array.isArray(fields) ? fields : [])
    .filter(isEntries)
    .map(({ name, ...field }) => [String(name), { page, ...field }]);

const namesOf = (fields: unknown): readonly string[] =>
  (Array.isArray(fields) ? fields : []).filter(isEntries).map(({ name }) => String(name));

const linesOf = (text: string): Entries => ({ rows: text.trim().split('\n').length - 1, content: text });

const detailsOf = (before: unknown, after: unknown): readonly Detail[] => {
  if (!isEntries(before) && !isEntries(after)) {
    const [was, is] = [written(before), written(after)];
    return was === is ? [] : [{ key: '', before: shortened(was), after: shortened(is) }];
  }
  const [was, is] = [isEntries(before) ? before : {}, isEntries(after) ? after : {}];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((key) => {
    const [old, now] = [written(was[key]), written(is[key])];
    return old === now ? [] : [{ key, before: shortened(old), after: shortened(now) }];
  });
};

const mostWritten = 600;

/** A value as it could stand in a declaration, on one line. */
const written = (value: unknown): string | undefined => (value === undefined ? undefined : write(value));

const shortened = (text: string | undefined): string | undefined =>
  text !== undefined && text.length > mostWritten ? `${text.slice(0, mostWritten)}…` : text;

const write = (value: unknown): string => {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) {
    const each = value.map(write);
    return value.some((one) => typeof one === 'object') ? `[ ${each.join(', ')} ]` : each.join(', ');
  }
  if (!isEntries(value)) return String(value);
  return `{ ${Object.entries(value)
    .map(([key, each]) => `${key}: ${write(each)}`)
    .join(', ')} }`;
};

const flatten = (value: unknown, prefix = '', into = new Map<string, string>()): ReadonlyMap<string, string> => {
  if (isEntries(value)) {
    for (const [key, child] of Object.entries(value)) flatten(child, prefix === '' ? key : `${prefix}.${key}`, into);
  } else if (value !== undefined && value !== null) into.set(prefix, String(value).trim());
  return into;
};

/** Where the texts call an entry something. */
const labelKeys = (part: string, name: string): readonly string[] => [
  `${part}.${name}.label`,
  `${part}.${name}.title`,
  `${part}.${name}`,
];

const labelsOf = (read: Read) => {
  const flat = Object.fromEntries(locales.map((locale) => [locale, flatten(read(`texts.${locale}.yaml`))])) as Readonly<
    Record<Locale, ReadonlyMap<string, string>>
  >;
  return (part: string, name: string): Text | undefined => {
    const key = labelKeys(part, name).find((each) => flat.ar.has(each));
    return key === undefined
      ? undefined
      : (Object.fromEntries(locales.map((locale) => [locale, flat[locale].get(key) ?? name])) as Text);
  };
};
