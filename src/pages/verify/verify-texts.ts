import type { Text } from '../../base/texts.ts';

/** Words of the page where documents are checked. Those of the answer itself are in verdict-texts.ts. */
export const verifyTexts = {
  title: { ar: 'التحقق من وثيقة', fr: 'Vérifier un document', en: 'Check a document' },
  lead: {
    ar: 'الرمز المربّع المطبوع على الوثيقة يحمل مضمونها موقّعًا. صوّره لتعرف هل هي أصلية وهل ما زالت صالحة.',
    fr: 'Le code carré imprimé sur le document porte son contenu signé. Scannez-le pour savoir si le document est authentique et valable.',
    en: 'The square code on the paper carries what the document says, signed. Scan it to know whether it is genuine and valid.',
  },
  referenceWarning: {
    ar: 'لا يكفي الرقم المرجعي المطبوع على الوثيقة، فبإمكان أي شخص أن ينسخه.',
    fr: 'La référence imprimée ne suffit pas : chacun peut la recopier.',
    en: 'The reference printed on the paper is not enough: anyone can copy it.',
  },
  privacyServer: {
    ar: 'لا نحتفظ بالصورة ولا بالرمز بعد التحقق.',
    fr: 'Ni l’image ni le code ne sont gardés après la vérification.',
    en: 'Neither the picture nor the code is kept after the check.',
  },
  privacyHere: {
    ar: 'يجري التحقق على هذا الجهاز، ولا يُرسَل منه شيء مما في الوثيقة.',
    fr: 'Tout est vérifié sur cet appareil : rien du document n’en sort.',
    en: 'Everything is checked on this device: nothing of the document leaves it.',
  },

  openCamera: { ar: 'امسح بالكاميرا', fr: 'Scanner avec l’appareil photo', en: 'Scan with the camera' },
  cameraDenied: {
    ar: 'لم يُسمح لهذه الصفحة باستعمال الكاميرا. اسمح بها من إعدادات المتصفح لهذا الموقع، أو اختر صورة، أو ألصق الرمز.',
    fr: 'Cette page n’a pas le droit d’utiliser l’appareil photo. Autorisez-le dans les réglages du navigateur pour ce site, choisissez une image ou collez le code.',
    en: 'This page may not use the camera. Allow it in the browser’s settings for this site, choose a picture, or paste the code.',
  },
  cameraMissing: {
    ar: 'لم نجد كاميرا في هذا الجهاز. اختر صورة أو ألصق الرمز.',
    fr: 'Aucun appareil photo n’a été trouvé. Choisissez une image ou collez le code.',
    en: 'No camera was found on this device. Choose a picture or paste the code.',
  },
  cameraBusy: {
    ar: 'تعذّر تشغيل الكاميرا، وربما يستعملها تطبيق آخر. أغلقه ثم حاول مجددًا، أو اختر صورة.',
    fr: 'L’appareil photo ne démarre pas ; une autre application l’utilise peut-être. Fermez-la et réessayez, ou choisissez une image.',
    en: 'The camera does not start; perhaps another application is using it. Close that one and try again, or choose a picture.',
  },
  cameraInsecure: {
    ar: 'لا يسمح المتصفح بالكاميرا ولا بالعمل من دون اتصال إلا على عنوان آمن (https). اختر صورة أو ألصق الرمز، فيتحقق منه الخادم.',
    fr: 'Le navigateur n’autorise l’appareil photo et le travail hors connexion qu’à une adresse sécurisée (https). Choisissez une image ou collez le code : le serveur les vérifiera.',
    en: 'Browsers allow the camera and work without connection only at a secure address (https). Choose a picture or paste the code: the server checks it.',
  },
  cameraOld: {
    ar: 'هذا المتصفح أقدم من أن يتحقق بنفسه. اختر صورة أو ألصق الرمز، فيتحقق منه الخادم.',
    fr: 'Ce navigateur est trop ancien pour vérifier lui-même. Choisissez une image ou collez le code : le serveur les vérifiera.',
    en: 'This browser is too old to check by itself. Choose a picture or paste the code: the server checks it.',
  },

  pictureTitle: { ar: 'من صورة', fr: 'À partir d’une image', en: 'From a picture' },
  picture: {
    ar: 'صورة يظهر فيها الرمز كاملًا',
    fr: 'Image où le code est entier',
    en: 'Picture with the whole code in it',
  },
  pictureHint: { ar: 'JPEG أو PNG، حتى 10 ميغابايت', fr: 'JPEG ou PNG, 10 Mo au plus', en: 'JPEG or PNG, up to 10 MB' },
  checkPicture: { ar: 'تحقق من الصورة', fr: 'Vérifier l’image', en: 'Check the picture' },
  codeTitle: { ar: 'من نص الرمز', fr: 'À partir du texte du code', en: 'From the text of the code' },
  code: { ar: 'نص الرمز', fr: 'Texte du code', en: 'Text of the code' },
  codeHint: {
    ar: 'يبدأ بالأحرف DWN1 ويُظهره أي قارئ رموز',
    fr: 'Il commence par DWN1 ; tout lecteur de codes le donne',
    en: 'It begins with DWN1; any code reader shows it',
  },
  checkCode: { ar: 'تحقق من النص', fr: 'Vérifier le texte', en: 'Check the text' },

  pictureReading: {
    ar: 'جارٍ البحث عن الرمز في الصورة…',
    fr: 'Recherche du code dans l’image…',
    en: 'Looking for the code in the picture…',
  },
  pictureMissing: { ar: 'اختر صورة', fr: 'Choisissez une image', en: 'Choose a picture' },
  pictureKind: {
    ar: 'هذا الملف ليس صورة JPEG أو PNG. اختر صورة من هذين النوعين.',
    fr: 'Ce fichier n’est pas une image JPEG ou PNG. Choisissez une image de ce type.',
    en: 'This file is not a JPEG or PNG picture. Choose one that is.',
  },
  pictureTooLarge: {
    ar: 'الصورة أكبر من اللازم. اختر صورة أصغر من 10 ميغابايت و30 مليون نقطة، أو قصّها حول الرمز.',
    fr: 'L’image est trop grande. Choisissez-en une de moins de 10 Mo et de 30 millions de points, ou recadrez-la autour du code.',
    en: 'The picture is too large. Choose one below 10 MB and 30 million pixels, or crop it around the code.',
  },
  pictureDamaged: {
    ar: 'تعذّر فتح الصورة. التقط صورة جديدة.',
    fr: 'L’image ne s’ouvre pas. Prenez-en une autre.',
    en: 'The picture cannot be opened. Take another one.',
  },
  pictureNoCode: {
    ar: 'لم نجد رمزًا مقروءًا في الصورة. اقترب حتى يملأ الرمز معظم الصورة، وتجنّب الظل واللمعان.',
    fr: 'Aucun code lisible dans l’image. Approchez-vous jusqu’à ce qu’il la remplisse presque, sans ombre ni reflet.',
    en: 'No readable code in the picture. Come closer until the code nearly fills it, without shadow or glare.',
  },
  codeMissing: {
    ar: 'ألصق نص الرمز أو اكتبه',
    fr: 'Collez ou tapez le texte du code',
    en: 'Paste or type the text of the code',
  },

  deviceTitle: { ar: 'على هذا الجهاز', fr: 'Sur cet appareil', en: 'On this device' },
  offlineReady: {
    ar: 'جاهز للعمل من دون اتصال',
    fr: 'Prêt à fonctionner sans connexion',
    en: 'Ready to work without connection',
  },
  offlineNotReady: {
    ar: 'غير جاهز بعد للعمل من دون اتصال',
    fr: 'Pas encore prêt à fonctionner sans connexion',
    en: 'Not yet ready to work without connection',
  },
  listNone: {
    ar: 'لا توجد بعد لائحة بالوثائق الملغاة',
    fr: 'Pas encore de liste des documents révoqués',
    en: 'No list of revoked documents yet',
  },
  refresh: { ar: 'حدّث اللائحة والمفاتيح', fr: 'Actualiser la liste et les clés', en: 'Refresh the list and keys' },
  refreshFailed: {
    ar: 'تعذّر التحديث: لا يوجد اتصال. تبقى اللائحة السابقة مستعملة.',
    fr: 'Actualisation impossible : pas de connexion. La liste précédente reste utilisée.',
    en: 'No connection, so nothing was refreshed. The list from before stays in use.',
  },
  nothingToCheckWith: {
    ar: 'لا توجد على هذا الجهاز بعد مفاتيح للتحقق. اتصل بالإنترنت مرة واحدة، ثم أعد المحاولة.',
    fr: 'Il n’y a pas encore de clés sur cet appareil. Connectez-vous une fois, puis réessayez.',
    en: 'There are no keys on this device yet. Connect once, then try again.',
  },
  install: { ar: 'ثبّت على هذا الجهاز', fr: 'Installer sur cet appareil', en: 'Install on this device' },

  officer: {
    ar: 'دخلت باسم {name}. تُعَدّ عمليات التحقق التي تجريها.',
    fr: 'Vous êtes {name}. Vos vérifications sont comptées.',
    en: 'You are {name}. Your checks are counted.',
  },
  checksToday: {
    ar: 'عمليات التحقق اليوم: {count}',
    fr: 'Vérifications aujourd’hui : {count}',
    en: 'Checks today: {count}',
  },
  waiting: {
    ar: 'بانتظار الإرسال عند عودة الاتصال: {count}',
    fr: 'À envoyer au retour de la connexion : {count}',
    en: 'To be sent when there is a connection: {count}',
  },
  signIn: {
    ar: 'شرطي أو مراقب؟ ادخل لتُعَدّ عملياتك',
    fr: 'Policier ou contrôleur ? Connectez-vous pour que vos vérifications comptent',
    en: 'Police or inspector? Sign in so that your checks are counted',
  },

  appName: { ar: 'التحقق من الوثائق', fr: 'Vérification de documents', en: 'Document check' },
  appShortName: { ar: 'التحقق', fr: 'Vérifier', en: 'Check' },
} as const satisfies Record<string, Text>;
