import { type Static, Type } from 'typebox';
import type { Noun } from '../noun.ts';
import { name } from '../schema-words.ts';

const schema = Type.Optional(
  name('The field that names a record in lists and that a search looks at; without it the name of who asks.'),
);

export interface NamedByPart {
  /** Field by whose answer people know a record. */
  readonly namedBy: string | undefined;
}

/** By what people know a record: an entry of a register has a name of its own. */
export const namedBy: Noun<Static<typeof schema>, NamedByPart> = {
  schema,
  compile: (context, source, { fields }, { applicant }) => {
    if (source !== undefined) {
      context.names(['named_by'], 'field', [source], fields.keys());
      const type = fields.get(source)?.type;
      if (type !== undefined && type !== 'text' && type !== 'institution')
        context.fault(['named_by'], `"${source}" is a ${type} field: name a text or institution field`);
    }
    return { namedBy: source ?? applicant.name };
  },
};
