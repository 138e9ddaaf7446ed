import type { Text } from '../../base/texts.ts';

export const keptViewTexts = {
  views: { ar: 'القوائم المحفوظة', fr: 'Listes enregistrées', en: 'Saved lists' },
  keep: { ar: 'حفظ هذه القائمة', fr: 'Enregistrer cette liste', en: 'Save this list' },
  name: { ar: 'الاسم', fr: 'Nom', en: 'Name' },
  nameHint: {
    ar: 'تُحفظ الشروط لا الطلبات: تُقرأ القائمة من جديد كلما فُتحت.',
    fr: 'Ce sont les critères qui sont enregistrés : la liste est relue à chaque ouverture.',
    en: 'What is asked is saved, not what was found: the list is read anew each time.',
  },
  save: { ar: 'حفظ', fr: 'Enregistrer', en: 'Save' },
  manage: { ar: 'إدارة القوائم المحفوظة', fr: 'Gérer les listes enregistrées', en: 'Manage saved lists' },
  share: { ar: 'من يراها', fr: 'Qui la voit', en: 'Who sees it' },
  onlyMe: { ar: 'أنا وحدي', fr: 'Moi seulement', en: 'Only me' },
  everybodyAt: {
    ar: 'كل من يعمل في {institution}',
    fr: 'Toute personne de : {institution}',
    en: 'Everybody at {institution}',
  },
  roleAt: { ar: '{role} – {institution}', fr: '{role} – {institution}', en: '{role} – {institution}' },
  shareHint: {
    ar: 'يرى كل قارئ ما يحق له أن يراه هو. ما كُتب في البحث يراه معك.',
    fr: 'Chacun n’y voit que ce qu’il peut voir. Les mots cherchés se partagent avec la liste.',
    en: 'Each reader sees what he or she may see. The words that are looked for are shared with the list.',
  },
  apply: { ar: 'تطبيق', fr: 'Appliquer', en: 'Apply' },
  remove: { ar: 'حذف القائمة', fr: 'Supprimer la liste', en: 'Remove the list' },
  shared: { ar: 'مشتركة', fr: 'partagée', en: 'shared' },
  none: { ar: 'لم تحفظ أي قائمة بعد.', fr: 'Aucune liste enregistrée.', en: 'No list was saved yet.' },
  noName: { ar: 'اكتب اسمًا للقائمة', fr: 'Donnez un nom à la liste', en: 'Give the list a name' },
  tooMany: {
    ar: 'لديك خمسون قائمة محفوظة: احذف واحدة أولًا.',
    fr: 'Vous avez cinquante listes : supprimez-en une d’abord.',
    en: 'You have fifty saved lists: remove one first.',
  },
  gone: {
    ar: 'انتهى هذا البحث أو ليس لك. تُحفظ عمليات البحث بضع ساعات لمن كتبها وحده: ابحث من جديد.',
    fr: 'Cette recherche n’est plus là, ou n’est pas la vôtre. Une recherche reste quelques heures, pour son auteur seul : cherchez de nouveau.',
    en: 'This search is gone, or is not yours. Searches stay for some hours, for who made them only: search again.',
  },
} as const satisfies Record<string, Text>;
