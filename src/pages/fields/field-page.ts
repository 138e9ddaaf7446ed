import type { ComponentChildren, VNode } from 'preact';
import type { Locale } from '../../base/texts.ts';
import type { Field } from '../../definition/service.ts';
import type { Inputs } from '../../form/fields/field-type.ts';
import type { World } from '../../form/world.ts';
import type { Territory } from '../../territory/territory.ts';

/** What asking and showing depend on besides the question and the answer. */
export interface FieldTools {
  readonly locale: Locale;
  readonly world: World;
  readonly territory: Territory;
}

export interface AskProps extends FieldTools {
  readonly field: Field;
  /** What was typed before, by input name. */
  readonly inputs: Inputs;
  readonly error: string | undefined;
  /** What a browser may fill in by itself, as in the HTML attribute. */
  readonly autocomplete: string | undefined;
}

/** How one type of field is asked on a page and how its answer is shown. */
export interface FieldPage {
  /** Inputs of a page besides those that the form reads, after the field's own name. */
  readonly extraInputs?: readonly string[];
  /** Buttons that bring the page back with more to choose from, after the field's own name. */
  readonly buttons?: readonly string[];
  /** The script that enhances the question. */
  readonly island?: string;
  /** What is asked depends on the time of day, as an offered date does. */
  readonly followsClock?: true;
  /** Completes what was typed before it is read: a name that means one place only is that place. */
  readonly settle?: (inputs: Inputs, field: Field, tools: FieldTools) => Inputs;
  /** Called as a function, not as a component: a form page asks many. */
  readonly ask: (props: AskProps) => VNode;
  readonly show: (value: string, field: Field, tools: FieldTools) => ComponentChildren;
  /** Better words than the form's own for an answer that is missing or that means nothing on the list. */
  readonly sayMissing?: (inputs: Inputs, field: Field, tools: FieldTools) => string;
}

/** What every kind of question hands to its frame. */
export const frameOf = ({ field, locale, error }: AskProps) => ({
  locale,
  name: field.name,
  label: field.label[locale],
  hint: field.hint?.[locale],
  error,
  optional: !field.required,
  required: field.required,
});
