import { sayYesNo } from '../../form/fields/yes-no.ts';
import { Radios } from '../ui/choice-field.tsx';
import { type FieldPage, frameOf } from './field-page.ts';

export const yesNo: FieldPage<'yes-no', boolean> = {
  ask: (props) => (
    <Radios
      {...frameOf(props)}
      options={[
        { value: 'yes', label: sayYesNo(true, props.field, props.locale) },
        { value: 'no', label: sayYesNo(false, props.field, props.locale) },
      ]}
      value={props.inputs[props.field.name]}
    />
  ),
  show: (value, field, { locale }) => sayYesNo(value, field, locale),
};
