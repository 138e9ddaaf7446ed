import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type Locale, locales, type Text } from '../../base/texts.ts';
import type { FieldTypeDeclaration } from './field-type.ts';

export interface ConsentSettings {
  /** What is agreed to. */
  readonly wording: Text;
  /** SHA-256 of the wording in each language, in hexadecimal. */
  readonly digests: Readonly<Record<Locale, string>>;
}

/** Keeps the language and the digest of what was read, so that it can be shown later which text was agreed to. */
export const consent: FieldTypeDeclaration<object, ConsentSettings> = {
  description: 'A box to tick below a text that is agreed to; which text it was, and in which language, is kept.',
  keys: {},
  celType: 'bool',
  texts: { wording: 'The text that is agreed to; the label is what stands beside the box.' },
  empty: false,
  values: () => [true, false],
  compile: (_source, place) => {
    const wording = place.text('wording');
    return {
      wording,
      digests: Object.fromEntries(
        locales.map((locale) => [locale, bytesToHex(sha256(utf8ToBytes(wording[locale].normalize('NFC'))))]),
      ) as Record<Locale, string>,
    };
  },
};
