import type { GrantFault } from '../../../access/delegation.ts';
import type { DeputyFault } from '../../../access/people.ts';
import type { Text } from '../../../base/texts.ts';

/** Words of the pages about people and their rights. */
export const peopleTexts = {
  title: { ar: 'العاملون وصلاحياتهم', fr: 'Personnes et droits', en: 'People and rights' },
  lead: {
    ar: 'من يعمل في جهاتك والجهات التابعة لها، وما يحقّ له فيها.',
    fr: 'Qui travaille dans vos institutions et celles qui en relèvent, et ce que chacun peut y faire.',
    en: 'Who works at your institutions and those below them, and what each may do there.',
  },
  search: { ar: 'الاسم أو البريد الإلكتروني', fr: 'Nom ou adresse électronique', en: 'Name or e-mail address' },
  find: { ar: 'بحث', fr: 'Rechercher', en: 'Search' },
  person: { ar: 'الاسم', fr: 'Nom', en: 'Name' },
  email: { ar: 'البريد الإلكتروني', fr: 'Adresse électronique', en: 'E-mail address' },
  rights: { ar: 'الصلاحيات', fr: 'Droits', en: 'Rights' },
  nobody: { ar: 'لا أحد بهذا الاسم', fr: 'Personne de ce nom', en: 'Nobody by that name' },
  more: { ar: 'التالون', fr: 'Suivants', en: 'Next' },
  add: { ar: 'منح صلاحية', fr: 'Donner un droit', en: 'Give a right' },
  addLead: {
    ar: 'دور في جهة، لخدمات معيّنة أو لجميعها، ولمدة تحدّدها. ويسري على الجهة وعلى كل ما يتبع لها.',
    fr: 'Un rôle dans une institution, pour certains services ou pour tous, et pour une durée. Il vaut pour l’institution et pour celles qui en relèvent.',
    en: 'A role at an institution, for some services or all, and for a time. It covers the institution and all that answer to it.',
  },
  to: {
    ar: 'البريد الإلكتروني لصاحب الحساب',
    fr: 'Adresse électronique de la personne',
    en: 'E-mail address of the person',
  },
  toHint: {
    ar: 'من لا حساب له يُدعى أوّلًا برسالة.',
    fr: 'Qui n’a pas de compte est d’abord invité par un lien.',
    en: 'Somebody without an account is invited by a link first.',
  },
  noAccount: {
    ar: 'لا حساب بهذا العنوان. تحقّق منه، أو ادعُ صاحبه لفتح حساب.',
    fr: 'Aucun compte à cette adresse. Vérifiez-la, ou invitez la personne à ouvrir un compte.',
    en: 'There is no account with this address. Check it, or invite the person to open one.',
  },
  role: { ar: 'الدور', fr: 'Rôle', en: 'Role' },
  roleMissing: { ar: 'اختر دورًا', fr: 'Choisissez un rôle', en: 'Choose a role' },
  institution: { ar: 'الجهة', fr: 'Institution', en: 'Institution' },
  institutionHint: {
    ar: 'اكتب اسمها أو رمزها، أو اختر من الأسماء المقترحة.',
    fr: 'Écrivez son nom ou son code, ou choisissez parmi les noms proposés.',
    en: 'Type its name or code, or choose from the names that are offered.',
  },
  institutionMissing: {
    ar: 'لا جهة من جهاتك بهذا الاسم',
    fr: 'Aucune de vos institutions ne porte ce nom',
    en: 'None of your institutions has this name',
  },
  services: { ar: 'الخدمات', fr: 'Services', en: 'Services' },
  servicesHint: {
    ar: 'إن لم تختر شيئًا سرت الصلاحية على جميع الخدمات.',
    fr: 'Sans rien cocher : tous les services.',
    en: 'Tick nothing for all services.',
  },
  allServices: { ar: 'جميع الخدمات', fr: 'Tous les services', en: 'All services' },
  from: { ar: 'من تاريخ', fr: 'À partir du', en: 'From' },
  until: { ar: 'حتى نهاية يوم', fr: 'Jusqu’au (inclus)', en: 'Until the end of' },
  ends: { ar: 'حتى', fr: 'Jusqu’au', en: 'Until' },
  fromHint: { ar: 'إن تُرك فارغًا: من الآن.', fr: 'Laissé vide : dès maintenant.', en: 'Left empty: from now on.' },
  untilHint: { ar: 'إن تُرك فارغًا: بلا نهاية.', fr: 'Laissé vide : sans fin.', en: 'Left empty: without an end.' },
  notADay: {
    ar: 'اكتب اليوم والشهر والسنة',
    fr: 'Écrivez le jour, le mois et l’année',
    en: 'Write day, month and year',
  },
  duration: { ar: 'المدة', fr: 'Durée', en: 'For how long' },
  always: { ar: 'بلا نهاية', fr: 'Sans fin', en: 'Without an end' },
  since: { ar: 'من {from}', fr: 'depuis le {from}', en: 'from {from}' },
  between: { ar: 'من {from} حتى {until}', fr: 'du {from} au {until}', en: 'from {from} to {until}' },
  end: { ar: 'إنهاء', fr: 'Retirer', en: 'End' },
  endThis: {
    ar: 'إنهاء «{role}» في {institution}',
    fr: 'Retirer « {role} » – {institution}',
    en: 'End “{role}” at {institution}',
  },
  given: {
    ar: 'مُنحت الصلاحية، وهي نافذة في جلسات العمل المفتوحة أيضًا.',
    fr: 'Le droit est donné et vaut aussi dans les sessions ouvertes.',
    en: 'The right is given and holds in open sessions as well.',
  },
  ended: {
    ar: 'انتهت الصلاحية، حتى في الجلسات المفتوحة.',
    fr: 'Le droit est retiré, y compris dans les sessions ouvertes.',
    en: 'The right has ended, in open sessions as well.',
  },
  sessionsTitle: { ar: 'جلسات العمل', fr: 'Sessions', en: 'Sessions' },
  sessionsLead: {
    ar: 'إذا فُقد هاتف أو حاسوب لصاحب الحساب، فأنهِ كل جلساته المفتوحة. يسجّل الدخول من جديد، ويظهر في سجلّ حسابه أن مسؤولًا أنهاها.',
    fr: 'Si un téléphone ou un ordinateur de cette personne a été perdu, fermez toutes ses sessions. Elle se reconnecte ensuite, et son historique dit qu’un administrateur les a fermées.',
    en: 'If a phone or computer of this person was lost, end all sessions. The person signs in again, and the history of the account says that an administrator ended them.',
  },
  endSessions: { ar: 'إنهاء كل الجلسات', fr: 'Fermer toutes les sessions', en: 'End all sessions' },
  sessionsEnded: {
    ar: 'انتهت كل الجلسات المفتوحة.',
    fr: 'Toutes les sessions sont fermées.',
    en: 'All sessions have ended.',
  },
  history: { ar: 'سجلّ الصلاحيات', fr: 'Historique des droits', en: 'History of rights' },
  byProgram: { ar: 'البرنامج', fr: 'le programme', en: 'the program' },
  what: { ar: 'ماذا', fr: 'Quoi', en: 'What' },
  who: { ar: 'من', fr: 'Par qui', en: 'By whom' },
  when: { ar: 'متى', fr: 'Quand', en: 'When' },
  eventGranted: {
    ar: 'مُنح «{role}» في {institution}',
    fr: '« {role} » donné – {institution}',
    en: '“{role}” at {institution} given',
  },
  eventEnded: {
    ar: 'أُنهي «{role}» في {institution}',
    fr: '« {role} » retiré – {institution}',
    en: '“{role}” at {institution} ended',
  },
  eventDeputised: { ar: 'عُيّن وكيل: {deputy}', fr: 'Suppléance confiée à {deputy}', en: 'Deputy named: {deputy}' },
  eventDeputyEnded: {
    ar: 'انتهت وكالة {deputy}',
    fr: 'Suppléance de {deputy} terminée',
    en: 'Deputy no longer: {deputy}',
  },
  elsewhere: {
    ar: 'صلاحية في جهة أخرى',
    fr: 'Un droit dans une autre institution',
    en: 'A right at another institution',
  },
  deputies: { ar: 'الوكلاء', fr: 'Suppléants', en: 'Deputies' },
  deputyTitle: { ar: 'من ينوب عني', fr: 'Qui me remplace', en: 'Who stands in for me' },
  deputyLead: {
    ar: 'يحمل وكيلك صلاحياتك خلال غيابك، ويظهر في السجلّ أنه عمل نيابةً عنك. لا يستطيع أن يوكّل غيره ولا أن يمنح صلاحيات، ولا يوافق على ما قرّرته أنت.',
    fr: 'Votre suppléant a vos droits pendant ce temps, et l’historique dit qu’il agit pour vous. Il ne peut ni se faire remplacer, ni donner des droits, ni approuver ce que vous avez décidé.',
    en: 'Your deputy holds your rights meanwhile, and the history says that it was done for you. A deputy passes nothing on, grants nothing, and cannot agree to what you decided yourself.',
  },
  deputy: { ar: 'الوكيل', fr: 'Suppléant', en: 'Deputy' },
  deputyHint: {
    ar: 'زميل في جهاتك أو ما فوقها أو ما يتبع لها.',
    fr: 'Une personne de vos institutions, de celles au-dessus ou au-dessous.',
    en: 'A colleague at your institutions, above or below them.',
  },
  nameDeputy: { ar: 'تعيين الوكيل', fr: 'Désigner', en: 'Name the deputy' },
  deputyNamed: { ar: 'عُيّن الوكيل.', fr: 'Le suppléant est désigné.', en: 'The deputy is named.' },
  deputyEnded: { ar: 'انتهت الوكالة.', fr: 'La suppléance est terminée.', en: 'The deputy no longer stands in.' },
  noDeputy: { ar: 'لا ينوب عنك أحد.', fr: 'Personne ne vous remplace.', en: 'Nobody stands in for you.' },
  standsInFor: { ar: 'أنوب عن', fr: 'Je remplace', en: 'I stand in for' },
  none: { ar: 'لا أحد', fr: 'Personne', en: 'Nobody' },
  endDeputy: { ar: 'إنهاء الوكالة', fr: 'Mettre fin', en: 'End it' },
  noPassing: {
    ar: 'ليس لك صلاحيات خاصة بك تنقلها إلى وكيل.',
    fr: 'Vous n’avez pas de droits propres à confier.',
    en: 'You have no rights of your own to pass on.',
  },
  choosePerson: {
    ar: 'اختر زميلًا من القائمة',
    fr: 'Choisissez une personne de la liste',
    en: 'Choose a colleague from the list',
  },
} as const satisfies Record<string, Text>;

