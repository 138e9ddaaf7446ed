import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { Type } from 'typebox';
import { type Locale, locales, type Text } from '../../base/texts.ts';
import type { FieldSource, FieldTypeDeclaration } from './field-type.ts';

export interface ConsentSettings {
  /** What is agreed to. */
  readonly wording: Text;
  /** SHA-256 of the wording in each language, in hexadecimal. */
  readonly digests: Readonly<Record<Locale, string>>;
  /** What it is for, where it is given freely and can be withdrawn; undefined: a declaration that goes with the request. */
  readonly purpose: string | undefined;
}

/** Keeps the language and the digest of what was read, so that it can be shown later which text was agreed to. */
export const consent: FieldTypeDeclaration<{ readonly purpose?: string }, ConsentSettings> = {
  description: 'A box to tick below a text that is agreed to; which text it was, and in which language, is kept.',
  keys: {
    purpose: Type.Optional(
      Type.String({
        pattern: '^[a-z][a-z0-9_]*$',
        description:
          'What is agreed to, by a short name: the consent is free, can be withdrawn at any time, and opens what `needs_consent` names it. Without it the box is a declaration that goes with the request.',
      }),
    ),
  },
  celType: 'bool',
  texts: { wording: 'The text that is agreed to; the label is what stands beside the box.' },
  empty: false,
  values: () => [true, false],
  compile: (source, place) => {
    if (source.purpose !== undefined && (source as FieldSource).required)
      place.fault(['required'], 'a consent that must be given is not free: take out "required", or "purpose"');
    if (source.purpose !== undefined && (source as FieldSource).changed_by !== undefined)
      place.fault(['changed_by'], 'only the person gives and withdraws a consent: take out "changed_by"');
    const wording = place.text('wording');
    return {
      purpose: source.purpose,
      wording,
      digests: Object.fromEntries(
        locales.map((locale) => [locale, bytesToHex(sha256(utf8ToBytes(wording[locale].normalize('NFC'))))]),
      ) as Record<Locale, string>,
    };
  },
};
