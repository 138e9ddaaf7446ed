import { intlLocale, type Locale } from '../base/texts.ts';
import { latinDigits } from './digits.ts';

/**
 * Numbers as people type them. Half of Lebanon writes 1.500,25 and the other half 1,500.25, in Arabic or Latin digits, so
 * a sign is read as what it can only be; where it can be both, the person is asked.
 */
export type NumberReading =
  /** Plain decimal notation without needless zeros: "-1500.25". */
  { readonly value: string } | { readonly fault: NumberFault };
export type NumberFault = 'not-a-number' | 'ambiguous-number' | 'too-many-decimals' | 'too-many-digits';

/** A double holds so many digits of any decimal number exactly. */
const mostDigits = 15;
const plain = /^-?\d+(\.\d+)?$/;
// Marks of direction, which text copied from an Arabic page carries.
const directionMarks = /[\u200e\u200f\u061c]/g;
const wholeNumber = /^\d+$|^\d{1,3}([.,\u066c\s])\d{3}(?:\1\d{3})*$/;

const tidied = (text: string): string =>
  latinDigits(text)
    .replaceAll(directionMarks, '')
    .trim()
    .replace(/^[\u2212\u2013]/, '-')
    .replace(/^\+/, '');

/** What was sent: a number, or text in plain notation or as people type it. */
export const readNumber = (sent: unknown, decimals: number): NumberReading => {
  if (typeof sent !== 'number' && typeof sent !== 'string') return { fault: 'not-a-number' };
  const text = String(sent);
  if (text.length > 60) return { fault: 'not-a-number' };
  const number = tidied(text);
  return plain.test(number) ? inNormalForm(number, decimals) : readTypedNumber(number, decimals);
};

/** What was typed, in plain notation; what cannot be read stays as it is, and never looks plain. */
export const plainNumber = (typed: string, decimals: number): string => {
  const number = typed.length > 60 ? '' : tidied(typed);
  const reading = readTypedNumber(number, decimals);
  if ('value' in reading) return reading.value;
  return plain.test(number) ? number.replace('.', ',') : typed;
};

/** The same in an input, where 1.125 could be taken for a thousand and more. */
export const typedNumber = (value: string): string => (/^-?[1-9]\d{0,2}\.\d{3}$/.test(value) ? `${value}0` : value);

const readTypedNumber = (number: string, decimals: number): NumberReading => {
  const negative = number.startsWith('-');
  const parts = split(negative ? number.slice(1).trim() : number, decimals);
  if (parts === 'ambiguous') return { fault: 'ambiguous-number' };
  if (!parts || !/^\d*$/.test(parts.fraction)) return { fault: 'not-a-number' };
  const { whole, fraction } = parts;
  if (!wholeNumber.test(whole) && !(whole === '' && fraction !== '')) return { fault: 'not-a-number' };
  return inNormalForm(`${negative ? '-' : ''}${whole.replaceAll(/\D/g, '') || '0'}.${fraction || '0'}`, decimals);
};

interface Parts {
  readonly whole: string;
  readonly fraction: string;
}

const split = (text: string, decimals: number): Parts | 'ambiguous' | undefined => {
  const at = (index: number): Parts => ({ whole: text.slice(0, index), fraction: text.slice(index + 1) });
  const arabicSign = text.indexOf('\u066b');
  if (arabicSign >= 0) return at(arabicSign);
  const [dot, comma] = [text.lastIndexOf('.'), text.lastIndexOf(',')];
  const last = Math.max(dot, comma);
  if (last < 0) return { whole: text, fraction: '' };
  if (dot >= 0 && comma >= 0) return at(last);
  const isOnlyOne = text.indexOf(text.charAt(last)) === last;
  if (!isOnlyOne) return { whole: text, fraction: '' };
  const couldBeThousands = /^[1-9]\d{0,2}[.,]\d{3}$/.test(text);
  if (!couldBeThousands) return at(last);
  return decimals >= 3 ? 'ambiguous' : { whole: text, fraction: '' };
};

const inNormalForm = (number: string, decimals: number): NumberReading => {
  const [whole = '', fraction = ''] = number.replace('-', '').split('.');
  const kept = fraction.replace(/0+$/, '');
  if (kept.length > decimals) return { fault: 'too-many-decimals' };
  const digits = whole.replace(/^0+(?=\d)/, '');
  if (digits.length + kept.length > mostDigits) return { fault: 'too-many-digits' };
  const value = kept === '' ? digits : `${digits}.${kept}`;
  return { value: number.startsWith('-') && value !== '0' ? `-${value}` : value };
};

const formats = new Map<string, Intl.NumberFormat>();

const formatOf = (locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat => {
  const key = `${locale} ${options.currency ?? ''} ${options.maximumFractionDigits ?? ''}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(intlLocale[locale], options);
    formats.set(key, format);
  }
  return format;
};

/** A number as it is written in a language: 1.234,5 in the Arabic of Lebanon. */
export const sayNumber = (value: number, locale: Locale, decimals: number): string =>
  formatOf(locale, { maximumFractionDigits: decimals }).format(value);

/** An amount with the sign of its currency. @param value in plain notation, in the main unit of the currency. */
export const sayMoney = (value: string, locale: Locale, currency: string): string =>
  formatOf(locale, { style: 'currency', currency })
    // Intl takes text to be exact; the typings know of numbers only.
    .formatToParts(value as unknown as number)
    // Between marks of direction "US$" keeps its order within Arabic words.
    .map((part) =>
      part.type === 'currency' && locale === 'ar' && /[A-Za-z]/.test(part.value)
        ? `\u200e${part.value}\u200e`
        : part.value,
    )
    .join('');

/** The sign or name of a currency as it stands beside a number: ل.ل. */
export const currencySign = (locale: Locale, currency: string): string =>
  formatOf(locale, { style: 'currency', currency })
    .formatToParts(0)
    .find(({ type }) => type === 'currency')
    ?.value.replaceAll(directionMarks, '') ?? currency;

const decimalsKnown = new Map<string, number>();

/** How many decimals amounts in a currency have: 0 for Lebanese pounds, 2 for euros, 3 for Tunisian dinars. */
export const decimalsOf = (currency: string): number => {
  let decimals = decimalsKnown.get(currency);
  if (decimals === undefined) {
    decimals =
      new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
    decimalsKnown.set(currency, decimals);
  }
  return decimals;
};
