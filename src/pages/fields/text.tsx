import { TextArea, TextField } from '../ui/text-field.tsx';
import { type FieldPage, frameOf } from './field-page.ts';

export const text: FieldPage<'text', string> = {
  ask: (props) => (
    <TextField
      {...frameOf(props)}
      value={props.inputs[props.field.name]}
      autocomplete={props.autocomplete ?? 'off'}
      width={props.field.max <= 20 ? 'short' : undefined}
    />
  ),
  show: (value) => <bdi>{value}</bdi>,
};

export const longText: FieldPage<'long-text', string> = {
  ask: (props) => <TextArea {...frameOf(props)} value={props.inputs[props.field.name]} rows={4} />,
  show: (value) => <Lines>{value}</Lines>,
};

/** Free text as it was written, each paragraph in its own direction. */
export const Lines = ({ children }: { readonly children: string }) => (
  <>
    {children.split(/\n+/).map((line) => (
      <span class="line" dir="auto">
        {line}
      </span>
    ))}
  </>
);
