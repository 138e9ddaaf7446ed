import { say } from '../../base/texts.ts';
import { describedBy, type FieldProps, fieldFrame, groupFrame, inputId } from './field-frame.tsx';
import { uiTexts } from './ui-texts.ts';

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
}

interface ChoiceProps extends FieldProps {
  readonly options: readonly Option[];
}

const choice = (
  type: 'radio' | 'checkbox',
  name: string,
  option: Option,
  position: number,
  isChecked: boolean,
  isWrong: boolean,
  inputName = name,
) => {
  // The first one carries the field's id, where the link of the error summary leads.
  const id = position === 0 ? inputId(name) : `${inputId(name)}-${position}`;
  return (
    <div class="choice">
      <input
        class="ds-input"
        type={type}
        id={id}
        name={inputName}
        value={option.value}
        checked={isChecked}
        aria-invalid={isWrong ? 'true' : undefined}
        aria-describedby={option.hint ? `${id}-hint` : undefined}
      />
      <label for={id}>{option.label}</label>
      {option.hint && (
        <p class="hint" id={`${id}-hint`}>
          {option.hint}
        </p>
      )}
    </div>
  );
};

export const Radios = (props: ChoiceProps & { readonly value?: string | undefined }) =>
  groupFrame(
    props,
    props.options.map((option, position) =>
      choice('radio', props.name, option, position, option.value === props.value, Boolean(props.error)),
    ),
  );

export interface CheckboxesProps extends ChoiceProps {
  readonly values?: readonly string[] | undefined;
  /** The name of each box, where each has its own; all have the name of the question without it. */
  readonly inputNameOf?: ((value: string) => string) | undefined;
}

export const checkbox = (props: CheckboxesProps, option: Option, position: number) =>
  choice(
    'checkbox',
    props.name,
    option,
    position,
    props.values?.includes(option.value) ?? false,
    Boolean(props.error),
    props.inputNameOf?.(option.value),
  );

export const Checkboxes = (props: CheckboxesProps) =>
  groupFrame(
    props,
    props.options.map((option, position) => checkbox(props, option, position)),
  );

/** For long known lists; up to about six options, radios are easier on a phone. */
export const SelectField = (
  props: ChoiceProps & {
    readonly value?: string | undefined;
    readonly width?: 'short' | 'medium' | 'long' | undefined;
  },
) =>
  fieldFrame(
    props,
    <select
      class="ds-input"
      id={inputId(props.name)}
      name={props.name}
      aria-invalid={props.error ? 'true' : undefined}
      aria-describedby={describedBy(props.name, props.hint, props.error)}
    >
      <option value="" selected={!props.value}>
        {say(props.locale, uiTexts.choose)}
      </option>
      {props.options.map((option) => (
        <option value={option.value} selected={option.value === props.value}>
          {option.label}
        </option>
      ))}
    </select>,
    props.width,
  );
