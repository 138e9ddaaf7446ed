import { type FieldProps, groupFrame, inputId } from './field-frame.tsx';

interface StackedInput {
  /** What follows the name of the question: `.ar`. */
  readonly suffix: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly dir: 'auto' | 'ltr' | 'rtl';
  readonly lang?: string | undefined;
  readonly autocomplete?: string | undefined;
  readonly maxLength?: number | undefined;
  readonly isShort?: boolean | undefined;
  /** It may be left empty: what is wrong is not wrong with it. */
  readonly isOptional?: boolean | undefined;
}

/** Several inputs that make one answer, one below the other. */
export const StackedFields = (
  props: FieldProps & { readonly inputs: readonly StackedInput[]; readonly children?: preact.ComponentChildren },
) => groupFrame(props, [...props.inputs.map((input, position) => stacked(props, input, position)), props.children]);

/** One of them. The first carries the id to which the link of the error summary leads. */
export const stacked = ({ name, error }: FieldProps, input: StackedInput, position: number) => {
  const id = position === 0 ? inputId(name) : `${inputId(name)}${input.suffix}`;
  return (
    <div class={`stacked${input.isShort ? ' short' : ''}`}>
      <label for={id}>{input.label}</label>
      <input
        class="ds-input"
        type="text"
        id={id}
        name={`${name}${input.suffix}`}
        value={input.value}
        dir={input.dir}
        lang={input.lang}
        autocomplete={input.autocomplete ?? 'off'}
        maxlength={input.maxLength}
        aria-invalid={error && !(input.isOptional && !input.value) ? 'true' : undefined}
      />
    </div>
  );
};
