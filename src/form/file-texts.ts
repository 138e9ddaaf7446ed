import type { Text } from '../base/texts.ts';

/** What files say when they cannot be taken. */
export const fileTexts = {
  'not-files': {
    ar: 'أرسل في «{label}» قائمة بالملفات كما أعادها عنوان التحميل',
    fr: 'Envoyez pour « {label} » la liste des fichiers tels que le dépôt les a rendus',
    en: 'Send for “{label}” the list of files as the upload gave them back',
  },
  'files-missing': {
    ar: 'أرفق ملفًا في «{label}»',
    fr: 'Joignez un fichier à « {label} »',
    en: 'Attach a file for “{label}”',
  },
  'too-many-files': {
    ar: '{max, plural, one {يُقبل ملف واحد لا أكثر في «{label}»} two {يُقبل ملفان لا أكثر في «{label}»} few {تُقبل # ملفات لا أكثر في «{label}»} many {يُقبل # ملفًا لا أكثر في «{label}»} other {يُقبل # ملف لا أكثر في «{label}»}}: أزل ما زاد',
    fr: '{max, plural, one {Un seul fichier est accepté} other {# fichiers au plus sont acceptés}} pour « {label} » : retirez ceux en trop',
    en: '{max, plural, one {One file is accepted} other {At most # files are accepted}} for “{label}”: remove the others',
  },
  'file-too-large': {
    ar: 'حجم كل ملف في «{label}» يجب ألا يتجاوز {max} ميغابايت: صغّره أو أرسل جزءًا منه',
    fr: 'Chaque fichier de « {label} » pèse {max} Mo au plus : réduisez-le ou n’en envoyez qu’une partie',
    en: 'Each file of “{label}” may have {max} MB at most: make it smaller or send a part of it',
  },
  'file-is-empty': {
    ar: 'الملف المرفق في «{label}» فارغ: اختره من جديد',
    fr: 'Le fichier joint à « {label} » est vide : choisissez-le à nouveau',
    en: 'The file attached for “{label}” is empty: choose it again',
  },
  'wrong-file-type': {
    ar: 'لا يُقبل هذا النوع من الملفات في «{label}»: أرسل {types}',
    fr: 'Ce type de fichier n’est pas accepté pour « {label} » : envoyez {types}',
    en: 'This type of file is not accepted for “{label}”: send {types}',
  },
  'unreadable-picture': {
    ar: 'تعذّرت قراءة الصورة المرفقة في «{label}»: التقطها من جديد',
    fr: 'La photo jointe à « {label} » ne se lit pas : prenez-la à nouveau',
    en: 'The picture attached for “{label}” cannot be read: take it again',
  },
  'picture-too-large': {
    ar: 'الصورة المرفقة في «{label}» كبيرة الأبعاد جدًّا: صغّرها، حتى 50 مليون نقطة، ثم أرسلها',
    fr: 'La photo jointe à « {label} » a de trop grandes dimensions : réduisez-la à 50 millions de pixels au plus, puis renvoyez-la',
    en: 'The picture attached for “{label}” has too many pixels: make it smaller, 50 million at most, and send it again',
  },
  'own-uploads-full': {
    ar: 'لم يُحفظ الملف المرفق في «{label}»: أُرسلت من اتصالك ملفات كثيرة مع طلبات لم تُقدَّم بعد. قدّم هذه الطلبات، أو أعد المحاولة بعد يومين',
    fr: 'Le fichier joint à « {label} » n’a pas été gardé : beaucoup de fichiers ont été envoyés depuis votre connexion avec des demandes qui ne sont pas encore déposées. Déposez-les, ou réessayez dans deux jours',
    en: 'The file attached for “{label}” was not kept: many files were sent from your connection with requests that are not handed in yet. Hand those in, or try again in two days',
  },
  'uploads-full': {
    ar: 'لم يُحفظ الملف المرفق في «{label}»: لا مكان لملفات جديدة حاليًا. يبقى ما كتبته؛ أعد المحاولة لاحقًا',
    fr: 'Le fichier joint à « {label} » n’a pas été gardé : il n’y a pas de place pour de nouveaux fichiers en ce moment. Ce que vous avez saisi reste ; réessayez plus tard',
    en: 'The file attached for “{label}” was not kept: there is no room for new files at the moment. What you typed stays; try again later',
  },
  'storage-away': {
    ar: 'لم يُحفظ الملف المرفق في «{label}»: تعذّر حفظ الملفات حاليًا. يبقى ما كتبته؛ أعد المحاولة بعد دقائق',
    fr: 'Le fichier joint à « {label} » n’a pas été gardé : les fichiers ne peuvent pas être gardés en ce moment. Ce que vous avez saisi reste ; réessayez dans quelques minutes',
    en: 'The file attached for “{label}” was not kept: files cannot be kept at the moment. What you typed stays; try again in a few minutes',
  },
  'file-infected': {
    ar: 'لم يُقبل الملف المرفق في «{label}»: وُجد فيه فيروس. افحص جهازك، ثم أرسل ملفًا آخر',
    fr: 'Le fichier joint à « {label} » n’est pas accepté : il contient un virus. Vérifiez votre appareil, puis envoyez un autre fichier',
    en: 'The file attached for “{label}” is not accepted: there is a virus in it. Check your device, then send another file',
  },
  'not-scanned': {
    ar: 'لم يُحفظ الملف المرفق في «{label}»: تعذّر فحصه بحثًا عن الفيروسات الآن. يبقى ما كتبته؛ أعد المحاولة بعد دقائق',
    fr: 'Le fichier joint à « {label} » n’a pas été gardé : il ne peut pas être analysé en ce moment. Ce que vous avez saisi reste ; réessayez dans quelques minutes',
    en: 'The file attached for “{label}” was not kept: it cannot be checked for viruses at the moment. What you typed stays; try again in a few minutes',
  },
  'upload-gone': {
    ar: 'لم يعد الملف المرفق في «{label}» محفوظًا: أرفقه من جديد',
    fr: 'Le fichier joint à « {label} » n’est plus conservé : joignez-le à nouveau',
    en: 'The file attached for “{label}” is no longer kept: attach it again',
  },
} as const satisfies Record<string, Text>;

