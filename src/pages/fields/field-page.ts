import type { ComponentChildren, VNode } from 'preact';
import type { Locale } from '../../base/texts.ts';
import type { FieldTypeName } from '../../definition/fields/all.ts';
import type { Field, FieldOf } from '../../definition/service.ts';
import type { Answer, Given, Inputs } from '../../form/fields/field-type.ts';
import type { World } from '../../form/world.ts';
import type { Calendar } from '../../territory/calendar.ts';
import type { Territory } from '../../territory/territory.ts';
import type { OfferSource } from './offers.ts';

/** What asking and showing depend on besides the question and the answer. */
export interface FieldTools {
  readonly locale: Locale;
  readonly world: World;
  readonly territory: Territory;
  /** On which working days and hours are counted. */
  readonly calendar: Calendar;
  /** Answers that the question may look at, as values of expressions: earlier ones, those typed on its page included. */
  readonly given?: Given;
  /** The questions of the same page or row: what they are answered is not known while the page stands open. */
  readonly beside?: readonly Field[];
  /** A script follows what is typed on the page, by the rules of its questions. */
  readonly isFollowed?: boolean;
  /** The path below which the files of a record are, where there is a record. */
  readonly filesAt?: string | undefined;
  /** Where a script asks for what may be chosen: below this path by the name of the field, and what goes with it. */
  readonly optionsAt?: { readonly path: string; readonly query: Readonly<Record<string, string>> };
  /** Where a script sends files in pieces. */
  readonly uploadsAt?: string;
}

export interface AskProps<Name extends FieldTypeName = FieldTypeName> extends FieldTools {
  readonly field: FieldOf<Name>;
  /** What was typed before, by input name. */
  readonly inputs: Inputs;
  readonly error: string | undefined;
  /** What is wrong with an input within the field, by its name. */
  readonly errorAt: (input: string) => string | undefined;
  /** What a browser may fill in by itself, as in the HTML attribute. */
  readonly autocomplete: string | undefined;
}

/** How one type of field is asked on a page and how its answer is shown. Methods, as in the form's half. */
export interface FieldPage<Name extends FieldTypeName, Value extends Answer = Answer> {
  /** Inputs of a page besides those that the form reads, after the field's own name. */
  readonly extraInputs?: readonly string[] | ((suffix: string, field: FieldOf<Name>) => boolean);
  /** Whether this, after the field's own name, is a button that brings the page back with more to choose from or answer. */
  readonly isButton?: (suffix: string, field: FieldOf<Name>) => boolean;
  /** The script that enhances the question, or those that do. */
  readonly island?: string | ((field: FieldOf<Name>) => readonly string[]);
  /** Applicants see nothing of it where they check their answers, and on their record. */
  readonly isUnseen?: (field: FieldOf<Name>) => boolean;
  /** What is asked depends on the time of day, as an offered date does. */
  readonly followsClock?: true;
  /** Completes what was typed before it is read, a button having been pressed or not: a name that means one place only is that place. */
  settle?(inputs: Inputs, field: FieldOf<Name>, tools: FieldTools, pressed?: string): Inputs;
  /** Whether what was typed calls for more questions within the field than those that `stood` on the page. */
  lacks?(inputs: Inputs, field: FieldOf<Name>, tools: FieldTools, stood: ReadonlySet<string>): boolean;
  /** The question within the field that a path (without the field's own name) leads to, and words for where it stands. */
  within?(path: string, field: FieldOf<Name>, tools: FieldTools, inputs: Inputs): Within | undefined;
  /** Called as a function, not as a component: a form page asks many. */
  ask(props: AskProps<Name>): VNode;
  show(value: Value, field: FieldOf<Name>, tools: FieldTools): ComponentChildren;
  /** Better words than the form's own for an answer that is missing or that means nothing on the list. */
  sayMissing?(inputs: Inputs, field: FieldOf<Name>, tools: FieldTools): string | undefined;
  /** Where its answers are chosen from, when they are searched for. */
  readonly offers?: OfferSource<Name>;
  /** The question within it that is asked under this path. */
  inner?(path: string, field: FieldOf<Name>): Field | undefined;
}

export interface Within {
  readonly field: Field;
  readonly where: string;
  readonly given: Given;
  readonly beside: readonly Field[];
}

/** Finds the page half of a field's type. */
export type PageOf = <Name extends FieldTypeName>(field: FieldOf<Name>) => FieldPage<Name>;

/** What every kind of question hands to its frame. */
export const frameOf = ({ field, locale, error }: Pick<AskProps, 'locale' | 'error'> & { readonly field: Field }) => ({
  locale,
  name: field.name,
  label: field.label[locale],
  hint: field.hint?.[locale],
  guidance: field.guidance?.[locale],
  error,
  optional: !field.required,
  required: field.required,
});

/** Whether an input only helps to find the answer to a question; the form does not read it. */
export const ownsExtra = (page: FieldPage<FieldTypeName>, field: Field, suffix: string): boolean => {
  const { extraInputs } = page;
  return typeof extraInputs === 'function' ? extraInputs(suffix, field) : (extraInputs?.includes(suffix) ?? false);
};

/** The scripts that enhance a question. */
export const islandsOf = ({ island }: FieldPage<FieldTypeName>, field: Field): readonly string[] =>
  typeof island === 'function' ? island(field) : island === undefined ? [] : [island];
