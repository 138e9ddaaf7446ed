import type { ComponentChildren, VNode } from 'preact';
import type { Locale } from '../../base/texts.ts';
import type { FieldTypeName } from '../../definition/fields/all.ts';
import type { Field, FieldOf } from '../../definition/service.ts';
import type { Answer, Inputs } from '../../form/fields/field-type.ts';
import type { World } from '../../form/world.ts';
import type { Territory } from '../../territory/territory.ts';

/** What asking and showing depend on besides the question and the answer. */
export interface FieldTools {
  readonly locale: Locale;
  readonly world: World;
  readonly territory: Territory;
}

export interface AskProps<Name extends FieldTypeName = FieldTypeName> extends FieldTools {
  readonly field: FieldOf<Name>;
  /** What was typed before, by input name. */
  readonly inputs: Inputs;
  readonly error: string | undefined;
  /** What a browser may fill in by itself, as in the HTML attribute. */
  readonly autocomplete: string | undefined;
}

/** How one type of field is asked on a page and how its answer is shown. Methods, as in the form's half. */
export interface FieldPage<Name extends FieldTypeName, Value extends Answer = Answer> {
  /** Inputs of a page besides those that the form reads, after the field's own name. */
  readonly extraInputs?: readonly string[];
  /** Whether this, after the field's own name, is a button that brings the page back with more to choose from or answer. */
  readonly isButton?: (suffix: string) => boolean;
  /** The script that enhances the question. */
  readonly island?: string;
  /** What is asked depends on the time of day, as an offered date does. */
  readonly followsClock?: true;
  /** Completes what was typed before it is read, a button having been pressed or not: a name that means one place only is that place. */
  settle?(inputs: Inputs, field: FieldOf<Name>, tools: FieldTools, pressed?: string): Inputs;
  /** Called as a function, not as a component: a form page asks many. */
  ask(props: AskProps<Name>): VNode;
  show(value: Value, field: FieldOf<Name>, tools: FieldTools): ComponentChildren;
  /** Better words than the form's own for an answer that is missing or that means nothing on the list. */
  sayMissing?(inputs: Inputs, field: FieldOf<Name>, tools: FieldTools): string;
}

/** What every kind of question hands to its frame. */
export const frameOf = ({ field, locale, error }: Pick<AskProps, 'locale' | 'error'> & { readonly field: Field }) => ({
  locale,
  name: field.name,
  label: field.label[locale],
  hint: field.hint?.[locale],
  error,
  optional: !field.required,
  required: field.required,
});
