import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type Static, type TSchema, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { canonicalJson } from '../base/canonical-json.ts';
import {
  bases,
  type Calendar,
  type CalendarContent,
  createCalendar,
  type MovingHoliday,
  type OpenHours,
  type Week,
} from './calendar.ts';
import { type FileFault, refuseFaults } from './file-fault.ts';
import { type CountryYaml, readCountryYaml, schemaFaults } from './yaml-file.ts';

/** `calendar.yaml` in the country's folder: when its public administrations work. */
const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const closed = { additionalProperties: false };
const under = <Key extends string, Schema extends TSchema>(keys: readonly Key[], schema: Schema) =>
  Object.fromEntries(keys.map((key) => [key, schema])) as Record<Key, Schema>;
const word = Type.String({ minLength: 1 });
const name = Type.Object({ ar: word, fr: word, en: word }, closed);
const date = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const openHours = Type.Optional(Type.Array(Type.String({ pattern: '^\\d{2}:\\d{2}-\\d{2}:\\d{2}$' }), { minItems: 1 }));

const calendarSchema = Type.Object(
  {
    weekend: Type.Array(Type.Enum([...days]), {
      uniqueItems: true,
      maxItems: 6,
      description: `the days of the week on which offices are closed, of ${days.join(', ')}`,
    }),
    hours: Type.Object(under(days, openHours), {
      ...closed,
      description: 'the opening hours of each other day between quotes: monday: ["08:00-12:00", "13:00-15:30"]',
    }),
    seasons: Type.Array(
      Type.Object({ from: date, until: date, hours: Type.Object(under(days, openHours), closed) }, closed),
      {
        description:
          'times with other hours, or []: { from: 2026-02-18, until: 2026-03-19, hours: { monday: ["09:00-14:00"] } }',
      },
    ),
    yearly: Type.Array(Type.Object({ on: Type.String({ pattern: '^\\d{2}-\\d{2}$' }), name }, closed), {
      description: 'holidays on the same day each year, the month first: { on: "11-22", name: { ar, fr, en } }',
    }),
    moving: Type.Array(Type.Object({ name, ...under(bases, Type.Optional(Type.Array(date))) }, closed), {
      description: `holidays on another day each year, their dates below ${bases.join(', ')}: { name: { ar, fr, en }, expected: [2026-05-27] }`,
    }),
    until: Type.Integer({
      minimum: 2000,
      maximum: 2200,
      description: 'the last year whose moving holidays are listed',
    }),
  },
  closed,
);
const validator = Compile(calendarSchema);
type Declared = Static<typeof calendarSchema>;
type DeclaredHours = Declared['hours'];

/** Reads it; ends the start with everything that is wrong in it, by line. */
export const loadCalendar = (folder: string, timeZone: string): Calendar => {
  const file = join(folder, 'calendar.yaml');
  const yaml = readCountryYaml(file);
  const { content } = yaml;
  if (!validator.Check(content)) {
    refuseFaults(
      schemaFaults(yaml, {
        properties: calendarSchema.properties,
        wrongAt: validator.Errors(content).map(({ instancePath }) => instancePath),
      }),
    );
    throw new Error(`${file} was refused without a reason`);
  }
  refuseFaults([...hoursFaults(content, yaml), ...dateFaults(content, yaml)]);
  return calendarOf(contentOf(content, timeZone));
};

/** The calendar of a content as it was read or kept. */
export const calendarOf = (content: CalendarContent): Calendar =>
  createCalendar(content, createHash('sha256').update(canonicalJson(content)).digest('hex').slice(0, 12));

const contentOf = (declared: Declared, timeZone: string): CalendarContent => ({
  timeZone,
  week: weekOf(declared.hours),
  seasons: declared.seasons.map(({ from, until, hours }) => ({ from, until, week: weekOf(hours) })),
  yearly: Object.fromEntries(declared.yearly.map((holiday) => [holiday.on, holiday.name])),
  moving: Object.fromEntries(
    declared.moving.flatMap((holiday) =>
      bases.flatMap((basis) =>
        (holiday[basis] ?? []).map((day): [string, MovingHoliday] => [day, { name: holiday.name, basis }]),
      ),
    ),
  ),
  lastYear: declared.until,
});

const weekOf = (hours: DeclaredHours): Week => days.map((day) => (hours[day] ?? []).map(readPeriod));

/** "08:00-15:30" → minutes after midnight. */
const readPeriod = (text: string): OpenHours[number] => {
  const [from = 0, until = 0] = text.split('-').map((time) => {
    const [hours = 0, minutes = 0] = time.split(':').map(Number);
    return hours * 60 + minutes;
  });
  return [from, until];
};

const hoursFaults = (declared: Declared, { faultAt }: CountryYaml): readonly FileFault[] => {
  const missing = days.filter((day) => !declared.weekend.includes(day) && !declared.hours[day]);
  const both = days.filter((day) => declared.weekend.includes(day) && declared.hours[day]);
  const wrongIn = (hours: DeclaredHours, path: readonly (string | number)[]) =>
    days.flatMap((day) => {
      let last = -1;
      return (hours[day] ?? []).flatMap((text, index) => {
        const [from, until] = readPeriod(text);
        const isRight = from > last && from < until && until <= 1_440 && /:[0-5]\d-.*:[0-5]\d$/.test(text);
        last = until;
        return isRight
          ? []
          : [faultAt([...path, day, index], `"${text}" is not right: write hours between 00:00 and 24:00, in order`)];
      });
    });
  return [
    ...missing.map((day) => faultAt(['hours'], `${day} is missing: write its hours, or add it to the weekend`)),
    ...both.map((day) => faultAt(['hours', day], `${day} is in the weekend too: remove it from one of them`)),
    ...wrongIn(declared.hours, ['hours']),
    ...declared.seasons.flatMap(({ hours }, index) => wrongIn(hours, ['seasons', index, 'hours'])),
  ];
};

const isDay = (day: string): boolean => {
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(+at) && at.toISOString().startsWith(day);
};

const dateFaults = (declared: Declared, { faultAt }: CountryYaml): readonly FileFault[] => {
  const notADay = (path: readonly (string | number)[], day: string) =>
    isDay(day) ? [] : [faultAt(path, `there is no day ${day}: write year, month and day`)];
  const taken = new Set<string>();
  return [
    ...declared.yearly.flatMap(({ on }, index) => notADay(['yearly', index, 'on'], `2024-${on}`)),
    ...declared.seasons.flatMap(({ from, until }, index) => [
      ...notADay(['seasons', index, 'from'], from),
      ...notADay(['seasons', index, 'until'], until),
      ...(from > until ? [faultAt(['seasons', index], 'it ends before it begins: write the first day in "from"')] : []),
    ]),
    ...declared.moving.flatMap((holiday, index) =>
      bases.flatMap((basis) =>
        (holiday[basis] ?? []).flatMap((day, at) => {
          const path = ['moving', index, basis, at];
          const isTwice = taken.has(day);
          taken.add(day);
          return [
            ...notADay(path, day),
            ...(isTwice ? [faultAt(path, `${day} is listed already: one holiday closes offices as well as two`)] : []),
            ...(Number(day.slice(0, 4)) > declared.until
              ? [faultAt(path, `${day} is past the year ${declared.until} in "until": correct one of them`)]
              : []),
          ];
        }),
      ),
    ),
  ];
};
