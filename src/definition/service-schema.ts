import { type Static, Type } from 'typebox';
import { type FieldSource, fieldSchema } from './fields/field-types.ts';

/** What may stand in a `service.yaml`. Every key has one sentence: editors, the reference and messages show the same. */
const id = (description: string) => Type.String({ pattern: '^[a-z][a-z0-9-]*$', maxLength: 60, description });
const name = (description: string) => Type.String({ pattern: '^[a-z][a-z0-9_]*$', maxLength: 60, description });
const expression = (description: string) => Type.String({ minLength: 1, maxLength: 2_000, description });
const oneOrMore = (description: string) =>
  Type.Union([Type.String(), Type.Array(Type.String(), { minItems: 1 })], { description });
const duration = (description: string) => Type.String({ pattern: '^[1-9][0-9]{0,4}(m|h|d)$', description });

export const stateMeanings = ['open', 'waiting', 'granted', 'refused', 'closed'] as const;
export type StateMeaning = (typeof stateMeanings)[number];

const action = Type.Object(
  {
    from: oneOrMore('The states in which the action may be done.'),
    to: Type.String({ description: 'The state that it leads to; `previous` returns to the one before the last.' }),
    by: oneOrMore('Who may do it: roles, or `applicant`.'),
    automatic: Type.Optional(
      expression('The platform does it by itself, as soon as the record enters one of the states, when this holds.'),
    ),
    fields: Type.Optional(
      Type.Array(Type.Unsafe<FieldSource>(fieldSchema), { description: 'What must be said with it.' }),
    ),
    other_than: Type.Optional(
      oneOrMore('Actions that another person must have done: who did one of them may not do this.'),
    ),
    issue: Type.Optional(Type.String({ description: 'The document that it issues.' })),
    revoke: Type.Optional(Type.String({ description: 'The document that it revokes.' })),
  },
  { additionalProperties: false, description: 'Something that a role may do to a record.' },
);

const route = Type.Object(
  {
    to: Type.Union([
      Type.String({ description: '`owner`, or the code of an institution.' }),
      Type.Object(
        {
          type: Type.String({ description: 'The type of institution.' }),
          of: name('The place field whose territory it covers.'),
        },
        { additionalProperties: false },
      ),
    ]),
    when: Type.Optional(expression('The rule applies when this holds; the last rule has none.')),
  },
  { additionalProperties: false },
);

const deadline = Type.Object(
  {
    in: oneOrMore('The states in which it runs; a `waiting` state pauses it.'),
    within: duration('How long it runs: 30m, 2h, 5d.'),
    escalate: oneOrMore('The roles that are called upon when it has passed.'),
  },
  { additionalProperties: false },
);

const document = Type.Object(
  {
    claims: Type.Array(name('A field.'), {
      minItems: 1,
      description: 'The answers that the document states and that whoever scans it reads.',
    }),
    from: Type.Optional(name('The field that says from when it is valid.')),
    until: Type.Optional(name('The field that says until when it is valid.')),
    checked_by: Type.Optional(oneOrMore('Roles that check it where it is shown, such as the police.')),
  },
  { additionalProperties: false },
);

const count = Type.Object(
  {
    same: Type.Array(expression('An expression.'), {
      minItems: 1,
      maxItems: 5,
      description: 'What the counted records share with this one.',
    }),
    in: oneOrMore('The states in which a record is counted.'),
  },
  { additionalProperties: false },
);

const records = <Schema extends Parameters<typeof Type.Record>[1]>(
  pattern: string,
  schema: Schema,
  description: string,
) => Type.Record(Type.String({ pattern }), schema, { description, additionalProperties: false });

export const serviceSchema = Type.Object(
  {
    service: id('The id of the service: the name of its folder and of its addresses.'),
    kind: Type.Enum(['case'], { description: 'What its records are: a case begins and ends.' }),
    owner: id('The code of the institution that answers for the service.'),
    reference: Type.String({
      pattern: '^[A-Z]{1,4}$',
      description: 'One to four letters before the number of each record.',
    }),
    icon: Type.Optional(id('The name of the picture shown with the service.')),
    applicant: Type.Object(
      {
        name: name('The field that holds the name.'),
        phone: name('The field that holds the telephone number to which messages go.'),
      },
      { additionalProperties: false, description: 'Which answers say who asks.' },
    ),
    fee: Type.Optional(
      Type.Number({ minimum: 0, description: "What it costs, in the country's currency; 0 is free." }),
    ),
    keep_months: Type.Integer({
      minimum: 1,
      maximum: 1_200,
      description: 'How many months personal data are kept after the end.',
    }),
    form: Type.Array(
      Type.Object(
        {
          page: name('The name of the page.'),
          fields: Type.Array(Type.Unsafe<FieldSource>(fieldSchema), {
            minItems: 1,
            description: 'The questions of the page.',
          }),
        },
        { additionalProperties: false },
      ),
      { minItems: 1, description: 'The pages, in order, with one question or one small group each.' },
    ),
    counts: Type.Optional(records('^[a-z][a-z0-9_]*$', count, 'Numbers of other records that rules may look at.')),
    states: records(
      '^[a-z][a-z0-9_]*$',
      Type.Enum(stateMeanings),
      'Each state, and what it means: open, waiting (for the applicant), granted, refused or closed. The first is where a record starts.',
    ),
    actions: records('^[a-z][a-z0-9_]*$', action, 'What may be done to a record.'),
    route: Type.Array(route, { minItems: 1, description: 'To whose basket a record goes: the first rule that holds.' }),
    deadlines: Type.Optional(records('^[a-z][a-z0-9_]*$', deadline, 'By when somebody must have acted.')),
    documents: Type.Optional(records('^[a-z][a-z0-9_]*$', document, 'What a record can issue.')),
    oversight: Type.Optional(oneOrMore('Roles that may read every record of the service, wherever they are held.')),
    messages: Type.Optional(
      Type.Array(Type.String(), {
        uniqueItems: true,
        description: 'The states on whose arrival the applicant is told.',
      }),
    ),
  },
  { additionalProperties: false, description: 'A public service.' },
);
export type ServiceSource = Static<typeof serviceSchema>;
