import { sayNumber } from '../../form/numbers.ts';
import { NumberField } from '../ui/number-field.tsx';
import { type FieldPage, frameOf } from './field-page.ts';

/** Keyboards of digits have no sign to take away with: they are for numbers that cannot be below nought. */
export const keyboardFor = (min: number | undefined, digits: 'numeric' | 'decimal'): 'numeric' | 'decimal' | 'text' =>
  min !== undefined && min >= 0 ? digits : 'text';

/** A number and what it counts, kept together and in their order within a line of any direction. */
export const withUnit = (number: string, unit: string | undefined) => (
  <bdi>
    <bdi>{number}</bdi>
    {unit && `\u00a0${unit}`}
  </bdi>
);

export const integer: FieldPage<'integer', number> = {
  ask: (props) => (
    <NumberField
      {...frameOf(props)}
      value={props.inputs[props.field.name]}
      unit={props.field.unit?.[props.locale]}
      keyboard={keyboardFor(props.field.min, 'numeric')}
    />
  ),
  show: (value, { unit }, { locale }) => withUnit(sayNumber(value, locale, 0), unit?.[locale]),
};
