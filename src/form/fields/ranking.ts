import { latinDigits } from '../digits.ts';
import type { FieldType } from './field-type.ts';
import { sayOption } from './options.ts';

/** What stands before an option in the name of the input that holds its number. */
export const rankInput = '.rank.';

/** All options, what matters most first. Each is given a number. */
export const ranking: FieldType<'ranking', readonly string[]> = {
  owns: (suffix, field) =>
    suffix === '' || (suffix.startsWith(rankInput) && field.options.has(suffix.slice(rankInput.length))),
  read: (sent, { options }) => {
    if (!Array.isArray(sent)) return { fault: 'not-ranked' };
    if (sent.length === 0) return { value: [] };
    const order = sent.filter((option): option is string => typeof option === 'string' && options.has(option));
    return order.length === sent.length && order.length === options.size && new Set(order).size === order.length
      ? { value: order }
      : { fault: 'not-ranked' };
  },
  fromInputs: (inputs, { name, options }) => {
    const numbers = new Map<string, string>();
    for (const option of options.keys()) {
      const typed = latinDigits(inputs[name + rankInput + option]?.trim() ?? '');
      if (typed !== '') numbers.set(typed, option);
    }
    if (numbers.size === 0) return undefined;
    // Numbers that are missing, or there twice, leave a place without an option.
    return [...options.keys()].map((_option, index) => numbers.get(String(index + 1)) ?? null);
  },
  toInputs: (value, { name }) =>
    Object.fromEntries(value.map((option, index) => [name + rankInput + option, String(index + 1)])),
  toExpression: (value) => value,
  say: (value, field, locale) =>
    value
      .map((option, index) => `${index + 1}. ${sayOption(field, option)[locale]}`)
      .join(locale === 'ar' ? '، ' : ', '),
  jsonSchema: ({ options }) => ({
    type: 'array',
    description: 'All of them, what matters most first',
    uniqueItems: true,
    minItems: options.size,
    maxItems: options.size,
    items: { enum: [...options.keys()] },
  }),
};
