import type { VNode } from 'preact';
import type { Field } from '../../definition/service.ts';
import { withOffered } from '../../form/fields/all.ts';
import type { Given, Inputs } from '../../form/fields/field-type.ts';
import { liveFields } from '../public/live-form.tsx';
import { dependsOnItsPage, findReveal } from '../public/reveal.ts';
import type { FieldTools, PageOf } from './field-page.ts';

interface GroupProps {
  readonly fields: readonly Field[];
  /** Those that are asked with the answers so far. */
  readonly shown: readonly Field[];
  readonly inputs: Inputs;
  /** What is wrong with an input, by its name. */
  readonly errorAt: (input: string) => string | undefined;
  readonly tools: FieldTools;
  /** Answers given before the group, as values of expressions. */
  readonly before: Given;
  /** Those, and the answers of the group. */
  readonly given: Given;
  readonly autocompleteOf?: ((field: Field) => string | undefined) | undefined;
  /** What stands before the names of the group's inputs. */
  readonly prefix?: string;
}

/** Name of the hidden inputs that say which conditional questions stood on the page. */
export const askedInput = '_asked';

/**
 * The questions of a group. One that hangs on an answer of the same group stands in a template, which browsers neither
 * show nor send; a script may take it out, and without one the page comes back with the question.
 */
export const askGroup = (pageOf: PageOf, group: GroupProps): readonly (VNode | false)[] => {
  const { fields, shown, inputs, errorAt, tools, before, given, autocompleteOf, prefix = '' } = group;
  const live = tools.isFollowed ? liveFields(fields) : [];
  return fields.map((field) => {
    const name = prefix + field.name;
    const named = prefix === '' ? field : { ...field, name };
    const ask = () =>
      pageOf(field).ask({
        ...tools,
        given,
        beside: fields,
        field: named,
        inputs: withOffered(named, inputs, tools.world, given),
        error: errorAt(name),
        errorAt,
        autocomplete: autocompleteOf?.(field),
      });
    const isShown = shown.includes(field);
    if (!dependsOnItsPage(field, fields)) return isShown && ask();
    const reveal = findReveal(field, fields, before, tools.world.now);
    const isLive = !reveal && live.includes(field);
    if (!isShown && !reveal && !isLive) return false;
    const question = [ask(), <input type="hidden" name={askedInput} value={name} />];
    return (
      <div
        data-when={reveal && prefix + reveal.name}
        data-values={reveal?.values.join(' ')}
        data-live={isLive ? name : undefined}
      >
        {isShown ? question : <template>{question}</template>}
      </div>
    );
  });
};
