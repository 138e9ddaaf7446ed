import { type Static, Type } from 'typebox';
import type { FieldTypeDeclaration } from './field-type.ts';
import { checkRange } from './range.ts';

const clock = (description: string) =>
  Type.Optional(Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$', description }));

const source = Type.Object({
  min: clock('The earliest time accepted, between quotes: "08:00".'),
  max: clock('The latest time accepted, between quotes: "17:30".'),
  default: clock('What is offered as the answer, between quotes: "09:00".'),
});

export interface TimeSettings {
  readonly min: string | undefined;
  readonly max: string | undefined;
  readonly offer: string | undefined;
}

export const time: FieldTypeDeclaration<Static<typeof source>, TimeSettings> = {
  description: 'A time of day, kept as 14:30; expressions compare it as text.',
  keys: source.properties,
  celType: 'string',
  empty: '',
  compile: (declared, place) => {
    checkRange(declared, place);
    const { min, max, default: offer } = declared;
    return { min, max, offer };
  },
};
