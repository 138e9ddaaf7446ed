import { describedBy, type FieldProps, fieldFrame, inputId } from './field-frame.tsx';

interface TextFieldProps extends FieldProps {
  readonly value?: string | undefined;
  readonly type?: 'text' | 'email' | 'search' | 'password' | 'url' | undefined;
  /** Names, addresses, free words: `auto` lets a Latin name stand left to right in an Arabic form. */
  readonly dir?: 'auto' | 'ltr' | undefined;
  readonly width?: 'short' | 'medium' | 'long' | undefined;
  readonly autocomplete?: string | undefined;
  readonly inputMode?: 'text' | 'numeric' | 'tel' | 'email' | 'search' | undefined;
  readonly maxLength?: number | undefined;
  readonly required?: boolean | undefined;
  /** Id of a `datalist` with what may be meant. */
  readonly list?: string | undefined;
}

export const TextField = (props: TextFieldProps) =>
  fieldFrame(
    props,
    <input
      class="ds-input"
      id={inputId(props.name)}
      name={props.name}
      // The typings ask for one literal; every kind of text input has the same attributes.
      type={(props.type ?? 'text') as 'text'}
      dir={props.dir ?? 'auto'}
      value={props.value}
      autocomplete={props.autocomplete}
      inputmode={props.inputMode}
      maxlength={props.maxLength}
      list={props.list}
      aria-required={props.required ? 'true' : undefined}
      aria-invalid={props.error ? 'true' : undefined}
      aria-describedby={describedBy(props.name, props.hint, props.error)}
    />,
    props.width,
  );

/** A phone number, left to right in every language. */
export const PhoneField = (
  props: FieldProps & { readonly value?: string | undefined; readonly required?: boolean | undefined },
) =>
  fieldFrame(
    props,
    <input
      class="ds-input"
      id={inputId(props.name)}
      name={props.name}
      type="tel"
      dir="ltr"
      value={props.value}
      autocomplete="tel"
      inputmode="tel"
      aria-required={props.required ? 'true' : undefined}
      aria-invalid={props.error ? 'true' : undefined}
      aria-describedby={describedBy(props.name, props.hint, props.error)}
    />,
    'medium',
  );

interface TextAreaProps extends FieldProps {
  readonly value?: string | undefined;
  readonly rows?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly required?: boolean | undefined;
}

export const TextArea = (props: TextAreaProps) =>
  fieldFrame(
    props,
    <textarea
      class="ds-input"
      id={inputId(props.name)}
      name={props.name}
      rows={props.rows ?? 5}
      dir="auto"
      maxlength={props.maxLength}
      aria-required={props.required ? 'true' : undefined}
      aria-invalid={props.error ? 'true' : undefined}
      aria-describedby={describedBy(props.name, props.hint, props.error)}
      value={props.value ?? ''}
    />,
  );
