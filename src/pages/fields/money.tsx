import { currencyIn } from '../../form/fields/money.ts';
import { currencySign, decimalsOf, sayMoney } from '../../form/numbers.ts';
import { NumberField } from '../ui/number-field.tsx';
import { type FieldPage, frameOf } from './field-page.ts';
import { keyboardFor } from './integer.tsx';

export const money: FieldPage<'money', string> = {
  ask: (props) => {
    const { field, inputs, locale, world } = props;
    const currency = currencyIn(field, world);
    return (
      <NumberField
        {...frameOf(props)}
        value={inputs[field.name]}
        unit={currencySign(locale, currency)}
        keyboard={keyboardFor(field.min, decimalsOf(currency) === 0 ? 'numeric' : 'decimal')}
      />
    );
  },
  show: (value, field, { locale, world }) => <bdi>{sayMoney(value, locale, currencyIn(field, world))}</bdi>,
};
