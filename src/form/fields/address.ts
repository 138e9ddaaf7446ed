import type { FieldOf } from '../../definition/service.ts';
import { inPlaceOf } from '../../territory/place.ts';
import type { FieldType, Inputs } from './field-type.ts';
import { readText } from './text.ts';

export type Address = { readonly lines: readonly string[]; readonly place: string; readonly postcode?: string };

/** How many lines there are to write on. */
export const addressLines = 2;
const longestLine = 120;
const longestPostcode = 12;

/** What follows the field's name in the names of its inputs: `.line1`, `.line2`, `.place`, `.postcode`. */
const lineInputs = Array.from({ length: addressLines }, (_none, index) => `.line${index + 1}`);

export const address: FieldType<'address', Address> = {
  owns: (suffix, { postcode }) =>
    suffix === '' || suffix === '.place' || lineInputs.includes(suffix) || (postcode && suffix === '.postcode'),
  read: (sent, field, world) => {
    if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) return { fault: 'not-an-address' };
    const { lines, place, postcode, ...others } = sent as Readonly<Record<string, unknown>>;
    if (Object.keys(others).length > 0 || (!field.postcode && given(postcode))) return { fault: 'not-an-address' };
    const sentLines = typeof lines === 'string' ? lines.split('\n') : (lines ?? []);
    if (!Array.isArray(sentLines) || sentLines.length > addressLines) return { fault: 'not-an-address' };
    const kept: string[] = [];
    for (const line of sentLines as readonly unknown[]) {
      const reading = readText(line, { max: longestLine }, false);
      if ('fault' in reading) return reading;
      if (reading.value !== '') kept.push(reading.value);
    }
    const code = given(postcode) ? readText(postcode, { max: longestPostcode }, false) : undefined;
    if (code && 'fault' in code) return code;
    if (!given(place)) return { fault: 'address-place-missing' };
    const found = typeof place === 'string' ? inPlaceOf(world.findPlace, place) : undefined;
    if (!found || found.level !== field.level || found.retired) return { fault: 'no-such-place' };
    if (kept.length === 0) return { fault: 'address-lines-missing' };
    return { value: { lines: kept, place: found.code, ...(code?.value && { postcode: code.value }) } };
  },
  fromInputs: (inputs, { name }) => {
    const typed = (suffix: string): string => inputs[name + suffix]?.trim() ?? '';
    const lines = lineInputs.map(typed).filter((line) => line !== '');
    const [place, postcode] = [typed('.place'), typed('.postcode')];
    if (lines.length === 0 && !place && !postcode) return undefined;
    return { lines, ...(place && { place }), ...(postcode && { postcode }) };
  },
  toInputs: ({ lines, place, postcode }, { name }): Inputs => ({
    ...Object.fromEntries(lines.map((line, index) => [`${name}.line${index + 1}`, line])),
    [`${name}.place`]: place,
    ...(postcode && { [`${name}.postcode`]: postcode }),
  }),
  toExpression: ({ place }) => place,
  say: ({ lines, place, postcode }, _field, locale, world) =>
    [...lines, [postcode, world.findPlace(place)?.name[locale] ?? place].filter(Boolean).join(' ')].join(
      locale === 'ar' ? '، ' : ', ',
    ),
  searched: ({ lines, place, postcode }) => ({ texts: [...lines, postcode ?? ''], codes: [place] }),
  jsonSchema: (field) => schemaOf(field),
};

const given = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

const schemaOf = ({ level, postcode }: FieldOf<'address'>) => ({
  type: 'object',
  additionalProperties: false,
  properties: {
    lines: {
      type: 'array',
      minItems: 1,
      maxItems: addressLines,
      items: { type: 'string', maxLength: longestLine },
    },
    place: { type: 'string', description: `Code of a ${level}, see /api/v1/places` },
    ...(postcode && { postcode: { type: 'string', maxLength: longestPostcode } }),
  },
  required: ['lines', 'place'],
});
