import type { ProblemCode } from './problem.ts';
import { fileProblemTexts } from './file-problem-texts.ts';
import { signInProblemTexts } from './sign-in-problem-texts.ts';
import type { Text } from './texts.ts';

export interface ProblemText {
  readonly title: Text;
  readonly detail: Text;
}

/** What each Problem says: a title, and what the reader can do now. */
export const problemTexts: Readonly<Record<ProblemCode, ProblemText>> = {
  'bad-request': {
    title: {
      ar: 'تعذّر فهم الطلب',
      fr: 'La demande n’a pas pu être comprise',
      en: 'The request could not be understood',
    },
    detail: {
      ar: 'ارجع إلى الصفحة السابقة وحاول مرة أخرى.',
      fr: 'Revenez à la page précédente et réessayez.',
      en: 'Go back to the previous page and try again.',
    },
  },
  'malformed-json': {
    title: { ar: 'محتوى JSON غير صالح', fr: 'Le contenu JSON est mal formé', en: 'The JSON content is malformed' },
    detail: {
      ar: 'أرسل مستند JSON صالحًا بترميز UTF-8.',
      fr: 'Envoyez un document JSON valide encodé en UTF-8.',
      en: 'Send a valid JSON document encoded in UTF-8.',
    },
  },
  'key-in-address': {
    title: {
      ar: 'المفتاح في عنوان الطلب',
      fr: 'La clé figure dans l’adresse',
      en: 'The key stands in the address',
    },
    detail: {
      ar: 'العناوين تُحفظ في سجلات كثيرة، فاعتبر هذا المفتاح مكشوفًا: استبدله، ثم أرسل الجديد في الترويسة Authorization: Bearer.',
      fr: 'Une adresse reste dans de nombreux journaux : tenez cette clé pour divulguée, remplacez-la, puis envoyez la nouvelle dans l’en-tête Authorization: Bearer.',
      en: 'Addresses are kept in many logs: take this key for disclosed, replace it, and send the new one in the header Authorization: Bearer.',
    },
  },
  'invalid-data': {
    title: {
      ar: 'هناك مشكلة في المعلومات المُدخلة',
      fr: 'Il y a un problème dans les informations saisies',
      en: 'There is a problem with the information given',
    },
    detail: {
      ar: 'صحّح الحقول المذكورة ثم أعد الإرسال.',
      fr: 'Corrigez les champs indiqués puis renvoyez.',
      en: 'Correct the fields listed, then send again.',
    },
  },
  ...signInProblemTexts,
  ...fileProblemTexts,
  'not-allowed': {
    title: { ar: 'لا يملك حسابك هذه الصلاحية', fr: 'Votre compte n’a pas ce droit', en: 'Your account may not do this' },
    detail: {
      ar: 'اطلب ذلك من زميل مخوَّل أو من المشرف على خدمتك.',
      fr: 'Demandez à un collègue habilité ou au responsable de votre service.',
      en: 'Ask a colleague who may, or the supervisor of your service.',
    },
  },
  'not-possible': {
    title: { ar: 'لا يمكن ذلك الآن', fr: 'Ce n’est pas possible maintenant', en: 'This is not possible now' },
    detail: {
      ar: 'تجد السبب أدناه. لم يُسجَّل أي تغيير.',
      fr: 'Le motif figure ci-dessous. Rien n’a été enregistré.',
      en: 'The reason is given below. Nothing was changed.',
    },
  },
  'form-expired': {
    title: { ar: 'انتهت صلاحية هذه الصفحة', fr: 'Cette page a expiré', en: 'This page has expired' },
    detail: {
      ar: 'أعد فتح الصفحة ثم أرسل مرة أخرى. لم يُفقد ما حُفظ من قبل.',
      fr: 'Rouvrez la page puis renvoyez. Ce qui était enregistré n’est pas perdu.',
      en: 'Open the page again, then send once more. What was saved before is not lost.',
    },
  },
  'agreement-missing': {
    title: {
      ar: 'لا اتفاق ساريًا يتيح الاطلاع',
      fr: 'Aucun accord en vigueur ne permet cette lecture',
      en: 'No agreement in force allows this reading',
    },
    detail: {
      ar: 'تجد أدناه ما ينقص وما يمكن فعله.',
      fr: 'Ce qui manque et ce que vous pouvez faire figurent ci-dessous.',
      en: 'What is missing and what can be done is said below.',
    },
  },
  'consent-missing': {
    title: {
      ar: 'تنقص موافقة صاحب الطلب',
      fr: 'Il manque le consentement de la personne',
      en: 'The consent of the person is missing',
    },
    detail: {
      ar: 'تجد أدناه الموافقة المطلوبة.',
      fr: 'Le consentement nécessaire est indiqué ci-dessous.',
      en: 'Which consent is needed is said below.',
    },
  },
  'outside-agreement': {
    title: {
      ar: 'هذه المعلومة ليست ضمن الاتفاق',
      fr: 'Ce champ n’est pas couvert par l’accord',
      en: 'The agreement does not cover this field',
    },
    detail: {
      ar: 'اطلب ما يشمله الاتفاق فقط.',
      fr: 'Ne demandez que ce que l’accord couvre.',
      en: 'Ask for what the agreement covers only.',
    },
  },
  'not-found': {
    title: { ar: 'الصفحة غير موجودة', fr: 'Page introuvable', en: 'Page not found' },
    detail: {
      ar: 'تحقّق من العنوان أو ابدأ من الصفحة الرئيسية.',
      fr: 'Vérifiez l’adresse ou repartez de la page d’accueil.',
      en: 'Check the address, or start from the home page.',
    },
  },
  'unknown-record': {
    title: {
      ar: 'لا يوجد طلب بهذا الرقم وهذا الرمز السري',
      fr: 'Aucune demande avec cette référence et ce code secret',
      en: 'No request with this reference and secret',
    },
    detail: {
      ar: 'تحقّق من الرقم المرجعي والرمز السري كما وردا في الإيصال أو الرسالة.',
      fr: 'Vérifiez la référence et le code secret tels qu’ils figurent sur le récépissé ou le message.',
      en: 'Check the reference and the secret as they stand on the receipt or in the message.',
    },
  },
  'unknown-service': {
    title: { ar: 'الخدمة غير موجودة', fr: 'Service introuvable', en: 'There is no such service' },
    detail: {
      ar: 'اختر خدمة من الصفحة الرئيسية.',
      fr: 'Choisissez un service sur la page d’accueil.',
      en: 'Choose a service on the home page.',
    },
  },
  'not-offered': {
    title: {
      ar: 'هذه الخدمة لا تُطلب عبر الإنترنت',
      fr: 'Ce service ne se demande pas en ligne',
      en: 'This is not applied for online',
    },
    detail: {
      ar: 'الإدارة المسؤولة هي التي تسجّل البيانات بنفسها. راجعها مباشرةً إذا أردت تسجيلًا أو تصحيحًا.',
      fr: 'L’administration responsable fait elle-même les inscriptions. Adressez-vous à elle pour une inscription ou une correction.',
      en: 'The office that answers for it makes the entries itself. Turn to that office for an entry or a correction.',
    },
  },
  'channel-refused': {
    title: {
      ar: 'لا تُستلم الطلبات بهذه الطريقة',
      fr: 'Rien n’est reçu par cette voie',
      en: 'Nothing is received by this way',
    },
    detail: {
      ar: 'تحدّد الخدمة الطرق التي ترد بها الطلبات ومن يسجّلها. سجّل الدخول بحساب موظف مخوّل، أو استعمل طريقة أخرى.',
      fr: 'Le service fixe les voies par lesquelles on s’adresse à lui et qui saisit. Connectez-vous avec un compte habilité, ou prenez une autre voie.',
      en: 'The service says by which ways it is reached and who enters records. Sign in with an account that may, or use another way.',
    },
  },
  'service-withdrawn': {
    title: {
      ar: 'لم تعد هذه الخدمة متاحة',
      fr: 'Ce service n’est plus proposé',
      en: 'This service is no longer offered',
    },
    detail: {
      ar: 'لا تُقبل طلبات جديدة. أما الطلبات التي قُدّمت من قبل فيستمرّ النظر فيها، ويمكنك متابعتها كالمعتاد.',
      fr: 'Aucune nouvelle demande n’est reçue. Celles déjà déposées suivent leur cours et peuvent être suivies comme avant.',
      en: 'No new requests are taken. Those already made go on and can be followed as before.',
    },
  },
  'method-not-allowed': {
    title: { ar: 'هذه العملية غير متاحة هنا', fr: 'Opération impossible ici', en: 'This cannot be done here' },
    detail: {
      ar: 'راجع وثائق الواجهة البرمجية.',
      fr: 'Consultez la documentation de l’API.',
      en: 'See the documentation of the API.',
    },
  },
  'key-reused': {
    title: {
      ar: 'استُعمل هذا المفتاح لطلب آخر',
      fr: 'Cette clé a déjà servi pour une autre demande',
      en: 'This key was already used for another submission',
    },
    detail: {
      ar: 'استعمل مفتاحًا جديدًا لكل طلب جديد.',
      fr: 'Utilisez une nouvelle clé pour chaque nouvelle demande.',
      en: 'Use a new key for each new submission.',
    },
  },
  'state-changed': {
    title: { ar: 'تغيّرت حالة الطلب', fr: 'La demande a changé entre-temps', en: 'The record has changed meanwhile' },
    detail: {
      ar: 'لم يُنفَّذ ما طلبته. افتح الصفحة من جديد لترى آخر حالة.',
      fr: 'Rien n’a été fait. Rouvrez la page pour voir l’état actuel.',
      en: 'Nothing was done. Open the page again to see its present state.',
    },
  },
  'too-large': {
    title: { ar: 'المحتوى المُرسل كبير جدًا', fr: 'L’envoi est trop volumineux', en: 'What was sent is too large' },
    detail: { ar: 'أرسل محتوى أصغر.', fr: 'Envoyez un contenu plus petit.', en: 'Send something smaller.' },
  },
  'unsupported-type': {
    title: { ar: 'نوع المحتوى غير مقبول', fr: 'Type de contenu refusé', en: 'This type of content is not accepted' },
    detail: {
      ar: 'أرسل application/json بترميز UTF-8.',
      fr: 'Envoyez application/json en UTF-8.',
      en: 'Send application/json in UTF-8.',
    },
  },
  'too-many-requests': {
    title: {
      ar: 'محاولات كثيرة في وقت قصير',
      fr: 'Trop d’essais en peu de temps',
      en: 'Too many attempts in a short time',
    },
    detail: {
      ar: 'انتظر قليلًا ثم حاول مرة أخرى.',
      fr: 'Patientez un peu puis réessayez.',
      en: 'Wait a little, then try again.',
    },
  },
  internal: {
    title: {
      ar: 'حدث خطأ من جهتنا',
      fr: 'Une erreur s’est produite chez nous',
      en: 'Something went wrong on our side',
    },
    detail: {
      ar: 'لم يُحفظ شيء ناقص. حاول مرة أخرى بعد دقيقة.',
      fr: 'Rien n’a été enregistré à moitié. Réessayez dans une minute.',
      en: 'Nothing was half saved. Try again in a minute.',
    },
  },
  overloaded: {
    title: { ar: 'الخدمة مشغولة جدًا الآن', fr: 'Le service est très sollicité', en: 'The service is very busy' },
    detail: {
      ar: 'حاول مرة أخرى بعد لحظات. لن يُسجَّل الطلب مرتين.',
      fr: 'Réessayez dans un instant. La demande ne sera pas enregistrée deux fois.',
      en: 'Try again in a moment. The request will not be recorded twice.',
    },
  },
  'shutting-down': {
    title: { ar: 'الخدمة تُعاد إلى العمل', fr: 'Le service redémarre', en: 'The service is restarting' },
    detail: {
      ar: 'حاول مرة أخرى بعد لحظات.',
      fr: 'Réessayez dans un instant.',
      en: 'Try again in a moment.',
    },
  },
};
