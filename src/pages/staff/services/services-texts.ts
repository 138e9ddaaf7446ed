import type { Text } from '../../../base/texts.ts';
import type { Act, Origin } from '../../../catalogue/publication-queries.ts';

/** Words for those who put services on offer. */
export const servicesTexts = {
  title: { ar: 'الخدمات المعروضة', fr: 'Services proposés', en: 'Services on offer' },
  lead: {
    ar: 'كل نسخة من خدمة تُنشر هنا أو من سطر الأوامر، وتسري فورًا على كل الخوادم. الطلبات القائمة تبقى على نسختها.',
    fr: 'Chaque version d’un service est publiée ici ou en ligne de commande et vaut aussitôt sur tous les serveurs. Les demandes en cours restent sur leur version.',
    en: 'Each version of a service is published here or from the command line, and holds at once on all servers. Records stay on their version.',
  },
  publisher: { ar: 'ناشر الخدمات', fr: 'responsable de publication', en: 'service publisher' },
  service: { ar: 'الخدمة', fr: 'Service', en: 'Service' },
  state: { ar: 'الوضع', fr: 'Situation', en: 'Status' },
  version: { ar: 'النسخة', fr: 'Version', en: 'Version' },
  last: { ar: 'آخر إجراء', fr: 'Dernier acte', en: 'Last step' },
  offered: { ar: 'معروضة', fr: 'Proposé', en: 'On offer' },
  withdrawn: { ar: 'مسحوبة', fr: 'Retiré', en: 'Withdrawn' },
  inForce: { ar: 'سارية', fr: 'En vigueur', en: 'In force' },
  newService: { ar: 'إضافة خدمة جديدة', fr: 'Ajouter un service', en: 'Add a service' },
  newVersion: { ar: 'إعداد نسخة جديدة', fr: 'Préparer une nouvelle version', en: 'Prepare a new version' },
  waiting: { ar: 'نسخ تنتظر النشر', fr: 'Versions en attente de publication', en: 'Versions waiting to be published' },
  noServices: {
    ar: 'لا خدمات ضمن دورك',
    fr: 'Aucun service dans votre rôle',
    en: 'There are no services in your role',
  },
  noServicesDetail: {
    ar: 'تظهر هنا خدمات المؤسسات التي أنت ناشر خدماتها.',
    fr: 'Ici figurent les services des institutions dont vous publiez les services.',
    en: 'The services of the institutions that you publish for stand here.',
  },
  history: { ar: 'ما جرى لهذه الخدمة', fr: 'Historique du service', en: 'What became of this service' },
  when: { ar: 'متى', fr: 'Quand', en: 'When' },
  what: { ar: 'ماذا', fr: 'Acte', en: 'What' },
  who: { ar: 'من', fr: 'Par', en: 'By' },
  note: { ar: 'ملاحظة', fr: 'Note', en: 'Note' },
  noteHint: {
    ar: 'سبب التغيير، لمن يقرأ السجل لاحقًا.',
    fr: 'La raison du changement, pour qui lira l’historique.',
    en: 'Why it changes, for who reads the history later.',
  },
  goBack: { ar: 'العودة إلى هذه النسخة', fr: 'Revenir à cette version', en: 'Return to this version' },
  withdraw: { ar: 'سحب الخدمة', fr: 'Retirer le service', en: 'Withdraw the service' },
  withdrawDetail: {
    ar: 'لا تُقبل بعدها طلبات جديدة، ويستمرّ النظر في الطلبات القائمة. يمكن إعادة عرض الخدمة في أي وقت.',
    fr: 'Plus aucune nouvelle demande ; celles en cours suivent leur cours. Le service peut être proposé de nouveau à tout moment.',
    en: 'It takes no new requests then; running ones go on. It can be put on offer again at any time.',
  },
  withdrawSure: {
    ar: 'أؤكد سحب هذه الخدمة من العرض',
    fr: 'Je confirme le retrait de ce service',
    en: 'I confirm that this service is withdrawn',
  },
  sureMissing: {
    ar: 'ضع علامة في الخانة لتأكيد ذلك.',
    fr: 'Cochez la case pour confirmer.',
    en: 'Tick the box to confirm.',
  },
  uploadTitle: { ar: 'نسخة جديدة من خدمة', fr: 'Nouvelle version d’un service', en: 'A new version of a service' },
  uploadLead: {
    ar: 'أرسل ملفات الخدمة أو عدّلها هنا. لا يُنشر شيء قبل أن ترى الفرق وتؤكده.',
    fr: 'Envoyez les fichiers du service ou modifiez-les ici. Rien n’est publié avant que vous ayez vu la différence et confirmé.',
    en: 'Send the files of the service or edit them here. Nothing is published before you have seen the difference and confirmed.',
  },
  files: { ar: 'ملفات الخدمة', fr: 'Fichiers du service', en: 'Files of the service' },
  filesHint: {
    ar: 'service.yaml وملفات النصوص texts.ar.yaml وtexts.fr.yaml وtexts.en.yaml والقوائم (‎.csv) وأشكال الوثائق (‎.typ). الملف الذي لا ترسله يبقى كما هو أدناه.',
    fr: 'service.yaml, textes (texts.ar.yaml, texts.fr.yaml, texts.en.yaml), listes (.csv) et mises en page (.typ). Un fichier non envoyé reste tel que ci-dessous.',
    en: 'service.yaml, texts (texts.ar.yaml, texts.fr.yaml, texts.en.yaml), lists (.csv) and layouts (.typ). A file that you do not send stays as below.',
  },
  editHere: { ar: 'أو التعديل هنا', fr: 'Ou modifier ici', en: 'Or edit here' },
  edit: { ar: 'تعديل الملفات', fr: 'Modifier les fichiers', en: 'Edit the files' },
  check: { ar: 'التحقق ورؤية الفرق', fr: 'Vérifier et voir la différence', en: 'Check and see the difference' },
  faults: {
    ar: '{count, plural, one {خطأ واحد} two {خطآن} few {# أخطاء} many {# خطأ} other {# خطأ}} في الملفات',
    fr: '{count, plural, one {# faute} other {# fautes}} dans les fichiers',
    en: '{count, plural, one {# fault} other {# faults}} in the files',
  },
  faultsNote: {
    ar: 'تُكتب الأخطاء بالإنكليزية لأنها تشير إلى كلمات الملفات.',
    fr: 'Les fautes sont dites en anglais, la langue des mots-clés des fichiers.',
    en: 'Each says where it stands and what to write.',
  },
  warnings: { ar: 'للانتباه', fr: 'À noter', en: 'Worth a look' },
  tooLarge: {
    ar: 'الملفات أكبر من الحدّ المسموح.',
    fr: 'Les fichiers dépassent la taille permise.',
    en: 'The files are larger than is accepted.',
  },
  nothingSent: {
    ar: 'أرسل ملفًا واحدًا على الأقل، أو عدّل النصوص أدناه.',
    fr: 'Envoyez au moins un fichier, ou modifiez les textes ci-dessous.',
    en: 'Send at least one file, or edit the texts below.',
  },
  unchanged: {
    ar: 'هذه الملفات هي النسخة السارية: لا شيء يُنشر.',
    fr: 'Ces fichiers sont la version en vigueur : il n’y a rien à publier.',
    en: 'These files are the version in force: there is nothing to publish.',
  },
  otherService: {
    ar: 'ليس لك نشر خدمات هذه المؤسسة: {institution}.',
    fr: 'Vous ne publiez pas les services de cette institution : {institution}.',
    en: 'You do not publish services of this institution: {institution}.',
  },
  proposalTitle: {
    ar: 'نسخة تنتظر النشر',
    fr: 'Version en attente de publication',
    en: 'A version waiting to be published',
  },
  differences: { ar: 'ما الذي يتغيّر', fr: 'Ce qui change', en: 'What changes' },
  isNew: {
    ar: 'هذه خدمة جديدة: كل ما فيها جديد.',
    fr: 'Ce service est nouveau : tout est nouveau.',
    en: 'This service is new, and so is everything in it.',
  },
  added: { ar: 'جديد', fr: 'Nouveau', en: 'New' },
  removed: { ar: 'محذوف', fr: 'Supprimé', en: 'Removed' },
  changed: { ar: 'معدّل', fr: 'Modifié', en: 'Changed' },
  before: { ar: 'قبل', fr: 'Avant', en: 'Before' },
  after: { ar: 'بعد', fr: 'Après', en: 'After' },
  nothing: { ar: '(لا شيء)', fr: '(rien)', en: '(nothing)' },
  lines: { ar: 'الفرق سطرًا سطرًا', fr: 'Différence ligne par ligne', en: 'The difference line by line' },
  linesTooMany: {
    ar: 'الفرق أكبر من أن يُعرض سطرًا سطرًا.',
    fr: 'La différence est trop grande pour être montrée ligne par ligne.',
    en: 'The difference is too large to be shown line by line.',
  },
  tryIt: { ar: 'تجربة النموذج', fr: 'Essayer le formulaire', en: 'Try the form' },
  replay: { ar: 'أثرها على الطلبات السابقة', fr: 'Effet sur les demandes passées', en: 'Effect on past records' },
  publishTitle: { ar: 'النشر', fr: 'Publier', en: 'Publish' },
  publish: { ar: 'نشر هذه النسخة', fr: 'Publier cette version', en: 'Publish this version' },
  publishSure: {
    ar: 'رأيت ما يتغيّر وأريد نشره الآن للجميع',
    fr: 'J’ai vu ce qui change et je veux le publier maintenant pour tous',
    en: 'I have seen what changes and want it published now, for everybody',
  },
  publishDetail: {
    ar: 'تسري النسخة فورًا. من بدأ تعبئة النموذج يكمل من دون أن يفقد شيئًا، ويُقال له ما تغيّر.',
    fr: 'La version vaut aussitôt. Qui remplit le formulaire continue sans rien perdre, et ce qui a changé lui est dit.',
    en: 'It holds at once. Who is filling in the form goes on without losing anything, and is told what has changed.',
  },
  fourEyes: {
    ar: 'من أعدّ النسخة لا ينشرها: يجب أن ينشرها زميل له الدور نفسه.',
    fr: 'Qui prépare une version ne la publie pas : un collègue de même rôle doit le faire.',
    en: 'Who prepares a version does not publish it: a colleague with the same role has to.',
  },
  discard: { ar: 'التخلي عن هذه النسخة', fr: 'Abandonner cette version', en: 'Discard this version' },
  discarded: { ar: 'جرى التخلي عن النسخة.', fr: 'La version a été abandonnée.', en: 'The version was discarded.' },
  published: {
    ar: 'نُشرت النسخة وهي سارية الآن.',
    fr: 'La version est publiée et en vigueur.',
    en: 'The version is published and in force.',
  },
  isWithdrawn: {
    ar: 'سُحبت الخدمة: لا طلبات جديدة بعد الآن.',
    fr: 'Le service est retiré : plus de nouvelles demandes.',
    en: 'The service is withdrawn: no new requests from now on.',
  },
  gone: {
    ar: 'لم تعد هذه النسخة تنتظر النشر: نُشرت أو جرى التخلي عنها.',
    fr: 'Cette version n’attend plus : elle a été publiée ou abandonnée.',
    en: 'This version no longer waits: it was published or discarded.',
  },
  proposedBy: { ar: 'أعدّها: {who}', fr: 'Préparée par : {who}', en: 'Prepared by: {who}' },
  atMachine: { ar: '{name}، من سطر الأوامر', fr: '{name}, en ligne de commande', en: '{name}, at the command line' },
} as const satisfies Record<string, Text>;

