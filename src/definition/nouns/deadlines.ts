import { type Static, Type } from 'typebox';
import { listOf } from '../compile-context.ts';
import type { Noun } from '../noun.ts';
import { duration, durationMilliseconds, entries, oneOrMore } from '../schema-words.ts';

const deadline = Type.Object(
  {
    in: oneOrMore('The states in which it runs; a `waiting` state pauses it.'),
    within: duration('How long it runs: 30m, 2h, 5d.'),
    escalate: oneOrMore('The roles that are called upon when it has passed.'),
  },
  { additionalProperties: false },
);
const schema = Type.Optional(entries(deadline, 'By when somebody must have acted.'));

export interface Deadline {
  readonly name: string;
  readonly in: ReadonlySet<string>;
  readonly milliseconds: number;
  readonly escalate: readonly string[];
}

export interface DeadlinesPart {
  readonly deadlines: readonly Deadline[];
}

export const deadlines: Noun<Static<typeof schema>, DeadlinesPart> = {
  schema,
  compile: (context, source = {}, { states }) => ({
    deadlines: Object.entries(source).map(([name, { in: within, within: length, escalate }]) => {
      context.names(['deadlines', name, 'in'], 'state', listOf(within), states.keys());
      return {
        name,
        in: new Set(listOf(within)),
        milliseconds: durationMilliseconds(length),
        escalate: context.roles(escalate),
      };
    }),
  }),
};
