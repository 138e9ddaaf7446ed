import { say } from '../../base/texts.ts';
import { ownsInput } from '../../form/fields/all.ts';
import { datetime as reading } from '../../form/fields/datetime.ts';
import { DateTimeField } from '../ui/date-field.tsx';
import { LongDateTime } from '../ui/date-time.tsx';
import { type AskProps, type FieldPage, frameOf } from './field-page.ts';
import { fieldTexts as texts } from './field-texts.ts';

const fiveMinutes = 300_000;

/** The four inputs as typed or, where nothing was, what the declaration offers: today, and the next five minutes of the clock. */
const valuesOf = ({ field, inputs, world }: AskProps<'datetime'>) => {
  const untouched = !Object.keys(inputs).some((input) => ownsInput(field, input));
  const soon = new Date(Math.ceil(+world.now / fiveMinutes) * fiveMinutes).toISOString();
  const given = untouched && field.offer ? reading.toInputs(soon, field, world) : inputs;
  const part = (suffix: string) => given[`${field.name}.${suffix}`];
  const time = untouched && field.offer === 'today' ? undefined : part('time');
  return { day: part('day'), month: part('month'), year: part('year'), time };
};

const exampleOf = ({ field, locale, world }: AskProps<'datetime'>): string => {
  const today = reading.toInputs(world.now.toISOString(), field, world);
  const part = (suffix: string) => today[`${field.name}.${suffix}`] ?? '';
  return say(locale, texts.dateExample, { day: part('day'), month: part('month'), year: part('year') });
};

export const datetime: FieldPage<'datetime', string> = {
  followsClock: true,
  ask: (props) => (
    <DateTimeField
      {...frameOf(props)}
      hint={props.field.hint?.[props.locale] ?? exampleOf(props)}
      values={valuesOf(props)}
    />
  ),
  show: (value, _field, { locale, world }) => (
    <LongDateTime locale={locale} at={new Date(value)} timeZone={world.timeZone} />
  ),
};
