import { formatMessage, locales, type Text } from '../base/texts.ts';

/** What an answer that cannot be taken says. Words tell what to do, never a code. */
export const formTexts = {
  required: { ar: 'أجب عن «{label}»', fr: 'Répondez à « {label} »', en: 'Answer “{label}”' },
  'required-choice': {
    ar: 'اختر جوابًا لـ«{label}»',
    fr: 'Choisissez une réponse à « {label} »',
    en: 'Choose an answer to “{label}”',
  },
  'required-rows': {
    ar: 'أضف جوابًا واحدًا على الأقل إلى «{label}»',
    fr: 'Ajoutez au moins une réponse à « {label} »',
    en: 'Add at least one answer to “{label}”',
  },
  'unknown-field': {
    ar: 'لا يوجد سؤال بهذا الاسم: احذفه',
    fr: 'Aucune question ne porte ce nom : retirez-la',
    en: 'There is no question of this name: remove it',
  },
  'wrong-type': {
    ar: 'أدخل نصًا في «{label}»',
    fr: 'Donnez un texte pour « {label} »',
    en: 'Give a text for “{label}”',
  },
  'too-long': {
    ar: 'اختصر «{label}»: الحد الأقصى {max, plural, one {حرف واحد} two {حرفان} few {# أحرف} many {# حرفًا} other {# حرف}}',
    fr: 'Raccourcissez « {label} » : {max, plural, one {# caractère} other {# caractères}} au plus',
    en: 'Shorten “{label}”: {max, plural, one {# character} other {# characters}} at most',
  },
  'unreadable-text': {
    ar: 'يحتوي «{label}» على رموز غير مقروءة: أعد كتابته',
    fr: '« {label} » contient des caractères illisibles : saisissez-le à nouveau',
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
  'not-rows': {
    ar: 'أرسل «{label}» قائمةً، لكل سطر منها أجوبته',
    fr: 'Envoyez « {label} » comme une liste, chaque ligne avec ses réponses',
    en: 'Send “{label}” as a list, each row with its answers',
  },
  'too-many-rows': {
    ar: '{max, plural, one {لا يُقبل في «{label}» أكثر من سطر واحد} two {لا يُقبل في «{label}» أكثر من سطرين} few {لا يُقبل في «{label}» أكثر من # أسطر} many {لا يُقبل في «{label}» أكثر من # سطرًا} other {لا يُقبل في «{label}» أكثر من # سطر}}: وزّعها على أكثر من طلب',
    fr: '« {label} » accepte {max, plural, one {# ligne} other {# lignes}} au plus : répartissez-les sur plusieurs envois',
    en: '“{label}” takes {max, plural, one {# row} other {# rows}} at most: spread them over several submissions',
  },
  'too-few-rows': {
    ar: '{min, plural, one {أدخل سطرًا واحدًا على الأقل في «{label}»} two {أدخل سطرين على الأقل في «{label}»} few {أدخل # أسطر على الأقل في «{label}»} many {أدخل # سطرًا على الأقل في «{label}»} other {أدخل # سطر على الأقل في «{label}»}}',
    fr: 'Donnez au moins {min, plural, one {# ligne} other {# lignes}} pour « {label} »',
    en: 'Give at least {min, plural, one {# row} other {# rows}} for “{label}”',
  },
} as const satisfies Record<string, Text>;

/** Words within answers that are said in a line. */
export const formWords = {
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
