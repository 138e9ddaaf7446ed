import { type Static, Type } from 'typebox';
import type { FieldPlace, FieldTypeDeclaration } from './field-type.ts';
import { checkRange } from './range.ts';

const amount = (description: string) => Type.Optional(Type.Number({ minimum: -1e12, maximum: 1e12, description }));

/** The currency of an amount, where it is not the country's. */
export const currencyKey = {
  currency: Type.Optional(
    Type.String({
      pattern: '^[A-Z]{3}$',
      description: "The ISO 4217 code of the currency, three capital letters; left out: the country's.",
    }),
  ),
};

export const checkCurrency = (currency: string | undefined, place: Pick<FieldPlace, 'fault'>): void => {
  if (currency !== undefined && !Intl.supportedValuesOf('currency').includes(currency))
    place.fault(['currency'], `there is no currency "${currency}": write its ISO 4217 code, such as EUR`);
};

const source = Type.Object({
  ...currencyKey,
  min: amount('The smallest amount accepted, in the main unit of the currency; 0 unless it is written.'),
  max: amount('The largest amount accepted, in the main unit of the currency.'),
  default: amount('What is offered as the answer.'),
});

export interface MoneySettings {
  /** undefined: the country's. */
  readonly currency: string | undefined;
  readonly min: number;
  readonly max: number | undefined;
  readonly offer: string | undefined;
}

/**
 * Amounts are kept as text in plain decimal notation, in the main unit: "1500.25". That is exact, says the same to
 * whoever reads it in thirty years, and needs no table of how many decimals a currency had at the time, as a count of
 * its smallest unit would: lists do not agree on it for the Lebanese pound.
 */
export const money: FieldTypeDeclaration<Static<typeof source>, MoneySettings> = {
  description: 'An amount of money, kept exactly.',
  keys: source.properties,
  celType: 'double',
  compile: (declared, place) => {
    const { currency, min = 0, max, default: offer } = declared;
    checkRange({ ...declared, min }, place);
    checkCurrency(currency, place);
    return { currency, min, max, offer: offer === undefined ? undefined : String(offer) };
  },
};
