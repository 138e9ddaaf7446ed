import type { CheckDigit } from '../definition/fields/identity.ts';

/**
 * Check digits: each method is told a number as it is written and says whether its last digit, or for MOD 97 its last
 * two, are those that follow from the others. Characters that are neither digits nor Latin letters do not count.
 */
const methods: Readonly<Record<CheckDigit, (characters: string) => boolean>> = {
  // ISO/IEC 7812-1, annex B.
  luhn: (digits) => {
    let sum = 0;
    for (let index = 0; index < digits.length; index++) {
      const digit = Number(digits.charAt(digits.length - 1 - index));
      const doubled = index % 2 === 1 ? digit * 2 : digit;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 === 0;
  },
  // ISO/IEC 7064, MOD 97-10, letters counting 10 to 35.
  mod97: (characters) => modulo97(characters) === 1,
  // ISO 13616: the same with the first four characters moved to the end.
  iban: (characters) => modulo97(characters.slice(4) + characters.slice(0, 4)) === 1,
  // H. M. Damm, Total anti-symmetrische Quasigruppen, 2004.
  damm: (digits) => [...digits].reduce((interim, digit) => dammTable[interim]?.[Number(digit)] ?? 0, 0) === 0,
  // J. Verhoeff, Error Detecting Decimal Codes, 1969.
  verhoeff: (digits) =>
    [...digits].toReversed().reduce((check, digit, index) => multiply(check, permute(Number(digit), index % 8)), 0) ===
    0,
};

const needsDigitsOnly: ReadonlySet<CheckDigit> = new Set(['luhn', 'damm', 'verhoeff']);

/** Whether a number carries the check digit that follows from the rest of it. */
export const hasRightCheckDigit = (number: string, method: CheckDigit): boolean => {
  const characters = number.toUpperCase().replaceAll(needsDigitsOnly.has(method) ? /[^0-9]/g : /[^0-9A-Z]/g, '');
  return characters.length > 1 && methods[method](characters);
};

const modulo97 = (characters: string): number => {
  let remainder = 0;
  for (const character of characters) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder;
};

const dammTable: readonly (readonly number[])[] = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
];

/** The group of the symmetries of a pentagon: 0 to 4 turn it, 5 to 9 turn it over as well. */
const multiply = (a: number, b: number): number => {
  const [turnA, turnB] = [a % 5, b % 5];
  if (a < 5) return b < 5 ? (turnA + turnB) % 5 : 5 + ((turnA + turnB) % 5);
  return b < 5 ? 5 + ((turnA - turnB + 5) % 5) : (turnA - turnB + 5) % 5;
};

const permutation: readonly number[] = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
const permute = (digit: number, times: number): number =>
  times === 0 ? digit : permute(permutation[digit] ?? 0, times - 1);
