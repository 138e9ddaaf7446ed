import type { ComponentChildren } from 'preact';
import { type Locale, say } from '../../base/texts.ts';
import { withCodes } from './bdi.tsx';
import { uiTexts } from './ui-texts.ts';

/** What every question has. `error` is the same sentence as in the summary above. */
export interface FieldProps {
  readonly locale: Locale;
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** Longer help, which opens on demand. */
  readonly guidance?: string | undefined;
  readonly error?: string | undefined;
  readonly optional?: boolean | undefined;
  /** The only question of its page: its label is the page's h1. */
  readonly isTitle?: boolean | undefined;
}

/** The id of the control that a link to the field leads to. */
export const inputId = (name: string): string => `f-${name}`;

/** The ids of the hint and the error, for `aria-describedby`. */
export const describedBy = (name: string, hint: unknown, error: unknown): string | undefined =>
  hint && error ? `h-${name} e-${name}` : hint ? `h-${name}` : error ? `e-${name}` : undefined;

export const hintOf = (name: string, hint: string | undefined) =>
  hint ? (
    <p class="hint" id={`h-${name}`}>
      {withCodes(hint)}
    </p>
  ) : null;

export const errorOf = (name: string, error: string | undefined) =>
  error ? (
    <p class="ds-validation-message" id={`e-${name}`}>
      {withCodes(error)}
    </p>
  ) : null;

export const guidanceOf = ({ locale, guidance }: FieldProps) =>
  guidance ? (
    <details class="guidance">
      <summary>{say(locale, uiTexts.guidance)}</summary>
      {guidance.split(/\n+/).map((paragraph) => (
        <p>{withCodes(paragraph)}</p>
      ))}
    </details>
  ) : null;

const wordsOf = ({ locale, label, optional }: FieldProps) =>
  optional ? `${label} ${say(locale, uiTexts.optional)}` : label;

/** A question with one control. Called as a function: a form page has many, and each component costs time. */
export const fieldFrame = (props: FieldProps, control: ComponentChildren, width?: string) => {
  const label = (
    <label class="ds-label" for={inputId(props.name)}>
      {wordsOf(props)}
    </label>
  );
  return (
    <div class={`field${props.error ? ' wrong' : ''}${width ? ` ${width}` : ''}`}>
      {props.isTitle ? <h1 class="field-title">{label}</h1> : label}
      {hintOf(props.name, props.hint)}
      {guidanceOf(props)}
      {errorOf(props.name, props.error)}
      {control}
    </div>
  );
};

/** A question with several controls. */
export const groupFrame = (props: FieldProps, controls: ComponentChildren) => (
  <fieldset
    class={props.error ? 'field wrong' : 'field'}
    aria-describedby={describedBy(props.name, props.hint, props.error)}
  >
    <legend class="ds-label">{props.isTitle ? <h1 class="field-title">{wordsOf(props)}</h1> : wordsOf(props)}</legend>
    {hintOf(props.name, props.hint)}
    {guidanceOf(props)}
    {errorOf(props.name, props.error)}
    {controls}
  </fieldset>
);
