import type { Text } from '../base/texts.ts';

/** What is wrong with a change to an institution, and what to do. */
export const institutionChangeTexts = {
  wrongCode: {
    ar: 'اكتب رمزًا من 64 حرفًا على الأكثر من A-Z a-z 0-9 . _ - ، يبدأ بحرف أو رقم',
    fr: 'Écrivez un code d’au plus 64 caractères parmi A-Z a-z 0-9 . _ -, commençant par une lettre ou un chiffre',
    en: 'Write a code of at most 64 of A-Z a-z 0-9 . _ -, beginning with a letter or digit',
  },
  codeTaken: {
    ar: 'هذا الرمز لجهة أخرى، قائمة أو مقفلة: اختر رمزًا لم يُستعمل قط',
    fr: 'Ce code est ou était celui d’une autre institution : choisissez-en un qui n’a jamais servi',
    en: 'This code is or was another institution’s: choose one that was never used',
  },
  wrongType: {
    ar: 'اكتب النوع بكلمة واحدة بالحروف اللاتينية الصغيرة، مثل ministry أو police-post',
    fr: 'Écrivez le type en un mot de a-z 0-9 -, comme ministry ou police-post',
    en: 'Write the type as one word of a-z 0-9 -, such as ministry or police-post',
  },
  noSuchParent: {
    ar: 'لا جهة قائمة بهذا الرمز: اختر من القائمة',
    fr: 'Aucune institution en service n’a ce code : choisissez dans la liste',
    en: 'No institution in service has this code: choose one of the list',
  },
  belowItself: {
    ar: 'لا تتبع جهة نفسها ولا جهة تتبع لها: اختر غيرها',
    fr: 'Une institution ne relève ni d’elle-même ni d’une qui relève d’elle : choisissez-en une autre',
    en: 'An institution answers neither to itself nor to one below it: choose another',
  },
  noSuchPlace: {
    ar: 'لا مكان قائمًا بهذا الرمز: اكتب رمز مكان كما في صفحة الأماكن',
    fr: 'Aucun lieu n’a ce code : écrivez un code de la page des lieux',
    en: 'No place has this code: write one as it stands on the page of places',
  },
  wrongEmail: {
    ar: 'اكتب بريدًا إلكترونيًا كاملًا، مثل info@example.gov.lb',
    fr: 'Écrivez une adresse complète, comme info@example.gov.lb',
    en: 'Write a whole address, such as info@example.gov.lb',
  },
  wrongPhone: {
    ar: 'اكتب رقم الهاتف مع رمز البلد، مثل ‎+961 1 234 567',
    fr: 'Écrivez le numéro avec l’indicatif du pays, comme +961 1 234 567',
    en: 'Write the number with its country code, such as +961 1 234 567',
  },
  longAddress: {
    ar: 'العنوان طويل: اكتب 300 حرف على الأكثر',
    fr: 'L’adresse est trop longue : 300 caractères au plus',
    en: 'The address is too long: at most 300 characters',
  },
  isOperator: {
    ar: 'هذه الجهة تدير المنصّة: اختر غيرها في «الاسم والشكل» أولًا.',
    fr: 'Cette institution gère l’installation : choisissez-en d’abord une autre sous « Nom et apparence ».',
    en: 'This institution runs the installation: choose another one under “Name and look” first.',
  },
  hasChildren: {
    ar: 'تتبع لها جهات أخرى: انقلها إلى جهة غيرها أولًا.',
    fr: 'D’autres institutions en relèvent : rattachez-les d’abord à une autre.',
    en: 'Other institutions answer to it: put them under another one first.',
  },
  hasRecords: {
    ar: 'لديها طلبات مفتوحة: ادمجها في جهة أخرى لتنتقل إليها.',
    fr: 'Elle a des demandes ouvertes : fusionnez-la avec une autre, qui les reprendra.',
    en: 'It has open records: merge it into another one, which takes them over.',
  },
  hasGrants: {
    ar: 'لموظفين صلاحيات فيها: أنهِها أو انقلها أولًا.',
    fr: 'Des agents y ont des droits : mettez-y fin ou déplacez-les d’abord.',
    en: 'People hold grants there: end or move them first.',
  },
  nothingToMerge: {
    ar: 'اختر جهة واحدة على الأقل تُدمج',
    fr: 'Choisissez au moins une institution à fusionner',
    en: 'Choose at least one institution to merge',
  },
  intoItself: {
    ar: 'لا تحلّ جهة محلّ نفسها: اختر غيرها',
    fr: 'Une institution ne peut pas prendre sa propre suite : choisissez-en une autre',
    en: 'An institution cannot take its own place: choose another',
  },
  intoOne: {
    ar: 'اختر جهتين مختلفتين على الأقل تحلّان محلّها',
    fr: 'Choisissez au moins deux institutions différentes qui prennent sa suite',
    en: 'Choose at least two different institutions that take its place',
  },
} as const satisfies Record<string, Text>;
