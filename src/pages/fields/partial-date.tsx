import { say } from '../../base/texts.ts';
import { sayDay } from '../../form/fields/date.ts';
import { DateField } from '../ui/date-field.tsx';
import { partsIn, showDay } from './date.tsx';
import { type FieldPage, frameOf } from './field-page.ts';
import { fieldTexts as texts } from './field-texts.ts';

export const partialDate: FieldPage<'partial-date', string> = {
  ask: (props) => (
    <DateField
      {...frameOf(props)}
      hint={
        props.field.hint?.[props.locale] ??
        say(props.locale, props.field.atLeast === 'month' ? texts.monthIsEnough : texts.yearIsEnough)
      }
      values={partsIn(props.inputs, props.field.name)}
    />
  ),
  show: (value, _field, { locale }) => showDay(value, sayDay(value, locale)),
};
