import { type Static, Type } from 'typebox';
import { checkDays, daySchema } from './date.ts';
import type { FieldTypeDeclaration } from './field-type.ts';

const source = Type.Object({
  min: daySchema('The earliest day accepted: 2026-03-12, or `today`; a year or month may begin before it.'),
  max: daySchema('The latest day accepted: 2026-03-12, or `today`; a year or month may end after it.'),
  at_least: Type.Optional(
    Type.Enum(['year', 'month'], {
      default: 'year',
      description: 'What must be known: the year alone, or the year and the month.',
    }),
  ),
});

export interface PartialDateSettings {
  readonly min: string | undefined;
  readonly max: string | undefined;
  readonly atLeast: 'year' | 'month';
  readonly timeZone: string;
}

/** In expressions it is the first day that it can mean: who was born in 1990 counts as born on the first of January. */
export const partialDate: FieldTypeDeclaration<Static<typeof source>, PartialDateSettings> = {
  description: 'A date of which perhaps only the year, or the year and the month, are known.',
  keys: source.properties,
  celType: 'timestamp',
  compile: ({ min, max, at_least: atLeast = 'year' }, place) => {
    checkDays({ ...(min && { min }), ...(max && { max }) }, place);
    return { min, max, atLeast, timeZone: place.timeZone };
  },
};
