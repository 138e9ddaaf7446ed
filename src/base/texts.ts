import { IntlMessageFormat } from 'intl-messageformat';

/**
 * Every word that a person reads exists in these languages. A platform text is an object with one ICU message per
 * language, so that a missing translation is a type error; a service's texts are files checked by `diwan check`.
 */
export const locales = ['ar', 'fr', 'en'] as const;
export type Locale = (typeof locales)[number];
export type Text = Readonly<Record<Locale, string>>;
export type Values = Readonly<Record<string, string | number | Date>>;

export const isLocale = (value: unknown): value is Locale => locales.includes(value as Locale);
export const directionOf = (locale: Locale): 'rtl' | 'ltr' => (locale === 'ar' ? 'rtl' : 'ltr');

/** BCP 47 tags for Intl: Latin digits, and the month names used in the Levant for Arabic. */
export const intlLocale: Readonly<Record<Locale, string>> = {
  ar: 'ar-LB-u-nu-latn',
  fr: 'fr-LB-u-nu-latn',
  en: 'en-GB',
};

/** French has spaces before : ; ? ! » and after «, at which no line may end. */
export const tieFrench = (text: string): string =>
  text.replaceAll('« ', '«\u00a0').replaceAll(/ ([:;?!»])/g, '\u00a0$1');

const tied = new Map<string, string>();
const tie = (locale: Locale, message: string): string => {
  if (locale !== 'fr') return message;
  let known = tied.get(message);
  if (known === undefined) tied.set(message, (known = tieFrench(message)));
  return known;
};

const compiled = new Map<string, IntlMessageFormat>();

/** Formats one ICU message; plain messages skip the formatter, compiled ones are kept. */
export const formatMessage = (locale: Locale, written: string, values?: Values): string => {
  const message = tie(locale, written);
  if (!message.includes('{') && !message.includes("'")) return message;
  const key = `${locale}\n${message}`;
  let format = compiled.get(key);
  if (!format) {
    format = new IntlMessageFormat(message, intlLocale[locale], undefined, { ignoreTag: true });
    compiled.set(key, format);
  }
  return String(format.format(values));
};

export const say = (locale: Locale, text: Text, values?: Values): string => formatMessage(locale, text[locale], values);
