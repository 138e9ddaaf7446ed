import { type Static, Type } from 'typebox';
import type { Text } from '../../base/texts.ts';
import { listOf } from '../compile-context.ts';
import type { Expression } from '../expressions.ts';
import type { Noun } from '../noun.ts';
import { entries, expression, oneOrMore } from '../schema-words.ts';

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
const schema = Type.Optional(entries(count, 'Numbers of other records that rules may look at.'));

export interface Count {
  readonly name: string;
  readonly label: Text;
  readonly same: readonly Expression[];
  readonly in: ReadonlySet<string>;
}

export interface CountsPart {
  readonly counts: readonly Count[];
}

export const counts: Noun<Static<typeof schema>, CountsPart> = {
  schema,
  celTypes: (source = {}) => Object.fromEntries(Object.keys(source).map((name) => [name, 'int' as const])),
  compile: (context, source = {}, { states }) => ({
    counts: Object.entries(source).map(([name, { same, in: within }]) => {
      const path = ['counts', name];
      context.names([...path, 'in'], 'state', listOf(within), states.keys());
      return {
        name,
        label: context.text(`counts.${name}`),
        same: same.map((text, index) => {
          const at = [...path, 'same', index];
          const compiled = context.expression(context.scopes.answers, at, text, 'string');
          if (compiled.uses.includes('channel'))
            context.fault(at, 'records are counted by their answers, however they came in: take out "channel"');
          return compiled;
        }),
        in: new Set(listOf(within)),
      };
    }),
  }),
};