export const actTexts: Readonly<Record<Act, Text>> = {
  published: { ar: 'نُشرت', fr: 'Publiée', en: 'Published' },
  withdrawn: { ar: 'سُحبت', fr: 'Retirée', en: 'Withdrawn' },
  proposed: { ar: 'أُعدّت', fr: 'Préparée', en: 'Prepared' },
  discarded: { ar: 'جرى التخلي عنها', fr: 'Abandonnée', en: 'Discarded' },
};

export const originTexts: Readonly<Record<Origin, Text>> = {
  folder: {
    ar: 'من مجلد الخدمات عند بدء التشغيل',
    fr: 'Dossier des services, au démarrage',
    en: 'The services folder, at a start',
  },
  console: { ar: 'من هذه الصفحات', fr: 'Ces pages', en: 'These pages' },
  command: { ar: 'من سطر الأوامر', fr: 'Ligne de commande', en: 'The command line' },
};

/** What the parts of a declaration are called; one that is not here is called by its key. */
export const partTexts: Readonly<Record<string, Text>> = {
  service: { ar: 'الخدمة عمومًا', fr: 'Le service en général', en: 'The service in general' },
  pages: { ar: 'صفحات النموذج', fr: 'Pages du formulaire', en: 'Pages of the form' },
  fields: { ar: 'الأسئلة', fr: 'Questions', en: 'Questions' },
  states: { ar: 'الحالات', fr: 'États', en: 'States' },
  actions: { ar: 'الإجراءات', fr: 'Actions', en: 'Actions' },
  counts: {
    ar: 'الأعداد التي تنظر فيها القواعد',
    fr: 'Nombres regardés par les règles',
    en: 'Numbers that rules look at',
  },
  deadlines: { ar: 'المهل', fr: 'Délais', en: 'Deadlines' },
  documents: { ar: 'الوثائق', fr: 'Documents', en: 'Documents' },
  tasks: { ar: 'المهام', fr: 'Tâches', en: 'Tasks' },
  indicators: { ar: 'المؤشرات', fr: 'Indicateurs', en: 'Indicators' },
  lists: { ar: 'القوائم', fr: 'Listes', en: 'Lists' },
  layouts: { ar: 'أشكال الوثائق على الورق', fr: 'Mises en page', en: 'Layouts' },
  reads: { ar: 'كيف تُقرأ الإجابات السابقة', fr: 'Lecture des réponses d’avant', en: 'How earlier answers read' },
  texts: { ar: 'النصوص', fr: 'Textes', en: 'Texts' },
};
