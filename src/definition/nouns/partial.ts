import { Type } from 'typebox';
import { listOf } from '../compile-context.ts';
import type { Noun } from '../noun.ts';

/** Whether an action is done bit by bit. */
export interface PartialOfAction {
  /** It keeps what is answered so far: nothing has to be answered, and what is not said stays as it was. */
  readonly partial: boolean;
}

/** An action over many questions, which people do page by page and over days. */
export const partial: Noun = {
  actionKeys: {
    partial: Type.Optional(
      Type.Literal(true, {
        description:
          'It keeps what is answered so far, page by page: nothing has to be answered yet, and what is left out stays as it was.',
      }),
    ),
  },
  compile: () => ({}),
  compileAction: (context, source, path) => {
    const isPartial = source['partial'] === true;
    const fault = (message: string) => context.fault([...path, 'partial'], message);
    if (isPartial && source['edit'] === undefined)
      fault('there is nothing that it could keep: add "edit" with the answers that it asks for');
    if (isPartial && (source.fields ?? []).length > 0)
      fault('it is done page by page and has no page for questions of its own: take out "fields"');
    if (isPartial && listOf(source.by).includes('applicant'))
      fault('it is done in the console, where applicants do not come: take "applicant" out of "by"');
    return { own: { partial: isPartial } };
  },
};
