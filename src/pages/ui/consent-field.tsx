import type { ComponentChildren } from 'preact';
import { describedBy, errorOf, type FieldProps, guidanceOf, hintOf, inputId } from './field-frame.tsx';

interface ConsentFieldProps extends FieldProps {
  /** The text that is agreed to. */
  readonly wording: ComponentChildren;
  /** What is sent when the box is ticked. */
  readonly value: string;
  readonly isTicked: boolean;
}

/** A text and, below it, a box to tick: never ticked beforehand. */
export const ConsentField = (props: ConsentFieldProps) => {
  const { name, hint, error } = props;
  const id = inputId(name);
  return (
    <div class={`field${error ? ' wrong' : ''}`}>
      <div class="wording" id={`w-${name}`}>
        {props.wording}
      </div>
      {hintOf(name, hint)}
      {guidanceOf(props)}
      {errorOf(name, error)}
      <div class="choice">
        <input
          class="ds-input"
          type="checkbox"
          id={id}
          name={name}
          value={props.value}
          checked={props.isTicked}
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={[`w-${name}`, describedBy(name, hint, error)].filter(Boolean).join(' ')}
        />
        <label for={id}>{props.label}</label>
      </div>
    </div>
  );
};
