import { describedBy, type FieldProps, fieldFrame, inputId } from './field-frame.tsx';

interface NumberFieldProps extends FieldProps {
  readonly value?: string | undefined;
  /** What is counted, beside the box: ل.ل., persons. */
  readonly unit?: string | undefined;
  readonly keyboard: 'numeric' | 'decimal' | 'text';
  readonly required?: boolean | undefined;
}

/** A number, left to right in every language. Not `type=number`, which turns at a touch of the wheel and drops what it cannot read. */
export const NumberField = (props: NumberFieldProps) => {
  const { name, hint, error, unit } = props;
  const unitId = unit === undefined ? undefined : `u-${name}`;
  const input = (
    <input
      class="ds-input"
      id={inputId(name)}
      name={name}
      type="text"
      dir="ltr"
      value={props.value}
      autocomplete="off"
      inputmode={props.keyboard}
      maxlength={60}
      aria-required={props.required ? 'true' : undefined}
      aria-invalid={error ? 'true' : undefined}
      aria-describedby={[describedBy(name, hint, error), unitId].filter(Boolean).join(' ') || undefined}
    />
  );
  return fieldFrame(
    props,
    unit === undefined ? (
      input
    ) : (
      <div class="with-unit">
        {input}
        <span id={unitId}>
          <bdi>{unit}</bdi>
        </span>
      </div>
    ),
    'number',
  );
};
