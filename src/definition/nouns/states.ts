import { type Static, Type } from 'typebox';
import type { Text } from '../../base/texts.ts';
import type { Noun } from '../noun.ts';
import { entries } from '../schema-words.ts';

export const stateMeanings = ['open', 'waiting', 'granted', 'refused', 'closed'] as const;
export type StateMeaning = (typeof stateMeanings)[number];

/** Whether nothing has to follow. */
export const isEnd = (meaning: StateMeaning): boolean => meaning !== 'open' && meaning !== 'waiting';

const schema = entries(
  Type.Enum(stateMeanings),
  'Each state, and what it means: open, waiting (for the applicant), granted, refused or closed. The first is where a record starts.',
);

export interface State {
  readonly name: string;
  readonly label: Text;
  /** What civil servants read, where the words for the applicant ("your answer") would say something else to them. */
  readonly staffLabel: Text;
  readonly meaning: StateMeaning;
}

export interface StatesPart {
  readonly states: ReadonlyMap<string, State>;
  readonly initialState: string;
}

export const states: Noun<Static<typeof schema>, StatesPart> = {
  schema,
  celTypes: () => ({ state: 'string' }),
  celValues: ({ states: all }) => ({ state: [...all.keys()] }),
  compile: (context, source = {}) => ({
    states: new Map(
      Object.entries(source).map(([state, meaning]) => {
        const label = context.text(`states.${state}`);
        const staffLabel = context.optionalText(`states_for_staff.${state}`) ?? label;
        return [state, { name: state, meaning, label, staffLabel }];
      }),
    ),
    initialState: Object.keys(source)[0] ?? '',
  }),
};
