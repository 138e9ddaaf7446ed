import type { Text } from '../../base/texts.ts';

/** Words of the pages on which a round of a survey is opened for many institutions, and followed. */
export const campaignTexts = {
  title: { ar: 'الحملات', fr: 'Campagnes', en: 'Campaigns' },
  open: { ar: 'افتح حملة جديدة', fr: 'Ouvrir une campagne', en: 'Open a campaign' },
  none: {
    ar: 'لم تُفتح أي حملة بعد.',
    fr: 'Aucune campagne n’a encore été ouverte.',
    en: 'No campaign was opened yet.',
  },
  noneHint: {
    ar: 'تفتح الحملة استمارة لكل إدارة تختارها، وتصل كل استمارة إلى الإدارة المعنيّة.',
    fr: 'Une campagne ouvre un questionnaire pour chaque administration choisie, dans sa propre liste de travail.',
    en: 'A campaign opens a survey for each institution that you choose, in that institution’s own worklist.',
  },
  openedAt: { ar: 'فُتحت', fr: 'Ouverte', en: 'Opened' },
  dueOn: { ar: 'الموعد الأخير', fr: 'Échéance', en: 'Due' },
  noDue: { ar: 'بلا موعد', fr: 'Sans échéance', en: 'No date' },
  campaign: { ar: 'الحملة', fr: 'Campagne', en: 'Campaign' },
  what: { ar: 'ما يسري على كل الاستمارات', fr: 'Commun à tous les questionnaires', en: 'The same for all' },
  whom: { ar: 'الإدارات المعنيّة', fr: 'Administrations concernées', en: 'Institutions' },
  all: { ar: 'اختر الكل', fr: 'Tout choisir', en: 'Choose all' },
  nobody: { ar: 'ألغِ الاختيار', fr: 'Tout retirer', en: 'Choose none' },
  allOf: { ar: 'كل هذا النوع', fr: 'Tout ce type', en: 'All of this type' },
  chosen: {
    ar: '{count, plural, =0 {لم تُختر أي إدارة} one {إدارة واحدة مختارة} two {إدارتان مختارتان} few {# إدارات مختارة} many {# إدارة مختارة} other {# إدارة مختارة}}',
    fr: '{count, plural, =0 {Aucune administration choisie} one {# administration choisie} other {# administrations choisies}}',
    en: '{count, plural, =0 {No institution chosen} one {# institution chosen} other {# institutions chosen}}',
  },
  chooseOne: {
    ar: 'اختر إدارة واحدة على الأقل',
    fr: 'Choisissez au moins une administration',
    en: 'Choose at least one institution',
  },
  dueMustCome: {
    ar: 'اختر يومًا لم يمضِ بعد',
    fr: 'Choisissez un jour à venir',
    en: 'Choose a day that has not passed',
  },
  preview: { ar: 'راجع قبل الفتح', fr: 'Vérifier avant d’ouvrir', en: 'Check before opening' },
  previewTitle: { ar: 'راجع الحملة قبل فتحها', fr: 'Vérifiez la campagne', en: 'Check the campaign' },
  willOpen: {
    ar: '{count, plural, one {تُفتح استمارة واحدة، وتظهر في قائمة عمل الإدارة المعنيّة.} two {تُفتح استمارتان، وتظهر كل منهما في قائمة عمل الإدارة المعنيّة.} few {تُفتح # استمارات، وتظهر كل منها في قائمة عمل الإدارة المعنيّة.} many {تُفتح # استمارة، وتظهر كل منها في قائمة عمل الإدارة المعنيّة.} other {تُفتح # استمارة، وتظهر كل منها في قائمة عمل الإدارة المعنيّة.}}',
    fr: '{count, plural, one {# questionnaire sera ouvert, dans la liste de travail de l’administration.} other {# questionnaires seront ouverts, chacun dans la liste de travail de son administration.}}',
    en: '{count, plural, one {# survey will be opened, in the worklist of the institution.} other {# surveys will be opened, each in the worklist of its institution.}}',
  },
  cannotTakeBack: {
    ar: 'لا يمكن التراجع عن الفتح. ويُسجَّل باسمك ودورك.',
    fr: 'L’ouverture ne s’annule pas. Elle est enregistrée à votre nom et sous votre rôle.',
    en: 'This cannot be undone. It is recorded under your name and role.',
  },
  confirm: { ar: 'افتح الحملة', fr: 'Ouvrir la campagne', en: 'Open the campaign' },
  change: { ar: 'عدّل', fr: 'Modifier', en: 'Change' },
  institutions: { ar: 'الإدارات', fr: 'Administrations', en: 'Institutions' },
  institution: { ar: 'الإدارة', fr: 'Administration', en: 'Institution' },
  opening: {
    ar: 'يجري فتح الاستمارات: بقي {count}. أعد تحميل الصفحة بعد لحظات.',
    fr: 'Les questionnaires sont en cours d’ouverture : {count} restants. Rechargez la page dans un instant.',
    en: 'The surveys are being opened: {count} to go. Load the page again in a moment.',
  },
  failed: {
    ar: '{count, plural, one {تعذّر فتح استمارة واحدة.} two {تعذّر فتح استمارتين.} few {تعذّر فتح # استمارات.} many {تعذّر فتح # استمارة.} other {تعذّر فتح # استمارة.}}',
    fr: '{count, plural, one {# questionnaire n’a pas pu être ouvert.} other {# questionnaires n’ont pas pu être ouverts.}}',
    en: '{count, plural, one {# survey could not be opened.} other {# surveys could not be opened.}}',
  },
  retry: { ar: 'حاول من جديد', fr: 'Réessayer', en: 'Try again' },
  notOpened: { ar: 'لم تُفتح بعد', fr: 'Pas encore ouvert', en: 'Not opened yet' },
  couldNot: { ar: 'تعذّر الفتح', fr: 'Ouverture impossible', en: 'Could not be opened' },
  notYours: { ar: 'لا تطّلع عليها', fr: 'Hors de votre vue', en: 'Not for you to see' },
  state: { ar: 'الحالة', fr: 'État', en: 'State' },
  completion: { ar: 'الإنجاز', fr: 'Avancement', en: 'Filled in' },
  score: { ar: 'العلامة المصرّح بها', fr: 'Note déclarée', en: 'Declared score' },
  verifiedScore: { ar: 'العلامة بعد التحقّق', fr: 'Note vérifiée', en: 'Verified score' },
  late: { ar: 'متأخرة', fr: 'En retard', en: 'Late' },
  average: { ar: 'متوسط الإنجاز', fr: 'Avancement moyen', en: 'Filled in on average' },
  figures: {
    all: { ar: 'الكل', fr: 'Toutes', en: 'All' },
    'not-begun': { ar: 'لم تبدأ', fr: 'Pas commencé', en: 'Not begun' },
    begun: { ar: 'بدأت التعبئة', fr: 'Commencé', en: 'Begun' },
    'handed-in': { ar: 'رُفعت', fr: 'Transmis', en: 'Handed in' },
    verified: { ar: 'جرى التحقّق منها', fr: 'Vérifié', en: 'Verified' },
    late: { ar: 'متأخرة', fr: 'En retard', en: 'Late' },
  },
  nothingHere: { ar: 'لا إدارات في هذه الفئة.', fr: 'Aucune administration ici.', en: 'No institution here.' },
} as const;

/** Words for types of institution that campaigns list; a type without any keeps its own name. */
export const institutionTypeTexts: Readonly<Record<string, Text>> = {
  ministry: { ar: 'الوزارات', fr: 'Ministères', en: 'Ministries' },
  directorate: { ar: 'المديريات والإدارات العامة', fr: 'Directions et administrations générales', en: 'Directorates' },
  agency: { ar: 'المؤسسات العامة', fr: 'Établissements publics', en: 'Public agencies' },
  'oversight-body': { ar: 'أجهزة الرقابة', fr: 'Organes de contrôle', en: 'Oversight bodies' },
  inspectorate: { ar: 'المفتشيات', fr: 'Inspections', en: 'Inspectorates' },
  'police-directorate': { ar: 'مديريات الشرطة', fr: 'Directions de la police', en: 'Police directorates' },
  presidency: { ar: 'الرئاسات', fr: 'Présidences', en: 'Presidencies' },
  municipality: { ar: 'البلديات', fr: 'Municipalités', en: 'Municipalities' },
  hospital: { ar: 'المستشفيات', fr: 'Hôpitaux', en: 'Hospitals' },
};
