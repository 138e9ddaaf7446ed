import { type Static, Type } from 'typebox';
import type { Text } from '../../base/texts.ts';
import type { FieldTypeDeclaration } from './field-type.ts';
import { checkRange } from './range.ts';

/** Beyond this a double, and with it JSON, no longer holds every whole number. */
const largest = 999_999_999_999_999;
const whole = (description: string) =>
  Type.Optional(Type.Integer({ minimum: -largest, maximum: largest, description }));

const source = Type.Object({
  min: whole('The smallest number accepted.'),
  max: whole('The largest number accepted.'),
  default: whole('What is offered as the answer.'),
});

export interface IntegerSettings {
  readonly min: number | undefined;
  readonly max: number | undefined;
  readonly offer: number | undefined;
  /** What is counted, as it stands beside the number: "persons". */
  readonly unit: Text | undefined;
}

export const unitText = {
  unit: 'What is counted or measured, as it stands beside the number: persons, m²; it may be left out.',
};

export const integer: FieldTypeDeclaration<Static<typeof source>, IntegerSettings> = {
  description: 'A whole number.',
  keys: source.properties,
  celType: 'int',
  texts: unitText,
  compile: (declared, place) => {
    checkRange(declared, place);
    const { min, max, default: offer } = declared;
    return { min, max, offer, unit: place.optionalText('unit') };
  },
};
