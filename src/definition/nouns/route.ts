import { type Static, Type } from 'typebox';
import type { Text } from '../../base/texts.ts';
import type { CompileContext } from '../compile-context.ts';
import type { Expression } from '../expressions.ts';
import type { Noun } from '../noun.ts';
import { expression, name } from '../schema-words.ts';
import { compileTarget, type Target, targetSchema } from '../target.ts';

const entered = 'entered';

const rule = Type.Object(
  {
    name: Type.Optional(
      name(
        'What the rule is called, so that the texts can give its reason: "route.<name>" is read by applicants and staff.',
      ),
    ),
    to: Type.Union(targetSchema.anyOf, {
      description:
        '`owner`, the code of an institution, the one of a type that covers a place, the one that was answered, or `entered`: the institution of the civil servant who entered it.',
    }),
    when: Type.Optional(expression('The rule applies when this holds; the last rule has none.')),
  },
  { additionalProperties: false },
);
const schema = Type.Array(rule, {
  minItems: 1,
  description:
    'To whose basket a record goes: the first rule that holds and finds an institution. The last one names it, so that no record is left over.',
});

export interface Route {
  readonly name: string | undefined;
  /** Why it is that one, in the service's own words; they may name answers and `{institution}`. */
  readonly because: Text | undefined;
  readonly to: Target | { readonly entered: true };
  readonly when: Expression | undefined;
}

export interface RoutePart {
  readonly routes: readonly Route[];
}

export const route: Noun<Static<typeof schema>, RoutePart> = {
  schema,
  compile: (context, source = [], soFar, { owner }) => {
    judgeNames(context, source);
    judgeLast(context, source);
    return {
      routes: source.map(({ name: each, to, when }, index) => ({
        name: each,
        because:
          each === undefined
            ? undefined
            : context.optionalText(`route.${each}`, [...soFar.fields.keys(), 'institution']),
        to: to === entered ? { entered: true } : compileTarget(context, to, ['route', index, 'to'], soFar, owner),
        when:
          when === undefined
            ? undefined
            : context.expression(context.scopes.rules, ['route', index, 'when'], when, 'bool'),
      })),
    };
  },
};

const judgeNames = (context: CompileContext, source: Static<typeof schema>): void => {
  source.forEach(({ name: each }, index) => {
    if (each !== undefined && source.findIndex((other) => other.name === each) < index)
      context.fault(['route', index, 'name'], `there is already a rule "${each}": choose another name`);
  });
};

/** The last rule is the one for what no other takes: it must hold and find an institution whatever was answered. */
const judgeLast = (context: CompileContext, source: Static<typeof schema>): void => {
  const index = source.length - 1;
  const last = source[index];
  if (!last) return;
  if (last.when !== undefined)
    context.fault(
      ['route', index, 'when'],
      'the last rule must always hold, so that no record falls into nobody\'s basket: add "- { to: owner }"',
    );
  else if (typeof last.to !== 'string' || last.to === entered)
    context.fault(
      ['route', index, 'to'],
      'the last rule must always find an institution, so that no record falls into nobody\'s basket: add "- { to: owner }"',
    );
};
