import { say } from '../../base/texts.ts';
import { datetime as reading } from '../../form/fields/datetime.ts';
import { DateTimeField } from '../ui/date-field.tsx';
import { LongDateTime } from '../ui/date-time.tsx';
import { type AskProps, type FieldPage, frameOf } from './field-page.ts';
import { fieldTexts as texts } from './field-texts.ts';

const fiveMinutes = 300_000;

/** The four inputs as typed or, where nothing was, what the declaration offers: today, and the next five minutes of the clock. */
const valuesOf = ({ field, inputs, world }: AskProps) => {
  const untouched = reading.inputs.every((suffix) => inputs[field.name + suffix] === undefined);
  const soon = new Date(Math.ceil(+world.now / fiveMinutes) * fiveMinutes).toISOString();
  const given = untouched && field.offer ? reading.toInputs(soon, field.name, world) : inputs;
  const part = (suffix: string) => given[`${field.name}.${suffix}`];
  const time = untouched && field.offer === 'today' ? undefined : part('time');
  return { day: part('day'), month: part('month'), year: part('year'), time };
};

const exampleOf = ({ field, locale, world }: AskProps): string => {
  const today = reading.toInputs(world.now.toISOString(), field.name, world);
  const part = (suffix: string) => today[`${field.name}.${suffix}`] ?? '';
  return say(locale, texts.dateExample, { day: part('day'), month: part('month'), year: part('year') });
};

export const datetime: FieldPage = {
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
