import type { Text } from '../../base/texts.ts';

/** Words of taking a list away as a file. */
export const exportTexts = {
  title: { ar: 'نزّل هذه القائمة', fr: 'Télécharger cette liste', en: 'Download this list' },
  lead: {
    ar: 'كل ما تعرضه هذه القائمة بتصفيتها الحالية، من الأحدث إلى الأقدم، بالأعمدة التي يحق لك أن تراها. الأجوبة الحساسة لا تُنزَّل. يُسجَّل اطلاعك على كل سجل، ويمكن لصاحبه أن يرى ذلك.',
    fr: 'Tout ce que montre cette liste avec ses filtres, du plus récent au plus ancien, dans les colonnes que vous pouvez voir. Les réponses sensibles n’y sont pas. La lecture de chaque dossier est notée, et la personne concernée peut le voir.',
    en: 'All that this list shows with its filters, the newest first, in the columns that you may see. Sensitive answers are not in it. That you read each record is written down, and its person can see that.',
  },
  reference: { ar: 'المرجع', fr: 'Référence', en: 'Reference' },
  service: { ar: 'الخدمة', fr: 'Service', en: 'Service' },
  state: { ar: 'الحالة', fr: 'État', en: 'State' },
  institution: { ar: 'الجهة', fr: 'Institution', en: 'Institution' },
  submitted: { ar: 'تاريخ التقديم', fr: 'Déposé le', en: 'Submitted' },
  updated: { ar: 'آخر تحديث', fr: 'Mis à jour le', en: 'Updated' },
  due: { ar: 'الموعد الأخير', fr: 'Échéance', en: 'Due' },
  name: { ar: 'الاسم', fr: 'Nom', en: 'Name' },
  phone: { ar: 'الهاتف', fr: 'Téléphone', en: 'Telephone' },
  broken: {
    ar: 'توقّف الملف هنا: انتهى حقك في الاطلاع أو جلستك',
    fr: 'Le fichier s’arrête ici : votre droit de lecture ou votre session a pris fin',
    en: 'The file ends here: your right to read, or your session, has ended',
  },
  notHere: {
    ar: 'لا تُكتب كلمات البحث في عنوان: ابحث أولًا واستعمل رقم البحث.',
    fr: 'Les mots cherchés ne figurent dans aucune adresse : cherchez d’abord, et donnez le numéro de la recherche (search).',
    en: 'The words of a search stand in no address: search first, and give its number (search).',
  },
} as const satisfies Readonly<Record<string, Text>>;
