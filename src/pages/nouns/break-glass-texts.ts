import type { Text } from '../../base/texts.ts';

/** Words about records that were opened in an emergency by somebody without a right to them. */
export const breakGlassTexts = {
  moment: { ar: 'فُتح الملف استثنائيًا', fr: 'Ouverture exceptionnelle du dossier', en: 'Opened by exception' },
  forApplicant: {
    ar: 'اطّلع على طلبك موظف من خارج الجهة المعنية به، لسبب طارئ. وقد أُبلغ المسؤولون بذلك.',
    fr: 'Un agent qui n’est pas chargé de votre demande l’a lue pour un motif urgent. Les responsables en ont été avertis.',
    en: 'Somebody who is not in charge of your request read it for an urgent reason. Those responsible were told.',
  },
  reason: { ar: 'السبب: {reason}', fr: 'Motif : {reason}', en: 'Reason: {reason}' },
  until: {
    ar: 'مفتوح لهذا الشخص حتى {until}.',
    fr: 'Ouvert à cette personne jusqu’au {until}.',
    en: 'Open to that person until {until}.',
  },
  title: { ar: 'فتح ملف استثنائيًا', fr: 'Ouvrir un dossier par exception', en: 'Open a record by exception' },
  lead: {
    ar: 'هذا الملف ليس من صلاحياتك. يمكنك قراءته في حالة طارئة فقط، لمدة محدودة.',
    fr: 'Ce dossier ne relève pas de vos droits. Vous pouvez le lire en cas d’urgence seulement, pour un temps limité.',
    en: 'You have no right to this record. You can read it in an emergency only, for a limited time.',
  },
  consequence: {
    ar: 'يُدوَّن اسمك والسبب في سجلّ الملف، ويقرأ صاحب الطلب السبب واسم جهتك. ويُبلَّغ فورًا رئيس الجهة والجهة الرقابية.',
    fr: 'Votre nom et le motif sont inscrits dans l’historique ; la personne concernée y lit le motif et votre institution. La direction de l’institution et l’inspection sont averties aussitôt.',
    en: 'Your name and the reason go into the history; the applicant reads the reason and your institution there. The head of the institution and the oversight are told at once.',
  },
  why: { ar: 'السبب', fr: 'Motif', en: 'Reason' },
  whyHint: {
    ar: 'لماذا يجب أن تقرأ هذا الملف الآن؟ من 10 أحرف إلى 1000.',
    fr: 'Pourquoi devez-vous lire ce dossier maintenant ? De 10 à 1 000 caractères.',
    en: 'Why do you have to read this record now? 10 to 1,000 characters.',
  },
  whyMissing: {
    ar: 'اكتب السبب، من 10 أحرف إلى 1000',
    fr: 'Écrivez le motif, de 10 à 1 000 caractères',
    en: 'Write the reason, 10 to 1,000 characters',
  },
  open: { ar: 'فتح الملف', fr: 'Ouvrir le dossier', en: 'Open the record' },
  offer: {
    ar: 'هل الأمر طارئ؟ يمكنك فتح الملف استثنائيًا',
    fr: 'C’est une urgence ? Vous pouvez l’ouvrir par exception',
    en: 'Is it an emergency? You can open it by exception',
  },
  openNow: {
    ar: 'فتحتَ هذا الملف استثنائيًا. يبقى مفتوحًا لك حتى {until}، للقراءة فقط.',
    fr: 'Vous avez ouvert ce dossier par exception. Il vous reste ouvert jusqu’au {until}, en lecture seule.',
    en: 'You opened this record by exception. It stays open to you until {until}, to read only.',
  },
} as const satisfies Record<string, Text>;
