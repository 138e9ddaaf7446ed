import type { Text } from '../../../base/texts.ts';

/** Words for trying a version, and for what it would have done with past records. */
export const tryTexts = {
  title: { ar: 'تجربة النموذج', fr: 'Essai du formulaire', en: 'Trying the form' },
  lead: {
    ar: 'هكذا يظهر النموذج بكل صفحاته. جرّب إجابات وانظر ما يحدث: لا يُحفظ شيء ولا تُرسل أي رسالة.',
    fr: 'Voici le formulaire, toutes pages réunies. Essayez des réponses et voyez ce qui suit : rien n’est conservé ni envoyé.',
    en: 'This is the form with all its pages. Try answers and see what follows: nothing is kept and no message is sent.',
  },
  decide: { ar: 'انظر ما يحدث', fr: 'Voir ce qui suit', en: 'See what follows' },
  outcome: { ar: 'ما يحدث بهذه الإجابات', fr: 'Ce qui suit de ces réponses', en: 'What follows from these answers' },
  state: { ar: 'الحالة', fr: 'État', en: 'State' },
  institution: { ar: 'لدى', fr: 'Chez', en: 'With' },
  actions: { ar: 'إجراءات آلية', fr: 'Actions automatiques', en: 'Automatic actions' },
  none: { ar: 'لا شيء', fr: 'Aucune', en: 'None' },
  due: { ar: 'المهلة حتى', fr: 'Délai jusqu’au', en: 'Due by' },
  documents: { ar: 'وثائق تصدر', fr: 'Documents délivrés', en: 'Documents issued' },
  samples: { ar: 'أمثلة الخدمة', fr: 'Exemples du service', en: 'Samples of the service' },
  sample: { ar: 'المثال', fr: 'Exemple', en: 'Sample' },
  refused: {
    ar: 'يرفضه النموذج: {questions}',
    fr: 'Refusé par le formulaire : {questions}',
    en: 'The form refuses it: {questions}',
  },
  noSamples: {
    ar: 'لا أمثلة مع هذه الخدمة: يمكن إرسال ملف samples.yaml معها.',
    fr: 'Ce service n’a pas d’exemples : un fichier samples.yaml peut être envoyé avec lui.',
    en: 'There are no samples with this service: a samples.yaml can be sent with it.',
  },
  replayTitle: {
    ar: 'أثر النسخة على الطلبات السابقة',
    fr: 'Effet de la version sur les demandes passées',
    en: 'Effect of the version on past records',
  },
  replayLead: {
    ar: 'تُعاد قواعد القرار الآلي والتوجيه والمهل على الطلبات كما قُدّمت، بالنسختين، ثم تُعاد بعدها خطوات الموظفين وأصحاب الطلبات كما جرت. لا تتغيّر أي معاملة.',
    fr: 'Les règles (décision automatique, acheminement, délais) sont rejouées sur les demandes telles que déposées, selon les deux versions, puis ce que les personnes ont fait depuis. Aucun dossier ne change.',
    en: 'The rules (automatic decision, routing, deadlines) are run again on the records as they were submitted, under both versions, and then what people did since. No record changes.',
  },
  looked: {
    ar: 'نُظر في {looked, plural, zero {لا طلب} one {طلب واحد} two {طلبين} few {# طلبات} many {# طلبًا} other {# طلب}}: {unchanged} بلا أي فرق.',
    fr: '{looked, plural, one {# demande examinée} other {# demandes examinées}} : {unchanged} sans différence.',
    en: '{looked, plural, one {# record looked at} other {# records looked at}}: {unchanged} without any difference.',
  },
  partial: {
    ar: 'هذه أحدث الطلبات فقط. لكل الطلبات: diwan replay.',
    fr: 'Les plus récentes seulement. Pour toutes : diwan replay.',
    en: 'These are the latest only. For all of them: diwan replay.',
  },
  difference: { ar: 'الفرق', fr: 'Différence', en: 'Difference' },
  records: { ar: 'الطلبات', fr: 'Demandes', en: 'Records' },
  count: { ar: 'العدد', fr: 'Nombre', en: 'Number' },
  decision: {
    ar: 'القرار الآلي: «{after}» بدل «{before}»',
    fr: 'Décision automatique : « {after} » au lieu de « {before} »',
    en: 'Automatic decision: “{after}” instead of “{before}”',
  },
  route: {
    ar: 'التوجيه: إلى {after} بدل {before}',
    fr: 'Acheminement : {after} au lieu de {before}',
    en: 'Routing: to {after} instead of {before}',
  },
  later: {
    ar: 'بعد ما جرى لاحقًا: «{after}» بدل «{before}»',
    fr: 'Après la suite du traitement : « {after} » au lieu de « {before} »',
    en: 'After what followed: “{after}” instead of “{before}”',
  },
  handOver: {
    ar: 'الجهة التي وصل إليها لاحقًا: {after} بدل {before}',
    fr: 'Institution chargée par la suite : {after} au lieu de {before}',
    en: 'Where it went later: {after} instead of {before}',
  },
  deadline: { ar: 'المهلة', fr: 'Délai', en: 'Deadline' },
  wouldRefuse: {
    ar: 'يرفض النموذج الجديد الجواب عن: {question}',
    fr: 'Le nouveau formulaire refuserait la réponse à : {question}',
    en: 'The new form would refuse the answer to: {question}',
  },
  unknown: {
    ar: 'لا يُعرف: يتوقف على عدد لم يُحفظ حينها ({count})',
    fr: 'Indéterminé : dépend d’un nombre qui n’a pas été conservé ({count})',
    en: 'Not known: it hangs on a number that was not kept ({count})',
  },
  failed: { ar: 'تعذّر تطبيق النسخة', fr: 'La version n’a pu être appliquée', en: 'The version could not be applied' },
  noDifference: { ar: 'لا فرق في أي طلب.', fr: 'Aucune différence.', en: 'No record would have gone differently.' },
} as const satisfies Record<string, Text>;
