import { isLocale, type Locale, locales, say, type Text } from '../../base/texts.ts';
import type { Settings } from '../../territory/country-change.ts';
import { textOf, textsOf } from '../http/inputs.ts';
import { contrastWithWhite, darkEnough, leastContrast, readColour } from '../theme.ts';
import type { FieldProblem } from '../ui/error-summary.tsx';
import { settingsTexts as texts } from './settings-texts.ts';

/** What was typed of the settings, as it was typed. */
export interface TypedSettings {
  readonly portal: Text;
  readonly owner: Text;
  readonly languages: readonly string[];
  readonly first: string;
  readonly colour: string;
}

export const typedOf = ({ portal, name, languages, colour }: Settings): TypedSettings => ({
  portal,
  owner: name,
  languages,
  first: languages[0],
  colour,
});

const words = (body: unknown, prefix: string): Text =>
  Object.fromEntries(
    locales.map((locale) => [locale, textOf(body, `${prefix}_${locale}`).trim().replaceAll(/\s+/g, ' ').slice(0, 300)]),
  ) as Record<Locale, string>;

export const readTyped = (body: unknown): TypedSettings => ({
  portal: words(body, 'portal'),
  owner: words(body, 'owner'),
  languages: textsOf(body, 'languages'),
  first: textOf(body, 'first'),
  colour: textOf(body, 'colour').trim(),
});

const nameLabels = {
  portal: { ar: texts.portalAr, fr: texts.portalFr, en: texts.portalEn },
  owner: { ar: texts.ownerAr, fr: texts.ownerFr, en: texts.ownerEn },
} as const;
export const labelsOf = (prefix: keyof typeof nameLabels) => nameLabels[prefix];

const missing: Text = {
  ar: 'اكتبه بما لا يتجاوز 120 حرفًا',
  fr: 'écrivez-le en 120 caractères au plus',
  en: 'write it in at most 120 characters',
};
const longest = 120;

const nameProblems = (prefix: keyof typeof nameLabels, name: Text, locale: Locale): readonly FieldProblem[] =>
  locales
    .filter((each) => name[each] === '' || name[each].length > longest || /\p{Cc}/u.test(name[each]))
    .map((each) => ({
      name: `${prefix}_${each}`,
      message: `${say(locale, nameLabels[prefix][each])}: ${say(locale, missing)}`,
    }));

export const namesIn = ({ portal, owner }: TypedSettings, locale: Locale): readonly FieldProblem[] => [
  ...nameProblems('portal', portal, locale),
  ...nameProblems('owner', owner, locale),
];

/** The languages in their order, the main one first. */
export const languagesIn = (
  { languages, first }: TypedSettings,
  locale: Locale,
): { readonly languages?: readonly [Locale, ...Locale[]]; readonly problems: readonly FieldProblem[] } => {
  const chosen = locales.filter((each) => languages.includes(each));
  if (chosen.length === 0) return { problems: [{ name: 'languages', message: say(locale, texts.languagesMissing) }] };
  if (!isLocale(first) || !chosen.includes(first))
    return { problems: [{ name: 'first', message: say(locale, texts.firstMissing) }] };
  return { languages: [first, ...chosen.filter((each) => each !== first)], problems: [] };
};

/** A contrast as it is said: 7.4. */
export const sayContrast = (colour: string): string => contrastWithWhite(colour).toFixed(1);

export const colourIn = (
  { colour: typed }: TypedSettings,
  locale: Locale,
): { readonly colour?: string; readonly problems: readonly FieldProblem[] } => {
  const colour = readColour(typed);
  if (colour === undefined) return { problems: [{ name: 'colour', message: say(locale, texts.colourWrong) }] };
  if (contrastWithWhite(colour) < leastContrast) {
    const values = { ratio: sayContrast(colour), colour: darkEnough(colour) };
    return { problems: [{ name: 'colour', message: say(locale, texts.colourLight, values) }] };
  }
  return { colour, problems: [] };
};

/** All of it; undefined with the problems where something is wrong. */
export const settingsIn = (
  typed: TypedSettings,
  locale: Locale,
): {
  readonly settings?: Pick<Settings, 'portal' | 'name' | 'languages' | 'colour'>;
  readonly problems: readonly FieldProblem[];
} => {
  const { languages, problems: ofLanguages } = languagesIn(typed, locale);
  const { colour, problems: ofColour } = colourIn(typed, locale);
  const problems = [...namesIn(typed, locale), ...ofLanguages, ...ofColour];
  if (problems.length > 0 || !languages || !colour) return { problems };
  return { settings: { portal: typed.portal, name: typed.owner, languages, colour }, problems: [] };
};
