import type { Field, FieldOf } from './service.ts';

type FilesField = FieldOf<'files'> | FieldOf<'photos'>;

/** Questions for files that a sample answers, with what it names: files in the folder `samples` beside it. */
export const namedFiles = (
  fields: Iterable<Field>,
  data: Readonly<Record<string, unknown>>,
): readonly { readonly field: FilesField; readonly names: readonly string[] }[] =>
  [...fields].flatMap((field) => {
    if (field.type !== 'files' && field.type !== 'photos') return [];
    const given = data[field.name];
    return Array.isArray(given) && given.every((each) => typeof each === 'string') ? [{ field, names: given }] : [];
  });

/** The same answers without files, where those are not at hand. */
export const withoutFiles = (
  fields: Iterable<Field>,
  data: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> => {
  const left = new Set(namedFiles(fields, data).map(({ field }) => field.name));
  return Object.fromEntries(Object.entries(data).filter(([name]) => !left.has(name)));
};
