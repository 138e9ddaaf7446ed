import { type Static, Type } from 'typebox';
import type { Text } from '../../base/texts.ts';
import type { CompileContext } from '../compile-context.ts';
import type { Noun } from '../noun.ts';
import { entries, name } from '../schema-words.ts';
import type { Scoring } from '../scoring.ts';
import type { Field, Service } from '../service.ts';
import type { ServiceSource } from '../service-schema.ts';
import { verdictQuestions } from './survey-verdicts.ts';

const schema = Type.Optional(
  Type.Object(
    {
      sections: entries(
        Type.Number({ exclusiveMinimum: 0, maximum: 1_000 }),
        'The sections of the form that make up the survey, and how much each counts in the whole score.',
      ),
      subject: name('The institution field that says who is assessed; with it rounds are compared.'),
      round: name('The field that names the round.'),
    },
    {
      additionalProperties: false,
      description: 'What is assessed: the sections with their weights, of whom, and in which round.',
    },
  ),
);

export interface SurveySection {
  readonly name: string;
  readonly title: Text;
  readonly weight: number;
  /** Its questions, in order; notes and what is worked out are none. */
  readonly fields: readonly Field[];
}

export interface Survey {
  readonly sections: readonly SurveySection[];
  readonly subject: string;
  readonly round: string;
}

export interface SurveyPart {
  readonly survey: Survey | undefined;
}

/** What an action has to do with a survey. */
export interface SurveyOfAction {
  /** Names of the questions whose answers it verifies, one by one. */
  readonly verify: readonly string[];
}

export const scoringOf = (field: Field): Scoring | undefined => ('scoring' in field ? field.scoring : undefined);

const isQuestion = ({ type }: Field): boolean => type !== 'note' && type !== 'calculated';

/** Whether a question is one to be answered and verified: what may be left out and gives no points is neither missing nor judged. */
export const isCounted = (field: Field): boolean => field.required || scoringOf(field) !== undefined;

/** Figures of a survey that rules look at: shares from 0 to 1, scores from 0 to 100. */
const figures = { completion: 'double', score: 'double', verified: 'double', verified_score: 'double' } as const;

export const survey: Noun<Static<typeof schema>, SurveyPart> = {
  schema,
  actionKeys: {
    verify: Type.Optional(
      Type.Literal(true, {
        description:
          'It verifies the answers of the survey one by one, page by page: each is as it was declared, or is found otherwise with a remark; both are kept.',
      }),
    ),
  },
  celTypes: (source) => (source === undefined ? {} : figures),
  compile: (context, source, soFar, whole) => {
    checkKind(context, source !== undefined, whole);
    const compiled = source && compileSurvey(context, source, soFar);
    checkScores(context, compiled, soFar);
    return { survey: compiled };
  },
  compileAction: (context, source, path, soFar) => {
    if (source['verify'] !== true) return { own: { verify: [] } };
    const fault = (message: string) => context.fault([...path, 'verify'], message);
    if (!soFar.survey) fault('there are no answers to verify: say under "survey" what is assessed');
    if (source['edit'] !== undefined || source['propose'] !== undefined || (source.fields ?? []).length > 0)
      fault('it verifies page by page and asks nothing else: declare another action for that');
    if (source.automatic !== undefined) fault('a person verifies: take out "verify" or "automatic"');
    const questions = soFar.survey?.sections.flatMap(({ fields }) => fields.filter(isCounted)) ?? [];
    const asked = questions.flatMap(verdictQuestions);
    return {
      own: { verify: questions.map((field) => field.name) } satisfies SurveyOfAction,
      fields: asked,
      saidByNoun: asked.map((field) => field.name),
    };
  },
};

const checkKind = (context: CompileContext, isSurvey: boolean, { kind }: ServiceSource): void => {
  if (isSurvey && kind !== 'survey')
    context.fault(['survey'], `a ${kind} is not assessed: write "kind: survey", or take out "survey"`);
  if (!isSurvey && kind === 'survey')
    context.fault(['kind'], 'a survey says what is assessed: add "survey" with its sections, subject and round');
};

const compileSurvey = (
  context: CompileContext,
  { sections, subject, round }: NonNullable<Static<typeof schema>>,
  soFar: Service,
): Survey => {
  const pages = [...soFar.pages, ...soFar.laterPages];
  const titles = new Map([...soFar.sections, ...soFar.laterSections]);
  for (const section of Object.keys(sections))
    context.names(['survey', 'sections', section], 'section', [section], titles.keys());
  const entered = soFar.enteredFields.map((field) => field.name);
  context.names(['survey', 'subject'], 'field that is asked when a record is entered', [subject], entered);
  context.names(['survey', 'round'], 'field that is asked when a record is entered', [round], entered);
  const asked = soFar.fields.get(subject);
  if (asked && asked.type !== 'institution')
    context.fault(['survey', 'subject'], `"${subject}" is a ${asked.type} field: name an institution field`);
  if (asked && !asked.required)
    context.fault(['survey', 'subject'], `"${subject}" may be left out: write "required: true" on the field`);
  return {
    subject,
    round,
    sections: [...titles].flatMap(([section, title]) =>
      sections[section] === undefined
        ? []
        : [
            {
              name: section,
              title,
              weight: sections[section],
              fields: pages
                .filter((page) => page.section === section)
                .flatMap(({ fields }) => fields.filter(isQuestion)),
            },
          ],
    ),
  };
};

/** Points that count nowhere, and sections in which nothing counts. */
const checkScores = (context: CompileContext, compiled: Survey | undefined, { fields }: Service): void => {
  const counted = new Set(compiled?.sections.flatMap((section) => section.fields) ?? []);
  const lost = [...fields.values()].find((field) => scoringOf(field) && !counted.has(field));
  if (lost)
    context.fault(
      compiled ? ['survey', 'sections'] : ['form'],
      `"${lost.name}" gives points that count nowhere: ${compiled ? 'name its section here' : 'say under "survey" which sections count'}, or take out its "score"`,
    );
};
