import type { Text } from '../../base/texts.ts';

/**
 * What a check ends in, read at arm's length: one word, then one sentence that says what to do. Used by the server and,
 * without connection, by the phone.
 */
export const verdictTexts = {
  valid: { ar: 'صالح', fr: 'Valable', en: 'Valid' },
  expired: { ar: 'منتهي الصلاحية', fr: 'Expiré', en: 'Expired' },
  notYet: { ar: 'لم يبدأ بعد', fr: 'Pas encore valable', en: 'Not valid yet' },
  revoked: { ar: 'ملغى', fr: 'Révoqué', en: 'Revoked' },
  suspended: { ar: 'موقوف', fr: 'Suspendu', en: 'Suspended' },
  unchecked: { ar: 'لم يكتمل التحقق', fr: 'Vérification incomplète', en: 'Not fully checked' },
  keyNotValid: { ar: 'التوقيع غير معتمد', fr: 'Signature non admise', en: 'Signature not accepted' },
  unknownKey: { ar: 'الموقِّع مجهول', fr: 'Signataire inconnu', en: 'Unknown signer' },
  tampered: { ar: 'غير أصلي', fr: 'Non authentique', en: 'Not genuine' },
  foreign: { ar: 'رمز من جهة أخرى', fr: 'Code étranger au portail', en: 'Not one of our codes' },
  unreadable: { ar: 'رمز غير مقروء', fr: 'Code illisible', en: 'Unreadable code' },
  referenceOnly: { ar: 'رقم مرجعي فقط', fr: 'Simple référence', en: 'Only a reference' },

  expiredAt: { ar: 'انتهى {at}', fr: 'A expiré {at}', en: 'Expired {at}' },
  startsAt: { ar: 'يبدأ {at}', fr: 'Commence {at}', en: 'Starts {at}' },

  expiredAdvice: {
    ar: 'الوثيقة أصلية لكن وقتها انتهى.',
    fr: 'Le document est authentique, mais sa durée est passée.',
    en: 'The document is genuine, but its time is over.',
  },
  notYetAdvice: {
    ar: 'الوثيقة أصلية لكن وقتها لم يحن بعد.',
    fr: 'Le document est authentique, mais son heure n’est pas venue.',
    en: 'The document is genuine, but its time has not come.',
  },
  revokedAdvice: {
    ar: 'الوثيقة أصلية لكن الجهة التي أصدرتها ألغتها. لا تقبلها.',
    fr: 'Le document est authentique, mais l’autorité l’a révoqué. Ne l’acceptez pas.',
    en: 'The document is genuine, but the authority has revoked it. Do not accept it.',
  },
  suspendedAdvice: {
    ar: 'الوثيقة أصلية لكن العمل بها موقوف. لا تقبلها الآن.',
    fr: 'Le document est authentique, mais suspendu. Ne l’acceptez pas pour le moment.',
    en: 'The document is genuine, but suspended. Do not accept it for now.',
  },
  noListAdvice: {
    ar: 'التوقيع صحيح، لكن لا توجد هنا لائحة تبيّن هل أُلغيت الوثيقة. اتصل بالإنترنت ثم أعد التحقق.',
    fr: 'La signature est bonne, mais aucune liste ne dit ici si le document a été révoqué. Connectez-vous, puis vérifiez de nouveau.',
    en: 'The signature is right, but there is no list here that says whether it was revoked. Connect, then check again.',
  },
  oldListAdvice: {
    ar: 'التوقيع صحيح، لكن لائحة الوثائق الملغاة المحفوظة هنا أقدم من أن يُعتمد عليها. اتصل بالإنترنت ثم أعد التحقق.',
    fr: 'La signature est bonne, mais la liste des documents révoqués gardée ici est trop ancienne. Connectez-vous, puis vérifiez de nouveau.',
    en: 'The signature is right, but the list of revoked documents kept here is too old. Connect, then check again.',
  },
  oldKeysAdvice: {
    ar: 'التوقيع صحيح، لكن مفاتيح التحقق المحفوظة هنا قديمة جدًا. اتصل بالإنترنت ثم أعد التحقق.',
    fr: 'La signature est bonne, mais les clés gardées ici sont trop anciennes. Connectez-vous, puis vérifiez de nouveau.',
    en: 'The signature is right, but the keys kept here are too old. Connect, then check again.',
  },
  noReferenceAdvice: {
    ar: 'التوقيع صحيح، لكن الوثيقة لا تذكر أين يُعرف إلغاؤها. اسأل الجهة التي أصدرتها.',
    fr: 'La signature est bonne, mais le document ne dit pas où sa révocation serait connue. Demandez à l’autorité.',
    en: 'The signature is right, but the document does not say where its revocation would be known. Ask the authority.',
  },
  keyNotValidAdvice: {
    ar: 'وُقّعت الوثيقة بمفتاح لم يكن معتمدًا في ذلك الوقت أو لم يعد معتمدًا. لا تقبلها.',
    fr: 'Le document est signé par une clé qui n’était pas, ou n’est plus, admise. Ne l’acceptez pas.',
    en: 'It was signed by a key that was not, or is no longer, accepted. Do not accept it.',
  },
  unknownKeyAdvice: {
    ar: 'لا يعرف هذا الجهاز المفتاح الذي وُقّعت به الوثيقة. اتصل بالإنترنت ثم أعد التحقق؛ وإذا تكررت النتيجة فلا تقبلها.',
    fr: 'Cet appareil ne connaît pas la clé qui a signé. Connectez-vous, puis vérifiez de nouveau ; si le résultat est le même, ne l’acceptez pas.',
    en: 'This device does not know the key that signed it. Connect, then check again; if the answer is the same, do not accept it.',
  },
  tamperedAdvice: {
    ar: 'التوقيع لا يطابق المضمون. امسح الرمز عن الورقة نفسها؛ وإذا تكررت النتيجة فالوثيقة مزوّرة.',
    fr: 'La signature ne correspond pas au contenu. Scannez le code sur le papier lui-même ; si le résultat est le même, c’est un faux.',
    en: 'The signature does not match the content. Scan the code from the paper itself; if the answer is the same, it is forged.',
  },
  foreignAdvice: {
    ar: 'هذا رمز من نوع آخر، كإعلان أو تطبيق. ابحث عن رمز الوثيقة وامسحه.',
    fr: 'Ce code est autre chose, une publicité par exemple. Cherchez celui du document et scannez-le.',
    en: 'This code is something else, such as an advertisement. Find the one of the document and scan it.',
  },
  unreadableAdvice: {
    ar: 'الرمز ناقص أو متضرر. امسحه مرة أخرى في ضوء أفضل، أو انسخه كاملًا من أوله (DWN1) إلى آخره.',
    fr: 'Le code est incomplet ou abîmé. Scannez-le de nouveau avec plus de lumière, ou copiez-le en entier, depuis DWN1 jusqu’au bout.',
    en: 'The code is incomplete or damaged. Scan it again in better light, or copy all of it, from DWN1 to the end.',
  },
  referenceAdvice: {
    ar: 'الرقم المرجعي لا يثبت شيئًا، فبإمكان أي شخص أن ينسخه. امسح الرمز المربّع: فيه التوقيع.',
    fr: 'Une référence ne prouve rien : chacun peut la recopier. Scannez le code carré : il porte la signature.',
    en: 'A reference proves nothing: anyone can copy it. Scan the square code: it carries the signature.',
  },
  clockAdvice: {
    ar: 'ساعة هذا الجهاز تختلف عن ساعة الخادم. اضبطها، فمواعيد الوثيقة تُقاس بها.',
    fr: 'L’horloge de cet appareil diffère de celle du serveur. Réglez-la : elle sert à juger les heures du document.',
    en: 'The clock of this device differs from the server’s. Set it right: the hours of a document are judged by it.',
  },

  validFrom: { ar: 'صالح ابتداءً من', fr: 'Valable à partir de', en: 'Valid from' },
  validUntil: { ar: 'صالح حتى', fr: 'Valable jusqu’à', en: 'Valid until' },
  reference: { ar: 'الرقم المرجعي', fr: 'Référence', en: 'Reference' },
  issued: { ar: 'تاريخ الإصدار', fr: 'Délivré', en: 'Issued' },
  service: { ar: 'الخدمة', fr: 'Service', en: 'Service' },
  listAge: {
    ar: 'لائحة الوثائق الملغاة: {ago}',
    fr: 'Liste des documents révoqués : {ago}',
    en: 'List of revoked documents: {ago}',
  },
  noList: {
    ar: 'لائحة الوثائق الملغاة: غير موجودة',
    fr: 'Liste des documents révoqués : aucune',
    en: 'List of revoked documents: none',
  },
  keysAge: { ar: 'مفاتيح التحقق: {ago}', fr: 'Clés de vérification : {ago}', en: 'Keys: {ago}' },
  checkedAt: { ar: 'جرى التحقق {at}', fr: 'Vérifié {at}', en: 'Checked {at}' },
  next: { ar: 'امسح الوثيقة التالية', fr: 'Scanner le suivant', en: 'Scan the next one' },
  justNow: { ar: 'الآن', fr: 'à l’instant', en: 'just now' },

  at: {
    yesterday: { ar: 'أمس الساعة {time}', fr: 'hier à {time}', en: 'yesterday at {time}' },
    today: { ar: 'اليوم الساعة {time}', fr: 'aujourd’hui à {time}', en: 'today at {time}' },
    tomorrow: { ar: 'غدًا الساعة {time}', fr: 'demain à {time}', en: 'tomorrow at {time}' },
    other: { ar: 'في {day} الساعة {time}', fr: 'le {day} à {time}', en: 'on {day} at {time}' },
  },
  /** Beside a label, where "on" would be too much. */
  otherDay: { ar: '{day} الساعة {time}', fr: '{day} à {time}', en: '{day} at {time}' },
  until: {
    yesterday: { ar: 'حتى الساعة {time} أمس', fr: 'jusqu’à hier {time}', en: 'until {time} yesterday' },
    today: { ar: 'حتى الساعة {time} اليوم', fr: 'jusqu’à {time} aujourd’hui', en: 'until {time} today' },
    tomorrow: { ar: 'حتى الساعة {time} غدًا', fr: 'jusqu’à demain {time}', en: 'until {time} tomorrow' },
    other: { ar: 'حتى {day} الساعة {time}', fr: 'jusqu’au {day} à {time}', en: 'until {time} on {day}' },
  },
} as const satisfies Record<string, Text | Record<string, Text>>;
