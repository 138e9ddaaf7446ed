import type { Text } from '../../../base/texts.ts';

/** Words of the pages on what runs: jobs, storage, keys. */
export const jobTexts: Readonly<Record<string, Text>> = {
  erasures: {
    ar: 'محو البيانات التي انتهت مدة حفظها',
    fr: 'Effacement des données dont la durée est passée',
    en: 'Erasing data whose time is over',
  },
  'old-messages': { ar: 'إزالة الرسائل القديمة', fr: 'Retrait des anciens messages', en: 'Removing old messages' },
  keys: {
    ar: 'تجديد تغليف مفاتيح الأجوبة الحسّاسة',
    fr: 'Renouvellement des clés des réponses sensibles',
    en: 'Renewing the keys of sensitive answers',
  },
  messages: { ar: 'إرسال الرسائل', fr: 'Envoi des messages', en: 'Sending messages' },
  deadlines: { ar: 'متابعة المُهل', fr: 'Suivi des échéances', en: 'Following deadlines' },
  campaigns: { ar: 'فتح سجلّات الحملات', fr: 'Ouverture des fiches de campagne', en: 'Opening records of campaigns' },
  handover: {
    ar: 'نقل الطلبات من الجهات المدموجة',
    fr: 'Transmission des demandes d’institutions fusionnées',
    en: 'Handing over records of merged institutions',
  },
  reassigning: {
    ar: 'نقل طلبات أصحاب الحسابات المغلقة',
    fr: 'Transmission des demandes des comptes fermés',
    en: 'Handing on records of closed accounts',
  },
  'api-keys': {
    ar: 'تدوين استعمال مفاتيح الأنظمة',
    fr: 'Suivi de l’usage des clés des systèmes',
    en: 'Noting the use of system keys',
  },
  sessions: { ar: 'إزالة الجلسات المنتهية', fr: 'Retrait des sessions expirées', en: 'Removing expired sessions' },
  drafts: { ar: 'إزالة المسودّات القديمة', fr: 'Retrait des vieux brouillons', en: 'Removing old drafts' },
  uploads: {
    ar: 'إزالة الملفات غير المقدَّمة',
    fr: 'Retrait des fichiers non remis',
    en: 'Removing files never handed in',
  },
  recount: { ar: 'إعادة احتساب المُهل', fr: 'Nouveau calcul des échéances', en: 'Counting deadlines anew' },
  'place-imports': {
    ar: 'إزالة ملفات الأماكن المهملة',
    fr: 'Retrait des fichiers de lieux abandonnés',
    en: 'Removing abandoned files of places',
  },
};

