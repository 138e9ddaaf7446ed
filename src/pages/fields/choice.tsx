import { Radios, SelectField } from '../ui/choice-field.tsx';
import { type FieldPage, frameOf } from './field-page.ts';

/** More than this many options are a list that opens: nobody scrolls through thirty circles on a phone. */
const manyOptions = 12;

export const choice: FieldPage<'choice', string> = {
  ask: (props) => {
    const { field, inputs, locale } = props;
    const options = [...field.options].map(([value, label]) => ({ value, label: label[locale] }));
    const value = inputs[field.name];
    return options.length > manyOptions ? (
      <SelectField {...frameOf(props)} options={options} value={value} />
    ) : (
      <Radios {...frameOf(props)} options={options} value={value} />
    );
  },
  show: (value, field, { locale }) => field.options.get(value)?.[locale] ?? value,
};
