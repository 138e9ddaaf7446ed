import { describedBy, type FieldProps, fieldFrame, inputId } from './field-frame.tsx';

/** A file, or a picture from the camera: phones offer it when `accept` names images. */
export const FileField = (props: FieldProps & { readonly accept: string; readonly multiple?: boolean | undefined }) =>
  fieldFrame(
    props,
    <input
      class="file"
      type="file"
      id={inputId(props.name)}
      name={props.name}
      accept={props.accept}
      multiple={props.multiple}
      aria-invalid={props.error ? 'true' : undefined}
      aria-describedby={describedBy(props.name, props.hint, props.error)}
    />,
  );
