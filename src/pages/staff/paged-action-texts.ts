import type { Text } from '../../base/texts.ts';

/** Words of actions that are done page by page. */
export const pagedActionTexts = {
  howFar: {
    ar: 'أُنجز {done} من {asked}',
    fr: '{done} sur {asked}',
    en: '{done} of {asked}',
  },
  whole: {
    ar: 'أُنجز {done} من {asked} سؤالًا ({share})',
    fr: '{done} questions faites sur {asked} ({share})',
    en: '{done} of {asked} questions done ({share})',
  },
  done: { ar: 'مكتمل', fr: 'Terminé', en: 'Done' },
  toDo: { ar: 'لم يبدأ', fr: 'À faire', en: 'To do' },
  saved: {
    ar: 'تُحفظ كل صفحة عند الانتقال منها. يمكنك التوقّف متى شئت والعودة لاحقًا، ويمكن لزملائك أن يكملوا معك.',
    fr: 'Chaque page est enregistrée quand vous la quittez par un bouton. Vous pouvez vous arrêter et revenir ; vos collègues peuvent continuer.',
    en: 'Each page is saved when you leave it by a button. You can stop and come back at any time, and colleagues can go on.',
  },
  begin: { ar: 'ابدأ', fr: 'Commencer', en: 'Begin' },
  goOn: { ar: 'تابع', fr: 'Continuer', en: 'Go on' },
  lookAgain: { ar: 'راجع من البداية', fr: 'Revoir depuis le début', en: 'Look again from the start' },
  toRecord: { ar: 'العودة إلى الاستمارة', fr: 'Revenir au dossier', en: 'Back to the record' },
  part: { ar: 'القسم {number} من {count}', fr: 'Partie {number} sur {count}', en: 'Part {number} of {count}' },
  saveNext: { ar: 'حفظ ومتابعة', fr: 'Enregistrer et continuer', en: 'Save and go on' },
  saveLast: { ar: 'حفظ وإنهاء', fr: 'Enregistrer et terminer', en: 'Save and finish' },
  saveList: {
    ar: 'حفظ والعودة إلى الأقسام',
    fr: 'Enregistrer et revenir aux parties',
    en: 'Save and back to the parts',
  },
  declared: { ar: 'صرّحت الإدارة: {answer}', fr: 'Déclaré : {answer}', en: 'Declared: {answer}' },
  changed: {
    ar: 'عدّل زميل هذه الصفحة بعد أن فتحتها. راجع الأجوبة ثم احفظ من جديد.',
    fr: 'Un collègue a modifié cette page depuis que vous l’avez ouverte. Vérifiez les réponses, puis enregistrez à nouveau.',
    en: 'A colleague changed this page after you opened it. Look at the answers, then save again.',
  },
} satisfies Readonly<Record<string, Text>>;
