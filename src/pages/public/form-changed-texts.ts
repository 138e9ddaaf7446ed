import type { Text } from '../../base/texts.ts';

/** Words for who is in the middle of a form when a new version of it comes. */
export const formChangedTexts = {
  title: {
    ar: 'تغيّر النموذج منذ أن بدأت تعبئته. إجاباتك محفوظة، لكن تحقّق مما يلي:',
    fr: 'Le formulaire a changé depuis que vous l’avez commencé. Vos réponses sont conservées ; vérifiez ceci :',
    en: 'The form has changed since you began. Your answers are kept, but check the following:',
  },
  named: { ar: '«{question}»', fr: '« {question} »', en: '“{question}”' },
  again: {
    ar: 'أجب من جديد عن: {questions}.',
    fr: 'À remplir de nouveau : {questions}.',
    en: 'Answer again: {questions}.',
  },
  added: {
    ar: '{count, plural, one {سؤال جديد} two {سؤالان جديدان} few {أسئلة جديدة} other {أسئلة جديدة}}: {questions}.',
    fr: '{count, plural, one {Nouvelle question} other {Nouvelles questions}} : {questions}.',
    en: '{count, plural, one {New question} other {New questions}}: {questions}.',
  },
  gone: {
    ar: 'لم يعد مطلوبًا: {questions}. لن تُرسل إجابتك عن ذلك.',
    fr: 'N’est plus demandé : {questions}. Ce que vous aviez répondu ne sera pas envoyé.',
    en: 'No longer asked: {questions}. What you answered there will not be sent.',
  },
} as const satisfies Record<string, Text>;
