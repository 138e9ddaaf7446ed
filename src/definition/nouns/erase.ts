import { Type } from 'typebox';
import { listOf } from '../compile-context.ts';
import type { Noun } from '../noun.ts';
import { choiceQuestion } from '../own-question.ts';
import { erasureReasons, eraseTexts } from './erase-texts.ts';
import { isEnd } from './states.ts';

/** Whether an action erases what a record says of a person. */
export interface EraseOfAction {
  readonly erase: boolean;
}

/** Name of the question for the reason. */
export const erasureQuestion = 'erasure_reason';

/** Erasing what a record says of a person before `keep_months` are over, where the law lets somebody decide so. */
export const erase: Noun = {
  actionKeys: {
    erase: Type.Optional(
      Type.Literal(true, {
        description:
          'It erases all that the record says of a person, for a reason that is asked, and leaves the trail: for services where the law gives a right to that. Only from states in which nothing has to follow.',
      }),
    ),
  },
  compile: () => ({}),
  compileAction: (context, source, path, { states }) => {
    const isErasing = source['erase'] === true;
    if (!isErasing) return { own: { erase: false } };
    const at = [...path, 'erase'];
    const running = listOf(source.from).find((name) => {
      const state = states.get(name);
      return state !== undefined && !isEnd(state.meaning);
    });
    if (running !== undefined)
      context.fault(at, `in the state "${running}" something still has to follow: take it out of "from"`);
    if (listOf(source.by).includes('applicant'))
      context.fault(at, 'who is asked to erase looks at the request first: name a role of civil servants in "by"');
    if (source.automatic !== undefined)
      context.fault(at, 'what erases by rule is "keep_months": remove "automatic" or "erase"');
    return {
      own: { erase: true },
      asksFirst: [
        choiceQuestion(erasureQuestion, eraseTexts.reason, new Map(Object.entries(erasureReasons)), eraseTexts.hint),
      ],
      saidByNoun: [erasureQuestion],
    };
  },
};
