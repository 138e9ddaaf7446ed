import type { Text } from '../../../base/texts.ts';

/** Words of what is erased when, and of the master keys of sensitive answers. */
export const retentionTexts = {
  title: {
    ar: 'ما سيُمحى خلال ثلاثين يومًا',
    fr: 'Ce qui sera effacé d’ici trente jours',
    en: 'What will be erased within thirty days',
  },
  nothing: {
    ar: 'لا شيء: لا تنتهي مدة حفظ أي طلب قبل ذلك.',
    fr: 'Rien : la durée de conservation d’aucun dossier ne se termine d’ici là.',
    en: 'Nothing: no record’s time is over until then.',
  },
  service: { ar: 'الخدمة', fr: 'Service', en: 'Service' },
  kept: { ar: 'مدة الحفظ', fr: 'Conservation', en: 'Kept for' },
  months: {
    ar: '{months, plural, one {شهر واحد} two {شهران} few {# أشهر} many {# شهرًا} other {# شهر}}',
    fr: '{months, plural, one {# mois} other {# mois}}',
    en: '{months, plural, one {# month} other {# months}}',
  },
  records: { ar: 'الطلبات', fr: 'Dossiers', en: 'Records' },
  first: { ar: 'أقدم ما انتهى', fr: 'Le plus ancien, clos le', en: 'The oldest, over since' },
  lastRun: { ar: 'آخر محو جرى', fr: 'Dernier effacement', en: 'Last run of erasing' },
  neverRun: {
    ar: 'لم يجرِ منذ تشغيل البرنامج؛ يجري كل ساعة.',
    fr: 'pas depuis le démarrage du programme ; il a lieu toutes les heures.',
    en: 'not since the program was started; it runs every hour.',
  },
  failed: {
    ar: '{count, plural, one {طلب واحد تعذّر محوه} two {طلبان تعذّر محوهما} few {# طلبات تعذّر محوها} many {# طلبًا تعذّر محوه} other {# طلب تعذّر محوه}}: {references}. يُعاد في اليوم التالي.',
    fr: '{count, plural, one {# dossier n’a pas pu être effacé} other {# dossiers n’ont pas pu être effacés}} : {references}. Nouvel essai le lendemain.',
    en: '{count, plural, one {# record} other {# records}} could not be erased: {references}. It is tried again a day later.',
  },
  masterKeys: {
    ar: 'المفاتيح الرئيسية للأجوبة الحسّاسة',
    fr: 'Clés maîtresses des réponses sensibles',
    en: 'Master keys of sensitive answers',
  },
  masterLead: {
    ar: 'كل طلب له مفتاحه، ومفتاحه مغلَّف بمفتاح رئيسي خارج قاعدة البيانات. الأحدث يغلّف، والأقدم لازم ما دام شيء مغلَّفًا به.',
    fr: 'Chaque dossier a sa clé, enveloppée par une clé maîtresse hors de la base. La plus récente enveloppe ; une ancienne reste nécessaire tant que quelque chose en dépend.',
    en: 'Each record has a key of its own, wrapped by a master key outside the database. The newest wraps; an older one is needed while anything hangs on it.',
  },
  masterKey: { ar: 'المفتاح الرئيسي', fr: 'Clé maîtresse', en: 'Master key' },
  since: { ar: 'منذ', fr: 'Depuis', en: 'Since' },
  wraps: { ar: 'يغلّف الآن', fr: 'Enveloppe maintenant', en: 'Wraps now' },
  older: { ar: 'أقدم، يُستبدل', fr: 'Ancienne, remplacée peu à peu', en: 'Older, being replaced' },
  wrapped: { ar: 'مفاتيح مغلَّفة به', fr: 'Clés enveloppées', en: 'Keys wrapped by it' },
  state: { ar: 'الحال', fr: 'État', en: 'State' },
  rotate: {
    ar: 'لتغييره شغّل هذا الأمر حيث يعمل البرنامج، أو أضف مفتاحًا إلى MASTER_KEYS أو في خدمة المفاتيح. ثم يُعاد تغليف الباقي وحده في الخلفية:',
    fr: 'Pour en changer, lancez cette commande là où tourne le programme, ou ajoutez une clé à MASTER_KEYS ou dans le service de clés. Le reste est réenveloppé seul, en arrière-plan :',
    en: 'To change it, run this where the program runs, or add a key to MASTER_KEYS or in the key service. The rest is wrapped anew by itself in the background:',
  },
  keeperAway: {
    ar: 'من يحفظ المفتاح الرئيسي لا يجيب الآن: لا تُقرأ الأجوبة الحسّاسة.',
    fr: 'Le gardien de la clé maîtresse ne répond pas : les réponses sensibles ne se lisent pas.',
    en: 'Whoever keeps the master key does not answer now: sensitive answers cannot be read.',
  },
} as const satisfies Record<string, Text>;
