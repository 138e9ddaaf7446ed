import type { TakenFrom } from '../definition/fields/taken-from.ts';
import type { Answer, Given } from './fields/field-type.ts';
import type { World } from './world.ts';

/** What the record says that an answer names; undefined where none is named, or it says nothing of the kind. */
export const takenAnswer = (
  { record, answer }: TakenFrom,
  given: Given,
  { findRecord }: Pick<World, 'findRecord'>,
): Answer | undefined => {
  const reference = given[record];
  const found = typeof reference === 'string' && reference !== '' ? findRecord?.(reference) : undefined;
  return found?.service.fields.has(answer) ? found.answers[answer] : undefined;
};
