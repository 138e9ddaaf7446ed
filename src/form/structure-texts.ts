import type { Text } from '../base/texts.ts';

/** What an answer that is made of several, or chosen among many, says when it cannot be taken. */
export const structureTexts = {
  'required-rows': {
    ar: 'أضف جوابًا واحدًا على الأقل إلى «{label}»',
    fr: 'Ajoutez au moins une réponse à « {label} »',
    en: 'Add at least one answer to “{label}”',
  },
  'not-offered-here': {
    ar: 'لم يعد جوابك عن «{label}» متوافقًا مع ما اخترته قبله: اختر من جديد',
    fr: 'Votre réponse à « {label} » ne va pas avec ce que vous avez choisi avant : choisissez à nouveau',
    en: 'The answer to “{label}” does not go with what was chosen before: choose again',
  },
  'not-choices': {
    ar: 'أرسل «{label}» قائمةً بالأجوبة المختارة',
    fr: 'Envoyez « {label} » comme une liste de réponses choisies',
    en: 'Send “{label}” as a list of chosen answers',
  },
  'too-many-choices': {
    ar: '{max, plural, one {اختر جوابًا واحدًا لا أكثر لـ«{label}»} two {اختر جوابين لا أكثر لـ«{label}»} few {اختر # أجوبة لا أكثر لـ«{label}»} many {اختر # جوابًا لا أكثر لـ«{label}»} other {اختر # جواب لا أكثر لـ«{label}»}}',
    fr: 'Choisissez {max, plural, one {# réponse} other {# réponses}} au plus pour « {label} »',
    en: 'Choose {max, plural, one {# answer} other {# answers}} at most for “{label}”',
  },
  'too-few-choices': {
    ar: '{min, plural, one {اختر جوابًا واحدًا على الأقل لـ«{label}»} two {اختر جوابين على الأقل لـ«{label}»} few {اختر # أجوبة على الأقل لـ«{label}»} many {اختر # جوابًا على الأقل لـ«{label}»} other {اختر # جواب على الأقل لـ«{label}»}}',
    fr: 'Choisissez au moins {min, plural, one {# réponse} other {# réponses}} pour « {label} »',
    en: 'Choose at least {min, plural, one {# answer} other {# answers}} for “{label}”',
  },
  'not-ranked': {
    ar: 'أعطِ كل خيار في «{label}» رقمًا مختلفًا، والرقم 1 للأهم',
    fr: 'Donnez à chaque choix de « {label} » un numéro différent, 1 pour le plus important',
    en: 'Give each choice of “{label}” a different number, 1 for what matters most',
  },
  'no-such-institution': {
    ar: 'اختر جهة من القائمة لـ«{label}»',
    fr: 'Choisissez un organisme de la liste pour « {label} »',
    en: 'Choose an institution from the list for “{label}”',
  },
  'no-such-record': {
    ar: 'لا يوجد ملف بهذا الرقم يمكن ذكره في «{label}»: تحقّق من الرقم المرجعي',
    fr: 'Aucun dossier de ce numéro ne peut être indiqué pour « {label} » : vérifiez la référence',
    en: 'No record of this number can be named in “{label}”: check the reference',
  },
  'record-not-now': {
    ar: 'لا يمكن ذكر هذا الملف في «{label}» وهو في حالته الحالية',
    fr: 'Ce dossier ne peut pas être indiqué pour « {label} » dans son état actuel',
    en: 'This record cannot be named in “{label}” in its present state',
  },
  'not-rows': {
    ar: 'أرسل «{label}» قائمةً، لكل سطر منها أجوبته',
    fr: 'Envoyez « {label} » comme une liste, chaque ligne avec ses réponses',
    en: 'Send “{label}” as a list, each row with its answers',
  },
  'too-many-rows': {
    ar: '{max, plural, one {لا يُقبل في «{label}» أكثر من سطر واحد} two {لا يُقبل في «{label}» أكثر من سطرين} few {لا يُقبل في «{label}» أكثر من # أسطر} many {لا يُقبل في «{label}» أكثر من # سطرًا} other {لا يُقبل في «{label}» أكثر من # سطر}}: وزّعها على أكثر من طلب',
    fr: '« {label} » accepte {max, plural, one {# ligne} other {# lignes}} au plus : répartissez-les sur plusieurs envois',
    en: '“{label}” takes {max, plural, one {# row} other {# rows}} at most: spread them over several submissions',
  },
  'too-few-rows': {
    ar: '{min, plural, one {أدخل سطرًا واحدًا على الأقل في «{label}»} two {أدخل سطرين على الأقل في «{label}»} few {أدخل # أسطر على الأقل في «{label}»} many {أدخل # سطرًا على الأقل في «{label}»} other {أدخل # سطر على الأقل في «{label}»}}',
    fr: 'Donnez au moins {min, plural, one {# ligne} other {# lignes}} pour « {label} »',
    en: 'Give at least {min, plural, one {# row} other {# rows}} for “{label}”',
  },
} as const satisfies Record<string, Text>;
