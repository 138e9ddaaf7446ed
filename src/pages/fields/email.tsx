import { Bdi } from '../ui/bdi.tsx';
import { TextField } from '../ui/text-field.tsx';
import { type FieldPage, frameOf } from './field-page.ts';

export const email: FieldPage<'email', string> = {
  ask: (props) => (
    <TextField
      {...frameOf(props)}
      value={props.inputs[props.field.name]}
      type="email"
      dir="ltr"
      inputMode="email"
      autocomplete="email"
      maxLength={254}
    />
  ),
  show: (value) => <Bdi>{value}</Bdi>,
};
