import { intlLocale } from '../../base/texts.ts';
import type { FieldType } from './field-type.ts';
import { offeredBy, optionSchema, sayOption } from './options.ts';

/** What stands before an option in the name of its box. */
export const optionInput = '.is.';

/** The options that apply, in the order in which they are declared. Each has a box of its own. */
export const choices: FieldType<'choices', readonly string[]> = {
  missing: 'required-choice',
  owns: (suffix, field) =>
    suffix === '' || (suffix.startsWith(optionInput) && field.options.has(suffix.slice(optionInput.length))),
  read: (sent, field, world, given) => {
    if (!Array.isArray(sent)) return { fault: 'not-choices' };
    if (sent.length > field.options.size) return { fault: 'not-choices' };
    const chosen = new Set<unknown>(sent);
    for (const option of chosen)
      if (typeof option !== 'string' || !field.options.has(option)) return { fault: 'not-an-option' };
    if (chosen.size > field.max) return { fault: 'too-many-choices', values: { max: field.max } };
    const isOffered = offeredBy(field, given, world);
    if (![...chosen].every((option) => isOffered(String(option)))) return { fault: 'not-offered-here' };
    if (chosen.size > 0 && chosen.size < field.min) return { fault: 'too-few-choices', values: { min: field.min } };
    return { value: [...field.options.keys()].filter((option) => chosen.has(option)) };
  },
  fromInputs: (inputs, { name, options }) => {
    const start = name + optionInput;
    const chosen = Object.entries(inputs).flatMap(([input, typed]) =>
      typed !== '' && input.startsWith(start) && options.has(input.slice(start.length))
        ? [input.slice(start.length)]
        : [],
    );
    return chosen.length > 0 ? chosen : undefined;
  },
  toInputs: (value, { name }) => Object.fromEntries(value.map((option) => [name + optionInput + option, '1'])),
  toExpression: (value) => value,
  say: (value, field, locale) =>
    new Intl.ListFormat(intlLocale[locale], { type: 'conjunction' }).format(
      value.map((option) => sayOption(field, option)[locale]),
    ),
  searched: (value) => ({ codes: value }),
  jsonSchema: (field) => ({
    type: 'array',
    uniqueItems: true,
    minItems: field.required ? field.min : 0,
    maxItems: Math.min(field.max, field.options.size),
    items: optionSchema(field),
  }),
};
