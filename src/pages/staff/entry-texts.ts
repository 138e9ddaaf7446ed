import type { Text } from '../../base/texts.ts';

/** Words of the pages on which civil servants enter records. */
export const entryTexts = {
  newRecord: { ar: 'تسجيل جديد', fr: 'Nouvelle saisie', en: 'New record' },
  newOf: { ar: 'تسجيل جديد: {record}', fr: 'Nouvelle saisie : {record}', en: 'New: {record}' },
  which: { ar: 'ماذا تريد أن تسجّل؟', fr: 'Que voulez-vous saisir ?', en: 'What do you want to enter?' },
  channel: { ar: 'كيف ورد؟', fr: 'Comment est-ce parvenu ?', en: 'How did it come in?' },
  channelMissing: {
    ar: 'اختر كيف ورد الطلب',
    fr: 'Indiquez par quelle voie c’est parvenu',
    en: 'Choose how it came in',
  },
  counter: {
    ar: 'على الشبّاك، والشخص حاضر',
    fr: 'Au guichet, la personne est là',
    en: 'At the counter, with the person there',
  },
  'call-centre': { ar: 'عبر الهاتف', fr: 'Par téléphone', en: 'By telephone' },
  import: { ar: 'من ورقة أو ملف', fr: 'D’après un papier ou un fichier', en: 'From paper or a file' },
  post: {
    ar: 'باسم أيّ مؤسسة تسجّله؟',
    fr: 'Pour quelle institution saisissez-vous ?',
    en: 'For which institution do you enter it?',
  },
  language: {
    ar: 'بأيّ لغة نراسل صاحب الطلب؟',
    fr: 'Dans quelle langue écrire à la personne ?',
    en: 'In which language is the person written to?',
  },
  begin: { ar: 'ابدأ التسجيل', fr: 'Commencer la saisie', en: 'Begin' },
  begun: { ar: 'ما بدأته ولم ترسله', fr: 'Commencé et non envoyé', en: 'Begun and not sent' },
  begunDetail: {
    ar: 'يُحفظ أربعة عشر يومًا، وتفتحه بحسابك من أيّ جهاز. لا يراه غيرك.',
    fr: 'Conservé quatorze jours ; votre compte l’ouvre depuis n’importe quel poste. Vous seul le voyez.',
    en: 'Kept for fourteen days; your account opens it on any machine. Nobody else sees it.',
  },
  goOn: { ar: 'متابعة التسجيل', fr: 'Reprendre', en: 'Go on' },
  discard: { ar: 'حذف', fr: 'Supprimer', en: 'Delete' },
  name: { ar: 'الاسم', fr: 'Nom', en: 'Name' },
  unnamed: { ar: 'بلا اسم بعد', fr: 'Sans nom encore', en: 'No name yet' },
  lastTouched: { ar: 'آخر تعديل', fr: 'Dernière modification', en: 'Last changed' },
  toList: { ar: 'إلى قائمة العمل', fr: 'Vers la liste de travail', en: 'To the worklist' },
  checkTitle: {
    ar: 'راجع ما سجّلته قبل الإرسال',
    fr: 'Vérifiez votre saisie avant de l’envoyer',
    en: 'Check what you entered before sending it',
  },
  enteredAs: {
    ar: 'يُسجَّل أنك أدخلته بصفة {role} في {institution}، عبر: {channel}.',
    fr: 'Il sera noté que vous l’avez saisi comme {role}, {institution}, par {channel}.',
    en: 'It will be recorded that you entered it as {role}, {institution}, by way of {channel}.',
  },
  readOut: {
    ar: 'اقرأ الأجوبة على صاحب الطلب، واطلب منه تأكيدها.',
    fr: 'Relisez les réponses à la personne et faites-les lui confirmer.',
    en: 'Read the answers out to the person and have them confirmed.',
  },
  send: { ar: 'إرسال', fr: 'Envoyer', en: 'Send' },
  discardThis: { ar: 'حذف هذه المسوّدة', fr: 'Supprimer ce brouillon', en: 'Delete this draft' },
  sentTitle: { ar: 'تمّ التسجيل', fr: 'Enregistré', en: 'Entered' },
  giveThem: {
    ar: 'أعطِ صاحب الطلب هذين الرقمين، مطبوعين أو مكتوبين: بهما يتابع طلبه من دون حساب.',
    fr: 'Remettez ces deux numéros à la personne, imprimés ou écrits : ils lui permettent de suivre sa demande sans compte.',
    en: 'Give the person these two numbers, printed or written down: with them the request is followed without an account.',
  },
  secretHint: {
    ar: 'لصاحب الطلب وحده. لا تحتفظ به.',
    fr: 'Pour la personne seule. N’en gardez pas copie.',
    en: 'For the person only. Do not keep a copy.',
  },
  routed: { ar: 'أُحيل إلى: {institution}.', fr: 'Transmis à : {institution}.', en: 'Routed to: {institution}.' },
  open: { ar: 'فتح السجل', fr: 'Ouvrir la fiche', en: 'Open the record' },
  another: { ar: 'تسجيل آخر', fr: 'Autre saisie', en: 'Enter another' },
  print: { ar: 'طباعة', fr: 'Imprimer', en: 'Print' },
  notForYou: {
    ar: 'لا يسجّل دورُك طلبات في هذه الخدمة. من يستطيع ذلك: {roles}.',
    fr: 'Votre rôle ne saisit pas pour ce service. Qui le peut : {roles}.',
    en: 'Your role enters no records of this service. Who can: {roles}.',
  },
} as const satisfies Record<string, Text>;
