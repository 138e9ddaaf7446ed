import { type Static, Type } from 'typebox';
import type { FieldTypeDeclaration } from './field-type.ts';
import { type IntegerSettings, unitText } from './integer.ts';
import { checkRange } from './range.ts';

const number = (description: string) => Type.Optional(Type.Number({ minimum: -1e12, maximum: 1e12, description }));

const usualDecimals = 2;
const source = Type.Object({
  min: number('The smallest number accepted.'),
  max: number('The largest number accepted.'),
  decimals: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 10,
      default: usualDecimals,
      description: 'How many digits may follow the decimal sign.',
    }),
  ),
  default: number('What is offered as the answer.'),
});

export interface DecimalSettings extends IntegerSettings {
  readonly decimals: number;
}

export const decimal: FieldTypeDeclaration<Static<typeof source>, DecimalSettings> = {
  description: 'A number with digits after the decimal sign, such as a length in metres.',
  keys: source.properties,
  celType: 'double',
  texts: unitText,
  compile: (declared, place) => {
    checkRange(declared, place);
    const { min, max, default: offer, decimals = usualDecimals } = declared;
    return { min, max, offer, decimals, unit: place.optionalText('unit') };
  },
};
