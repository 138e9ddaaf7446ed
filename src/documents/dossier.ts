import type { Locale } from '../base/texts.ts';
import { documentTexts } from './document-texts.ts';
import { isolate, type Letterhead } from './printed-document.ts';

interface Line {
  readonly label: string;
  readonly value: string;
}

/** A part of a record on paper: lines under one another, or questions with what was answered. */
export interface DossierPart {
  readonly title: string;
  readonly lines: readonly string[];
  readonly rows: readonly Line[];
}

export interface DossierRecord {
  readonly reference: string;
  /** By what people know it, for the index. */
  readonly name: string;
  readonly title: string;
  readonly state: string;
  /** Why it stands here. */
  readonly relation: string;
  readonly about: readonly Line[];
  readonly parts: readonly DossierPart[];
}

/** What is printed of a record and of those linked to it, in one language. */
export interface Dossier {
  readonly locale: Locale;
  readonly institution: string;
  readonly title: string;
  /** On every page: the number of the print, and who had it made. */
  readonly footer: string;
  readonly printing: string;
  readonly notice: string;
  readonly index: string;
  readonly columns: readonly [reference: string, name: string, state: string, page: string];
  readonly records: readonly DossierRecord[];
  /** What is not on the paper, in words. */
  readonly leftOut: readonly string[];
}

/** A layout takes this many characters in its few seconds, whatever they are. */
export const mostCharacters = 400_000;
const longestValue = 6_000;

const cut = (value: string): string =>
  isolate(value.length > longestValue ? `${value.slice(0, longestValue).toWellFormed()} …` : value);
const each = ({ label, value }: Line): Line => ({
  label: isolate(label),
  value: value.split('\n').map(cut).join('\n'),
});

/** What the layout `dossier` has as `doc`. */
export const dossierData = (dossier: Dossier, letterhead: Letterhead): object => {
  const { locale } = dossier;
  const only = (main: string) => ({ main, second: null });
  return {
    lang: locale,
    'second-lang': locale,
    colour: letterhead.colour,
    logo: letterhead.logo.replaceAll('currentColor', letterhead.colour),
    country: only(letterhead.country[locale]),
    institution: only(dossier.institution),
    title: only(dossier.title),
    specimen: null,
    reference: dossier.footer,
    page: documentTexts.page[locale],
    printing: dossier.printing,
    notice: dossier.notice,
    words: { index: dossier.index, columns: dossier.columns },
    'left-out': dossier.leftOut.map(cut),
    records: dossier.records.map((record) => ({
      reference: isolate(record.reference),
      name: cut(record.name),
      title: cut(record.title),
      state: isolate(record.state),
      relation: record.relation,
      about: record.about.map(each),
      parts: record.parts.map(({ title, lines, rows }) => ({ title, lines: lines.map(cut), rows: rows.map(each) })),
    })),
  };
};
