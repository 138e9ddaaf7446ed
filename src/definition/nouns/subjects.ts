import { type Static, Type } from 'typebox';
import { listOf } from '../compile-context.ts';
import type { Noun } from '../noun.ts';
import { oneOrMore } from '../schema-words.ts';
import type { Field } from '../service.ts';

const schema = Type.Optional(
  oneOrMore(
    'The fields whose answers records are gathered under: the institution that they concern, the phone or the identity number of a person or body. Numbers are one subject across services where the fields have one name.',
  ),
);

export interface SubjectsPart {
  readonly subjects: readonly Field[];
}

const types: readonly string[] = ['institution', 'phone', 'identity'];

/** What a record is about besides those that it names: a page gathers what is about the same. */
export const subjects: Noun<Static<typeof schema>, SubjectsPart> = {
  schema,
  compile: (context, source, { fields }) => {
    const names = listOf(source);
    context.names(['subjects'], 'field', names, fields.keys());
    return {
      subjects: names.flatMap((name) => {
        const field = fields.get(name);
        if (!field) return [];
        if (!types.includes(field.type))
          context.fault(
            ['subjects'],
            `"${name}" is a ${field.type} field: name fields of type ${types.join(', ')}; records that others name in a record field are gathered anyway`,
          );
        return [field];
      }),
    };
  },
};
