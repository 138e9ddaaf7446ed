import { type Static, Type } from 'typebox';
import type { Expression } from '../expressions.ts';
import type { Noun } from '../noun.ts';
import { expression, name } from '../schema-words.ts';

const rule = Type.Object(
  {
    to: Type.Union([
      Type.String({ description: '`owner`, or the code of an institution.' }),
      Type.Object(
        {
          type: Type.String({ description: 'The type of institution.' }),
          of: name('The place field whose territory it covers.'),
        },
        { additionalProperties: false },
      ),
    ]),
    when: Type.Optional(expression('The rule applies when this holds; the last rule has none.')),
  },
  { additionalProperties: false },
);
const schema = Type.Array(rule, {
  minItems: 1,
  description: 'To whose basket a record goes: the first rule that holds.',
});

export interface Route {
  readonly to: { readonly institution: string } | { readonly type: string; readonly of: string };
  readonly when: Expression | undefined;
}

export interface RoutePart {
  readonly routes: readonly Route[];
}

export const route: Noun<Static<typeof schema>, RoutePart> = {
  schema,
  compile: (context, source = [], { fields }, { owner }) => {
    if (source.at(-1)?.when !== undefined) {
      context.fault(
        ['route', source.length - 1, 'when'],
        'the last rule must always hold, so that no record falls into nobody\'s basket: add "- { to: owner }"',
      );
    }
    return {
      routes: source.map(({ to, when }, index) => {
        if (typeof to === 'object' && fields.get(to.of)?.type !== 'place') {
          context.fault(
            ['route', index, 'to', 'of'],
            `"${to.of}" is not a place field: name one whose territory decides`,
          );
        }
        return {
          to: typeof to === 'string' ? { institution: to === 'owner' ? owner : to } : to,
          when:
            when === undefined
              ? undefined
              : context.expression(context.scopes.rules, ['route', index, 'when'], when, 'bool'),
        };
      }),
    };
  },
};
