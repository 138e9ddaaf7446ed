import { type Static, Type } from 'typebox';
import { listOf } from '../compile-context.ts';
import { oneOrMore } from '../schema-words.ts';
import type { FieldPlace, FieldTypeDeclaration } from './field-type.ts';

export const checkDigits = ['luhn', 'mod97', 'iban', 'damm', 'verhoeff'] as const;
export type CheckDigit = (typeof checkDigits)[number];

const source = Type.Object({
  pattern: oneOrMore(
    'How numbers look: 9 stands for a digit, A for a letter, * for either, and what else stands there for itself, as in "99-9999999"; a backslash takes the meaning from the next one.',
  ),
  check_digit: Type.Optional(
    Type.Enum([...checkDigits], { description: 'How the digit that guards against slips is worked out.' }),
  ),
});

/** A place in a number: any character of a kind, or one certain character, which may be left out in typing. */
export type MaskPart = { readonly any: 'digit' | 'letter' | 'either' } | { readonly literal: string };
export interface Mask {
  readonly source: string;
  readonly parts: readonly MaskPart[];
}

export interface IdentitySettings {
  readonly masks: readonly Mask[];
  readonly checkDigit: CheckDigit | undefined;
}

const kinds: Readonly<Record<string, 'digit' | 'letter' | 'either'>> = { '9': 'digit', A: 'letter', '*': 'either' };

/** Masks instead of regular expressions: whoever writes a declaration can read them, and none of them runs for ever. */
const readMask = (text: string): Mask => {
  const parts: MaskPart[] = [];
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    const any = kinds[character];
    if (any) parts.push({ any });
    else parts.push({ literal: (character === '\\' ? text.charAt(++index) : character).toUpperCase() });
  }
  return { source: text, parts };
};

export const identity: FieldTypeDeclaration<Static<typeof source>, IdentitySettings> = {
  description: 'A number that identifies a person, a company or a thing, of a known pattern.',
  keys: source.properties,
  celType: 'string',
  empty: '',
  compile: ({ pattern, check_digit: checkDigit }, place) => ({ masks: compileMasks(pattern, place), checkDigit }),
};

/** The masks of a key `pattern`, with faults for those that cannot be read or that leave nothing open. */
export const compileMasks = (
  pattern: string | readonly string[],
  place: Pick<FieldPlace, 'fault'>,
): readonly Mask[] => {
  const masks = listOf(pattern).map(readMask);
  for (const [index, { source: mask, parts }] of masks.entries()) {
    const path = typeof pattern === 'string' ? ['pattern'] : ['pattern', index];
    const open = parts.filter((part) => 'any' in part).length;
    if (mask.length > 60) place.fault(path, 'the pattern is longer than 60 characters: shorten it');
    else if (!/^[\x20-\x7e]+$/.test(mask))
      place.fault(path, `write the pattern with Latin characters: "${mask}" holds others`);
    else if (mask.endsWith('\\') && !mask.endsWith('\\\\'))
      place.fault(path, 'nothing follows the backslash at the end: remove it');
    else if (open < 2)
      place.fault(path, `"${mask}" leaves nothing open: write 9 for a digit, A for a letter, as in "99-9999999"`);
  }
  return masks;
};
