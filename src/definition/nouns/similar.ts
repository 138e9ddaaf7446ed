import { type Static, Type } from 'typebox';
import type { Noun } from '../noun.ts';
import type { Field } from '../service.ts';

const schema = Type.Optional(
  Type.Object(
    {
      same: Type.Optional(
        Type.Array(Type.String(), {
          minItems: 1,
          description: 'Records whose answers to all of these fields are the same resemble each other.',
        }),
      ),
      days: Type.Optional(
        Type.Integer({
          minimum: 1,
          maximum: 3_650,
          default: 30,
          description: 'How many days may lie between two records that resemble each other by these fields or by name.',
        }),
      ),
    },
    {
      description:
        'Which other records of the service are shown beside a record, so that nobody deals with the same twice. Those of the same phone or identity number, and of the same name, are shown anyway.',
    },
  ),
);

export interface SimilarPart {
  readonly similar: {
    /** Empty: none are declared. */
    readonly fields: readonly Field[];
    readonly days: number;
  };
}

const usualDays = 30;
/** What is the same only when it is meant to be. */
const types: readonly string[] = [
  'choice',
  'place',
  'institution',
  'text',
  'code',
  'identity',
  'date',
  'yes-no',
  'integer',
];

/** What resembles a record: told on its page, to spot what came in twice. */
export const similar: Noun<Static<typeof schema>, SimilarPart> = {
  schema,
  compile: (context, { same: names = [], days = usualDays } = {}, { fields }) => {
    context.names(['similar', 'same'], 'field', names, fields.keys());
    const named = names.flatMap((name) => fields.get(name) ?? []);
    for (const { name, type } of named)
      if (!types.includes(type))
        context.fault(['similar', 'same'], `"${name}" is a ${type} field: name fields of type ${types.join(', ')}`);
    return { similar: { fields: named, days } };
  },
};
