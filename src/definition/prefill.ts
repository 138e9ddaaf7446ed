import type { FieldPlace, FieldSource } from './fields/field-type.ts';
import { checkTakenFrom, type TakenFrom } from './fields/taken-from.ts';

/** What the platform knows when a form is filled in, by the types of field that can take it. */
const fits = {
  institution: ['institution'],
  place: ['place'],
  'account-name': ['text', 'person-name'],
  today: ['date', 'partial-date'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Prefill = keyof typeof fits;
export const prefills = Object.keys(fits) as readonly Prefill[];

/** Faults for what a type of field cannot take, and for two answers that are offered at once. */
export const checkPrefill = (source: FieldSource, { fault }: Pick<FieldPlace, 'fault'>): Prefill | undefined => {
  const prefill = source.prefill as Prefill | undefined;
  if (prefill === undefined) return undefined;
  const types: readonly string[] = fits[prefill];
  if (!types.includes(source.type))
    fault(
      ['prefill'],
      `a field of type "${source.type}" cannot hold it: ask for it in one of type ${types.join(' or ')}`,
    );
  if (source['default'] !== undefined)
    fault(['prefill'], 'one answer can be offered: take out "prefill", or "default"');
  return prefill;
};

/** Faults for an answer of a record that cannot be offered here. */
export const checkPrefillFrom = (
  source: FieldSource,
  place: Pick<FieldPlace, 'fault' | 'among' | 'before'>,
): TakenFrom | undefined => {
  const from = source.prefill_from;
  if (from === undefined) return undefined;
  if (source.prefill !== undefined || source['default'] !== undefined)
    place.fault(['prefill_from'], 'one answer can be offered: take out "prefill_from", or "prefill" and "default"');
  checkTakenFrom('prefill_from', from, place, ({ name, type }) =>
    type === source.type
      ? undefined
      : `"${name}" is of type ${type}, and this one of type ${source.type}: offer one of its own type`,
  );
  return from;
};
