import { type Static, Type } from 'typebox';
import type { Noun } from './noun.ts';
import { nouns } from './nouns.ts';
import { type ActionSource, actionKeys } from './nouns/actions.ts';
import { entries, id, name } from './schema-words.ts';

/** What may stand in a `service.yaml`. Every key has one sentence: editors, the reference and messages show the same. */
const all = Object.entries(nouns) as readonly (readonly [string, Noun])[];

const action = Type.Object(
  { ...actionKeys, ...Object.assign({}, ...all.map(([, noun]) => noun.actionKeys ?? {})) } as typeof actionKeys,
  { additionalProperties: false, description: 'Something that a role may do to a record.' },
);

/** What records of a service are: what begins and ends, what is kept and corrected over years, or how somebody is assessed. */
const kinds = ['case', 'register', 'survey'] as const;
export type Kind = (typeof kinds)[number];

const ownKeys = {
  service: id('The id of the service: the name of its folder and of its addresses.'),
  kind: Type.Enum(kinds, {
    description:
      'What its records are: a `case` begins and ends; an entry of a `register` is kept for years, corrected and archived; a `survey` assesses an institution, round by round.',
  }),
  owner: id('The code of the institution that answers for the service.'),
  reference: Type.String({
    pattern: '^(?!PR$)[A-Z]{1,4}$',
    description: 'One to four letters before the number of each record; PR stands before the numbers of prints.',
  }),
  icon: Type.Optional(id('The name of the picture shown with the service.')),
  applicant: Type.Object(
    {
      name: Type.Optional(name('The field that holds the name.')),
      phone: Type.Optional(name('The field that holds the telephone number to which messages go.')),
    },
    { additionalProperties: false, description: 'Which answers say who asks.' },
  ),
  fee: Type.Optional(Type.Number({ minimum: 0, description: "What it costs, in the country's currency; 0 is free." })),
  keep_months: Type.Integer({
    minimum: 1,
    maximum: 1_200,
    description: 'How many months personal data are kept after the end.',
  }),
  actions: entries(Type.Unsafe<ActionSource>(action), 'What may be done to a record.'),
};
const own = Type.Object(ownKeys);

export const serviceSchema = Type.Object(
  { ...ownKeys, ...Object.fromEntries(all.flatMap(([key, { schema }]) => (schema ? [[key, schema]] : []))) },
  { additionalProperties: false, description: 'A public service.' },
);
/** A declaration whose schema holds; the keys of nouns are read by the nouns. */
export type ServiceSource = Static<typeof own> & Readonly<Record<string, unknown>>;
