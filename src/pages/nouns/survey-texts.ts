import type { Text } from '../../base/texts.ts';

/** Words about how a survey stands. */
export const surveyTexts = {
  title: { ar: 'النتيجة حسب الأقسام', fr: 'Résultat par partie', en: 'Result by section' },
  section: { ar: 'القسم', fr: 'Partie', en: 'Section' },
  weight: { ar: 'الوزن', fr: 'Poids', en: 'Weight' },
  completion: { ar: 'الإنجاز', fr: 'Avancement', en: 'Filled in' },
  declared: { ar: 'العلامة المصرّح بها', fr: 'Note déclarée', en: 'Declared score' },
  verified: { ar: 'العلامة بعد التحقّق', fr: 'Note vérifiée', en: 'Verified score' },
  previous: { ar: 'الدورة السابقة ({round})', fr: 'Campagne précédente ({round})', en: 'Last round ({round})' },
  change: { ar: 'التغيّر', fr: 'Évolution', en: 'Change' },
  whole: { ar: 'المجموع', fr: 'Ensemble', en: 'Whole' },
  none: { ar: '–', fr: '–', en: '–' },
  outOf: {
    ar: 'العلامات من 100. السؤال الذي لم يُجَب عنه لا يُحتسب له شيء، والذي لا ينطبق لا يدخل في العلامة.',
    fr: 'Notes sur 100. Une question sans réponse ne rapporte rien ; une question sans objet ne compte pas.',
    en: 'Scores are out of 100. A question without an answer earns nothing; one that does not apply is left out.',
  },
  barsLegend: {
    ar: 'الشريط: العلامة الحالية. الخط: الدورة السابقة.',
    fr: 'Barre : note actuelle. Trait : campagne précédente.',
    en: 'Bar: the score now. Line: the last round.',
  },
  filledIn: {
    ar: 'أُجيب عن {answered} من {asked} سؤالًا ({share}).',
    fr: '{answered} réponses sur {asked} questions ({share}).',
    en: '{answered} of {asked} questions are answered ({share}).',
  },
  verifiedSoFar: {
    ar: 'جرى التحقّق من {share} من الأجوبة؛ {otherwise, plural, =0 {لم يتبيّن أي اختلاف} one {تبيّن اختلاف في جواب واحد} two {تبيّن اختلاف في جوابين} few {تبيّن اختلاف في # أجوبة} many {تبيّن اختلاف في # جوابًا} other {تبيّن اختلاف في # جواب}}.',
    fr: '{share} des réponses sont vérifiées ; {otherwise, plural, =0 {aucun écart} one {# écart constaté} other {# écarts constatés}}.',
    en: '{share} of the answers are verified; {otherwise, plural, =0 {none was found otherwise} one {# was found otherwise} other {# were found otherwise}}.',
  },
  differences: { ar: 'ما تبيّن خلافًا للتصريح', fr: 'Écarts constatés', en: 'Found otherwise' },
  question: { ar: 'السؤال', fr: 'Question', en: 'Question' },
  saidByInstitution: { ar: 'ما صرّحت به الإدارة', fr: 'Déclaré', en: 'Declared' },
  found: { ar: 'ما تبيّن عند التحقّق', fr: 'Constaté', en: 'Found' },
  remark: { ar: 'الملاحظة', fr: 'Remarque', en: 'Remark' },
  evidence: { ar: 'المستند: {evidence}', fr: 'Pièce vue : {evidence}', en: 'Evidence: {evidence}' },
  answers: { ar: 'الأجوبة', fr: 'Réponses', en: 'Answers' },
  sectionSummary: {
    ar: '{section} – {done} من {asked}',
    fr: '{section} – {done} sur {asked}',
    en: '{section} – {done} of {asked}',
  },
  step: {
    ar: '{count, plural, one {جرى التحقّق من جواب واحد} two {جرى التحقّق من جوابين} few {جرى التحقّق من # أجوبة} many {جرى التحقّق من # جوابًا} other {جرى التحقّق من # جواب}}: {sections}.',
    fr: '{count, plural, one {# réponse vérifiée} other {# réponses vérifiées}} : {sections}.',
    en: '{count, plural, one {# answer verified} other {# answers verified}}: {sections}.',
  },
  savedStep: {
    ar: '{count, plural, one {حُفظ جواب واحد} two {حُفظ جوابان} few {حُفظت # أجوبة} many {حُفظ # جوابًا} other {حُفظ # جواب}}: {sections}',
    fr: '{count, plural, one {# réponse enregistrée} other {# réponses enregistrées}} : {sections}',
    en: '{count, plural, one {# answer saved} other {# answers saved}}: {sections}',
  },
  savedAnswers: {
    ar: '{count, plural, one {حُفظ جواب واحد} two {حُفظ جوابان} few {حُفظت # أجوبة} many {حُفظ # جوابًا} other {حُفظ # جواب}}',
    fr: '{count, plural, one {# réponse enregistrée} other {# réponses enregistrées}}',
    en: '{count, plural, one {# answer saved} other {# answers saved}}',
  },
} satisfies Readonly<Record<string, Text>>;
