import { type Locale, say, type Text } from '../../base/texts.ts';
import type { Service } from '../../definition/service.ts';
import { sayScore, sayShare } from '../say-number.ts';

const names: Readonly<Record<string, Text>> = {
  completion: { ar: 'نسبة الإنجاز', fr: 'Taux d’avancement', en: 'Filled in' },
  score: { ar: 'العلامة المصرّح بها', fr: 'Note déclarée', en: 'Declared score' },
  verified: { ar: 'نسبة الأجوبة التي جرى التحقّق منها', fr: 'Part des réponses vérifiées', en: 'Answers verified' },
  verified_score: { ar: 'العلامة بعد التحقّق', fr: 'Note vérifiée', en: 'Verified score' },
};

/** What a figure that rules of a survey look at is called; undefined for anything else. */
export const nameOfFigure = ({ survey }: Service, name: string, locale: Locale): string | undefined =>
  survey && names[name] ? say(locale, names[name]) : undefined;

/** Such a figure in words: a share of questions, or a score. */
export const sayFigure = ({ survey }: Service, name: string, value: unknown, locale: Locale): string | undefined => {
  if (!survey || !names[name] || typeof value !== 'number') return undefined;
  return name.endsWith('score') ? sayScore(value, locale) : sayShare(value, locale);
};
