/** Words about consents that a person gives for a purpose and may take back. */
export const consentsTexts = {
  title: { ar: 'موافقاتك', fr: 'Vos consentements', en: 'What you consent to' },
  intro: {
    ar: 'الموافقة اختيارية، ويمكنك سحبها متى شئت. لا أثر لذلك على معاملتك.',
    fr: 'Le consentement est libre et vous pouvez le retirer à tout moment. Cela ne change rien au traitement de votre demande.',
    en: 'Consent is free, and you can withdraw it at any time. It makes no difference to how your request is handled.',
  },
  given: { ar: 'أنت موافق', fr: 'Vous consentez', en: 'You consent' },
  givenOn: {
    ar: 'منذ {on}، على النص الآتي:',
    fr: 'Depuis le {on}, au texte suivant :',
    en: 'Since {on}, to this text:',
  },
  notGiven: { ar: 'لست موافقًا', fr: 'Vous ne consentez pas', en: 'You do not consent' },
  withdrawnOn: { ar: 'سحبت موافقتك في {on}.', fr: 'Retiré le {on}.', en: 'Withdrawn on {on}.' },
  withdraw: { ar: 'سحب الموافقة', fr: 'Retirer le consentement', en: 'Withdraw consent' },
  give: { ar: 'إعطاء الموافقة', fr: 'Donner mon consentement', en: 'Give consent' },
  withdrawTitle: {
    ar: 'سحب الموافقة: {purpose}',
    fr: 'Retirer le consentement : {purpose}',
    en: 'Withdraw consent: {purpose}',
  },
  giveTitle: {
    ar: 'إعطاء الموافقة: {purpose}',
    fr: 'Donner son consentement : {purpose}',
    en: 'Give consent: {purpose}',
  },
  withdrawEffect: {
    ar: 'من الآن فصاعدًا لا يُطلَع أحد خارج الإدارة المسؤولة عن طلبك على ما يلي لهذا الغرض: {fields}.',
    fr: 'Dès maintenant, plus personne hors de l’administration chargée de votre demande ne lit à cette fin : {fields}.',
    en: 'From now on nobody outside the office in charge of your request reads this for that purpose: {fields}.',
  },
  withdrawEffectAll: {
    ar: 'من الآن فصاعدًا لا تُشارَك معلومات طلبك لهذا الغرض.',
    fr: 'Dès maintenant, rien de votre demande n’est plus partagé à cette fin.',
    en: 'From now on nothing of your request is shared for that purpose.',
  },
  withdrawRest: {
    ar: 'يستمرّ النظر في طلبك كالمعتاد. ما اطُّلع عليه قبل ذلك يبقى مسجَّلًا، ويمكنك إعطاء موافقتك من جديد متى أردت.',
    fr: 'Votre demande suit son cours normalement. Ce qui a été lu auparavant reste consigné ; vous pourrez consentir de nouveau quand vous le voudrez.',
    en: 'Your request goes on as usual. What was read before stays on record, and you can consent again whenever you like.',
  },
  agreedTo: {
    ar: 'النص الذي وافقت عليه',
    fr: 'Le texte auquel vous avez consenti',
    en: 'The text that you consented to',
  },
  textNow: { ar: 'نص الموافقة', fr: 'Le texte du consentement', en: 'The text' },
  keep: { ar: 'الإبقاء على الموافقة', fr: 'Garder mon consentement', en: 'Keep my consent' },
  back: { ar: 'العودة', fr: 'Retour', en: 'Back' },
  doneWithdrawn: {
    ar: 'سُحبت الموافقة. هذا نافذ ابتداءً من الآن.',
    fr: 'Le consentement est retiré, avec effet immédiat.',
    en: 'The consent is withdrawn, from this moment on.',
  },
  doneGiven: { ar: 'سُجّلت موافقتك.', fr: 'Votre consentement est enregistré.', en: 'Your consent is recorded.' },
  stepGiven: { ar: 'موافقة: {purpose}', fr: 'Consentement : {purpose}', en: 'Consent given: {purpose}' },
  stepWithdrawn: {
    ar: 'سحب موافقة: {purpose}',
    fr: 'Consentement retiré : {purpose}',
    en: 'Consent withdrawn: {purpose}',
  },
  /** In the history, of what exactly it was. */
  stepText: {
    ar: 'النص بلغته: {language}، بصمته {wording}.',
    fr: 'Texte lu en {language}, empreinte {wording}.',
    en: 'Text read in {language}, digest {wording}.',
  },
  withheld: {
    ar: 'لا يظهر {questions}: لم يوافق صاحب الطلب على «{purpose}»، أو سحب موافقته. يمكنه إعطاؤها من صفحة متابعة طلبه.',
    fr: 'Non affiché : {questions}. La personne ne consent pas à « {purpose} », ou plus. Elle peut le faire sur la page de suivi de sa demande.',
    en: 'Not shown: {questions}. The person does not consent to “{purpose}”, or no longer does. Consent can be given on the page where the request is followed.',
  },
  state: {
    ar: '{given, select, true {موافق} other {غير موافق}}',
    fr: '{given, select, true {consent} other {ne consent pas}}',
    en: '{given, select, true {consents} other {does not consent}}',
  },
  sharedTitle: {
    ar: 'الجهات التي تطّلع على معلوماتك',
    fr: 'Avec qui vos données sont partagées',
    en: 'With whom your data are shared',
  },
  sharedIntro: {
    ar: 'بموجب اتفاقات بين الجهات. كل اطلاع مسجَّل ويظهر لك أدناه.',
    fr: 'En vertu d’accords entre institutions. Chaque lecture est consignée et vous est montrée plus bas.',
    en: 'Under agreements between institutions. Each reading is on record and shown to you below.',
  },
  sharedWhat: {
    ar: 'ما يُطَّلع عليه وسنده',
    fr: 'Ce qui est lu, et sur quelle base',
    en: 'What is read, and on which ground',
  },
  sharedUntil: { ar: 'حتى نهاية', fr: 'Jusqu’à la fin du', en: 'Until the end of' },
  sharedNot: {
    ar: 'لا شيء: لم توافق',
    fr: 'Rien : vous n’y consentez pas',
    en: 'Nothing: you do not consent',
  },
  fieldState: { ar: 'حالة الطلب', fr: 'l’état de la demande', en: 'where the request stands' },
  card: { ar: 'الموافقات', fr: 'Consentements', en: 'Consents' },
} as const;
