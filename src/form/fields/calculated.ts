import { dayOf, startOfDay } from '../../base/calendar-day.ts';
import type { FieldOf } from '../../definition/service.ts';
import { takenAnswer } from '../taken-answer.ts';
import { decimalsOf, sayMoney, sayNumber } from '../numbers.ts';
import type { World } from '../world.ts';
import { sayDay } from './date.ts';
import type { FieldType, Given } from './field-type.ts';
import { currencyIn } from './money.ts';
import { sayYesNo } from './yes-no.ts';

type Value = string | number | boolean;
type Calculated = FieldOf<'calculated'>;

const longestText = 4_000;

/** An answer that follows from earlier ones, kept in the normal form of the type that it gives. */
export const calculated: FieldType<'calculated', Value> = {
  // On pages nothing is typed for it; that its page was answered shows all the same.
  owns: (suffix) => suffix === '',
  read: () => ({ value: '' }),
  compute: (field, given, world) => calculate(field, given, world),
  fromInputs: () => undefined,
  toInputs: () => ({}),
  toExpression: (value, { gives, timeZone }) => {
    if (gives === 'integer') return BigInt(value);
    if (gives === 'money') return Number(value);
    return gives === 'date' ? startOfDay(String(value), timeZone) : value;
  },
  say: (value, field, locale, world) => {
    const { gives, decimals } = field;
    switch (gives) {
      case 'text':
        return String(value);
      case 'integer':
        return sayNumber(Number(value), locale, 0);
      case 'decimal':
        return sayNumber(Number(value), locale, decimals);
      case 'money':
        return sayMoney(String(value), locale, currencyIn(field, world));
      case 'yes-no':
        return sayYesNo(value === true, {}, locale);
      case 'date':
        return sayDay(String(value), locale);
    }
  },
  jsonSchema: ({ gives }) => ({ ...schemas[gives], readOnly: true, description: 'Follows from other answers' }),
};

const schemas: Readonly<Record<Calculated['gives'], Readonly<Record<string, unknown>>>> = {
  text: { type: 'string' },
  integer: { type: 'integer' },
  decimal: { type: 'number' },
  money: { type: 'string' },
  'yes-no': { type: 'boolean' },
  date: { type: 'string', format: 'date' },
};

/** The answer; undefined where an answer that it looks at is missing, or what comes out cannot be kept. */
const calculate = (field: Calculated, given: Given, world: World): Value | undefined => {
  if (!field.of) return taken(field, given, world);
  if (field.of.uses.some((name) => given[name] === undefined)) return undefined;
  const value = field.of.evaluate(given, world.now);
  switch (typeof value) {
    case 'string':
      return value === '' ? undefined : value.slice(0, longestText);
    case 'bigint':
      return Number.isSafeInteger(Number(value)) ? Number(value) : undefined;
    case 'number':
      return field.gives === 'money'
        ? rounded(value, decimalsOf(currencyIn(field, world)))
        : numberOf(rounded(value, field.decimals));
    case 'boolean':
      return value;
    default:
      return value instanceof Date && !Number.isNaN(+value) ? dayOf(value, field.timeZone) : undefined;
  }
};

/** Kept as it is there: the answers of a kind have one normal form. */
const taken = ({ from }: Calculated, given: Given, world: World): Value | undefined => {
  const answer = from && takenAnswer(from, given, world);
  return typeof answer === 'object' ? undefined : (answer as Value | undefined);
};

const numberOf = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));

/**
 * In plain notation with at most so many decimals, half rounded away from nought as it is taught at school: 1.005, which
 * no double is, becomes 1.01. Undefined where it is no number or has more than fifteen digits.
 */
const rounded = (value: number, decimals: number): string | undefined => {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e15) return undefined;
  // Fifteen digits are all that a double holds: what comes after them is noise of the arithmetic before.
  const steady = Number(value.toPrecision(15));
  const scale = 10 ** decimals;
  const scaled = Math.round(Number((Math.abs(steady) * scale).toPrecision(15))) / scale;
  const text = scaled
    .toFixed(decimals)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
  return steady < 0 && scaled !== 0 ? `-${text}` : text;
};
