import { type Locale, locales } from '../../base/texts.ts';
import type { Analysis } from './analysis.ts';

/** Texts that were most likely copied from one language to another and not translated. */
export const labels: Analysis = ({ context, texts, warningInText }) => {
  for (const key of context.textsUsed.keys()) {
    const say = (locale: Locale) => wordsAt(texts[locale].value, key);
    const [ar, fr, en] = [say('ar'), say('fr'), say('en')];
    if (isUnfinished(ar, fr, en)) {
      for (const locale of locales)
        if (unfinished.test(say(locale))) warningInText(locale, key, `"${key}" is not finished: write its words`);
      continue;
    }
    if (latinWord.test(ar) && !arabicLetter.test(ar))
      warningInText('ar', key, `"${key}" is not in Arabic: translate it`);
    // A word or two may well be the same in both languages.
    if (fr === en && fr.split(/\s+/).length > 2)
      warningInText('fr', key, `"${key}" is the same in French and English: translate one of them`);
    if (arabicLetter.test(fr)) warningInText('fr', key, `"${key}" holds Arabic letters: translate it`);
    if (arabicLetter.test(en)) warningInText('en', key, `"${key}" holds Arabic letters: translate it`);
  }
};

const latinWord = /\p{Script=Latin}{4}/u;
const arabicLetter = /\p{Script=Arabic}/u;
const unfinished = /^(todo|tbd|xxx+|\?+|\.\.\.|…)$/i;
const isUnfinished = (...all: readonly string[]): boolean => all.some((text) => unfinished.test(text));

const wordsAt = (value: unknown, key: string): string => {
  const found = key
    .split('.')
    .reduce<unknown>(
      (at, part) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[part] : undefined),
      value,
    );
  return typeof found === 'string' ? found.replaceAll(/\{[^{}]*\}/g, '').trim() : '';
};
