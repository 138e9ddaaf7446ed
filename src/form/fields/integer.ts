import { locales, type Text } from '../../base/texts.ts';
import type { FaultValues, FormFault } from '../form-texts.ts';
import { readNumber, sayNumber } from '../numbers.ts';
import type { FieldType } from './field-type.ts';
import { numberInput } from './number-input.ts';

interface Range {
  readonly min: number | undefined;
  readonly max: number | undefined;
}

/** A number written in each language. */
export const numberText = (value: number, decimals: number): Text =>
  Object.fromEntries(locales.map((locale) => [locale, sayNumber(value, locale, decimals)])) as unknown as Text;

/** What is wrong with a number that is outside its range. `write` says a number in each language. */
export const rangeFault = (
  value: number,
  { min, max }: Range,
  write: (limit: number) => Text,
): { readonly fault: FormFault; readonly values: FaultValues } | undefined => {
  if (min !== undefined && value < min) return { fault: 'too-small', values: { min: write(min) } };
  if (max !== undefined && value > max) return { fault: 'too-large', values: { max: write(max) } };
  return undefined;
};

/** A whole number, kept as a number. */
export const integer: FieldType<'integer', number> = {
  ...numberInput(() => 0),
  offered: ({ offer }) => offer,
  read: (sent, field) => {
    const reading = readNumber(sent, 0);
    if ('fault' in reading)
      return { fault: reading.fault === 'too-many-decimals' ? 'not-a-whole-number' : reading.fault };
    const value = Number(reading.value);
    return rangeFault(value, field, (limit) => numberText(limit, 0)) ?? { value };
  },
  toExpression: (value) => BigInt(value),
  say: (value, { unit }, locale) => [sayNumber(value, locale, 0), ...(unit ? [unit[locale]] : [])].join('\u00a0'),
  searched: (value) => ({ amounts: [value] }),
  jsonSchema: ({ min, max }) => ({
    type: 'integer',
    ...(min !== undefined && { minimum: min }),
    ...(max !== undefined && { maximum: max }),
  }),
};