export const runningTexts = {
  jobsLead: {
    ar: 'ما يعمل وحده منذ تشغيل هذا البرنامج: متى عمل، وكم استغرق، وهل تعثّر.',
    fr: 'Ce qui tourne seul depuis le démarrage de ce programme : quand, combien de temps, avec quels échecs.',
    en: 'What runs by itself since this program was started: when, for how long, and whether it fails.',
  },
  job: { ar: 'العمل', fr: 'Travail', en: 'Job' },
  last: { ar: 'آخر مرة', fr: 'Dernière fois', en: 'Last run' },
  never: { ar: 'لم يعمل بعد', fr: 'Pas encore', en: 'Not yet' },
  took: { ar: 'استغرق', fr: 'Durée', en: 'Took' },
  milliseconds: { ar: '{ms} م.ث.', fr: '{ms} ms', en: '{ms} ms' },
  runs: { ar: 'المرات', fr: 'Exécutions', en: 'Runs' },
  failures: { ar: 'التعثّرات', fr: 'Échecs', en: 'Failures' },
  next: { ar: 'المرة القادمة', fr: 'Prochaine fois', en: 'Next run' },
  good: { ar: 'سليم', fr: 'En ordre', en: 'In order' },
  failing: { ar: 'يتعثّر الآن', fr: 'Échoue', en: 'Failing' },
  running: { ar: 'يعمل الآن', fr: 'En cours', en: 'Running' },
  lastFailure: {
    ar: 'آخر تعثّر {at}: {message}',
    fr: 'Dernier échec, {at} : {message}',
    en: 'Last failure, {at}: {message}',
  },
  state: { ar: 'الحال', fr: 'État', en: 'State' },

  storageLead: {
    ar: 'ما تشغله قاعدة البيانات والملفات، وما بقي على القرص.',
    fr: 'Ce qu’occupent la base de données et les fichiers, et ce qui reste sur le disque.',
    en: 'What the database and files take, and what is left on the disk.',
  },
  database: { ar: 'قاعدة البيانات', fr: 'Base de données', en: 'Database' },
  uploads: { ar: 'ملفات مقدَّمة', fr: 'Fichiers reçus', en: 'Files received' },
  uploadsDetail: {
    ar: '{count, plural, zero {لا ملفات} one {ملف واحد} two {ملفّان} few {# ملفات} many {# ملفًا} other {# ملف}}، {size}',
    fr: '{count, plural, =0 {aucun fichier} one {# fichier} other {# fichiers}}, {size}',
    en: '{count, plural, =0 {no files} one {# file} other {# files}}, {size}',
  },
  free: { ar: 'متاح على القرص', fr: 'Libre sur le disque', en: 'Free on the disk' },
  freeDetail: { ar: '{free} من {total}', fr: '{free} sur {total}', en: '{free} of {total}' },
  folder: { ar: 'مجلّد البيانات', fr: 'Dossier des données', en: 'Data folder' },
  tables: { ar: 'الجداول الأكبر', fr: 'Les plus grandes tables', en: 'The largest tables' },
  table: { ar: 'الجدول', fr: 'Table', en: 'Table' },
  holds: { ar: 'ما فيه', fr: 'Contenu', en: 'Holds' },
  rows: { ar: 'الصفوف (تقريبًا)', fr: 'Lignes (environ)', en: 'Rows (about)' },
  size: { ar: 'الحجم', fr: 'Taille', en: 'Size' },
  backup: {
    ar: 'للنسخ الاحتياطي: مجلّد البيانات كاملًا مع مفاتيحه (docs/operate-database.md).',
    fr: 'À sauvegarder : le dossier des données entier, clés comprises (docs/operate-database.md).',
    en: 'To back up: the whole data folder with its keys (docs/operate-database.md).',
  },

  keysLead: {
    ar: 'بهذه المفاتيح تُوقَّع الوثائق. يبقى القديم منها منشورًا إلى أن تنتهي كل وثيقة وُقّعت به.',
    fr: 'Avec ces clés sont signés les documents. Une ancienne reste publiée tant que court un document qu’elle a signé.',
    en: 'Documents are signed with these keys. An old one stays published as long as a document that it signed is valid.',
  },
  key: { ar: 'المفتاح', fr: 'Clé', en: 'Key' },
  fingerprint: { ar: 'البصمة (SHA-256)', fr: 'Empreinte (SHA-256)', en: 'Fingerprint (SHA-256)' },
  signsFrom: { ar: 'يوقّع منذ', fr: 'Signe depuis', en: 'Signs from' },
  trustedUntil: { ar: 'موثوق حتى', fr: 'Fiable jusqu’au', en: 'Trusted until' },
  age: { ar: 'العمر', fr: 'Âge', en: 'Age' },
  days: {
    ar: '{count, plural, zero {أقلّ من يوم} one {يوم واحد} two {يومان} few {# أيام} many {# يومًا} other {# يوم}}',
    fr: '{count, plural, =0 {moins d’un jour} one {# jour} other {# jours}}',
    en: '{count, plural, =0 {less than a day} one {# day} other {# days}}',
  },
  signsNow: { ar: 'يوقّع الآن', fr: 'Signe maintenant', en: 'Signs now' },
  waits: { ar: 'يبدأ لاحقًا', fr: 'Prendra le relais', en: 'Takes over later' },
  verifiesOnly: { ar: 'للتحقّق فقط', fr: 'Vérifie seulement', en: 'Verifies only' },
  rotation: { ar: 'تبديل المفتاح', fr: 'Changer de clé', en: 'Change the key' },
  rotationLead: {
    ar: 'يتبدّل المفتاح وحده كل سنتين، ويُعلَن قبل أسبوع لتعرفه الأجهزة غير المتصلة. بدّله قبل ذلك إن خشيت أن يكون قد تسرّب، ثم خذ نسخة احتياطية من مجلّد المفاتيح.',
    fr: 'La clé change d’elle-même tous les deux ans, annoncée une semaine avant pour les appareils hors connexion. Changez-la plus tôt si elle a pu fuiter, puis sauvegardez le dossier des clés.',
    en: 'The key changes by itself every two years, announced a week ahead for devices without connection. Change it earlier if it may have leaked, then back up the folder of keys.',
  },
  rotateLater: { ar: 'مفتاح جديد يبدأ بعد أسبوع', fr: 'Nouvelle clé dans une semaine', en: 'New key in a week' },
  rotateNow: { ar: 'مفتاح جديد الآن', fr: 'Nouvelle clé tout de suite', en: 'New key at once' },
  rotateNowSure: {
    ar: 'أعرف أنّ الأجهزة غير المتصلة لن تعرف الوثائق الجديدة إلى أن تتصل',
    fr: 'Je sais que les appareils hors connexion ne reconnaîtront les nouveaux documents qu’une fois reconnectés',
    en: 'I know that devices without connection do not know new documents until they connect',
  },
  publishedAt: {
    ar: 'المفاتيح العامة منشورة في',
    fr: 'Les clés publiques sont publiées à',
    en: 'Public keys are published at',
  },
} as const satisfies Record<string, Text>;
