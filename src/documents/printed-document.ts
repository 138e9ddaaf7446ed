import { intlLocale, type Locale, say, type Text } from '../base/texts.ts';
import { documentTexts } from './document-texts.ts';
import { qrSvg } from './qr.ts';

/** A document as it is to be printed: texts in all languages, values as people read them. */
export interface PrintedDocument {
  readonly locale: Locale;
  readonly institution: Text;
  readonly title: Text;
  readonly statement: Text;
  /** What the document says, line by line; where the second language says it differently, both are shown. */
  readonly rows: readonly { readonly label: Text; readonly value: Text }[];
  readonly reference: string;
  readonly issuedAt: Date;
  readonly from: Date;
  readonly until: Date;
  /** The text of the QR code. */
  readonly credential: string;
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

/** A word in the language of the document and in the one that stands below it. */
interface Both {
  readonly main: string;
  readonly second: string | null;
}

/** What templates/document.typ reads. */
export interface TemplateData {
  readonly lang: Locale;
  readonly secondLang: Locale;
  readonly colour: string;
  readonly logo: string | null;
  readonly country: Both;
  readonly institution: Both;
  readonly title: Both;
  readonly statement: Both;
  readonly validity: Both;
  readonly rows: readonly { readonly label: Both; readonly value: Both }[];
  readonly issued: Both;
  readonly verify: Both;
  readonly reference: { readonly value: string };
  readonly qr: string;
  readonly words: { readonly reference: Both; readonly code: Both; readonly page: string };
}

/** Administrations of the country write Arabic and French: each is the other's second language. */
const secondLanguage: Readonly<Record<Locale, Locale>> = { ar: 'fr', fr: 'ar', en: 'ar' };

export const templateData = (document: PrintedDocument, letterhead: Letterhead): TemplateData => {
  const { locale } = document;
  const second = secondLanguage[locale];
  const both = (make: (language: Locale) => string): Both => {
    const [main, below] = [make(locale), make(second)];
    return { main, second: below === main ? null : below };
  };
  const text = (words: Text): Both => both((language) => words[language]);
  const { day, time } = calendar(letterhead.timeZone);
  const address = isolate(letterhead.verifyUrl.replace(/^https?:\/\//, ''));

  return {
    lang: locale,
    secondLang: second,
    colour: letterhead.colour,
    logo: letterhead.logo.replaceAll('currentColor', letterhead.colour),
    country: text(letterhead.country),
    institution: text(document.institution),
    title: text(document.title),
    statement: text(document.statement),
    validity: both((language) => validity(language, document, letterhead.timeZone)),
    rows: document.rows.map(({ label, value }) => ({
      label: text(label),
      value: both((language) => isolate(value[language])),
    })),
    issued: both((language) =>
      say(language, documentTexts.issued, {
        day: day(language, document.issuedAt),
        time: time(language, document.issuedAt),
      }),
    ),
    verify: both((language) => say(language, documentTexts.verify, { address })),
    reference: { value: isolate(document.reference) },
    qr: qrSvg(document.credential, ''),
    words: {
      reference: text(documentTexts.reference),
      code: text(documentTexts.code),
      page: documentTexts.page[locale],
    },
  };
};

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
const isolate = (value: string): string => `\u2068${value.replace(bidiControls, '')}\u2069`;
