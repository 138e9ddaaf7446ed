import type { Text } from '../../base/texts.ts';

export const assignmentTexts = {
  assignee: { ar: 'المكلَّف بالطلب', fr: 'Responsable de la demande', en: 'In charge' },
  nobody: { ar: 'لا أحد بعد', fr: 'Personne pour l’instant', en: 'Nobody yet' },
  you: { ar: '{name} (أنت)', fr: '{name} (vous)', en: '{name} (you)' },
  willBeYou: { ar: 'تصبح مكلَّفًا بهذا الطلب.', fr: 'La demande vous est confiée.', en: 'You are put in charge of it.' },
  willBeChosen: {
    ar: 'يُكلَّف به الزميل الذي تختاره.',
    fr: 'La demande est confiée à la personne que vous choisissez.',
    en: 'The colleague whom you choose is put in charge of it.',
  },
  willBeNext: {
    ar: 'يُكلَّف به من حان دوره من الموظفين.',
    fr: 'La demande est confiée à l’agent dont c’est le tour.',
    en: 'Whoever has the next turn is put in charge of it.',
  },
  willBeNobody: {
    ar: 'لا يعود أحد مكلَّفًا به.',
    fr: 'Plus personne n’en est chargé.',
    en: 'Nobody is in charge of it any more.',
  },
  assigned: { ar: 'المكلَّف: {name}.', fr: 'Confiée à : {name}.', en: 'In charge: {name}.' },
  released: {
    ar: 'لم يعد أحد مكلَّفًا به.',
    fr: 'Plus personne n’en est chargé.',
    en: 'Nobody is in charge any more.',
  },
  reassigned: {
    ar: 'أُغلق حساب الموظف المكلَّف',
    fr: 'Le compte de la personne responsable est fermé',
    en: 'The account of who was in charge was closed',
  },
  handedOn: {
    ar: 'انتقل إلى غيره بسبب الغياب',
    fr: 'Transmise pendant une absence',
    en: 'Handed on during an absence',
  },
  absent: {
    ar: '{name} في غياب حتى {day}.',
    fr: '{name} est absent(e) jusqu’au {day}.',
    en: '{name} is away until {day}.',
  },
  unknown: { ar: 'حساب لم يعد موجودًا', fr: 'un compte qui n’existe plus', en: 'an account that no longer exists' },
} as const satisfies Record<string, Text>;
