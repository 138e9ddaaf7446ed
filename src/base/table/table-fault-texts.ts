import type { Text } from '../texts.ts';

/** What is wrong with a file of rows as a whole, and what to do. */
export const tableFaultTexts = {
  empty: {
    ar: 'الملف فارغ. اختر ملفًا فيه سطر للعناوين وسطر واحد على الأقل.',
    fr: 'Le fichier est vide. Choisissez un fichier qui a une ligne de titres et au moins une ligne.',
    en: 'The file is empty. Choose a file with a row of headings and at least one row below.',
  },
  'no-table': {
    ar: 'هذا ليس جدولًا. أرسل ملف CSV أو ملف Excel بصيغة ‎.xlsx.',
    fr: 'Ce n’est pas un tableau. Envoyez un fichier CSV ou un classeur Excel .xlsx.',
    en: 'This is not a table. Send a CSV file or an Excel workbook (.xlsx).',
  },
  'old-or-locked': {
    ar: 'ملف Excel قديم (‎.xls) أو محمي بكلمة سر. افتحه واحفظه بصيغة ‎.xlsx من دون كلمة سر.',
    fr: 'Classeur Excel ancien (.xls) ou protégé par un mot de passe. Ouvrez-le et enregistrez-le en .xlsx, sans mot de passe.',
    en: 'An old Excel workbook (.xls), or one with a password. Open it and save it as .xlsx without a password.',
  },
  'broken-workbook': {
    ar: 'ملف Excel تالف أو ناقص. افتحه واحفظه من جديد ثم أرسله.',
    fr: 'Le classeur est abîmé ou incomplet. Ouvrez-le, enregistrez-le de nouveau, puis envoyez-le.',
    en: 'The workbook is damaged or incomplete. Open it, save it again, then send it.',
  },
  'too-large-inside': {
    ar: 'محتوى الملف بعد فك ضغطه أكبر بكثير مما يُقبل. قسّمه أو احفظه CSV.',
    fr: 'Une fois décompressé, le fichier est bien plus grand que ce qui est accepté. Divisez-le ou enregistrez-le en CSV.',
    en: 'Unpacked, the file is far larger than what is accepted. Split it, or save it as CSV.',
  },
  'too-many-texts': {
    ar: 'في الملف نصوص أكثر مما يُقرأ من Excel. احفظه CSV ثم أرسله.',
    fr: 'Le classeur contient plus de textes qu’on ne peut en lire. Enregistrez-le en CSV, puis envoyez-le.',
    en: 'The workbook holds more texts than can be read from one. Save it as CSV, then send it.',
  },
  'no-such-sheet': {
    ar: 'لا توجد ورقة بهذا الاسم في الملف.',
    fr: 'Le classeur n’a pas de feuille de ce nom.',
    en: 'The workbook has no sheet of that name.',
  },
  'too-many-columns': {
    ar: 'في السطر {row} أعمدة أكثر مما يُقبل ({max}). تحقّق من الفاصل بين الأعمدة.',
    fr: 'La ligne {row} a plus de colonnes que ce qui est accepté ({max}). Vérifiez le séparateur.',
    en: 'Row {row} has more columns than are accepted ({max}). Check what separates the columns.',
  },
  'too-many-rows': {
    ar: 'في الملف أكثر من {max} سطر. قسّمه إلى عدة ملفات.',
    fr: 'Le fichier a plus de {max} lignes. Divisez-le en plusieurs fichiers.',
    en: 'The file has more than {max} rows. Split it into several files.',
  },
  'cell-too-long': {
    ar: 'في السطر {row} خلية أطول من {max} حرف. ربما نُسيت علامة اقتباس قبله.',
    fr: 'La ligne {row} a une cellule de plus de {max} caractères. Il manque peut-être un guillemet avant elle.',
    en: 'Row {row} has a cell of more than {max} characters. Perhaps a quotation mark before it was not closed.',
  },
  'quote-not-closed': {
    ar: 'علامة اقتباس في السطر {row} أو قبله لم تُغلق أو وقعت داخل قيمة. ضع القيمة بين علامتي اقتباس وضاعف ما في داخلها.',
    fr: 'Un guillemet n’est pas fermé, ou se trouve dans une valeur, à la ligne {row} ou avant. Mettez la valeur entre guillemets et doublez ceux qu’elle contient.',
    en: 'A quotation mark is not closed, or stands inside a value, in row {row} or before. Put the value between quotation marks and double those within it.',
  },
} as const satisfies Readonly<Record<string, Text>>;
