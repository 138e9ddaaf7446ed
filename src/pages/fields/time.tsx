import { say } from '../../base/texts.ts';
import { TextField } from '../ui/text-field.tsx';
import { type FieldPage, frameOf } from './field-page.ts';
import { fieldTexts as texts } from './field-texts.ts';

export const time: FieldPage<'time', string> = {
  ask: (props) => (
    <TextField
      {...frameOf(props)}
      hint={props.field.hint?.[props.locale] ?? say(props.locale, texts.timeExample)}
      value={props.inputs[props.field.name]}
      dir="ltr"
      autocomplete="off"
      maxLength={12}
      width="short"
    />
  ),
  show: (value) => (
    <time datetime={value}>
      <bdi dir="ltr">{value}</bdi>
    </time>
  ),
};
