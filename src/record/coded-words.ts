import type { Searched } from '../form/fields/field-type.ts';

/**
 * Answers that lists are narrowed by, as words of the search index: `:question=code`. Numbers, days and times are written in
 * digits of one length, so that all of a stretch of them begin alike in a few ways.
 */
export const codedWord = (name: string, code: string): string => `:${name}=${code}`;

const digitsOfAmounts = 15;
const largest = 10 ** digitsOfAmounts - 1;
const amountDigits = (size: number): string =>
  String(Math.min(Math.floor(size), largest)).padStart(digitsOfAmounts, '0');
const digitsOf = (moment: string): string => moment.replaceAll(/\D/g, '');

export const codedWords = (name: string, { codes = [], amounts = [], moments = [] }: Searched): readonly string[] =>
  [
    ...codes,
    ...amounts.map((amount) => `${amount < 0 ? '-' : ''}${amountDigits(Math.abs(amount))}`),
    ...moments.map(digitsOf),
  ].map((code) => codedWord(name, code));

/** How all numbers of as many digits from one (inclusive) to another (inclusive) begin. */
const beginningsOf = (from: string, to: string): readonly string[] => {
  if (from > to) return [];
  if (/^0*$/.test(from) && /^9*$/.test(to)) return [''];
  const [first, last] = [Number(from[0]), Number(to[0])];
  const below = (digit: number, least: string, most: string) =>
    beginningsOf(least, most).map((rest) => `${digit}${rest}`);
  const length = from.length - 1;
  const [lowest, highest] = ['0'.repeat(length), '9'.repeat(length)];
  if (first === last) return below(first, from.slice(1), to.slice(1));
  return [
    ...below(first, from.slice(1), highest),
    ...Array.from({ length: last - first - 1 }, (_none, index) => String(first + 1 + index)),
    ...below(last, lowest, to.slice(1)),
  ];
};

/** How the words of all numbers between two ends begin, and of some beyond them. */
export const amountBeginnings = (least = -largest, most = largest): readonly string[] => [
  ...(most < 0 ? [] : beginningsOf(amountDigits(Math.max(0, least)), amountDigits(most))),
  ...(least > 0
    ? []
    : beginningsOf(amountDigits(Math.max(0, -most)), amountDigits(Math.max(0, -least))).map((rest) => `-${rest}`)),
];

const earliest = '1000-01-01';
const latest = '9999-99-99';

/** The same of days, or of times of day, from one on and not after another; whole: the days that stand for a whole month or year. */
export const momentBeginnings = (
  since?: string,
  until?: string,
): { readonly beginnings: readonly string[]; readonly whole: readonly string[] } => {
  const isDay = /^\d{4}-/.test(since ?? until ?? '');
  const [from, to] = [digitsOf(since ?? (isDay ? earliest : '00:00')), digitsOf(until ?? (isDay ? latest : '99:99'))];
  const beginnings = beginningsOf(from, to);
  const parts = isDay
    ? beginnings.flatMap((beginning) =>
        [4, 6].flatMap((length) => (beginning.length > length ? [beginning.slice(0, length)] : [])),
      )
    : [];
  return { beginnings, whole: [...new Set(parts)] };
};
