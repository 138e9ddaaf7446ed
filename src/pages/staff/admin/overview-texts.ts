import type { Text } from '../../../base/texts.ts';

export const overviewTexts = {
  lead: {
    ar: 'ما يحتاج إلى انتباهك أولًا، ثم كل ما يُدار من هنا.',
    fr: 'D’abord ce qui demande votre attention, puis tout ce qui s’administre ici.',
    en: 'First what needs your attention, then everything that is administered from here.',
  },
  attention: { ar: 'يحتاج إلى انتباهك', fr: 'À regarder', en: 'Needs attention' },
  calm: { ar: 'كل شيء على ما يرام', fr: 'Tout est en ordre', en: 'All is well' },
  calmDetail: {
    ar: 'لا رسائل متعثّرة، ولا أعمال متوقفة، ولا مساحة ناقصة.',
    fr: 'Aucun message en échec, aucun travail arrêté, assez de place.',
    en: 'No failed messages, no work that stopped, enough room.',
  },
  all: { ar: 'ما يُدار من هنا', fr: 'Ce qui s’administre ici', en: 'What is administered here' },
  jobFails: {
    ar: 'العمل «{job}» يتعثّر منذ {count, plural, one {مرة} two {مرتين} few {# مرات} many {# مرة} other {# مرة}}: {message}',
    fr: '« {job} » échoue depuis {count, plural, one {# fois} other {# fois}} : {message}',
    en: '“{job}” has failed {count, plural, one {once} other {# times}} in a row: {message}',
  },
  diskLow: {
    ar: 'بقي على القرص {free} فقط',
    fr: 'Il ne reste que {free} sur le disque',
    en: 'Only {free} are left on the disk',
  },
  filesAway: {
    ar: 'مكان حفظ الملفات لا يعمل: لا تُقبل ملفات جديدة',
    fr: 'Le stockage des fichiers est en panne : aucun nouveau fichier n’est accepté',
    en: 'The storage of files is not working: no new files are taken',
  },
  scannerAway: {
    ar: 'فحص الفيروسات لا يجيب',
    fr: 'L’antivirus ne répond pas',
    en: 'The virus scanner does not answer',
  },
  failedMessages: {
    ar: '{count, plural, one {رسالة لم تصل} two {رسالتان لم تصلا} few {# رسائل لم تصل} many {# رسالة لم تصل} other {# رسالة لم تصل}}',
    fr: '{count, plural, one {# message n’est pas arrivé} other {# messages ne sont pas arrivés}}',
    en: '{count, plural, one {# message was not delivered} other {# messages were not delivered}}',
  },
  namedAway: {
    ar: 'خدمات تسمّي جهات لم تعد قائمة: {services}. تُنقل طلباتها، لكن صحّح إعلانها.',
    fr: 'Des services nomment des institutions qui n’existent plus : {services}. Leurs demandes suivent, mais corrigez les déclarations.',
    en: 'Services name institutions that are no more: {services}. Their records follow, but correct the declarations.',
  },
  leftBehind: {
    ar: '{count, plural, one {طلب واحد} two {طلبان} few {# طلبات} many {# طلبًا} other {# طلب}} في طريق الانتقال من جهات دُمجت أو قُسّمت',
    fr: '{count, plural, one {# demande passe} other {# demandes passent}} d’institutions fusionnées ou scindées à celles qui leur succèdent',
    en: '{count, plural, one {# record is} other {# records are}} being handed over from institutions that were merged or split',
  },
  expectedSoon: {
    ar: 'عطل قريبة لم يُعلن موعدها بعد: {days}',
    fr: 'Jours fériés proches, pas encore annoncés : {days}',
    en: 'Holidays soon that are not announced yet: {days}',
  },
  calendarEnds: {
    ar: 'العطل المتنقّلة مدرجة حتى سنة {year} فقط: أضف ما بعدها',
    fr: 'Les fêtes mobiles ne sont indiquées que jusqu’en {year} : ajoutez la suite',
    en: 'Moving holidays are listed until {year} only: add those after it',
  },
  importsWait: {
    ar: '{count, plural, one {ملف أماكن ينتظر قرارك} two {ملفّا أماكن ينتظران قرارك} few {# ملفات أماكن تنتظر قرارك} many {# ملف أماكن ينتظر قرارك} other {# ملف أماكن ينتظر قرارك}}',
    fr: '{count, plural, one {# fichier de lieux attend votre décision} other {# fichiers de lieux attendent votre décision}}',
    en: '{count, plural, one {# file of places waits} other {# files of places wait}} for your decision',
  },
  noOperator: {
    ar: 'لم تُحدَّد الجهة التي تدير المنصّة',
    fr: 'L’institution qui gère l’installation n’est pas choisie',
    en: 'No institution is chosen that runs the installation',
  },
  see: { ar: 'افتح', fr: 'Voir', en: 'Open' },
  institutionsCount: {
    ar: '{count, plural, zero {لا جهات} one {جهة واحدة} two {جهتان} few {# جهات} many {# جهة} other {# جهة}} قائمة',
    fr: '{count, plural, =0 {aucune} one {# institution} other {# institutions}} en service',
    en: '{count, plural, =0 {none} one {# institution} other {# institutions}} in service',
  },
  placesCount: {
    ar: '{count, plural, zero {لا أماكن} one {مكان واحد} two {مكانان} few {# أماكن} many {# مكانًا} other {# مكان}}',
    fr: '{count, plural, =0 {aucun} one {# lieu} other {# lieux}}',
    en: '{count, plural, =0 {none} one {# place} other {# places}}',
  },
  nextHoliday: {
    ar: 'العطلة القادمة: {name}، {day}',
    fr: 'Prochain jour férié : {name}, {day}',
    en: 'Next holiday: {name}, {day}',
  },
  agreementsDetail: {
    ar: '{count, plural, zero {لا اتفاق ساريًا} one {اتفاق واحد سارٍ} two {اتفاقان ساريان} few {# اتفاقات سارية} many {# اتفاقًا ساريًا} other {# اتفاق سارٍ}}',
    fr: '{count, plural, =0 {aucun en vigueur} one {# en vigueur} other {# en vigueur}}',
    en: '{count, plural, =0 {none in force} other {# in force}}',
  },
  apiKeysDetail: {
    ar: '{count, plural, zero {لا مفاتيح صالحة} one {مفتاح واحد صالح} two {مفتاحان صالحان} few {# مفاتيح صالحة} many {# مفتاحًا صالحًا} other {# مفتاح صالح}}',
    fr: '{count, plural, =0 {aucune valable} one {# valable} other {# valables}}',
    en: '{count, plural, =0 {none that works} one {# that works} other {# that work}}',
  },
  people: { ar: 'الموظفون والصلاحيات', fr: 'Agents et droits', en: 'People and grants' },
  peopleDetail: { ar: 'من يعمل أين، وبأي دور', fr: 'Qui travaille où, à quel titre', en: 'Who works where, as what' },
  services: { ar: 'الخدمات المعروضة', fr: 'Services publiés', en: 'Published services' },
  servicesCount: {
    ar: '{count, plural, zero {لا خدمات معروضة} one {خدمة واحدة معروضة} two {خدمتان معروضتان} few {# خدمات معروضة} many {# خدمة معروضة} other {# خدمة معروضة}}',
    fr: '{count, plural, =0 {aucun service proposé} one {# service proposé} other {# services proposés}}',
    en: '{count, plural, =0 {no services} one {# service} other {# services}} on offer',
  },
  messages: { ar: 'الرسائل', fr: 'Messages', en: 'Messages' },
  messagesDetail: {
    ar: '{failed} لم تصل، {waiting} تنتظر',
    fr: '{failed} en échec, {waiting} en attente',
    en: '{failed} failed, {waiting} waiting',
  },
  keyDetail: { ar: 'يوقّع الآن: {key}', fr: 'Signe maintenant : {key}', en: 'Signs now: {key}' },
  jobsDetail: {
    ar: '{count, plural, one {عمل واحد} two {عملان} few {# أعمال} many {# عملًا} other {# عمل}}، {failing} تتعثّر',
    fr: '{count, plural, one {# travail} other {# travaux}}, {failing} en échec',
    en: '{count, plural, one {# job} other {# jobs}}, {failing} failing',
  },
  storageDetail: {
    ar: 'قاعدة البيانات {size}، والمتاح {free}',
    fr: 'Base {size}, libre {free}',
    en: 'Database {size}, {free} free',
  },
  changesDetail: { ar: 'آخر تغيير: {what}', fr: 'Dernier changement : {what}', en: 'Last change: {what}' },
  notYours: {
    ar: 'خارج صلاحيتك: هذا القسم لمن يدير المنصّة كلها.',
    fr: 'Hors de votre ressort : cette rubrique est pour qui administre toute l’installation.',
    en: 'Not within your remit: this section is for those who administer the whole installation.',
  },
} as const satisfies Record<string, Text>;
