import type { FieldError, Problem } from '../../base/problem.ts';
import { problemTexts } from '../../base/problem-texts.ts';
import type { Text } from '../../base/texts.ts';

/** Why an action is not done on one of many records. */
export interface Reason {
  readonly code: string;
  readonly message: Text;
}

const own = {
  'unknown-record': {
    ar: 'لا سجل بهذا الرقم بين ما تراه.',
    fr: 'Aucun dossier de ce numéro parmi ceux que vous voyez.',
    en: 'There is no record of this number among those that you see.',
  },
  'other-service': {
    ar: 'هذا السجل لخدمة أخرى ليس فيها هذا الإجراء.',
    fr: 'Ce dossier relève d’un autre service, qui n’a pas cette action.',
    en: 'This record is of another service, which does not have this action.',
  },
  'wrong-state': {
    ar: 'لا تسمح حالته الحالية بهذا الإجراء.',
    fr: 'Son état actuel ne permet pas cette action.',
    en: 'Its present state does not allow this.',
  },
  'other-fields': {
    ar: 'يُطبَّق عليه إصدار آخر من الخدمة تختلف أسئلته: افعل ذلك من صفحته.',
    fr: 'Il relève d’une autre version du service, qui pose d’autres questions : agissez depuis sa page.',
    en: 'It is under another version of the service, which asks other questions: do it on its own page.',
  },
  'other-institution': {
    ar: 'هو لدى جهة أخرى لها موظفوها: اختره مع سجلات تلك الجهة.',
    fr: 'Il est dans une autre institution, qui a ses propres agents : choisissez-le avec les dossiers de celle-ci.',
    en: 'It is with another institution, which has its own people: choose it together with the records there.',
  },
  changed: {
    ar: 'تغيّر منذ المعاينة، فلم يُفعل به شيء: انظر فيه من جديد.',
    fr: 'Il a changé depuis l’aperçu ; rien n’a été fait : revoyez-le.',
    en: 'It has changed since the preview, and nothing was done: look at it again.',
  },
} as const satisfies Readonly<Record<string, Text>>;

export const reasonOf = (code: keyof typeof own): Reason => ({ code, message: own[code] });

/** What the engine says against it, as it would to somebody who does it on this record alone. */
export const reasonOfProblem = ({ code, errors }: Problem): Reason => {
  const [first] = errors;
  if (!first) return code === 'state-changed' ? reasonOf('changed') : { code, message: problemTexts[code].detail };
  return first.code === 'wrong-state' ? reasonOf('wrong-state') : reasonOfError(first);
};

const reasonOfError = ({ code, message }: FieldError): Reason => ({ code, message });
