import { type Static, Type } from 'typebox';
import type { Field, FieldOf } from '../service.ts';
import type { FieldPlace } from './field-type.ts';
import { judgeShown, isAskedOfApplicants } from './record.ts';

/** An answer of the record that an earlier record field names. */
export const takenFromSchema = (description: string) =>
  Type.Object(
    {
      record: Type.String({ description: 'The record field before this one.' }),
      answer: Type.String({
        description: 'The answer of that record: a public one, or an internal one where only civil servants are asked.',
      }),
    },
    { additionalProperties: false, description },
  );
export type TakenFrom = Static<ReturnType<typeof takenFromSchema>>;

/**
 * Faults for what is taken from nowhere, may not be read here, or is of another kind than what takes it.
 * @param takes whether an answer of that field can stand here as it is, and what is said where it cannot
 */
export const checkTakenFrom = (
  key: string,
  { record, answer }: TakenFrom,
  place: Pick<FieldPlace, 'fault' | 'among' | 'before'>,
  takes: (field: Field) => string | undefined,
): void => {
  const names = place.before.get(record);
  if (names?.type !== 'record')
    return place.fault([key, 'record'], `"${record}" is no record field before this one: name one of type record`);
  const { service } = names as FieldOf<'record'>;
  place.among([key, 'answer'], (find, own, path) => {
    const named = find(service);
    const field = typeof named === 'object' ? named.fields.get(answer) : undefined;
    return judgeShown(named, answer, isAskedOfApplicants(own, path)) ?? (field && takes(field));
  });
};
