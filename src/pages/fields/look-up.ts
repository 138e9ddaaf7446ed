import type { Field } from '../../definition/service.ts';
import { namesRecords, recordFields } from '../../events/referred-records.ts';
import type { Parts } from '../parts.ts';

const longestSearch = 100;
const mostSearches = 20;

/**
 * Looks up the records that answers name, and makes the searches for them that were typed: before a page is read or
 * made, since neither can wait. `values`: what is or was answered or typed, by name.
 */
export const lookUpRecords = async (
  { engine: { referred } }: Parts,
  fields: ReadonlyMap<string, Field> | readonly Field[],
  ...values: readonly unknown[]
): Promise<void> => {
  if (!namesRecords(fields)) return;
  await referred.know(...values);
  const naming = recordFields(fields instanceof Map ? [...fields.values()] : (fields as readonly Field[]));
  const typed = values.flatMap((value) => Object.entries((value ?? {}) as object));
  const searches = typed.flatMap(([input, text]: [string, unknown]) => {
    const path = /^(.+)\.search$/.exec(input)?.[1]?.replaceAll(/\.\d+\./g, '.');
    const among = path === undefined ? undefined : naming.find((field) => field.path === path);
    const q = typeof text === 'string' ? text.trim().slice(0, longestSearch) : '';
    return among && q !== '' ? [{ among, q }] : [];
  });
  for (const { among, q } of searches.slice(-mostSearches)) await referred.search(among, q);
};
