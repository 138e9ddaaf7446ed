import type { AbsenceFault } from '../../../access/absences.ts';
import type { Text } from '../../../base/texts.ts';

export const absenceTexts = {
  title: { ar: 'غيابي', fr: 'Mes absences', en: 'When I am away' },
  titleOf: { ar: 'غياب {name}', fr: 'Absences de {name}', en: 'When {name} is away' },
  absences: { ar: 'فترات الغياب', fr: 'Absences', en: 'Absences' },
  lead: {
    ar: 'أثناء الغياب تنتقل الطلبات المفتوحة المكلَّف بها الموظف إلى من ينوب عنه، أو إلى زملائه الحاضرين إن كانت الخدمة توزّع الطلبات بالدور، وإلا عادت إلى سلة الجهة ويُخبَر المسؤول. ولا يُكلَّف بطلب جديد حتى يعود.',
    fr: 'Pendant l’absence, les demandes ouvertes confiées à la personne passent à qui la remplace ; à défaut, aux collègues présents si le service les répartit à tour de rôle, sinon elles retournent à l’institution et le responsable en est averti. Aucune nouvelle demande ne lui est confiée d’ici son retour.',
    en: 'While somebody is away, open records in that person’s charge go to the deputy; without one, to colleagues who are there where the service gives turns, or back to the institution, and its head is told. Nothing new is put in that person’s charge meanwhile.',
  },
  after: {
    ar: 'عند العودة لا يُستردّ شيء تلقائيًا: يبقى الطلب مع من يعالجه.',
    fr: 'Au retour, rien n’est repris automatiquement : chaque demande reste à qui la traite.',
    en: 'On return nothing is taken back by itself: a record stays with whoever works on it.',
  },
  rights: {
    ar: 'لا يعطي الغياب أي صلاحية: لا يتسلّم الطلبات إلا من له الصفة نفسها هنا. لإعطاء صلاحياتك لزميل، عيّن من ينوب عنك.',
    fr: 'Une absence ne donne aucun droit : seul un collègue qui a déjà le même rôle reçoit les demandes. Pour confier vos droits, désignez un suppléant.',
    en: 'An absence gives nobody a right: only a colleague who has the same role gets the records. To lend your rights, name a deputy.',
  },
  none: { ar: 'لا غياب مسجّلًا.', fr: 'Aucune absence indiquée.', en: 'No absence is noted.' },
  from: { ar: 'من', fr: 'Du', en: 'From' },
  fromHint: {
    ar: 'اتركه فارغًا للبدء الآن',
    fr: 'Laissez vide pour commencer maintenant',
    en: 'Leave it empty to begin now',
  },
  until: { ar: 'حتى نهاية يوم', fr: 'Jusqu’au (inclus)', en: 'Until the end of' },
  lastDay: { ar: 'آخر يوم', fr: 'Dernier jour', en: 'Last day' },
  deputy: { ar: 'من يتسلّم الطلبات المفتوحة', fr: 'Qui reçoit les demandes ouvertes', en: 'Who gets the open records' },
  deputyHint: {
    ar: 'زملاء لهم الصفة نفسها هنا أو في جهة أعلى',
    fr: 'Les collègues qui ont le même rôle, ici ou au-dessus',
    en: 'Colleagues with the same role here or above',
  },
  shared: { ar: 'توزّعها الجهة', fr: 'L’institution les répartit', en: 'The institution shares them' },
  say: { ar: 'تسجيل الغياب', fr: 'Indiquer l’absence', en: 'Note the absence' },
  end: { ar: 'إنهاء', fr: 'Mettre fin', en: 'End' },
  said: { ar: 'سُجّل الغياب.', fr: 'L’absence est indiquée.', en: 'The absence is noted.' },
  ended: { ar: 'انتهى الغياب.', fr: 'L’absence est terminée.', en: 'The absence has ended.' },
  notADay: {
    ar: 'أدخل يومًا من التقويم، مثل 12 3 2026',
    fr: 'Indiquez un jour du calendrier, comme 12 3 2026',
    en: 'Enter a day of the calendar, such as 12 3 2026',
  },
} as const satisfies Record<string, Text>;

/** What has to be changed where it is refused. */
export const fieldOfFault = (fault: AbsenceFault): 'deputy' | 'until' =>
  fault === 'no-deputy' || fault === 'deputy-away' ? 'deputy' : 'until';

export const absenceFaultTexts: Readonly<Record<AbsenceFault, Text>> = {
  'already-over': {
    ar: 'النهاية بعد البداية، وليست في الماضي',
    fr: 'La fin doit venir après le début, et dans l’avenir',
    en: 'The end must come after the beginning, and in the future',
  },
  'too-long': {
    ar: 'لا يزيد الغياب على سنة',
    fr: 'Une absence dure un an au plus',
    en: 'An absence lasts a year at most',
  },
  overlaps: {
    ar: 'سُجّل غياب في هذه الفترة: أنهِه أولًا',
    fr: 'Une absence est déjà indiquée dans cette période : mettez-y fin d’abord',
    en: 'An absence is noted for this time already: end that one first',
  },
  'no-deputy': {
    ar: 'لا يستطيع هذا الشخص البتّ في هذه الطلبات: اختر زميلًا له الصفة نفسها، أو دع الجهة توزّعها',
    fr: 'Cette personne ne peut pas traiter ces demandes : choisissez un collègue du même rôle, ou laissez l’institution répartir',
    en: 'This person may not act on these records: choose a colleague with the same role, or let the institution share them',
  },
  'deputy-away': {
    ar: 'هذا الزميل في غياب خلال الفترة نفسها: اختر غيره، أو دع الجهة توزّعها',
    fr: 'Ce collègue est absent lui aussi : choisissez-en un autre, ou laissez l’institution répartir',
    en: 'This colleague is away in that time, too: choose another, or let the institution share them',
  },
};
