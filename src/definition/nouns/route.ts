import { type Static, Type } from 'typebox';
import type { Expression } from '../expressions.ts';
import type { Noun } from '../noun.ts';
import { expression } from '../schema-words.ts';
import { compileTarget, type Target, targetSchema } from '../target.ts';

const rule = Type.Object(
  {
    to: targetSchema,
    when: Type.Optional(expression('The rule applies when this holds; the last rule has none.')),
  },
  { additionalProperties: false },
);
const schema = Type.Array(rule, {
  minItems: 1,
  description: 'To whose basket a record goes: the first rule that holds.',
});

export interface Route {
  readonly to: Target;
  readonly when: Expression | undefined;
}

export interface RoutePart {
  readonly routes: readonly Route[];
}

export const route: Noun<Static<typeof schema>, RoutePart> = {
  schema,
  compile: (context, source = [], soFar, { owner }) => {
    if (source.at(-1)?.when !== undefined) {
      context.fault(
        ['route', source.length - 1, 'when'],
        'the last rule must always hold, so that no record falls into nobody\'s basket: add "- { to: owner }"',
      );
    }
    return {
      routes: source.map(({ to, when }, index) => ({
        to: compileTarget(context, to, ['route', index, 'to'], soFar, owner),
        when:
          when === undefined
            ? undefined
            : context.expression(context.scopes.rules, ['route', index, 'when'], when, 'bool'),
      })),
    };
  },
};
