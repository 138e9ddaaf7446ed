import type { Text } from '../../base/texts.ts';

export const homeTexts = {
  title: { ar: 'أهلًا {name}', fr: 'Bonjour {name}', en: 'Hello {name}' },
  verify: { ar: 'التحقق من وثيقة', fr: 'Vérifier un document', en: 'Check a document' },
  verifyDetail: {
    ar: 'اقرأ رمز الوثيقة بالكاميرا أو من صورة أو أدخله كتابةً. يعمل من دون اتصال بعد فتحه مرة.',
    fr: 'Lisez le code avec la caméra, depuis une photo ou en le tapant. Fonctionne hors ligne une fois ouvert.',
    en: 'Read its code with the camera, from a picture, or type it. Works offline once it has been opened.',
  },
  scans: { ar: 'ما تحققتَ منه', fr: 'Vos vérifications', en: 'What you have checked' },
  scansFound: { ar: 'النتيجة', fr: 'Résultat', en: 'Result' },
  today: { ar: 'اليوم', fr: 'Aujourd’hui', en: 'Today' },
  total: { ar: 'المجموع', fr: 'Total', en: 'In all' },
  noScans: {
    ar: 'لم تتحقق من أي وثيقة بعد',
    fr: 'Aucune vérification pour l’instant',
    en: 'You have checked nothing yet',
  },
  noScansDetail: {
    ar: 'يظهر هنا عدد الوثائق التي تتحقق منها وأنت مسجَّل الدخول، بحسب النتيجة.',
    fr: 'Le nombre de documents que vous vérifiez en étant connecté apparaîtra ici, par résultat.',
    en: 'The number of documents that you check while signed in appears here, by result.',
  },
  nothingTitle: {
    ar: 'لا عمل مرتبطًا بحسابك بعد',
    fr: 'Aucun travail n’est lié à votre compte',
    en: 'Your account has no work yet',
  },
  nothingDetail: {
    ar: 'لم يُمنح حسابك دورًا في أي خدمة. راجع المسؤول عن حسابك في مؤسستك.',
    fr: 'Votre compte n’a de rôle dans aucun service. Voyez le responsable des comptes de votre institution.',
    en: 'Your account holds no role in any service. Ask whoever manages accounts at your institution.',
  },
  me: { ar: 'حسابي', fr: 'Mon compte', en: 'My account' },
  name: { ar: 'الاسم', fr: 'Nom', en: 'Name' },
  email: { ar: 'البريد الإلكتروني', fr: 'Adresse e-mail', en: 'E-mail address' },
  roles: { ar: 'أدواري', fr: 'Mes rôles', en: 'My roles' },
  role: { ar: 'الدور', fr: 'Rôle', en: 'Role' },
  institution: { ar: 'الجهة', fr: 'Institution', en: 'Institution' },
  services: { ar: 'الخدمات', fr: 'Services', en: 'Services' },
  allServices: { ar: 'كل الخدمات', fr: 'Tous les services', en: 'All services' },
  covers: {
    ar: 'يشمل الدور الجهة وكل ما يتبع لها.',
    fr: 'Un rôle vaut pour l’institution et tout ce qui en dépend.',
    en: 'A role covers the institution and all that answer to it.',
  },
  noRoles: { ar: 'لم يُمنح حسابك أي دور.', fr: 'Votre compte n’a aucun rôle.', en: 'Your account holds no role.' },
} as const satisfies Record<string, Text>;

/** What a check of a document can have found. */
export const verdictTexts: Readonly<Record<string, Text>> = {
  valid: { ar: 'صالحة', fr: 'Valable', en: 'Valid' },
  'not-yet-valid': { ar: 'لم تبدأ صلاحيتها', fr: 'Pas encore valable', en: 'Not valid yet' },
  expired: { ar: 'انتهت صلاحيتها', fr: 'Expiré', en: 'Expired' },
  revoked: { ar: 'ملغاة', fr: 'Révoqué', en: 'Revoked' },
  'unchecked-revocation': {
    ar: 'موقَّعة، ولم يُعرف إن كانت ملغاة',
    fr: 'Signé ; révocation non vérifiée',
    en: 'Signed, revocation not checked',
  },
  'key-not-valid': { ar: 'مفتاح التوقيع غير صالح', fr: 'Clé de signature non valable', en: 'Signing key not valid' },
  'unknown-key': { ar: 'مفتاح توقيع مجهول', fr: 'Clé de signature inconnue', en: 'Unknown signing key' },
  tampered: { ar: 'مزوَّرة أو متلاعَب بها', fr: 'Falsifié', en: 'Tampered with' },
  'not-a-document': { ar: 'ليست وثيقة', fr: 'Ce n’est pas un document', en: 'Not a document' },
};
