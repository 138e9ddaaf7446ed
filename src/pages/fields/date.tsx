import { addDays, dayOf } from '../../base/calendar-day.ts';
import { say } from '../../base/texts.ts';
import { dayMeant, partInputs, sayDay } from '../../form/fields/date.ts';
import type { Inputs } from '../../form/fields/field-type.ts';
import type { World } from '../../form/world.ts';
import { DateField } from '../ui/date-field.tsx';
import { type FieldPage, frameOf } from './field-page.ts';
import { fieldTexts as texts } from './field-texts.ts';

/** The three inputs of a date as typed. */
export const partsIn = (inputs: Inputs, name: string) => ({
  day: inputs[`${name}.day`],
  month: inputs[`${name}.month`],
  year: inputs[`${name}.year`],
});

/** A day, a month or a year as a text and for machines, which take all three. */
export const showDay = (value: string, words: string) => (
  <time datetime={value}>
    <bdi>{words}</bdi>
  </time>
);

/** A day that would be accepted, as an example: today, or a year before where what is asked for is past. */
const exampleDay = (
  { min, max }: { readonly min: string | undefined; readonly max: string | undefined },
  world: World,
): string => {
  const today = dayOf(world.now, world.timeZone);
  const latest = max === undefined ? undefined : dayMeant(max, world);
  const usual = latest !== undefined && latest <= today ? addDays(latest, -365) : today;
  const earliest = min === undefined ? usual : dayMeant(min, world);
  return earliest > usual ? earliest : usual;
};

export const date: FieldPage<'date', string> = {
  followsClock: true,
  ask: (props) => {
    const { field, locale, inputs, world } = props;
    const example = partsIn(partInputs(exampleDay(field, world), field.name), field.name);
    const { day = '', month = '', year = '' } = example;
    return (
      <DateField
        {...frameOf(props)}
        hint={field.hint?.[locale] ?? say(locale, texts.dayExample, { day, month, year })}
        values={partsIn(inputs, field.name)}
      />
    );
  },
  show: (value, _field, { locale }) => showDay(value, sayDay(value, locale)),
};
