import type { Text } from '../../base/texts.ts';

/** Words that the pages for civil servants share. */
export const staffTexts = {
  administrator: { ar: 'مدير الصلاحيات', fr: 'Administrateur', en: 'Administrator' },
  colleague: { ar: 'زميل', fr: 'un collègue', en: 'a colleague' },
  forWhom: { ar: 'نيابةً عن {name}', fr: 'pour {name}', en: 'for {name}' },
  campaigns: { ar: 'الحملات', fr: 'Campagnes', en: 'Campaigns' },
  filledIn: { ar: 'أُنجز {share}', fr: 'rempli à {share}', en: '{share} filled in' },
  worklist: { ar: 'قائمة العمل', fr: 'Liste de travail', en: 'Worklist' },
  verify: { ar: 'التحقق من وثيقة', fr: 'Vérifier un document', en: 'Check a document' },
  messages: { ar: 'رسائل لم تصل', fr: 'Messages non remis', en: 'Undelivered messages' },
  home: { ar: 'البداية', fr: 'Accueil', en: 'Start' },
  me: { ar: 'حسابي', fr: 'Mon compte', en: 'My account' },
  applicant: { ar: 'صاحب الطلب', fr: 'Le demandeur', en: 'The applicant' },
  system: { ar: 'نظام «{name}»', fr: 'Système « {name} »', en: 'System “{name}”' },
  byRule: { ar: 'آليًا، وفق القاعدة', fr: 'Automatiquement, selon la règle', en: 'Automatically, by rule' },
  byClock: {
    ar: 'آليًا، عند انقضاء المهلة',
    fr: 'Automatiquement, à l’échéance',
    en: 'Automatically, when time was up',
  },
  byReminder: {
    ar: 'آليًا، قبل انقضاء المهلة',
    fr: 'Automatiquement, avant l’échéance',
    en: 'Automatically, before time is up',
  },
  you: { ar: 'أنت', fr: 'Vous', en: 'You' },
  overdue: { ar: 'متأخّر', fr: 'En retard', en: 'Overdue' },
  escalated: { ar: 'أُحيل إلى المسؤول', fr: 'Transmis au responsable', en: 'Escalated' },
  paused: { ar: 'المهلة متوقفة', fr: 'Délai suspendu', en: 'Time limit paused' },
  noDeadline: { ar: 'لا مهلة', fr: 'Sans délai', en: 'No time limit' },
  timeLeft: { ar: 'المتبقي: {time}', fr: 'Reste {time}', en: '{time} left' },
  timeOver: { ar: 'التأخير: {time}', fr: 'Retard : {time}', en: '{time} late' },
  noRecordTitle: {
    ar: 'لا يوجد طلب بهذا الرقم ضمن عملك',
    fr: 'Aucune demande de ce numéro dans votre travail',
    en: 'There is no such record in your work',
  },
  noRecordDetail: {
    ar: 'تحقّق من الرقم المرجعي. قد يكون الطلب تابعًا لخدمة أو مؤسسة لا يشملها دورك: راجع عندئذٍ المسؤول عن حسابك.',
    fr: 'Vérifiez la référence. La demande relève peut-être d’un service ou d’une institution hors de votre rôle : voyez alors le responsable de votre compte.',
    en: 'Check the reference. The record may belong to a service or an institution outside your role: then ask whoever manages your account.',
  },
  toWorklist: { ar: 'إلى قائمة العمل', fr: 'Vers la liste de travail', en: 'To the worklist' },
} as const satisfies Record<string, Text>;
