import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/**
 * Reads telephone numbers as people of one country type them.
 * @param country ISO 3166-1 alpha-2 code: numbers without a country code are read as dialled there.
 * @returns the number in E.164 form, or undefined for what cannot be one.
 */
export const createPhoneReader =
  (country: string) =>
  (text: string): string | undefined => {
    const number = parsePhoneNumberFromString(text, country as CountryCode);
    return number?.isPossible() && number.isValid() ? number.number : undefined;
  };

/** A number in E.164 form as people write it, which no line end tears apart: +961 3 123 456. */
export const sayPhone = (number: string): string =>
  parsePhoneNumberFromString(number)?.formatInternational().replaceAll(' ', '\u00a0') ?? number;
