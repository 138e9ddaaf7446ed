import { type Static, Type } from 'typebox';
import type { Text } from '../../base/texts.ts';
import type { Noun } from '../noun.ts';

const schema = Type.Optional(
  Type.Array(Type.String(), {
    uniqueItems: true,
    description: 'The states on whose arrival the applicant is told.',
  }),
);

/** What a service's own message may name in braces; see `MessageValues` in reactions/. */
const optionalValues = ['secret', 'by', 'from', 'until', 'reason', 'question'];
const messageValues = [
  ...['service', 'reference', 'state', 'link', 'same_day'],
  ...optionalValues.flatMap((name) => [name, `has_${name}`]),
];

export interface MessagesPart {
  /** State → the service's own words for its message; undefined: the platform's. */
  readonly messages: ReadonlyMap<string, Text | undefined>;
}

export const messages: Noun<Static<typeof schema>, MessagesPart> = {
  schema,
  compile: (context, source = [], { states }) => {
    context.names(['messages'], 'state', source, states.keys());
    return {
      messages: new Map(source.map((state) => [state, context.optionalText(`messages.${state}`, messageValues)])),
    };
  },
};