export const grantFaultTexts: Readonly<Record<GrantFault, Text>> = {
  'to-oneself': {
    ar: 'لا يمنح أحد نفسه صلاحية: اطلبها من مدير آخر.',
    fr: 'Personne ne se donne de droits : demandez à un autre administrateur.',
    en: 'Nobody gives rights to himself or herself: ask another administrator.',
  },
  'unknown-role': {
    ar: 'اختر دورًا من القائمة',
    fr: 'Choisissez un rôle de la liste',
    en: 'Choose a role from the list',
  },
  'unknown-institution': {
    ar: 'لا جهة قائمة بهذا الرمز',
    fr: 'Aucune institution en activité n’a ce code',
    en: 'No institution in service has this code',
  },
  'outside-institution': {
    ar: 'هذه الجهة ليست من الجهات التي تديرها',
    fr: 'Cette institution n’est pas de celles que vous administrez',
    en: 'This institution is not one that you administer',
  },
  'outside-services': {
    ar: 'صلاحيتك في الإدارة لا تشمل هذه الخدمات: اختر من خدماتك',
    fr: 'Vous n’administrez pas tous ces services : choisissez parmi les vôtres',
    en: 'You do not administer all of these services: choose among yours',
  },
  'unknown-service': { ar: 'لا خدمة بهذا الاسم', fr: 'Aucun service de ce nom', en: 'There is no such service' },
  'longer-than-own': {
    ar: 'تنتهي صلاحيتك قبل ذلك: اختر تاريخًا أقرب',
    fr: 'Votre propre droit prend fin avant : choisissez une date plus proche',
    en: 'Your own right ends before that: choose an earlier day',
  },
  'reaches-further': {
    ar: 'يتجاوز هذا الدور حدود الجهة في إحدى هذه الخدمات: يمنحه مدير الجهة صاحبة الخدمة',
    fr: 'Ce rôle va au-delà de l’institution pour l’un de ces services : seul l’administrateur de l’institution responsable du service le donne',
    en: 'This role reaches beyond the institution for one of these services: only who administers the owner of the service gives it',
  },
  'already-over': {
    ar: 'يجب أن تكون النهاية بعد البداية وبعد الآن',
    fr: 'La fin doit venir après le début, et dans l’avenir',
    en: 'The end must come after the beginning, and in the future',
  },
};

export const deputyFaultTexts: Readonly<Record<DeputyFault, Text>> = {
  'nothing-to-pass-on': peopleTexts.noPassing,
  'no-colleague': peopleTexts.choosePerson,
  'already-over': grantFaultTexts['already-over'],
  'too-long': {
    ar: 'لا تزيد الوكالة على سنة',
    fr: 'Une suppléance dure un an au plus',
    en: 'A deputy stands in for a year at most',
  },
};
