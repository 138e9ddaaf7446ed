import { formatMessage, locales, type Text } from '../base/texts.ts';
import { codeTexts } from './code-texts.ts';
import { signatureTexts } from './signature-texts.ts';
import { fileTexts, fileWords } from './file-texts.ts';
import { mapTexts, mapWords } from './map-texts.ts';
import { structureTexts } from './structure-texts.ts';

/** What an answer that cannot be taken says. Words tell what to do, never a code. */
export const formTexts = {
  ...structureTexts,
  ...mapTexts,
  ...fileTexts,
  ...codeTexts,
  ...signatureTexts,
  required: { ar: 'أجب عن «{label}»', fr: 'Répondez à « {label} »', en: 'Answer “{label}”' },
  'required-choice': {
    ar: 'اختر جوابًا لـ«{label}»',
    fr: 'Choisissez une réponse à « {label} »',
    en: 'Choose an answer to “{label}”',
  },
  'unknown-field': {
    ar: 'لا يوجد سؤال بهذا الاسم: احذفه',
    fr: 'Aucune question ne porte ce nom : retirez-la',
    en: 'There is no question of this name: remove it',
  },
  'wrong-type': {
    ar: 'أدخل نصًا في «{label}»',
    fr: 'Donnez un texte pour « {label} »',
    en: 'Give a text for “{label}”',
  },
  'too-long': {
    ar: 'اختصر «{label}»: الحد الأقصى {max, plural, one {حرف واحد} two {حرفان} few {# أحرف} many {# حرفًا} other {# حرف}}',
    fr: 'Raccourcissez « {label} » : {max, plural, one {# caractère} other {# caractères}} au plus',
    en: 'Shorten “{label}”: {max, plural, one {# character} other {# characters}} at most',
  },
  'unreadable-text': {
    ar: 'يحتوي «{label}» على رموز غير مقروءة: أعد كتابته',
    fr: '« {label} » contient des caractères illisibles : saisissez-le à nouveau',
    en: '“{label}” holds unreadable characters: type it again',
  },
  'not-a-phone': {
    ar: 'أدخل رقم هاتف صحيحًا في «{label}»، مثل 03 123 456 أو ‎+961 3 123 456',
    fr: 'Donnez un numéro valable pour « {label} », par exemple 03 123 456 ou +961 3 123 456',
    en: 'Enter a valid number for “{label}”, like 03 123 456 or +961 3 123 456',
  },
  'not-an-option': {
    ar: 'اختر أحد الأجوبة المقترحة لـ«{label}»',
    fr: 'Choisissez une des réponses proposées pour « {label} »',
    en: 'Choose one of the answers offered for “{label}”',
  },
  'no-such-place': {
    ar: 'اختر مكانًا من القائمة لـ«{label}»',
    fr: 'Choisissez un lieu de la liste pour « {label} »',
    en: 'Choose a place from the list for “{label}”',
  },
  'not-a-datetime': {
    ar: 'أدخل تاريخًا ووقتًا صحيحين في «{label}»، مثل 27 3 2026 الساعة 14:30',
    fr: 'Donnez une date et une heure valables pour « {label} », par exemple 27 3 2026 à 14:30',
    en: 'Enter a real date and time for “{label}”, like 27 3 2026 at 14:30',
  },
  'not-a-number': {
    ar: 'أدخل رقمًا في «{label}»، مثل 1500',
    fr: 'Donnez un nombre pour « {label} », par exemple 1500',
    en: 'Enter a number for “{label}”, like 1500',
  },
  'not-a-whole-number': {
    ar: 'أدخل رقمًا صحيحًا بلا كسور في «{label}»، مثل 1500',
    fr: 'Donnez un nombre entier pour « {label} », par exemple 1500',
    en: 'Enter a whole number for “{label}”, like 1500',
  },
  'ambiguous-number': {
    ar: 'الرقم المكتوب في «{label}» يحتمل معنيين: اكتبه بلا فواصل الآلاف، مثل 1500 أو 1,50',
    fr: 'Le nombre donné pour « {label} » peut se lire de deux façons : écrivez-le sans séparateur de milliers, par exemple 1500 ou 1,50',
    en: 'The number given for “{label}” can be read in two ways: write it without separators of thousands, like 1500 or 1.50',
  },
  'too-many-decimals': {
    ar: 'أدخل في «{label}» رقمًا لا يتجاوز عدد خاناته بعد الفاصلة {decimals}',
    fr: 'Donnez pour « {label} » un nombre avec {decimals, plural, one {# décimale} other {# décimales}} au plus',
    en: 'Enter a number with at most {decimals, plural, one {# decimal} other {# decimals}} for “{label}”',
  },
  'too-many-digits': {
    ar: 'الرقم المكتوب في «{label}» طويل جدًا: تحقّق منه',
    fr: 'Le nombre donné pour « {label} » est trop long : vérifiez-le',
    en: 'The number given for “{label}” is too long: check it',
  },
  'too-small': {
    ar: 'أدخل في «{label}» رقمًا لا يقل عن {min}',
    fr: 'Donnez pour « {label} » un nombre d’au moins {min}',
    en: 'Enter {min} or more for “{label}”',
  },
  'too-large': {
    ar: 'أدخل في «{label}» رقمًا لا يزيد على {max}',
    fr: 'Donnez pour « {label} » un nombre d’au plus {max}',
    en: 'Enter {max} or less for “{label}”',
  },
  'not-yes-or-no': {
    ar: 'أجب بنعم أو لا عن «{label}»',
    fr: 'Répondez par oui ou par non à « {label} »',
    en: 'Answer yes or no to “{label}”',
  },
  'not-a-date': {
    ar: 'أدخل تاريخًا صحيحًا في «{label}»، مثل 27 3 2026',
    fr: 'Donnez une date valable pour « {label} », par exemple 27 3 2026',
    en: 'Enter a real date for “{label}”, like 27 3 2026',
  },
  'not-a-partial-date': {
    ar: 'أدخل في «{label}» السنة على الأقل، مثل 1985، أو الشهر والسنة، أو التاريخ كاملًا',
    fr: 'Donnez pour « {label} » au moins l’année, par exemple 1985, le mois et l’année, ou la date entière',
    en: 'Enter at least the year for “{label}”, like 1985, the month and the year, or the whole date',
  },
  'month-missing': {
    ar: 'أدخل الشهر والسنة على الأقل في «{label}»',
    fr: 'Donnez au moins le mois et l’année pour « {label} »',
    en: 'Enter at least the month and the year for “{label}”',
  },
  'too-early': {
    ar: 'أدخل في «{label}» تاريخًا لا يسبق {min}',
    fr: 'Donnez pour « {label} » une date qui ne précède pas le {min}',
    en: 'Enter {min} or a later date for “{label}”',
  },
  'too-late': {
    ar: 'أدخل في «{label}» تاريخًا لا يتجاوز {max}',
    fr: 'Donnez pour « {label} » une date qui ne dépasse pas le {max}',
    en: 'Enter {max} or an earlier date for “{label}”',
  },
  'in-the-past': {
    ar: 'أدخل في «{label}» تاريخ اليوم أو تاريخًا لاحقًا',
    fr: 'Donnez pour « {label} » la date d’aujourd’hui ou une date à venir',
    en: 'Enter today or a later date for “{label}”',
  },
  'in-the-future': {
    ar: 'أدخل في «{label}» تاريخ اليوم أو تاريخًا سابقًا',
    fr: 'Donnez pour « {label} » la date d’aujourd’hui ou une date passée',
    en: 'Enter today or an earlier date for “{label}”',
  },
  'not-a-time': {
    ar: 'أدخل ساعة صحيحة في «{label}»، مثل 14:30',
    fr: 'Donnez une heure valable pour « {label} », par exemple 14:30',
    en: 'Enter a real time for “{label}”, like 14:30',
  },
  'time-too-early': {
    ar: 'أدخل في «{label}» ساعة لا تسبق {min}',
    fr: 'Donnez pour « {label} » une heure qui ne précède pas {min}',
    en: 'Enter {min} or a later time for “{label}”',
  },
  'time-too-late': {
    ar: 'أدخل في «{label}» ساعة لا تتجاوز {max}',
    fr: 'Donnez pour « {label} » une heure qui ne dépasse pas {max}',
    en: 'Enter {max} or an earlier time for “{label}”',
  },
  'not-an-email': {
    ar: 'أدخل عنوان بريد إلكتروني صحيحًا في «{label}»، مثل name@example.org',
    fr: 'Donnez une adresse électronique valable pour « {label} », par exemple nom@example.org',
    en: 'Enter a valid e-mail address for “{label}”, like name@example.org',
  },
  'not-an-identity': {
    ar: 'أدخل «{label}» كاملًا كما هو مكتوب في المستند، مثل {example}',
    fr: 'Donnez « {label} » en entier, comme sur le document, par exemple {example}',
    en: 'Enter “{label}” in full, as it stands in the document, like {example}',
  },
  'wrong-check-digit': {
    ar: 'في «{label}» رقم خاطئ أو رقمان تبدّل مكاناهما: قارنه بالمستند',
    fr: 'Un chiffre de « {label} » est faux ou deux sont intervertis : comparez avec le document',
    en: 'A digit of “{label}” is wrong or two have changed places: compare it with the document',
  },
  'not-a-name': {
    ar: 'أدخل اسمًا في «{label}»',
    fr: 'Donnez un nom pour « {label} »',
    en: 'Enter a name for “{label}”',
  },
  'not-arabic': {
    ar: 'اكتب «{label}» بالأحرف العربية في خانة الأحرف العربية',
    fr: 'Écrivez « {label} » en lettres arabes dans la case des lettres arabes',
    en: 'Write “{label}” in Arabic letters where Arabic letters are asked for',
  },
  'not-latin': {
    ar: 'اكتب «{label}» بالأحرف اللاتينية في خانة الأحرف اللاتينية',
    fr: 'Écrivez « {label} » en lettres latines dans la case des lettres latines',
    en: 'Write “{label}” in Latin letters where Latin letters are asked for',
  },
  'arabic-missing': {
    ar: 'اكتب «{label}» بالأحرف العربية',
    fr: 'Écrivez « {label} » en lettres arabes',
    en: 'Write “{label}” in Arabic letters',
  },
  'latin-missing': {
    ar: 'اكتب «{label}» بالأحرف اللاتينية',
    fr: 'Écrivez « {label} » en lettres latines',
    en: 'Write “{label}” in Latin letters',
  },
  'not-an-address': {
    ar: 'أدخل عنوانًا في «{label}»: سطرًا أو سطرين، والمكان',
    fr: 'Donnez une adresse pour « {label} » : une ou deux lignes, et le lieu',
    en: 'Enter an address for “{label}”: one or two lines, and the place',
  },
  'address-lines-missing': {
    ar: 'اكتب الشارع والمبنى في «{label}»',
    fr: 'Donnez la rue et l’immeuble pour « {label} »',
    en: 'Enter the street and the building for “{label}”',
  },
  'address-place-missing': {
    ar: 'اختر المدينة أو البلدة في «{label}»',
    fr: 'Choisissez la ville ou le village pour « {label} »',
    en: 'Choose the town or village for “{label}”',
  },
  'consent-missing': {
    ar: 'ضع علامة في المربّع «{label}» للمتابعة',
    fr: 'Cochez la case « {label} » pour continuer',
    en: 'Tick the box “{label}” to go on',
  },
  'not-a-consent': {
    ar: 'أرسل في «{label}» اللغة التي قُرئ بها النص، مثل "language": "ar"',
    fr: 'Envoyez pour « {label} » la langue dans laquelle le texte a été lu, par exemple "language": "fr"',
    en: 'Send for “{label}” the language in which the text was read, like "language": "en"',
  },
  'consent-outdated': {
    ar: 'تغيّر نص «{label}»: اقرأه ثم ضع العلامة من جديد',
    fr: 'Le texte de « {label} » a changé : lisez-le, puis cochez la case à nouveau',
    en: 'The text of “{label}” has changed: read it, then tick the box again',
  },
} as const satisfies Record<string, Text>;

