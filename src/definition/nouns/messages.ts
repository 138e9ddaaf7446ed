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
const optionalValues = ['secret', 'by', 'from', 'until', 'reason', 'question', 'said'];
const messageValues = [
  'service',
  'reference',
  'state',
  'link',
  'same_day',
  ...optionalValues.flatMap((name) => [name, `has_${name}`]),
];

/** Whether an action tells the applicant. */
export interface TellOfAction {
  /** True: also where the state stays; false: not even where it changes; undefined: as the state declares. */
  readonly tell: boolean | undefined;
  /** The service's own words for it. */
  readonly message: Text | undefined;
}

export interface MessagesPart {
  /** State → the service's own words for its message; undefined: the platform's. */
  readonly messages: ReadonlyMap<string, Text | undefined>;
}

export const messages: Noun<Static<typeof schema>, MessagesPart> = {
  schema,
  actionKeys: {
    tell: Type.Optional(
      Type.Boolean({
        description:
          'Whether the applicant is told of it: `true` also when the state stays as it is, `false` not even when it changes.',
      }),
    ),
  },
  compileAction: (context, source, path) => {
    // Who waits is told that it takes longer, whatever else the declaration says.
    const tell = source['extend'] === undefined ? (source['tell'] as boolean | undefined) : true;
    return {
      own: { tell, message: tell ? context.optionalText([...path, 'message'].join('.'), messageValues) : undefined },
    };
  },
  compile: (context, source = [], { states }) => {
    context.names(['messages'], 'state', source, states.keys());
    return {
      messages: new Map(source.map((state) => [state, context.optionalText(`messages.${state}`, messageValues)])),
    };
  },
};
