import type { Expression } from '../expressions.ts';
import type { Field, FieldOf } from '../service.ts';
import { surveyTexts as texts } from './survey-texts.ts';

/** What can be said of a declared answer. */
export const verdicts = ['agrees', 'seen', 'other'] as const;
export type VerdictName = (typeof verdicts)[number];

const parts = ['verdict', 'found', 'remark', 'evidence'] as const;
export type VerdictPart = (typeof parts)[number];

/** Name of the question that asks for a part of the verdict on an answer. */
export const verdictQuestion = (question: string, part: VerdictPart): string => `${question}__${part}`;

/** The question of the survey that a part of a verdict is about. */
export const questionOfVerdict = (name: string): string => {
  const at = name.lastIndexOf('__');
  return at > 0 && parts.some((part) => name.endsWith(`__${part}`)) ? name.slice(0, at) : name;
};

/** Holds for some verdicts. Made here and not compiled: a survey has hundreds of them, all alike. */
const whenVerdict = (question: string, among: readonly VerdictName[]): Expression => {
  const name = verdictQuestion(question, 'verdict');
  return {
    source: `${name} in [${among.map((verdict) => `'${verdict}'`).join(', ')}]`,
    uses: [name],
    evaluate: (values) => among.some((verdict) => values[name] === verdict),
  };
};

const noHelp = {
  empty: '',
  hint: undefined,
  guidance: undefined,
  checks: [],
  appearance: undefined,
  changedBy: undefined,
} as const;

/**
 * The questions by which one answer is verified: the verdict; where it is found otherwise, the answer that is right and a
 * remark; and what evidence was seen. They are asked where the question itself is.
 */
export const verdictQuestions = (field: Field): readonly Field[] => {
  const { name, label, protect, seenBy, show } = field;
  const common = { ...noHelp, protect, seenBy };
  const words = { ...common, type: 'long-text', max: 1_000, offer: undefined } as const;
  const verdict: FieldOf<'choice'> = {
    ...common,
    type: 'choice',
    name: verdictQuestion(name, 'verdict'),
    label,
    required: false,
    show,
    options: new Map(verdicts.map((each) => [each, texts[each]])),
  };
  const found = {
    ...field,
    ...noHelp,
    empty: field.empty,
    name: verdictQuestion(name, 'found'),
    label: texts.found,
    required: true,
    show: whenVerdict(name, ['other']),
  };
  return [
    verdict as Field,
    found as Field,
    {
      ...words,
      name: verdictQuestion(name, 'remark'),
      label: texts.remark,
      required: true,
      show: whenVerdict(name, ['other']),
    } as Field,
    {
      ...words,
      name: verdictQuestion(name, 'evidence'),
      label: texts.evidence,
      required: false,
      show: whenVerdict(name, ['seen', 'other']),
    } as Field,
  ];
};
