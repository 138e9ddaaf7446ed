import { Type } from 'typebox';
import type { Noun } from '../noun.ts';

/** What an action changes of what the record says: a correction, with the earlier answers kept in its history. */
export interface EditOfAction {
  /** Names of the form's fields that it asks for again. */
  readonly edit: readonly string[];
}

export const edit: Noun = {
  actionKeys: {
    edit: Type.Optional(
      Type.Union([Type.Literal('all'), Type.Array(Type.String(), { minItems: 1, uniqueItems: true })], {
        description: 'The answers of the form that it corrects, or `all`; what they were stays in the history.',
      }),
    ),
  },
  compile: () => ({}),
  compileAction: (context, source, path, { fields }) => {
    const declared = source['edit'] as 'all' | readonly string[] | undefined;
    const names = declared === 'all' ? [...fields.keys()] : (declared ?? []);
    context.names([...path, 'edit'], 'field', names, fields.keys());
    for (const field of fields.values()) {
      const changed = names.includes(field.name) ? undefined : names.find((name) => field.show?.uses.includes(name));
      if (changed)
        context.fault(
          [...path, 'edit'],
          `"${changed}" decides whether "${field.name}" is asked: add "${field.name}" to what is corrected`,
        );
    }
    const twice = names.find((name) => (source.fields ?? []).some((field) => field.name === name));
    if (twice)
      context.fault([...path, 'edit'], `the action asks for "${twice}" itself: give its own field another name`);
    return { own: { edit: names }, fields: names.flatMap((name) => fields.get(name) ?? []) };
  },
};
