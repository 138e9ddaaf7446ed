import { normaliseForSearch } from './search-text.ts';

/**
 * A regular expression (PostgreSQL's, to be matched without regard to case) that finds a name however it is spelled: the
 * words in their order, each letter in all its forms, with vowel marks or without. `normaliseForSearch` has made one
 * spelling of what was typed; this is its inverse for the letters that names are written with. Undefined when nothing
 * was typed that a name could hold.
 */
export const namePattern = (typed: string): string | undefined => {
  const words = normaliseForSearch(typed);
  if (words === '') return undefined;
  return words
    .split(' ')
    .map((word) => [...word].map((letter) => (forms[letter] ?? letter) + marks).join(''))
    .join('.*');
};

// Vowel marks, hamza above and below, tatweel, the lone hamza, apostrophes.
const marks = "[\\u064b-\\u0655\\u0670\\u0640\\u0621'’]*";

const forms: Readonly<Record<string, string>> = {
  ا: '[اأإآٱ]',
  ه: '[هة]',
  ي: '[يىئی]',
  و: '[وؤ]',
  ك: '[كک]',
  a: '[aàâäáã]',
  c: '[cç]',
  e: '[eéèêë]',
  i: '[iîïí]',
  n: '[nñ]',
  o: '[oôöóõ]',
  u: '[uùûüú]',
  y: '[yÿ]',
};
