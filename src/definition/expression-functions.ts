import type { Environment } from '@marcbachmann/cel-js';
import { addDays, dayOf, daysBetween, isIsoDay, startOfDay, yearsBetween } from '../base/calendar-day.ts';

/**
 * What expressions can call besides CEL's own: nothing here fails, whatever it is given, so that a rule never falls
 * silent because of an answer that its author did not think of. Whole numbers are BigInt within expressions.
 */
export interface ExpressionFunction {
  /** Name and types, as CEL writes them. */
  readonly signature: string;
  /** One sentence for the reference. */
  readonly description: string;
  readonly call: (...values: never[]) => unknown;
}

/** What is known while an expression is evaluated. */
export interface Evaluation {
  readonly now: () => Date;
  /** IANA name of the zone in which days are counted. */
  readonly timeZone: string;
}

const finite = (value: number): number => (Number.isFinite(value) ? value : 0);
const whole = (value: number): bigint => BigInt(Math.trunc(finite(value)));
/** Half away from nought, as it is taught at school: -2.5 becomes -3. */
const roundHalfUp = (value: number): number => Math.sign(value) * Math.round(Math.abs(value));

const f = (signature: string, description: string, call: (...values: never[]) => unknown): ExpressionFunction => ({
  signature,
  description,
  call,
});

const dates = ({ now, timeZone }: Evaluation): readonly ExpressionFunction[] => {
  const day = (instant: Date) => dayOf(instant, timeZone);
  const partOf = (instant: Date, from: number, to: number) => BigInt(day(instant).slice(from, to));
  return [
    f('now(): timestamp', 'The present instant.', now),
    f('today(): timestamp', 'The beginning of the present day, to compare dates with.', () =>
      startOfDay(day(now()), timeZone),
    ),
    f('date(string): timestamp', 'The beginning of a day that is written out: date("2026-03-12").', (text: string) =>
      isIsoDay(text) ? startOfDay(text, timeZone) : undefined,
    ),
    f('day(timestamp): string', 'The day that an instant falls on, as text: "2026-03-12".', day),
    f('year(timestamp): int', 'The year of a date or an instant.', (at: Date) => partOf(at, 0, 4)),
    f('month(timestamp): int', 'The month, 1 to 12.', (at: Date) => partOf(at, 5, 7)),
    f('day_of_month(timestamp): int', 'The day of the month, 1 to 31.', (at: Date) => partOf(at, 8, 10)),
    f('weekday(timestamp): int', 'The day of the week: 1 is Monday, 7 is Sunday.', (at: Date) =>
      BigInt(new Date(day(at)).getUTCDay() || 7),
    ),
    f('hour(timestamp): int', "The hour of the day on the country's clocks, 0 to 23.", (at: Date) =>
      BigInt(hourIn(at, timeZone)),
    ),
    f('years_since(timestamp): int', 'Full years since a date, such as an age.', (from: Date) =>
      BigInt(yearsBetween(day(from), day(now()))),
    ),
    f(
      'days_between(timestamp, timestamp): int',
      'Days of the calendar from one date to another.',
      (from: Date, to: Date) => BigInt(daysBetween(day(from), day(to))),
    ),
    f('add_days(timestamp, int): timestamp', 'The beginning of the day so many days later.', (at: Date, days: bigint) =>
      startOfDay(addDays(day(at), clamp(Number(days), 1e5)), timeZone),
    ),
    f(
      'earliest(list<timestamp>, timestamp): timestamp',
      'The earliest of a list, or the other where it is empty.',
      (list: Date[], otherwise: Date) => list.reduce((a, b) => (a < b ? a : b), list[0] ?? otherwise),
    ),
    f(
      'latest(list<timestamp>, timestamp): timestamp',
      'The latest of a list, or the other where it is empty.',
      (list: Date[], otherwise: Date) => list.reduce((a, b) => (a > b ? a : b), list[0] ?? otherwise),
    ),
  ];
};

const clamp = (value: number, limit: number): number => Math.max(-limit, Math.min(limit, value));

const clocks = new Map<string, Intl.DateTimeFormat>();
const hourIn = (instant: Date, timeZone: string): number => {
  const clock =
    clocks.get(timeZone) ?? new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' });
  clocks.set(timeZone, clock);
  return Number(clock.format(instant));
};

/** Without the noise that adding doubles makes after the fifteenth digit: 0.1 and 0.2 are 0.3. */
const sum = (list: readonly number[]): number => Number(list.reduce((a, b) => a + b, 0).toPrecision(15));
const sumWhole = (list: readonly bigint[]): bigint => list.reduce((a, b) => a + b, 0n);

const least = <Value extends number | bigint>(a: Value, b: Value): Value => (a < b ? a : b);
const most = <Value extends number | bigint>(a: Value, b: Value): Value => (a > b ? a : b);

/** The same for each way in which two numbers can be given. */
const ofTwo = (
  name: string,
  description: string,
  ofList: string,
  call: <Value extends number | bigint>(a: Value, b: Value) => Value,
): readonly ExpressionFunction[] => [
  f(`${name}(int, int): int`, description, (a: bigint, b: bigint) => call(a, b)),
  f(`${name}(double, double): double`, description, (a: number, b: number) => call(a, b)),
  f(`${name}(int, double): double`, description, (a: bigint, b: number) => call(Number(a), b)),
  f(`${name}(double, int): double`, description, (a: number, b: bigint) => call(a, Number(b))),
  f(`${name}(list<int>): int`, `${ofList} of a list; 0 where it is empty.`, (list: bigint[]) =>
    list.reduce(call, list[0] ?? 0n),
  ),
  f(`${name}(list<double>): double`, `${ofList} of a list; 0 where it is empty.`, (list: number[]) =>
    list.reduce(call, list[0] ?? 0),
  ),
];

