import { isCounted, scoringOf, type Survey, type SurveySection } from '../definition/nouns/survey.ts';
import type { Field, Service } from '../definition/service.ts';
import type { Answer, Answers, Given } from './fields/field-type.ts';
import { shownFields } from './validate.ts';

/**
 * What answers to a survey come to. A question counts when it is asked: one that earlier answers hide is neither missing
 * nor worth anything, one that does not apply is answered and worth nothing, one that is not answered yet is worth no
 * points of those that it could give. So leaving a question out never raises a score. What may be left out and gives no
 * points, such as a document that is sent along, counts for nothing.
 */
export interface Tally {
  /** Questions that are asked with these answers. */
  readonly asked: number;
  readonly answered: number;
  /** Weighted points, and the most that the questions that are asked and apply could give. */
  readonly points: number;
  readonly max: number;
  /** answered / asked, from 0 to 1; 1 where nothing is asked. */
  readonly completion: number;
  /** 100 × points / max, from 0 to 100; undefined where no question that is asked and applies gives points. */
  readonly score: number | undefined;
}

export interface SectionFigures extends Tally {
  readonly name: string;
}

export interface SurveyFigures extends Omit<Tally, 'points' | 'max'> {
  /** The sections in which something is asked. `score` of the whole is their mean, each by its weight. */
  readonly sections: readonly SectionFigures[];
}

/** What an answer gives: its points; undefined where the question does not apply. */
const pointsOf = (field: Field, answer: Answer): number | undefined => {
  const scoring = scoringOf(field);
  const key = typeof answer === 'boolean' ? (answer ? 'yes' : 'no') : String(answer);
  return scoring?.notApplicable.has(key) ? undefined : (scoring?.points.get(key) ?? 0);
};

const tallyOf = (fields: readonly Field[], answers: Answers): Tally => {
  let [asked, answered, points, max] = [0, 0, 0, 0];
  for (const field of fields) {
    const answer = answers[field.name];
    if (isCounted(field)) {
      asked++;
      if (answer !== undefined) answered++;
    }
    const scoring = scoringOf(field);
    if (!scoring) continue;
    const given = answer === undefined ? 0 : pointsOf(field, answer);
    if (given === undefined) continue;
    points += given * scoring.weight;
    max += scoring.max * scoring.weight;
  }
  return {
    asked,
    answered,
    points,
    max,
    completion: asked === 0 ? 1 : answered / asked,
    score: max === 0 ? undefined : (100 * points) / max,
  };
};

/**
 * The questions of each section that are asked with these answers.
 * @param known what conditions may look at besides answers, such as the channel
 */
export const askedIn = (
  { fields }: Pick<Service, 'fields'>,
  { sections }: Survey,
  answers: Answers,
  now: Date,
  known: Given = {},
): readonly { readonly section: SurveySection; readonly asked: readonly Field[] }[] => {
  const shown = new Set(shownFields(fields.values(), answers, now, known));
  return sections.map((section) => ({ section, asked: section.fields.filter((field) => shown.has(field)) }));
};

export const surveyFigures = (
  service: Pick<Service, 'fields'>,
  survey: Survey,
  answers: Answers,
  now: Date,
  known: Given = {},
): SurveyFigures => {
  const sections = askedIn(service, survey, answers, now, known).flatMap(({ section, asked }) =>
    asked.length === 0 ? [] : [{ ...tallyOf(asked, answers), name: section.name, weight: section.weight }],
  );
  const sum = (of: (section: (typeof sections)[number]) => number) =>
    sections.reduce((total, section) => total + of(section), 0);
  const [asked, answered] = [sum((section) => section.asked), sum((section) => section.answered)];
  const weights = sum(({ score, weight }) => (score === undefined ? 0 : weight));
  return {
    asked,
    answered,
    completion: asked === 0 ? 1 : answered / asked,
    score: weights === 0 ? undefined : sum(({ score = 0, weight }) => score * weight) / weights,
    sections: sections.map(({ name, asked: of, answered: so, points, max, completion, score }) => ({
      name,
      asked: of,
      answered: so,
      points,
      max,
      completion,
      score,
    })),
  };
};

/** The answers with what was found otherwise in their place. */
export const verifiedAnswers = (answers: Answers, found: Answers): Answers => ({ ...answers, ...found });
