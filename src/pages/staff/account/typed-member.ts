import { isLocale, type Locale, say, type Text } from '../../../base/texts.ts';
import { textOf } from '../../http/inputs.ts';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import type { TypedMember } from '../join-page.tsx';
import { accountTexts as texts } from './account-texts.ts';

const longestName = 100;

/** A name on one line, without what cannot be stored or seen. */
const readName = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim();

/** What was typed about a person, and what is wrong with it. */
export const readMember = (
  body: unknown,
  locale: Locale,
): { readonly typed: TypedMember; readonly problems: readonly FieldProblem[] } => {
  const language = textOf(body, 'language');
  const typed = {
    name: readName(textOf(body, 'name')),
    nameLatin: readName(textOf(body, 'name_latin')),
    locale: isLocale(language) ? language : locale,
  };
  const problemOf = (name: string, value: string, missing: Text): readonly FieldProblem[] => {
    if (value === '') return [{ name, message: say(locale, missing) }];
    return value.length > longestName ? [{ name, message: say(locale, texts.nameTooLong) }] : [];
  };
  return {
    typed,
    problems: [
      ...problemOf('name', typed.name, texts.nameMissing),
      ...problemOf('name_latin', typed.nameLatin, texts.nameLatinMissing),
    ],
  };
};