/** Words within answers that are said in a line. */
export const formWords = {
  ...mapWords,
  ...fileWords,
  yes: { ar: 'نعم', fr: 'Oui', en: 'Yes' },
  no: { ar: 'لا', fr: 'Non', en: 'No' },
  agreed: {
    ar: 'تمت الموافقة على النص {language}',
    fr: 'Accepté, texte lu en {language}',
    en: 'Agreed to, read in {language}',
  },
  ar: { ar: 'العربي', fr: 'arabe', en: 'Arabic' },
  fr: { ar: 'الفرنسي', fr: 'français', en: 'French' },
  en: { ar: 'الإنكليزي', fr: 'anglais', en: 'English' },
  moreRows: {
    ar: '{count, plural, one {وسطر آخر} two {وسطران آخران} few {و# أسطر أخرى} many {و# سطرًا آخر} other {و# سطر آخر}}',
    fr: 'et {count, plural, one {# autre ligne} other {# autres lignes}}',
    en: 'and {count, plural, one {# more row} other {# more rows}}',
  },
} as const satisfies Record<string, Text>;

export type FormFault = keyof typeof formTexts;

/** What the words of a fault name; what is written otherwise in each language is a text. */
export type FaultValues = Readonly<Record<string, string | number | Text>>;

/** The words of a fault in every language, the question's label in the same language. */
export const faultText = (fault: FormFault, label: Text, values: FaultValues = {}): Text =>
  Object.fromEntries(
    locales.map((locale) => [
      locale,
      formatMessage(locale, formTexts[fault][locale], {
        ...Object.fromEntries(
          Object.entries(values).map(([name, value]) => [name, typeof value === 'object' ? value[locale] : value]),
        ),
        label: label[locale],
      }),
    ]),
  ) as unknown as Text;
