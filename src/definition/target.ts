import { type Static, Type } from 'typebox';
import type { CompileContext } from './compile-context.ts';
import { name } from './schema-words.ts';
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
