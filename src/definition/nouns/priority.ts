import { type Static, Type } from 'typebox';
import type { Text } from '../../base/texts.ts';
import type { Expression } from '../expressions.ts';
import type { Noun } from '../noun.ts';
import { expression, name } from '../schema-words.ts';

export const priorityLevels = ['high', 'low'] as const;
export type PriorityLevel = (typeof priorityLevels)[number];

const rule = Type.Object(
  {
    name: name('The name of the rule; why it makes a record urgent or not stands in the texts files.'),
    level: Type.Enum(priorityLevels, { description: 'How urgent: high, or low.' }),
    when: expression('The rule applies when this holds.'),
  },
  { additionalProperties: false },
);
const schema = Type.Optional(
  Type.Array(rule, {
    minItems: 1,
    description: 'How urgent a record is: as the first rule that holds says, and ordinary when none does.',
  }),
);

export interface PriorityRule {
  readonly name: string;
  readonly level: PriorityLevel;
  readonly when: Expression;
  /** Why, as a reason that follows "because". */
  readonly because: Text;
}

export interface PriorityPart {
  readonly priorities: readonly PriorityRule[];
}

export const priority: Noun<Static<typeof schema>, PriorityPart> = {
  schema,
  celTypes: (source): Readonly<Record<string, 'string'>> => (source ? { priority: 'string' } : {}),
  compile: (context, source = []) => ({
    priorities: source.map((declared, index) => {
      const path = ['priority', index];
      if (source.findIndex((other) => other.name === declared.name) < index)
        context.fault([...path, 'name'], `there is already a rule "${declared.name}": choose another name`);
      return {
        name: declared.name,
        level: declared.level,
        when: context.expression(context.scopes.answers, [...path, 'when'], declared.when, 'bool'),
        because: context.text(`priority.${declared.name}`),
      };
    }),
  }),
};
