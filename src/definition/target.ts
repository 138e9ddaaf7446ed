import { type Static, Type } from 'typebox';
import type { CompileContext } from './compile-context.ts';
import { name } from './schema-words.ts';
import type { Service } from './service.ts';
import type { Path } from './yaml-source.ts';

/** Which institution is meant, as far as the declaration and the answers of the form tell. */
export type Target =
  | { readonly institution: string }
  /** The one of a type whose territory covers an answered place. */
  | { readonly type: string; readonly of: string };

export const targetSchema = Type.Union(
  [
    Type.String({ description: '`owner`, or the code of an institution.' }),
    Type.Object(
      {
        type: Type.String({ description: 'The type of institution.' }),
        of: name('The place field whose territory it covers.'),
      },
      { additionalProperties: false },
    ),
  ],
  { description: '`owner`, the code of an institution, or the one of a type that covers a place.' },
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
  if (fields.get(source.of)?.type !== 'place')
    context.fault([...path, 'of'], `"${source.of}" is not a place field: name one whose territory decides`);
  return source;
};
