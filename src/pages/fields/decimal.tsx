import { sayNumber } from '../../form/numbers.ts';
import { NumberField } from '../ui/number-field.tsx';
import { type FieldPage, frameOf } from './field-page.ts';
import { keyboardFor, withUnit } from './integer.tsx';

export const decimal: FieldPage<'decimal', number> = {
  ask: (props) => (
    <NumberField
      {...frameOf(props)}
      value={props.inputs[props.field.name]}
      unit={props.field.unit?.[props.locale]}
      keyboard={keyboardFor(props.field.min, 'decimal')}
    />
  ),
  show: (value, { unit, decimals }, { locale }) => withUnit(sayNumber(value, locale, decimals), unit?.[locale]),
};
