import { locales, type Text } from '../base/texts.ts';

/** Reads the three names of a row; each fault says which one and what to write. */
export const readName = (cell: (column: string) => string): { name: Text; faults: readonly string[] } => {
  const name = { ar: cell('name_ar'), fr: cell('name_fr'), en: cell('name_en') };
  const faults = locales.flatMap((locale) => {
    const value = name[locale];
    if (value === '') return [`name_${locale} is missing: write the name in ${languages[locale]}`];
    if (value.length > 200) return [`name_${locale} has ${value.length} characters: write at most 200`];
    if (/\p{Cc}/u.test(value)) return [`name_${locale} holds a line break or a control character: remove it`];
    if (misread.test(value))
      return [
        `name_${locale} is "${value}", which was saved in a wrong encoding: copy the name again from the original`,
      ];
    return [];
  });
  return { name, faults };
};

const languages = { ar: 'Arabic', fr: 'French', en: 'English' } as const;

// Arabic in UTF-8 that something read as Windows-1252 and wrote again: each letter became Ø or Ù and one odd character.
const misread = /[ØÙ][^\p{L}\s]|[ØÙ][ƒ„†‡ˆŠŒŽ¨ª²³´µ¹º]|\ufffd/u;

/** What a code may look like: it stands in addresses, file names and open data. */
const codePattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
export const codeFault = (code: string): string | undefined =>
  code === ''
    ? 'code is missing: write one that never changes'
    : codePattern.test(code)
      ? undefined
      : `the code "${code}" is not usable: write at most 64 of A-Z a-z 0-9 . _ -, beginning with a letter or digit`;
