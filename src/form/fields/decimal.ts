import { readNumber, sayNumber } from '../numbers.ts';
import type { FieldType } from './field-type.ts';
import { numberText, rangeFault } from './integer.ts';
import { numberInput } from './number-input.ts';

/** A number with a declared count of decimals, kept as a number: fifteen digits of it are exact. */
export const decimal: FieldType<'decimal', number> = {
  ...numberInput(({ decimals }) => decimals),
  offered: ({ offer }) => offer,
  read: (sent, field) => {
    const reading = readNumber(sent, field.decimals);
    if ('fault' in reading) return { fault: reading.fault, values: { decimals: field.decimals } };
    const value = Number(reading.value);
    return rangeFault(value, field, (limit) => numberText(limit, field.decimals)) ?? { value };
  },
  toExpression: (value) => value,
  say: (value, { decimals, unit }, locale) =>
    [sayNumber(value, locale, decimals), ...(unit ? [unit[locale]] : [])].join('\u00a0'),
  searched: (value) => ({ amounts: [value] }),
  jsonSchema: ({ min, max, decimals }) => ({
    type: 'number',
    multipleOf: Number(`1e-${decimals}`),
    ...(min !== undefined && { minimum: min }),
    ...(max !== undefined && { maximum: max }),
  }),
};
