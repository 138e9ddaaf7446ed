import type { Text } from '../../../base/texts.ts';
import type { ChangeKind } from '../../../territory/country-change.ts';

/** What was changed, in a few words. */
export const kindTexts: Readonly<Record<ChangeKind, Text>> = {
  'set-up': { ar: 'إعداد المنصّة أول مرة', fr: 'Première installation', en: 'First set-up' },
  'settings-edited': { ar: 'تعديل الاسم أو الشكل', fr: 'Nom ou apparence modifiés', en: 'Name or look changed' },
  'institution-created': { ar: 'إنشاء جهة', fr: 'Institution créée', en: 'Institution made' },
  'institution-edited': { ar: 'تعديل جهة', fr: 'Institution modifiée', en: 'Institution changed' },
  'institution-closed': { ar: 'إقفال جهة', fr: 'Institution fermée', en: 'Institution closed' },
  'institutions-merged': { ar: 'دمج جهات', fr: 'Institutions fusionnées', en: 'Institutions merged' },
  'institution-split': { ar: 'تقسيم جهة', fr: 'Institution scindée', en: 'Institution split' },
  'place-edited': { ar: 'تعديل مكان', fr: 'Lieu modifié', en: 'Place changed' },
  'place-recoded': { ar: 'رمز جديد لمكان', fr: 'Nouveau code d’un lieu', en: 'New code of a place' },
  'places-imported': { ar: 'إدخال ملف أماكن', fr: 'Fichier de lieux repris', en: 'File of places taken over' },
  'calendar-edited': { ar: 'تعديل الروزنامة', fr: 'Calendrier modifié', en: 'Calendar changed' },
  'key-made': { ar: 'مفتاح توقيع جديد', fr: 'Nouvelle clé de signature', en: 'New signing key' },
  undone: { ar: 'تراجُع عن تغيير', fr: 'Changement annulé', en: 'Change undone' },
};

export const changesTexts = {
  lead: {
    ar: 'كل ما غُيّر هنا: من ومتى وماذا. لا يُمحى شيء، وما يمكن التراجع عنه يُتراجَع عنه من هنا.',
    fr: 'Tout ce qui a été changé ici : qui, quand, quoi. Rien ne s’efface ; ce qui peut être annulé l’est d’ici.',
    en: 'All that was changed here: who, when, what. Nothing is erased; what can be undone is undone from here.',
  },
  empty: { ar: 'لم يُغيَّر شيء بعد', fr: 'Rien n’a encore été changé', en: 'Nothing was changed yet' },
  emptyDetail: {
    ar: 'كل شيء كما ورد في ملفات البلد. ما تغيّره في هذه الصفحات يُكتب هنا.',
    fr: 'Tout est tel que dans les fichiers du pays. Ce que vous changez dans ces pages s’inscrira ici.',
    en: 'Everything is as the country’s files say. What you change on these pages is written here.',
  },
  bySetup: { ar: 'الإعداد الأول', fr: 'Première installation', en: 'First set-up' },
  wasUndone: { ar: 'أُبطل لاحقًا', fr: 'Annulé depuis', en: 'Undone since' },
  became: { ar: '{from} صارت {into}', fr: '{from} devient {into}', en: '{from} becomes {into}' },
  places: {
    ar: '{new} جديدة، {changed} معدّلة، {closed} مقفلة',
    fr: '{new} nouveaux, {changed} modifiés, {closed} fermés',
    en: '{new} new, {changed} changed, {closed} closed',
  },
  grants: {
    ar: 'صلاحيات: انتقل {moved} وانتهى {ended}',
    fr: 'Droits : {moved} déplacés, {ended} terminés',
    en: 'Grants: {moved} moved, {ended} ended',
  },
  undoFailed: {
    ar: 'لا يمكن التراجع عن هذا التغيير الآن: تقوم عليه تغييرات لاحقة. تراجع عنها أولًا.',
    fr: 'Ce changement ne peut pas être annulé maintenant : d’autres, plus récents, s’appuient dessus. Annulez-les d’abord.',
    en: 'This change cannot be undone now: later ones stand on it. Undo those first.',
  },
  older: { ar: 'أقدم', fr: 'Plus anciens', en: 'Older' },
} as const satisfies Record<string, Text>;
