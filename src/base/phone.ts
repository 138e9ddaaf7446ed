import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';

const mostKnown = 1_000;

/**
 * Reads telephone numbers as people of one country type them.
 * @param country ISO 3166-1 alpha-2 code: numbers without a country code are read as dialled there.
 * @returns the number in E.164 form, or undefined for what cannot be one.
 */
export const createPhoneReader = (country: string) => {
  // Rows of a file are read some at a time: each number where it comes from, and soon once more as the answer that it is.
  const known = new Map<string, string | undefined>();
  return (text: string): string | undefined => {
    if (known.has(text)) return known.get(text);
    const number = parsePhoneNumberFromString(text, country as CountryCode);
    const read = number?.isPossible() && number.isValid() ? number.number : undefined;
    if (known.size >= mostKnown) known.clear();
    if (text.length <= 40) known.set(text, read);
    return read;
  };
};

/** A number in E.164 form as people write it, which no line end tears apart: +961 3 123 456. */
export const sayPhone = (number: string): string =>
  parsePhoneNumberFromString(number)?.formatInternational().replaceAll(' ', '\u00a0') ?? number;
