import type { Text } from '../../base/texts.ts';

/** Words around files, whatever the service. */
export const filePageTexts = {
  hint: {
    ar: 'يُقبل: {types}، حتى {max} ميغابايت{count, plural, one {} two { لكل ملف، ملفان على الأكثر} few { لكل ملف، # ملفات على الأكثر} many { لكل ملف، # ملفًا على الأكثر} other { لكل ملف، # ملف على الأكثر}}',
    fr: 'Accepté : {types}, {max} Mo au plus{count, plural, one {} other { chacun, # fichiers au plus}}',
    en: 'Accepted: {types}, {max} MB at most{count, plural, one {} other { each, # files at most}}',
  },
  photoHint: {
    ar: 'تُحذف من الصور معلومات المكان والوقت قبل حفظها.',
    fr: 'Le lieu et l’heure de prise de vue sont retirés des photos avant qu’elles ne soient conservées.',
    en: 'Where and when they were taken is removed from pictures before they are kept.',
  },
  locationHint: {
    ar: 'يُحفظ المكان الذي التُقطت فيه كل صورة، إن كان مسجّلًا فيها، ويراه من يعالج طلبك. يُحذف وقت التقاطها.',
    fr: 'L’endroit où chaque photo a été prise, s’il y figure, est conservé et vu par ceux qui traitent votre demande. L’heure est retirée.',
    en: 'Where each picture was taken, if it says so, is kept and seen by those who handle your request. The time is removed.',
  },
  takenAt: { ar: 'مكان الالتقاط:', fr: 'Lieu de prise :', en: 'Taken at:' },
  upload: { ar: 'تحميل', fr: 'Envoyer le fichier', en: 'Upload' },
  waiting: {
    ar: 'انقطع الاتصال. يُستكمل الإرسال تلقائيًا عند عودته.',
    fr: 'La connexion est coupée. L’envoi reprendra de lui-même.',
    en: 'The line is broken. Sending goes on by itself when it is back.',
  },
  pause: { ar: 'إيقاف مؤقت', fr: 'Suspendre', en: 'Pause' },
  goOn: { ar: 'متابعة', fr: 'Reprendre', en: 'Go on' },
  giveUp: { ar: 'إلغاء', fr: 'Annuler', en: 'Cancel' },
  sent: { ar: 'وصل الملف {name}', fr: 'Fichier reçu : {name}', en: 'File received: {name}' },
  hold: {
    ar: 'تُستكمل الصفحة ما إن يصل الملف.',
    fr: 'La page continuera dès que le fichier sera arrivé.',
    en: 'The page goes on as soon as the file has arrived.',
  },
  remove: { ar: 'إزالة', fr: 'Retirer', en: 'Remove' },
  noMore: { ar: 'اكتمل عدد الملفات', fr: 'Aucun autre fichier n’est accepté', en: 'No more files are accepted' },
} as const satisfies Record<string, Text>;
