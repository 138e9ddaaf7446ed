import type { FieldPlace, FieldSource } from './fields/field-type.ts';

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
