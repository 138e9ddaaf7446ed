import { sayPhone } from '../../base/phone.ts';
import { Bdi } from '../ui/bdi.tsx';
import { PhoneField } from '../ui/text-field.tsx';
import { type FieldPage, frameOf } from './field-page.ts';

export const phone: FieldPage<'phone', string> = {
  ask: (props) => <PhoneField {...frameOf(props)} value={props.inputs[props.field.name]} />,
  show: (value) => <Bdi>{sayPhone(value)}</Bdi>,
};
