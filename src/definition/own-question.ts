import type { Text } from '../base/texts.ts';
import type { FieldOf } from './service.ts';

/** What a question that a noun asks by itself, in the platform's words, has in common with a declared one. */
const common = (name: string, label: Text, hint?: Text) => ({
  name,
  label,
  hint,
  guidance: undefined,
  required: true,
  protect: 'internal' as const,
  appearance: undefined,
  seenBy: undefined,
  changedBy: undefined,
  show: undefined,
  checks: [],
  empty: '',
});

export const choiceQuestion = (
  name: string,
  label: Text,
  options: ReadonlyMap<string, Text>,
  hint?: Text,
): FieldOf<'choice'> => ({ ...common(name, label, hint), type: 'choice', options });

/** Asks for one of the institutions of these types; many are searched. */
export const institutionQuestion = (name: string, label: Text, types: readonly string[]): FieldOf<'institution'> => ({
  ...common(name, label),
  type: 'institution',
  types,
  within: undefined,
});
