import type { Text } from '../../base/texts.ts';

/** Words around a table that is pasted or sent as the answer to a question of rows. */
export const rowTableTexts = {
  summary: {
    ar: 'املأ عدة أسطر دفعة واحدة: الصق جدولًا أو أرسل ملفًا',
    fr: 'Remplir plusieurs lignes à la fois : coller un tableau ou envoyer un fichier',
    en: 'Fill in many rows at once: paste a table or send a file',
  },
  how: {
    ar: 'الأعمدة، بهذا الترتيب أو تحت هذه العناوين بأي ترتيب:',
    fr: 'Les colonnes, dans cet ordre, ou dans un autre sous ces titres :',
    en: 'The columns, in this order, or in any under these headings:',
  },
  template: { ar: 'ملف فارغ للتعبئة:', fr: 'Fichier vide à remplir :', en: 'An empty file to fill in:' },
  box: { ar: 'ألصق الخلايا هنا', fr: 'Collez les cellules ici', en: 'Paste the cells here' },
  boxHint: {
    ar: 'انسخها من جدولك، أو اكتب سطرًا لكل واحد وافصل بين القيم بفاصلة.',
    fr: 'Copiez-les de votre tableur, ou écrivez une ligne pour chacun, avec une virgule entre les valeurs.',
    en: 'Copy them from your spreadsheet, or write one line for each with a comma between the values.',
  },
  file: { ar: 'أو اختر ملفًا', fr: 'Ou choisissez un fichier', en: 'Or choose a file' },
  fileHint: {
    ar: 'ملف Excel ‏(‎.xlsx) أو CSV، حتى {max} ميغابايت',
    fr: 'Excel (.xlsx) ou CSV, {max} Mo au plus',
    en: 'Excel (.xlsx) or CSV, at most {max} MB',
  },
  replace: {
    ar: 'هذا الجدول يحل محل الأسطر الموجودة أدناه',
    fr: 'Ce tableau remplace les lignes ci-dessous',
    en: 'This table replaces the rows below',
  },
  take: { ar: 'أضف هذه الأسطر', fr: 'Ajouter ces lignes', en: 'Add these rows' },
  drop: {
    ar: 'تخلَّ عن الأسطر التي في المربع',
    fr: 'Abandonner les lignes de l’encadré',
    en: 'Give up the rows in the box',
  },
  added: {
    ar: '{count, plural, zero {لم يُضف أي سطر.} one {أُضيف سطر واحد.} two {أُضيف سطران.} few {أُضيفت # أسطر.} many {أُضيف # سطرًا.} other {أُضيف # سطر.}}',
    fr: '{count, plural, =0 {Aucune ligne n’a été ajoutée.} one {# ligne a été ajoutée.} other {# lignes ont été ajoutées.}}',
    en: '{count, plural, =0 {No row was added.} one {# row was added.} other {# rows were added.}}',
  },
  completed: {
    ar: '{count, plural, one {اكتمل سطر واحد كان ينقصه شيء.} two {اكتمل سطران كان ينقصهما شيء.} few {اكتملت # أسطر كان ينقصها شيء.} many {اكتمل # سطرًا كان ينقصه شيء.} other {اكتمل # سطر كان ينقصه شيء.}}',
    fr: '{count, plural, one {# ligne a été complétée.} other {# lignes ont été complétées.}}',
    en: '{count, plural, one {# row was completed.} other {# rows were completed.}}',
  },
  again: {
    ar: '{count, plural, one {سطر واحد كان موجودًا ولم يتكرر.} two {سطران كانا موجودين ولم يتكررا.} few {# أسطر كانت موجودة ولم تتكرر.} many {# سطرًا كان موجودًا ولم يتكرر.} other {# سطر كان موجودًا ولم يتكرر.}}',
    fr: '{count, plural, one {# ligne était déjà là et n’est pas répétée.} other {# lignes étaient déjà là et ne sont pas répétées.}}',
    en: '{count, plural, one {# row was there already and is not repeated.} other {# rows were there already and are not repeated.}}',
  },
  passedOver: {
    ar: 'أعمدة لا سؤال لها هنا فلم تُؤخذ: {headings}',
    fr: 'Colonnes sans question ici, laissées de côté : {headings}',
    en: 'Columns that answer nothing here and were left out: {headings}',
  },
  wrongRows: {
    ar: '{count, plural, one {سطر واحد فيه خطأ بقي في المربع: صحّحه هناك ثم أضفه} two {سطران فيهما خطأ بقيا في المربع: صحّحهما هناك ثم أضفهما} few {# أسطر فيها خطأ بقيت في المربع: صحّحها هناك ثم أضفها} many {# سطرًا فيها خطأ بقيت في المربع: صحّحها هناك ثم أضفها} other {# سطر فيها خطأ بقيت في المربع: صحّحها هناك ثم أضفها}}',
    fr: '{count, plural, one {# ligne est à corriger : elle est restée dans l’encadré ; corrigez-la, puis ajoutez-la} other {# lignes sont à corriger : elles sont restées dans l’encadré ; corrigez-les, puis ajoutez-les}}',
    en: '{count, plural, one {# row has to be corrected: it stayed in the box; correct it there, then add it} other {# rows have to be corrected: they stayed in the box; correct them there, then add them}}',
  },
  line: {
    ar: 'السطر {line} من المربع ({first})',
    fr: 'Ligne {line} de l’encadré ({first})',
    en: 'Line {line} of the box ({first})',
  },
  boxFirst: {
    ar: 'صحّح أولًا الأسطر الباقية في المربع أو تخلَّ عنها، ثم اختر الملف من جديد',
    fr: 'Corrigez ou abandonnez d’abord les lignes restées dans l’encadré, puis choisissez de nouveau le fichier',
    en: 'First correct or give up the rows left in the box, then choose the file again',
  },
  tooLarge: {
    ar: 'الملف أكبر من {max} ميغابايت. احفظ منه ورقة الأسطر وحدها، أو قسّمه.',
    fr: 'Le fichier dépasse {max} Mo. N’enregistrez que la feuille des lignes, ou divisez-le.',
    en: 'The file is larger than {max} MB. Save only the sheet with the rows, or split it.',
  },
  noRows: {
    ar: 'ليس في الجدول سوى العناوين: أضف تحتها سطرًا واحدًا على الأقل',
    fr: 'Le tableau n’a que des titres : ajoutez au moins une ligne au-dessous',
    en: 'The table holds nothing but headings: add at least one row below them',
  },
  tooManyRows: {
    ar: 'في الجدول أسطر أكثر مما يُقبل هنا ({max}): لم يؤخذ منه شيء. قسّمه إلى طلبات عدة.',
    fr: 'Le tableau a plus de lignes que ce qui est accepté ici ({max}) : rien n’en a été pris. Répartissez-le sur plusieurs demandes.',
    en: 'The table has more rows than are accepted here ({max}): nothing of it was taken. Split it over several requests.',
  },
  needsHeadings: {
    ar: 'لا عناوين للأعمدة، وعددها {columns} بدل {wanted}. اكتب في السطر الأول ما يقوله كل عمود: {names}.',
    fr: 'Les colonnes n’ont pas de titre, et il y en a {columns} au lieu de {wanted}. Écrivez dans la première ligne ce que dit chacune : {names}.',
    en: 'The columns have no headings, and there are {columns} instead of {wanted}. Write in the first line what each says: {names}.',
  },
  unknownColumns: {
    ar: 'لا يُعرف ما تقوله هذه الأعمدة: {headings}. سمِّها في السطر الأول: {names}.',
    fr: 'On ne sait pas ce que disent ces colonnes : {headings}. Nommez-les dans la première ligne : {names}.',
    en: 'It is not known what these columns say: {headings}. Name them in the first line: {names}.',
  },
} as const satisfies Readonly<Record<string, Text>>;
