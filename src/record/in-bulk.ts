import { asksForFiles } from '../form/fields/files.ts';
import type { Action, Field } from '../definition/service.ts';

/** Drawn or recorded by hand, for one record. */
const ofOneRecord: ReadonlySet<string> = new Set(['signature', 'trace', 'area']);

/**
 * Whether an action can be done on many records with the same words for all. Not one that corrects, proposes, verifies or
 * accepts answers, which are those of one record; not one that takes files or drawings; not one whose questions depend on what
 * a record says; and not erasing, which somebody decides upon person by person.
 */
export const isForMany = (action: Action): boolean => {
  const { edit, propose, verify, partial, accept, decline, erase, fields, by } = action;
  if (!by.some((role) => role !== 'applicant')) return false;
  if (edit.length + propose.length + verify.length > 0 || partial || accept !== undefined || decline || erase)
    return false;
  return !asksForFiles(fields) && fields.every((field) => !ofOneRecord.has(field.type) && asksAlike(field, fields));
};

const asksAlike = ({ show }: Field, fields: readonly Field[]): boolean =>
  (show?.uses ?? []).every((name) => fields.some((field) => field.name === name));

/** What an action asks, as text: the same for records of two versions of a service that ask the same. */
export const askedAs = ({ fields }: Pick<Action, 'fields'>): string =>
  JSON.stringify(fields, (_key, value: unknown) => {
    if (value instanceof Map || value instanceof Set) return [...value];
    return typeof value === 'bigint' ? String(value) : value;
  });
