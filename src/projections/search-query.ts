import { latinDigits } from '../form/digits.ts';
import { inBasketWord, type NumberHashes, numberWord, ofServiceWord, wordsOf } from '../record/search-words.ts';
import { plainIdentity } from '../events/contact.ts';
import type { Scope, ServiceVersion } from '../access/scope.ts';

/** What a search looks for, as `tsquery` writes it, before anything is said of who looks. */
export type WantedWords = string;

export const quoted = (word: string): string => `'${word.replaceAll(/['\\]/g, (sign) => sign + sign)}'`;
export const anyWord = (words: readonly string[]): WantedWords => `(${words.map(quoted).join(' | ')})`;

const shortestBeginning = 2;
const mostWords = 12;
const shortestNumber = 4;

/** All of these words, the last of which may be unfinished. */
export const allWords = (words: readonly string[]): WantedWords =>
  words
    .map((word, index) =>
      index === words.length - 1 && word.length >= shortestBeginning ? `${quoted(word)}:*` : quoted(word),
    )
    .join(' & ');

/**
 * What was typed: all of its words, the last of which may be unfinished; or the number that it is. Undefined where there is
 * nothing to look for.
 */
export const wantedWords = (
  typed: string,
  readPhone: (text: string) => string | undefined,
  hashes: NumberHashes,
): WantedWords | undefined => {
  const all = allWords(wordsOf(typed).slice(0, mostWords));
  const latin = latinDigits(typed);
  const phone = readPhone(latin);
  const isNumber = /\p{N}/u.test(latin) && plainIdentity(latin).length >= shortestNumber;
  const ways = [
    ...(all === '' ? [] : [all]),
    ...(phone === undefined ? [] : [quoted(numberWord(hashes.phone(phone)))]),
    ...(isNumber ? [quoted(numberWord(hashes.identity(latin)))] : []),
  ];
  return ways.length === 0 ? undefined : ways.map((way) => `(${way})`).join(' | ');
};

/** Any of these numbers; undefined where there are none. */
export const numberWords = (words: readonly string[]): WantedWords | undefined =>
  words.length === 0 ? undefined : anyWord(words);

/** All of these words, in records of one service. */
export const serviceWords = (words: readonly string[], service: string): WantedWords =>
  [...words, ofServiceWord(service)].map(quoted).join(' & ');

const mostBaskets = 60;

/**
 * The same, narrowed to where this account sees anything in a basket at all, if that is little: it saves looking at what is
 * not seen anyway. Who sees what is decided by the records themselves.
 */
export const narrowedWords = (wanted: WantedWords, scope: Scope, versions: readonly ServiceVersion[]): string => {
  const institutions = new Set(scope.baskets.flatMap((basket) => basket.institutions));
  const seen = new Set([
    ...scope.baskets.flatMap((basket) => basket.versions),
    ...scope.lenses.map(({ version }) => version),
  ]);
  const services = new Set(versions.flatMap(({ versionId, service }) => (seen.has(versionId) ? [service.id] : [])));
  const all = new Set(versions.map(({ service }) => service.id));
  return [
    `(${wanted})`,
    ...(institutions.size > 0 && institutions.size <= mostBaskets
      ? [anyWord([...institutions].map(inBasketWord))]
      : []),
    ...(services.size > 0 && services.size < all.size ? [anyWord([...services].map(ofServiceWord))] : []),
  ].join(' & ');
};
