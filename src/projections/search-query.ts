import { latinDigits } from '../form/digits.ts';
import { inBasketWord, type NumberHashes, numberWord, ofServiceWord, wordsOf } from '../record/search-words.ts';
import { plainIdentity } from '../events/contact.ts';
import type { Scope, ServiceVersion } from '../access/scope.ts';

/** What a search looks for, as `tsquery` writes it, before anything is said of who looks. */
export type WantedWords = string;

const quoted = (word: string): string => `'${word.replaceAll(/['\\]/g, (sign) => sign + sign)}'`;
const anyOf = (words: readonly string[]): string => `(${words.map(quoted).join(' | ')})`;

const shortestBeginning = 2;
const mostWords = 12;
const shortestNumber = 4;

/**
 * What was typed: all of its words, the last of which may be unfinished; or the number that it is. Undefined where there is
 * nothing to look for.
 */
export const wantedWords = (
  typed: string,
  readPhone: (text: string) => string | undefined,
  hashes: NumberHashes,
): WantedWords | undefined => {
  const words = wordsOf(typed).slice(0, mostWords);
  const last = words.at(-1) ?? '';
  const all = words.map((word, index) =>
    index === words.length - 1 && last.length >= shortestBeginning ? `${quoted(word)}:*` : quoted(word),
  );
  const latin = latinDigits(typed);
  const phone = readPhone(latin);
  const isNumber = /\p{N}/u.test(latin) && plainIdentity(latin).length >= shortestNumber;
  const ways = [
    ...(all.length > 0 ? [all.join(' & ')] : []),
    ...(phone === undefined ? [] : [quoted(numberWord(hashes.phone(phone)))]),
    ...(isNumber ? [quoted(numberWord(hashes.identity(latin)))] : []),
  ];
  return ways.length === 0 ? undefined : ways.map((way) => `(${way})`).join(' | ');
};

/** Any of these numbers; undefined where there are none. */
export const numberWords = (words: readonly string[]): WantedWords | undefined =>
  words.length === 0 ? undefined : anyOf(words);

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
    ...(institutions.size > 0 && institutions.size <= mostBaskets ? [anyOf([...institutions].map(inBasketWord))] : []),
    ...(services.size > 0 && services.size < all.size ? [anyOf([...services].map(ofServiceWord))] : []),
  ].join(' & ');
};