const numbers: readonly ExpressionFunction[] = [
  f('sum(list<int>): int', 'All of a list together.', sumWhole),
  f('sum(list<double>): double', 'All of a list together.', sum),
  f('average(list<int>): double', 'The mean of a list; 0 where it is empty.', (list: bigint[]) =>
    list.length === 0 ? 0 : Number(sumWhole(list)) / list.length,
  ),
  f('average(list<double>): double', 'The mean of a list; 0 where it is empty.', (list: number[]) =>
    list.length === 0 ? 0 : sum(list) / list.length,
  ),
  ...ofTwo('min', 'The smaller one.', 'The smallest', least),
  ...ofTwo('max', 'The larger one.', 'The largest', most),
  f('abs(int): int', 'Without its sign.', (value: bigint) => (value < 0n ? -value : value)),
  f('abs(double): double', 'Without its sign.', Math.abs),
  f('round(int): int', 'The nearest whole number.', (value: bigint) => value),
  f('round(double): int', 'The nearest whole number; a half goes away from 0.', (value: number) =>
    whole(roundHalfUp(value)),
  ),
  f(
    'round(double, int): double',
    'Rounded to so many digits after the decimal sign.',
    (value: number, digits: bigint) => {
      const scale = 10 ** clamp(Number(digits), 10);
      return finite(roundHalfUp(Number((value * scale).toPrecision(15))) / scale);
    },
  ),
  f('floor(double): int', 'The whole number below.', (value: number) => whole(Math.floor(value))),
  f('ceil(double): int', 'The whole number above.', (value: number) => whole(Math.ceil(value))),
  ...(['int', 'double'] as const).flatMap((a) =>
    (['int', 'double'] as const).map((b) =>
      f(
        `ratio(${a}, ${b}): double`,
        'The first divided by the second; 0 where the second is 0.',
        (x: never, y: never) => (Number(y) === 0 ? 0 : Number(x) / Number(y)),
      ),
    ),
  ),
  f(
    'to_integer(string, int): int',
    'The whole number that a text says, or the other one.',
    (text: string, otherwise: bigint) => (/^-?\d{1,15}$/.test(text.trim()) ? BigInt(text.trim()) : otherwise),
  ),
  f(
    'to_number(string, double): double',
    'The number that a text says, or the other one.',
    (text: string, otherwise: number) => (/^-?\d{1,15}(\.\d{1,15})?$/.test(text.trim()) ? Number(text) : otherwise),
  ),
];

const texts: readonly ExpressionFunction[] = [
  f('lower(string): string', 'The text in small letters.', (text: string) => text.toLowerCase()),
  f('trim(string): string', 'The text without spaces at its ends.', (text: string) => text.trim()),
  f('starts(string, string): bool', 'Whether a text begins with another.', (text: string, start: string) =>
    text.startsWith(start),
  ),
  f('left(string, int): string', 'The first so many characters.', (text: string, count: bigint) =>
    [...text].slice(0, Math.max(0, clamp(Number(count), 1e5))).join(''),
  ),
];

const lists: readonly ExpressionFunction[] = [
  f(
    'at(list<T>, int, T): T',
    'What stands at a position of a list, counted from 0, or the other where there is nothing.',
    (list: unknown[], position: bigint, otherwise: unknown) => list[Number(position)] ?? otherwise,
  ),
];

const timestamp = 'google.protobuf.Timestamp';

/** Every function of the language's own, for the reference. */
export const expressionFunctions = (evaluation: Evaluation): readonly ExpressionFunction[] => [
  ...dates(evaluation),
  ...numbers,
  ...texts,
  ...lists,
];

/** CEL keeps whole numbers and others apart; people who write rules do not. */
const arithmetic = {
  '+': (a: number, b: number) => a + b,
  '-': (a: number, b: number) => a - b,
  '*': (a: number, b: number) => a * b,
  '/': (a: number, b: number) => a / b,
} as const;

export const registerFunctions = (environment: Environment, evaluation: Evaluation): Environment => {
  for (const { signature, description, call } of expressionFunctions(evaluation))
    environment.registerFunction(
      signature.replaceAll('timestamp', timestamp),
      call as (...values: unknown[]) => unknown,
      {
        description,
        async: false,
      },
    );
  for (const [operator, calculate] of Object.entries(arithmetic)) {
    environment.registerOperator(`int ${operator} double: double`, (a, b) => calculate(Number(a), b as number));
    environment.registerOperator(`double ${operator} int: double`, (a, b) => calculate(a as number, Number(b)));
  }
  environment.registerOperator('int == double', (a, b) => Number(a) === b);
  return environment;
};

/** Name and types of every function of the language's own. */
export const functionSignatures: readonly string[] = expressionFunctions({
  now: () => new Date(0),
  timeZone: 'UTC',
}).map(({ signature }) => signature);

export const functionNames: ReadonlySet<string> = new Set(
  functionSignatures.map((signature) => signature.slice(0, signature.indexOf('('))),
);
