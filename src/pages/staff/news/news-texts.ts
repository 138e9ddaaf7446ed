import type { MailMode, NewsKind } from '../../../reactions/news/news-kinds.ts';
import type { Text } from '../../../base/texts.ts';

export const newsTexts = {
  title: { ar: 'الإشعارات', fr: 'Avis', en: 'Notifications' },
  bell: {
    ar: '{count, plural, =0 {الإشعارات} one {الإشعارات: واحد لم يُقرأ} two {الإشعارات: اثنان لم يُقرآ} few {الإشعارات: # لم تُقرأ} many {الإشعارات: # لم تُقرأ} other {الإشعارات: # لم تُقرأ}}',
    fr: '{count, plural, =0 {Avis} one {Avis : # non lu} other {Avis : # non lus}}',
    en: '{count, plural, =0 {Notifications} other {Notifications: # unread}}',
  },
  settings: { ar: 'ما أُبلَّغ به وكيف', fr: 'Régler les avis', en: 'What I am told, and how' },
  record: { ar: 'الطلب', fr: 'Demande', en: 'Record' },
  what: { ar: 'ما جدّ', fr: 'Nouveau', en: 'What is new' },
  when: { ar: 'متى', fr: 'Quand', en: 'When' },
  unread: { ar: 'غير مقروء', fr: 'Non lu', en: 'Unread' },
  several: {
    ar: '{count, plural, two {خبران جديدان} few {# أخبار جديدة} many {# خبرًا جديدًا} other {# خبر جديد}}',
    fr: '{count} nouveautés',
    en: '{count} news',
  },
  more: {
    ar: '{count, plural, one {وخبر آخر} two {وخبران آخران} few {و# أخبار أخرى} many {و# خبرًا آخر} other {و# خبر آخر}}',
    fr: '{count, plural, one {et # autre} other {et # autres}}',
    en: 'and {count} more',
  },
  markRead: { ar: 'مقروء', fr: 'Lu', en: 'Mark read' },
  markAll: { ar: 'اعتبار الكل مقروءًا', fr: 'Tout marquer comme lu', en: 'Mark all as read' },
  older: { ar: 'الأقدم', fr: 'Plus anciens', en: 'Older ones' },
  newest: { ar: 'الأحدث', fr: 'Les plus récents', en: 'The newest' },
  none: { ar: 'لا جديد', fr: 'Rien de nouveau', en: 'Nothing new' },
  noneDetail: {
    ar: 'يظهر هنا ما يُكلَّف به حسابك وما يُطلب من جهتك وما تقترب مهلته أو تنقضي.',
    fr: 'Vous verrez ici ce qui vous est confié, ce qui est demandé à votre institution et les délais qui approchent ou passent.',
    en: 'What is put in your charge, what your institution is asked, and time limits that come near or pass will appear here.',
  },
  allRead: { ar: 'كل شيء مقروء.', fr: 'Tout est lu.', en: 'All is read.' },
  bulkOf: { ar: '{action}: {service}', fr: '{action} : {service}', en: '{action}: {service}' },
  importOf: { ar: 'استيراد ملف: {service}', fr: 'Fichier importé : {service}', en: 'Imported file: {service}' },
  importResult: {
    ar: 'انتهى: سُجّل {made, number}، و {wrong, plural, =0 {لا خطأ} one {سطر خاطئ واحد} two {سطران خاطئان} few {# أسطر خاطئة} many {# سطرًا خاطئًا} other {# سطر خاطئ}}',
    fr: 'Terminé : {made, number} inscrits, {wrong, plural, =0 {aucune ligne fausse} one {# ligne fausse} other {# lignes fausses}}',
    en: 'Ended: {made, number} taken, {wrong, plural, =0 {no wrong row} one {# wrong row} other {# wrong rows}}',
  },
  bulkResult: {
    ar: 'انتهى: تمّ على {done, number}، ولم يتمّ على {left, number}',
    fr: 'Terminé : fait pour {done, number}, pas fait pour {left, number}',
    en: 'Ended: done on {done, number}, not done on {left, number}',
  },
  runFailed: { ar: 'توقّف قبل نهايته', fr: 'Arrêté avant la fin', en: 'It stopped before its end' },
  mail: { ar: 'بالبريد الإلكتروني', fr: 'Par e-mail', en: 'By e-mail' },
  mailHint: {
    ar: 'لا تحمل الرسالة سوى الرقم المرجعي واسم الخدمة ورابط الصفحة.',
    fr: 'L’e-mail ne contient que la référence, le service et le lien de cette page.',
    en: 'The e-mail holds the reference, the service and the link of this page only.',
  },
  hour: { ar: 'في أي ساعة من الصباح', fr: 'À quelle heure du matin', en: 'At which hour of the morning' },
  both: { ar: 'هنا وفي البريد', fr: 'Ici et par e-mail', en: 'Here and by e-mail' },
  here: { ar: 'هنا فقط', fr: 'Ici seulement', en: 'Here only' },
  not: { ar: 'لا تُبلّغني', fr: 'Pas du tout', en: 'Not at all' },
  kinds: { ar: 'بماذا', fr: 'De quoi', en: 'Of what' },
  lead: {
    ar: 'لا تُبلَّغ بما تفعله أنت، ولا بطلب لم يعد يحقّ لك الاطّلاع عليه.',
    fr: 'Vous n’êtes pas averti de ce que vous faites vous-même, ni de ce que vous n’avez plus le droit de voir.',
    en: 'You are not told what you do yourself, nor of records that you may not see any more.',
  },
  save: { ar: 'حفظ', fr: 'Enregistrer', en: 'Save' },
  saved: { ar: 'حُفظت الاختيارات.', fr: 'C’est enregistré.', en: 'Your choices are kept.' },
} as const satisfies Record<string, Text>;