/** Words for files within answers. */
export const fileWords = {
  pdf: { ar: 'ملف PDF', fr: 'un fichier PDF', en: 'a PDF file' },
  image: { ar: 'صورة (JPEG أو PNG أو WebP)', fr: 'une image (JPEG, PNG ou WebP)', en: 'a picture (JPEG, PNG or WebP)' },
  docx: { ar: 'مستند Word (DOCX)', fr: 'un document Word (DOCX)', en: 'a Word document (DOCX)' },
  xlsx: { ar: 'جدول Excel (XLSX)', fr: 'un classeur Excel (XLSX)', en: 'an Excel workbook (XLSX)' },
  odt: { ar: 'مستند نصّي مفتوح (ODT)', fr: 'un texte OpenDocument (ODT)', en: 'an OpenDocument text (ODT)' },
  ods: { ar: 'جدول حسابي مفتوح (ODS)', fr: 'un classeur OpenDocument (ODS)', en: 'an OpenDocument spreadsheet (ODS)' },
  csv: { ar: 'جدول نصّي (CSV)', fr: 'un tableau CSV', en: 'a CSV table' },
  txt: { ar: 'ملف نصّي (TXT)', fr: 'un texte brut (TXT)', en: 'a plain text file (TXT)' },
  either: { ar: '{first} أو {second}', fr: '{first} ou {second}', en: '{first} or {second}' },
  kilobytes: { ar: '{number}\u00a0كيلوبايت', fr: '{number}\u00a0Ko', en: '{number}\u00a0KB' },
  megabytes: { ar: '{number}\u00a0ميغابايت', fr: '{number}\u00a0Mo', en: '{number}\u00a0MB' },
} as const satisfies Record<string, Text>;
