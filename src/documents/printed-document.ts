import { intlLocale, type Locale, say, type Text } from '../base/texts.ts';
import type { Layout, layoutValues } from '../definition/layout.ts';
import type { Country } from '../territory/country.ts';
import { documentTexts } from './document-texts.ts';
import { qrSvg } from './qr.ts';

/** A document as it is to be printed: texts in all languages, values as people read them. */
export interface PrintedDocument {
  readonly locale: Locale;
  readonly institution: Text;
  readonly title: Text;
  readonly statement: Text;
  /** How the service lays it out; undefined: as the platform does. */
  readonly layout: Layout | undefined;
  /** The claims that its kind may state, whether they are known here or not. */
  readonly names: readonly string[];
  /** What the document says, line by line; where the second language says it differently, both are shown. */
  readonly claims: readonly { readonly name: string; readonly label: Text; readonly value: Text }[];
  readonly reference: string;
  readonly issuedAt: Date;
  readonly from: Date;
  readonly until: Date;
  /** The text of the QR code. */
  readonly credential: string;
  /** It only shows how others will look. */
  readonly isSpecimen?: boolean;
}

/** What all documents of a country share. */
export interface Letterhead {
  readonly country: Text;
  /** An SVG; `currentColor` becomes the colour. */
  readonly logo: string;
  /** `#rrggbb`. */
  readonly colour: string;
  readonly timeZone: string;
  /** Where people go to check a document. */
  readonly verifyUrl: string;
}

export const letterheadOf = (
  { name, logo, colour, timeZone }: Pick<Country, 'name' | 'logo' | 'colour' | 'timeZone'>,
  publicUrl: string,
): Letterhead => ({ country: name, logo, colour, timeZone, verifyUrl: `${publicUrl}/verify` });

/** A word in the language of the document and in the one that stands below it. */
interface Both {
  readonly main: string;
  readonly second: string | null;
}

/** What layouts have as `doc`; docs/documents.md tells their authors. Names are as Typst writes them. */
export interface LayoutData {
  readonly lang: Locale;
  readonly 'second-lang': Locale;
  readonly colour: string;
  readonly logo: string | null;
  readonly country: Both;
  readonly institution: Both;
  readonly title: Both;
  readonly statement: Both;
  readonly validity: Both;
  /** Days on which it was issued and between which it is valid. */
  readonly 'issued-on': Both;
  readonly 'valid-from': Both;
  readonly 'valid-until': Both;
  readonly names: readonly string[];
  readonly claims: readonly { readonly name: string; readonly label: Both; readonly value: Both }[];
  readonly words: Readonly<Record<string, Both>>;
  readonly issued: Both;
  readonly verify: Both;
  /** Where it is checked, without `https://`. */
  readonly address: string;
  readonly reference: string;
  /** The code as an SVG. */
  readonly code: string;
  readonly 'code-alt': Both;
  readonly page: string;
  readonly specimen: Both | null;
}

/** Administrations of the country write Arabic and French: each is the other's second language. */
const secondLanguage: Readonly<Record<Locale, Locale>> = { ar: 'fr', fr: 'ar', en: 'ar' };

export const layoutData = (document: PrintedDocument, letterhead: Letterhead): LayoutData => {
  const { locale } = document;
  const second = secondLanguage[locale];
  const both = (make: (language: Locale) => string): Both => {
    const [main, below] = [make(locale), make(second)];
    return { main, second: below === main ? null : below };
  };
  const text = (words: Text): Both => both((language) => words[language]);
  const { day, time } = calendar(letterhead.timeZone);
  const address = isolate(letterhead.verifyUrl.replace(/^https?:\/\//, ''));
  const reference = isolate(document.reference);
  const { issuedAt, from, until } = document;
  const wordsOf = (language: Locale) => wordValues(document, language, (at) => day(language, at));

  return {
    lang: locale,
    'second-lang': second,
    colour: letterhead.colour,
    logo: letterhead.logo.replaceAll('currentColor', letterhead.colour),
    country: text(letterhead.country),
    institution: text(document.institution),
    title: text(document.title),
    statement: text(document.statement),
    validity: both((language) => validity(language, document, letterhead.timeZone)),
    'issued-on': both((language) => day(language, issuedAt)),
    'valid-from': both((language) => day(language, from)),
    'valid-until': both((language) => day(language, until)),
    names: document.names,
    claims: document.claims.map(({ name, label, value }) => ({
      name,
      label: text(label),
      value: both((language) => isolate(value[language])),
    })),
    words: Object.fromEntries(
      [...(document.layout?.words ?? [])].map(([name, words]) => [
        name,
        both((language) => say(language, words, wordsOf(language))),
      ]),
    ),
    issued: both((language) =>
      say(language, documentTexts.issued, { day: day(language, issuedAt), time: time(language, issuedAt) }),
    ),
    verify: both((language) => say(language, documentTexts.verify, { address })),
    address,
    reference,
    code: qrSvg(document.credential, ''),
    'code-alt': text(documentTexts.code),
    page: documentTexts.page[locale],
    specimen: document.isSpecimen ? text(documentTexts.specimen) : null,
  };
};

/** What a layout's words may name in braces; a claim that is not there is empty. */
const wordValues = (
  { names, claims, reference, institution, issuedAt, from, until }: PrintedDocument,
  locale: Locale,
  day: (at: Date) => string,
): Record<(typeof layoutValues)[number], string> & Record<string, string> => ({
  ...Object.fromEntries(names.map((name) => [name, ''])),
  ...Object.fromEntries(claims.map(({ name, value }) => [name, isolate(value[locale])])),
  reference: isolate(reference),
  institution: institution[locale],
  issued_on: day(issuedAt),
  valid_from: day(from),
  valid_until: day(until),
});

const validity = (locale: Locale, { from, until }: PrintedDocument, timeZone: string): string => {
  const { day, time } = calendar(timeZone);
  const [fromDay, untilDay] = [day(locale, from), day(locale, until)];
  const times = { from: time(locale, from), until: time(locale, until) };
  return fromDay === untilDay
    ? say(locale, documentTexts.sameDay, { day: fromDay, ...times })
    : say(locale, documentTexts.severalDays, { fromDay, untilDay, ...times });
};

const longDay = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
const clock = { hour: '2-digit', minute: '2-digit' } as const;

/** Long dates with the weekday, and times of day, both of the country's zone. */
const calendar = (timeZone: string) => ({
  day: (locale: Locale, at: Date): string => formatOf(intlLocale[locale], timeZone, longDay).format(at),
  time: (_locale: Locale, at: Date): string => isolate(formatOf('en-GB', timeZone, clock).format(at)),
});

// Each holds tens of kilobytes that the garbage collector does not count: made once.
const formats = new Map<string, Intl.DateTimeFormat>();

const formatOf = (tag: string, timeZone: string, parts: typeof longDay | typeof clock): Intl.DateTimeFormat => {
  const key = `${tag} ${timeZone} ${Object.keys(parts).length}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(tag, { timeZone, ...parts });
    formats.set(key, format);
  }
  return format;
};

const bidiControls = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * First-strong isolate (UAX 9): what stands inside keeps its own direction and leaves the sentence around it alone.
 * Controls that came with a value could turn it or what follows around, so they are dropped.
 */
export const isolate = (value: string): string => `\u2068${value.replace(bidiControls, '')}\u2069`;
