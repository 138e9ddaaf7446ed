import { type Static, Type } from 'typebox';
import type { CompileContext } from './compile-context.ts';
import type { Expression } from './expressions.ts';
import { expression, name } from './schema-words.ts';
import type { Service } from './service.ts';
import type { Path } from './yaml-source.ts';

/** Which institution is meant, as far as the declaration and the answers of the form tell. */
export type Target =
  | { readonly institution: string }
  /** The one of a type whose territory covers an answered place, or the place of an answered point. */
  | { readonly type: string; readonly of: string }
  /** The one that is the answer to a question. */
  | { readonly of: string };

export const targetSchema = Type.Union(
  [
    Type.String({ description: '`owner`, or the code of an institution.' }),
    Type.Object(
      {
        type: Type.String({ description: 'The type of institution.' }),
        of: name('The place field whose territory it covers, or the point field in whose place it lies.'),
      },
      { additionalProperties: false },
    ),
    Type.Object({ of: name('The institution field whose answer it is.') }, { additionalProperties: false }),
  ],
  {
    description:
      '`owner`, the code of an institution, the one of a type that covers a place, or the one that was answered.',
  },
);
export type TargetSource = Static<typeof targetSchema>;

export const compileTarget = (
  context: CompileContext,
  source: TargetSource,
  path: Path,
  { fields }: Service,
  owner: string,
): Target => {
  if (typeof source === 'string') return { institution: source === 'owner' ? owner : source };
  const type = fields.get(source.of)?.type;
  if ('type' in source ? type !== 'place' && type !== 'point' : type !== 'institution')
    context.fault(
      [...path, 'of'],
      'type' in source
        ? `"${source.of}" is neither a place nor a point field: name one whose territory decides`
        : `"${source.of}" is not an institution field: name one, or add the "type" of institution that covers a place`,
    );
  return source;
};

/** One of several targets: the first whose condition holds, and that finds an institution, is meant. */
export interface TargetRule {
  readonly to: Target;
  readonly when: Expression | undefined;
}

export const targetsSchema = Type.Union(
  [
    targetSchema,
    Type.Array(
      Type.Object(
        {
          when: Type.Optional(expression('It is this one when this holds; the last has none.')),
          to: targetSchema,
        },
        { additionalProperties: false },
      ),
      {
        minItems: 1,
        description: 'Rules: the first that holds and finds an institution says which. The last always holds.',
      },
    ),
  ],
  { description: 'The institution that is asked, or rules that say which.' },
);

export const compileTargets = (
  context: CompileContext,
  source: Static<typeof targetsSchema>,
  path: Path,
  soFar: Service,
  owner: string,
): readonly TargetRule[] => {
  if (!Array.isArray(source))
    return [{ to: compileTarget(context, source as TargetSource, path, soFar, owner), when: undefined }];
  const rules = source as readonly { readonly to: TargetSource; readonly when?: string }[];
  return rules.map(({ to, when }, index) => {
    const isLast = index === rules.length - 1;
    if ((when === undefined) !== isLast)
      context.fault(
        [...path, index],
        isLast
          ? 'the last rule must always hold, so that somebody is asked: add one without "when", such as "- { to: owner }"'
          : 'it always holds, and what comes after it is never reached: give it a "when", or put it last',
      );
    return {
      to: compileTarget(context, to, [...path, index, 'to'], soFar, owner),
      when:
        when === undefined
          ? undefined
          : context.expression(context.scopes.rules, [...path, index, 'when'], when, 'bool'),
    };
  });
};
