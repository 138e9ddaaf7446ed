import type { Locale } from '../../base/texts.ts';
import type { Service } from '../../definition/service.ts';
import { explainTexts as texts } from './explain-texts.ts';

/** What roles are called; `applicant` is one here. */
export const roleNames = (service: Service, roles: readonly string[], locale: Locale): readonly string[] =>
  roles.map((role) => (role === 'applicant' ? texts.applicant[locale] : (service.roles.get(role)?.[locale] ?? role)));

export const listed = (words: readonly string[], locale: Locale): string => words.join(locale === 'ar' ? '، ' : ', ');

/** Words broken into lines of about so many characters, at spaces. */
export const wrapped = (text: string, width: number): readonly string[] => {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
};