/** As it is said of a record; `{task}` is what an institution is asked, or nothing. */
export const newsKindTexts: Readonly<Record<NewsKind, Text>> = {
  assigned: { ar: 'كُلِّفتَ به', fr: 'Vous est confiée', en: 'Put in your charge' },
  answer: { ar: 'أجاب صاحب الطلب', fr: 'Le demandeur a répondu', en: 'The applicant answered' },
  task: {
    ar: 'مطلوب من جهتك: {task}',
    fr: 'Demandé à votre institution : {task}',
    en: 'Asked of your institution: {task}',
  },
  reminder: { ar: 'اقتربت المهلة', fr: 'L’échéance approche', en: 'The time limit is near' },
  escalated: { ar: 'انقضت المهلة وأُحيل إليك', fr: 'Délai passé, vous en répondez', en: 'Late, and escalated to you' },
  unheld: {
    ar: 'لا أحد مكلَّف به بسبب غياب',
    fr: 'Confiée à personne pendant une absence',
    en: 'In nobody’s charge during an absence',
  },
  opened: { ar: 'فُتح استثنائيًا', fr: 'Ouverte par exception', en: 'Opened by exception' },
  import: { ar: 'انتهى استيراد ملف', fr: 'Un fichier importé est lu', en: 'An imported file was read' },
  bulk: {
    ar: 'انتهى إجراء على سجلات عدة',
    fr: 'Une action sur plusieurs dossiers est terminée',
    en: 'An action on several records has ended',
  },
};

/** As the settings name it. */
export const newsSettingTexts: Readonly<Record<NewsKind, Text>> = {
  ...newsKindTexts,
  assigned: { ar: 'ما أُكلَّف به', fr: 'Ce qui m’est confié', en: 'What is put in my charge' },
  answer: {
    ar: 'أجوبة أصحاب الطلبات التي أنا مكلَّف بها',
    fr: 'Les réponses des demandeurs dont je suis chargé',
    en: 'Answers of applicants on records in my charge',
  },
  task: { ar: 'ما يُطلب من جهتي', fr: 'Ce qui est demandé à mon institution', en: 'What my institution is asked' },
  reminder: { ar: 'المهل التي تقترب', fr: 'Les échéances qui approchent', en: 'Time limits that come near' },
  escalated: {
    ar: 'ما يتأخّر ويُحال إليّ',
    fr: 'Ce qui est en retard et dont je réponds',
    en: 'What is late and escalated to me',
  },
  unheld: {
    ar: 'ما لم يعد أحد مكلَّفًا به بسبب غياب',
    fr: 'Ce que plus personne n’a en charge pendant une absence',
    en: 'What is in nobody’s charge during an absence',
  },
  opened: { ar: 'ما يُفتح استثنائيًا', fr: 'Ce qui est ouvert par exception', en: 'What is opened by exception' },
  import: { ar: 'الملفات التي أستوردها', fr: 'Les fichiers que j’importe', en: 'Files that I import' },
  bulk: {
    ar: 'إجراءاتي على سجلات عدة',
    fr: 'Mes actions sur plusieurs dossiers',
    en: 'My actions on several records',
  },
};

export const mailModeTexts: Readonly<Record<MailMode, Text>> = {
  daily: {
    ar: 'موجز واحد في صباح كل يوم عمل، إن وُجد ما لم أقرأه',
    fr: 'Un résumé chaque matin de travail, s’il reste du non-lu',
    en: 'One digest each working morning, when something is unread',
  },
  escalations: {
    ar: 'فورًا، لما يتأخّر ويُحال إليّ فقط',
    fr: 'Tout de suite, seulement pour les retards dont je réponds',
    en: 'At once, only for what is late and escalated to me',
  },
  never: { ar: 'لا رسائل', fr: 'Jamais', en: 'Never' },
};
