import { IntlMessageFormat } from 'intl-messageformat';
import { intlLocale, type Locale, locales } from '../../base/texts.ts';
import { suggest } from '../suggest.ts';
import type { Analysis, AnalysisContext } from './analysis.ts';

type Element = ReturnType<IntlMessageFormat['getAst']>[number];
type Plural = Extract<Element, { readonly pluralType?: unknown }>;

/** Texts that are wrong as ICU messages, name what is not there, or lack forms that their language has. */
export const messages: Analysis = (context) => {
  for (const [key, known] of context.context.textsUsed) {
    const named = new Map<Locale, ReadonlySet<string>>();
    for (const locale of locales) {
      const text = textAt(context.texts[locale].value, key.split('.'));
      if (text === undefined || !/[{}]/.test(text)) continue;
      const elements = read(context, locale, key, text);
      if (!elements) return;
      named.set(locale, judge(context, { locale, key, known }, elements));
    }
    reportDifferences(context, key, named);
  }
};

const textAt = (value: unknown, parts: readonly string[]): string | undefined => {
  const found = parts.reduce<unknown>(
    (at, part) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[part] : undefined),
    value,
  );
  return typeof found === 'string' ? found : undefined;
};

const read = (context: AnalysisContext, locale: Locale, key: string, text: string): readonly Element[] | undefined => {
  try {
    return new IntlMessageFormat(text, intlLocale[locale], undefined, { ignoreTag: true }).getAst();
  } catch (error) {
    context.errorInText(locale, key, `"${key}" is no message: ${wordsOf((error as Error).message)}`);
    return undefined;
  }
};

const words: Readonly<Record<string, string>> = {
  EXPECT_ARGUMENT_CLOSING_BRACE: 'a { is not closed: write }',
  UNMATCHED_CLOSING_TAG: 'a closing tag stands alone',
  EMPTY_ARGUMENT: 'there is nothing between { and }: write the name of a value',
  MALFORMED_ARGUMENT: "what stands between { and } is no name: write letters, or '{' for a brace itself",
  INVALID_ARGUMENT_TYPE: 'there is no such kind of value: write plural, select or selectordinal',
  MISSING_OTHER_CLAUSE: 'a plural or select lacks its "other {…}"',
  EXPECT_PLURAL_ARGUMENT_SELECTOR: 'a plural has no forms: write one {…} other {…}',
  EXPECT_PLURAL_ARGUMENT_SELECTOR_FRAGMENT: 'a form of a plural lacks its words: write {…} after it',
  EXPECT_SELECT_ARGUMENT_OPTIONS: 'a plural or select has no forms: write a comma and the forms',
  EXPECT_SELECT_ARGUMENT_SELECTOR: 'a select has no cases: write yes {…} other {…}',
  EXPECT_SELECT_ARGUMENT_SELECTOR_FRAGMENT: 'a case of a select lacks its words: write {…} after it',
  DUPLICATE_PLURAL_ARGUMENT_SELECTOR: 'a form of a plural stands there twice',
  DUPLICATE_SELECT_ARGUMENT_SELECTOR: 'a case of a select stands there twice',
  INVALID_PLURAL_ARGUMENT_SELECTOR: 'a plural has a form that is none: write =0, one, two, few, many or other',
};
const wordsOf = (code: string): string => words[code] ?? code;

interface Said {
  readonly locale: Locale;
  readonly key: string;
  readonly known: ReadonlySet<string>;
}

/** Reports what is wrong in the pieces of a message; gives the names that it uses. */
const judge = (context: AnalysisContext, said: Said, elements: readonly Element[]): ReadonlySet<string> => {
  const names = new Set<string>();
  const visit = (element: Element): void => {
    // Text between values, and # within a plural.
    if (!('value' in element) || (element.type as number) === 0) return;
    names.add(String(element.value));
    if (!('options' in element)) return;
    if ('pluralType' in element) reportForms(context, said, element);
    for (const { value } of Object.values(element.options)) for (const each of value) visit(each);
  };
  for (const element of elements) visit(element);
  const { locale, key, known } = said;
  for (const name of names) {
    if (known.has(name)) continue;
    const may = known.size === 0 ? `"${key}" takes no values: write it without { }` : suggest(name, known).trim();
    context.errorInText(
      locale,
      key,
      `there is no value "${name}" for "${key}"${may && known.size > 0 ? ` ${may}` : known.size === 0 ? `; ${may}` : `: it may name ${[...known].join(', ')}`}`,
    );
  }
  return names;
};

const needed: Readonly<
  Record<Locale, readonly (readonly [form: string, exact: string | undefined, example: string])[]>
> = {
  ar: [
    ['one', '=1', '1'],
    ['two', '=2', '2'],
    ['few', undefined, '3–10'],
    ['many', undefined, '11–99'],
  ],
  fr: [['one', '=1', '1']],
  en: [['one', '=1', '1']],
};

const reportForms = (context: AnalysisContext, { locale, key }: Said, { options, value, pluralType }: Plural): void => {
  if (pluralType === 'ordinal') return;
  const missing = needed[locale].filter(([form, exact]) => !(form in options) && !(exact && exact in options));
  if (missing.length === 0) return;
  const forms = missing.map(([form, , example]) => `${form} {…} (${example})`).join(', ');
  context.errorInText(
    locale,
    key,
    `the plural of "${String(value)}" in "${key}" lacks ${forms}: add ${missing.length === 1 ? 'it' : 'them'}`,
  );
};

/** A value that one language says and another leaves out is most often forgotten. */
const reportDifferences = (
  context: AnalysisContext,
  key: string,
  named: ReadonlyMap<Locale, ReadonlySet<string>>,
): void => {
  const known = context.context.textsUsed.get(key);
  const all = new Set([...named.values()].flatMap((names) => [...names].filter((name) => known?.has(name))));
  for (const name of all) {
    const lacking = locales.filter((locale) => !named.get(locale)?.has(name));
    for (const locale of lacking) {
      if (!(name.startsWith('has_') || name === 'same_day'))
        context.warningInText(locale, key, `"${key}" leaves out {${name}}, which the other languages say`);
    }
  }
};
