import type { Mask, MaskPart } from '../../definition/fields/identity.ts';
import { hasRightCheckDigit } from '../check-digits.ts';
import { latinDigits } from '../digits.ts';
import { type FieldType, singleInput } from './field-type.ts';

/** A number of a known pattern, kept as the pattern writes it: hyphens and spaces may be left out in typing. */
export const identity: FieldType<'identity', string> = {
  ...singleInput,
  read: (sent, { masks, checkDigit }) => {
    const text = typeof sent === 'number' ? String(sent) : sent;
    if (typeof text !== 'string') return { fault: 'not-an-identity', values: { example: exampleOf(masks) } };
    const value = text.length > 100 ? undefined : firstOf(masks, latinDigits(text).trim().toUpperCase());
    if (value === undefined) return { fault: 'not-an-identity', values: { example: exampleOf(masks) } };
    if (checkDigit && !hasRightCheckDigit(value, checkDigit)) return { fault: 'wrong-check-digit' };
    return { value };
  },
  say: (value) => value,
  searched: (value) => ({ identities: [value] }),
  jsonSchema: ({ masks }) => ({
    type: 'string',
    description: `${masks.map(({ source }) => source).join(' or ')}: 9 is a digit, A a letter, * either`,
  }),
};

/** What was typed as the first mask that it fits writes it; undefined: it fits none. */
export const firstOf = (masks: readonly Mask[], text: string): string | undefined => {
  for (const { parts } of masks) {
    const value = fit(parts, text);
    if (value !== undefined) return value;
  }
  return undefined;
};

const kinds: Readonly<Record<'digit' | 'letter' | 'either', RegExp>> = {
  digit: /^[0-9]$/,
  letter: /^[A-Z]$/,
  either: /^[0-9A-Z]$/,
};
const isSeparator = (character: string): boolean => /^[\s./\-\u2010-\u2015]$/.test(character);

/** What was typed as the mask writes it, in one pass over both; undefined when it does not fit. */
const fit = (parts: readonly MaskPart[], text: string): string | undefined => {
  let at = 0;
  let value = '';
  for (const part of parts) {
    if ('literal' in part) {
      if (text.charAt(at) === part.literal) at++;
      else if (!isSeparator(part.literal)) return undefined;
      value += part.literal;
      continue;
    }
    while (at < text.length && isSeparator(text.charAt(at))) at++;
    if (!kinds[part.any].test(text.charAt(at))) return undefined;
    value += text.charAt(at++);
  }
  return at === text.length ? value : undefined;
};

/** A number as the first mask wants it, for people: 12-3456789. */
export const exampleOf = (masks: readonly Mask[]): string => {
  let count = 0;
  return (masks[0]?.parts ?? [])
    .map((part) => {
      if ('literal' in part) return part.literal;
      count++;
      return part.any === 'letter' ? String.fromCodePoint(64 + ((count - 1) % 26) + 1) : String(count % 10);
    })
    .join('');
};
