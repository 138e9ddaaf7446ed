import { locales, type Text } from '../../base/texts.ts';
import { decimalsOf, readNumber, sayMoney } from '../numbers.ts';
import type { World } from '../world.ts';
import type { FieldType } from './field-type.ts';
import { rangeFault } from './integer.ts';
import { numberInput } from './number-input.ts';

/** The currency that a question asks for. */
export const currencyIn = ({ currency }: { readonly currency: string | undefined }, world: World): string =>
  currency ?? world.currency;

/** An amount, kept as text in plain decimal notation in the main unit of its currency: "1500.25". */
export const money: FieldType<'money', string> = {
  ...numberInput((field, world: World) => decimalsOf(currencyIn(field, world))),
  offered: ({ offer }) => offer,
  read: (sent, field, world) => {
    const currency = currencyIn(field, world);
    const decimals = decimalsOf(currency);
    const reading = readNumber(sent, decimals);
    if ('fault' in reading)
      return {
        fault: reading.fault === 'too-many-decimals' && decimals === 0 ? 'not-a-whole-number' : reading.fault,
        values: { decimals },
      };
    // Numbers of fifteen digits compare as doubles as they do as decimals.
    return (
      rangeFault(Number(reading.value), field, (limit) => amountText(String(limit), currency)) ?? {
        value: reading.value,
      }
    );
  },
  toExpression: Number,
  say: (value, field, locale, world) => sayMoney(value, locale, currencyIn(field, world)),
  searched: (value) => ({ amounts: [Number(value)] }),
  jsonSchema: ({ currency }) => ({
    type: 'string',
    pattern: String.raw`^-?\d{1,15}(\.\d{1,4})?$`,
    description: `An amount in ${currency ?? "the country's currency"}, in plain decimal notation in its main unit`,
    examples: ['1500'],
  }),
};

const amountText = (value: string, currency: string): Text =>
  Object.fromEntries(locales.map((locale) => [locale, sayMoney(value, locale, currency)])) as unknown as Text;
