import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { locales } from '../base/texts.ts';
import type { Fault } from './fault.ts';
import { judgeStories } from './judge-stories.ts';
import { schemaFaults } from './schema-faults.ts';
import { duration } from './schema-words.ts';
import type { Service } from './service.ts';
import { readYaml } from './yaml-source.ts';

/**
 * What people do with a service, told step by step: the samples that a demonstration plays (`samples.yaml`), and the
 * journeys that prove that a service works (`journeys.yaml`), played by API and in a browser. Times are counted from the
 * submission, also within data (see `storyData`).
 */
const closed = { additionalProperties: false };
const data = Type.Record(Type.String(), Type.Unknown(), {
  description:
    'Answers by field name; `@other` is the record of the journey, or of the sample, of that name that is told before; `@service/other` that of a sample of another service. In a sample, a question for files or photos names files in the folder `samples` beside it.',
});
const person = Type.String({
  minLength: 1,
  description: '`applicant`, or the e-mail address of an account of the demonstration.',
});
const after = duration('How long after the step before.');

const submission = {
  locale: Type.Optional(Type.Enum([...locales], { description: 'The language of who asks; Arabic unless said.' })),
  by: Type.Optional(person),
  channel: Type.Optional(Type.String({ description: 'How it came in, where staff enter it.' })),
  data,
};
const step = {
  by: person,
  action: Type.String({ description: 'What is done.' }),
  data: Type.Optional(data),
};

const stepsAfter = Type.Array(Type.Object({ ...step, after }, closed), {
  description: 'What is done with it afterwards.',
});

const samplesSchema = Type.Array(
  Type.Object(
    {
      sample: Type.Optional(
        Type.String({
          pattern: '^[a-z][a-z0-9-]*$',
          description: 'A name, by which later ones name its record: `@name`.',
        }),
      ),
      ...submission,
      submitted: Type.String({
        pattern: '^-?\\d{1,5}[mhd]$',
        description: 'When, counted from the first start of the demonstration: -26h is yesterday.',
      }),
      then: Type.Optional(stepsAfter),
      institutions: Type.Optional(
        Type.Record(Type.String({ pattern: '^[a-zA-Z0-9][a-zA-Z0-9-]*$' }), stepsAfter, {
          additionalProperties: false,
          minProperties: 1,
          description:
            'Instead of one record, a campaign of a survey: a record for each of these institutions, by their codes, with what is done with it afterwards; `data` is what all of them say from the start.',
        }),
      ),
    },
    closed,
  ),
  { description: 'Invented requests for the demonstration.' },
);

const expectation = Type.Object(
  {
    state: Type.Optional(Type.String({ description: 'The state that the record is in then.' })),
    institution: Type.Optional(Type.String({ description: 'The institution in whose basket it is.' })),
    documents: Type.Optional(
      Type.Array(Type.String(), { description: 'The kinds of documents that it has and that count.' }),
    ),
    message: Type.Optional(Type.String({ description: 'The state whose message the applicant got for this step.' })),
    data: Type.Optional(data),
  },
  {
    additionalProperties: true,
    description: 'What the record is then, as the API gives it; what is not named may be anything.',
  },
);
const outcome = {
  expect: Type.Optional(expectation),
  refused: Type.Optional(
    Type.Union([Type.String(), Type.Record(Type.String(), Type.String())], {
      description: 'It is refused: with this code, or with these codes by the path of the answer.',
    }),
  ),
};

const journeysSchema = Type.Array(
  Type.Object(
    {
      journey: Type.String({ pattern: '^[a-z][a-z0-9-]*$', description: 'A name for it.' }),
      ...submission,
      ...outcome,
      then: Type.Optional(
        Type.Array(
          Type.Object(
            {
              ...outcome,
              after: Type.Optional(after),
              by: Type.Optional(step.by),
              action: Type.Optional(step.action),
              data: step.data,
            },
            { ...closed, description: 'Somebody does something; or, without an action, time passes.' },
          ),
          { description: 'What happens to it afterwards, step by step.' },
        ),
      ),
    },
    closed,
  ),
  { description: 'What must work: together they reach every page, state and action.' },
);

export type Sample = Static<typeof samplesSchema>[number];
export type SampleStep = NonNullable<Sample['then']>[number];
export type Journey = Static<typeof journeysSchema>[number];
export type JourneyStep = NonNullable<Journey['then']>[number];

const checks = { samples: Compile(samplesSchema), journeys: Compile(journeysSchema) };
export const storySchemas = { samples: samplesSchema, journeys: journeysSchema };

/** The stories in a file of a service, with what is wrong in them; a text that is not there tells none. */
const readStories = <Story extends Sample | Journey>(
  kind: keyof typeof storySchemas,
  text: string | undefined,
  service: Service,
): { readonly stories: readonly Story[]; readonly faults: readonly Fault[] } => {
  if (text === undefined) return { stories: [], faults: [] };
  const yaml = readYaml(`${kind}.yaml`, text);
  if (yaml.syntaxFaults.length > 0) return { stories: [], faults: yaml.syntaxFaults };
  if (!checks[kind].Check(yaml.value))
    return { stories: [], faults: schemaFaults(yaml, storySchemas[kind], checks[kind].Errors(yaml.value)) };
  const stories = yaml.value as readonly Story[];
  return { stories, faults: judgeStories(yaml, stories, service) };
};

export const readSamples = (text: string | undefined, service: Service) =>
  readStories<Sample>('samples', text, service);
export const readJourneys = (text: string | undefined, service: Service) =>
  readStories<Journey>('journeys', text, service);

/** What each record of a sample says from the start: a campaign has one for each institution. */
export const submissionsOf = (
  { survey }: Pick<Service, 'survey'>,
  { data, institutions }: Pick<Sample, 'data' | 'institutions'>,
): readonly Readonly<Record<string, unknown>>[] =>
  institutions && survey ? Object.keys(institutions).map((code) => ({ ...data, [survey.subject]: code })) : [data];

const units: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `-26h`, `+10m`, `2d` → milliseconds. */
export const momentMilliseconds = (text: string): number =>
  Number(text.slice(0, -1)) * (units[text.slice(-1)] ?? Number.NaN);

/**
 * The answers of a story as they are sent when its submission is made at this instant: `+2h` is the instant two hours
 * later, `today`, `today-10d` a day in the country's zone.
 * @param recordNamed what stands for `@name`, the record of another story; undefined: the answer is left out
 */
export const storyData = (
  given: Readonly<Record<string, unknown>>,
  submitted: Date,
  timeZone: string,
  recordNamed: (name: string) => string | undefined = (name) => `@${name}`,
): Readonly<Record<string, unknown>> => {
  const localDay = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const resolve = (value: unknown): unknown => {
    if (typeof value === 'string') {
      if (value.startsWith('@')) return recordNamed(value.slice(1));
      if (/^[+-]\d{1,5}[mhd]$/.test(value)) return new Date(+submitted + momentMilliseconds(value)).toISOString();
      const day = /^today([+-]\d{1,5}d)?$/.exec(value);
      return day ? localDay.format(new Date(+submitted + (day[1] ? momentMilliseconds(day[1]) : 0))) : value;
    }
    if (Array.isArray(value)) return value.map(resolve);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, resolve(each)]));
  };
  return resolve(given) as Readonly<Record<string, unknown>>;
};
