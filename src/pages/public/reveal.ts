import type { Field } from '../../definition/service.ts';
import { holds } from '../../form/validate.ts';

/** A question that appears when another one of its page has one of these answers. */
export interface Reveal {
  readonly name: string;
  readonly values: readonly string[];
}

/** Whether an answer on the same page decides if the question is asked. */
export const dependsOnItsPage = ({ show }: Field, fields: readonly Field[]): boolean =>
  show !== undefined && fields.some(({ name }) => show.uses.includes(name));

/** What more options than these call for is left to the server too. */
const mostValues = 50;

/**
 * What a script has to know to show a question at once: nothing but the answers that call for it, found out here. A
 * condition over more than one question of the page, or over free text, is left to the server.
 */
export const findReveal = (
  field: Field,
  fields: readonly Field[],
  given: Readonly<Record<string, unknown>>,
  now: Date,
): Reveal | undefined => {
  const { show } = field;
  const [on, ...others] = show ? fields.filter(({ name }) => show.uses.includes(name)) : [];
  const inputs = on && inputsOf(on);
  if (!show || !inputs || inputs.size > mostValues || others.length > 0) return undefined;
  return {
    name: on.name,
    values: [...inputs].flatMap(([input, value]) => (holds(show, { ...given, [on.name]: value }, now) ? [input] : [])),
  };
};

/** What a question's input can hold, with what that is in an expression; undefined where it is not one of a few. */
const inputsOf = (field: Field): ReadonlyMap<string, unknown> | undefined => {
  if (field.type === 'choice') {
    // Where nothing has to be chosen, that nothing is chosen may call for it too.
    const chosen = [...(field.required ? [] : ['']), ...field.options.keys()];
    return new Map(chosen.map((option) => [option, option]));
  }
  return field.type === 'yes-no' ? yesOrNo : undefined;
};
const yesOrNo: ReadonlyMap<string, unknown> = new Map([
  ['yes', true],
  ['no', false],
]);
