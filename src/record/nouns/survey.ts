import {
  questionOfVerdict,
  type VerdictName,
  verdictQuestion,
  type VerdictPart,
} from '../../definition/nouns/survey-verdicts.ts';
import { isCounted, type Survey } from '../../definition/nouns/survey.ts';
import type { Service } from '../../definition/service.ts';
import type { Answer, Answers } from '../../form/fields/field-type.ts';
import { askedIn, surveyFigures, type SurveyFigures, verifiedAnswers } from '../../form/survey-figures.ts';
import type { CaseRecord } from '../fold.ts';
import type { RecordNoun, RuledRecord } from '../noun.ts';

/** What an inspector said of one answer. */
export interface Verdict {
  readonly verdict: VerdictName;
  /** The answer that is right, where another was found. */
  readonly found?: Answer;
  readonly remark?: string;
  readonly evidence?: string;
  /** The number of the event that said it. */
  readonly event: number;
}

export interface SurveyFacts {
  /** Names of the questions whose answers were verified; what was found stands in the content. */
  readonly verified: readonly string[];
}

/** How a survey stands: as it was declared, and as it was verified so far. */
export interface SurveyStanding {
  readonly declared: SurveyFigures;
  /** With what was found otherwise in place of what was declared. */
  readonly found: SurveyFigures;
  /** Answers of asked questions that were verified, of those that were given; from 0 to 1, 0 where none was given. */
  readonly verified: number;
  /** Verified answers, and those among them that were found otherwise. */
  readonly verdicts: number;
  readonly otherwise: number;
}

const textOf = (answer: Answer | undefined): string | undefined => (typeof answer === 'string' ? answer : undefined);

const readVerdict = (question: string, content: Answers, event: number): Verdict | undefined => {
  const part = (each: VerdictPart) => content[verdictQuestion(question, each)];
  const verdict = textOf(part('verdict')) as VerdictName | undefined;
  if (verdict === undefined) return undefined;
  const [found, remark, evidence] = [part('found'), textOf(part('remark')), textOf(part('evidence'))];
  return {
    verdict,
    ...(found !== undefined && { found }),
    ...(remark !== undefined && { remark }),
    ...(evidence !== undefined && { evidence }),
    event,
  };
};

/** The verdicts as the answers to the questions that ask for them. */
export const verdictInputs = (verdicts: CaseRecord['verdicts'], questions: Iterable<string>): Answers =>
  Object.fromEntries(
    [...questions].flatMap((question) => {
      const said = verdicts[question];
      if (!said) return [];
      const { verdict, found, remark, evidence } = said;
      return Object.entries({ verdict, found, remark, evidence }).flatMap(([part, answer]) =>
        answer === undefined ? [] : [[verdictQuestion(question, part as VerdictPart), answer] as const],
      );
    }),
  );

/** What was found where it is another answer than the declared one. */
export const foundAnswers = (verdicts: CaseRecord['verdicts']): Answers =>
  Object.fromEntries(
    Object.entries(verdicts).flatMap(([question, { verdict, found }]) =>
      verdict === 'other' && found !== undefined ? [[question, found] as const] : [],
    ),
  );

export const surveyStanding = (
  service: Service,
  survey: Survey,
  { answers, channel, verdicts = {} }: Pick<RuledRecord, 'answers' | 'channel' | 'verdicts'>,
  now: Date,
): SurveyStanding => {
  const known = { channel };
  const declared = surveyFigures(service, survey, answers, now, known);
  const given = askedIn(service, survey, answers, now, known).flatMap(({ asked }) =>
    asked.filter((field) => isCounted(field) && answers[field.name] !== undefined),
  );
  const judged = given.flatMap(({ name }) => verdicts[name] ?? []);
  const otherwise = judged.filter(({ verdict }) => verdict === 'other').length;
  return {
    declared,
    found:
      otherwise === 0
        ? declared
        : surveyFigures(service, survey, verifiedAnswers(answers, foundAnswers(verdicts)), now, known),
    verified: given.length === 0 ? 0 : judged.length / given.length,
    verdicts: judged.length,
    otherwise,
  };
};

export const survey: RecordNoun = {
  decide: ({ action, inputs }) =>
    action && action.verify.length > 0
      ? {
          verified: [...new Set(Object.keys(inputs).map(questionOfVerdict))].filter((name) =>
            action.verify.includes(name),
          ),
        }
      : undefined,
  apply: (before, event) => {
    if (!before) return { verdicts: {} };
    if (event.kind !== 'acted') return {};
    const { verified = [], edited = [] } = event.facts;
    if (verified.length + edited.length === 0) return {};
    const number = before.lastEvent + 1;
    // What was said of an answer does not hold for the one that took its place.
    const kept = Object.entries(before.verdicts).filter(([name]) => !edited.includes(name) && !verified.includes(name));
    const said = verified.flatMap((name) => {
      const verdict = readVerdict(name, event.content ?? {}, number);
      return verdict ? [[name, verdict] as const] : [];
    });
    return { verdicts: Object.fromEntries([...kept, ...said]) };
  },
  values: (service, record, { now }) => {
    if (!service.survey) return {};
    const { declared, found, verified } = surveyStanding(service, service.survey, record, now);
    return {
      completion: declared.completion,
      score: declared.score ?? 0,
      verified,
      verified_score: found.score ?? 0,
    };
  },
};
