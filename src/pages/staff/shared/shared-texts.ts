/** Words of the pages on which other institutions' records are read under agreements. */
export const sharedTexts = {
  title: { ar: 'مشاركة البيانات', fr: 'Données partagées', en: 'Shared data' },
  role: { ar: 'قارئ البيانات المشارَكة', fr: 'Lecteur de données partagées', en: 'Reader of shared data' },
  lead: {
    ar: 'سجلات جهات أخرى تطّلع عليها جهتك بموجب اتفاق. كل سجل تفتحه يُسجَّل باسمك.',
    fr: 'Les dossiers d’autres institutions que la vôtre lit en vertu d’un accord. Chaque dossier ouvert est consigné à votre nom.',
    en: 'Records of other institutions that yours reads under an agreement. Each record that you open is on record under your name.',
  },
  none: { ar: 'لا اتفاق يخصّ دورك', fr: 'Aucun accord ne concerne votre rôle', en: 'No agreement is for your role' },
  noneDetail: {
    ar: 'يقترح المسؤول في جهتك الاتفاقات في صفحات الإدارة.',
    fr: 'L’administrateur de votre institution propose les accords dans les pages d’administration.',
    en: 'The administrator of your institution proposes agreements on the pages of administration.',
  },
  records: { ar: 'السجلات', fr: 'Dossiers', en: 'Records' },
  reference: { ar: 'الرقم المرجعي', fr: 'Référence', en: 'Reference' },
  noRecords: { ar: 'لا سجلات للاطلاع عليها', fr: 'Aucun dossier à lire', en: 'No records to read' },
  noRecordsDetail: {
    ar: 'لا سجلات بعد، أو لم يوافق أصحابها.',
    fr: 'Il n’y en a pas encore, ou les personnes n’ont pas consenti.',
    en: 'There are none yet, or the people have not consented.',
  },
  older: { ar: 'السجلات الأقدم', fr: 'Dossiers plus anciens', en: 'Older records' },
  terms: { ar: 'نص الاتفاق', fr: 'Ce que dit l’accord', en: 'What the agreement says' },
  withheld: {
    ar: 'لا موافقة سارية على «{purpose}»: لا يُعرض هذا الجواب، إن وُجد.',
    fr: 'Pas de consentement en vigueur à « {purpose} » : la réponse, s’il y en a une, n’est pas montrée.',
    en: 'No consent to “{purpose}” stands: the answer, if there is one, is not shown.',
  },
  notAnswered: { ar: 'بلا جواب', fr: 'Sans réponse', en: 'Not answered' },
} as const;
