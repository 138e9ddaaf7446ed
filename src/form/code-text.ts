import type { CodeFormat } from '../definition/fields/code.ts';

/**
 * The text of a code in one form, whoever has read it: readers disagree on how they write article numbers of UPC. Those
 * of UPC-A have twelve digits as they are printed, though the same bars are an EAN-13 that begins with a zero; those of
 * UPC-E are written out as the UPC-A number that they stand for.
 */
export const codeText = (format: CodeFormat, text: string, accepted: readonly CodeFormat[]): string => {
  if (format === 'upc-e' && /^\d{8}$/.test(text)) return writtenOut(text);
  const isUpc = format === 'upc-a' || format === 'upc-e' || (format === 'ean-13' && accepted.includes('upc-a'));
  return isUpc && /^0\d{12}$/.test(text) ? text.slice(1) : text;
};

/** Puts back the zeros that UPC-E leaves out: GS1 General Specifications, 5.2.2.4.2. Eight digits, check digit included. */
const writtenOut = (short: string): string => {
  const [system, digits, last, check] = [short[0]!, short.slice(1, 6), short[6]!, short[7]!];
  const zerosAfter = (count: number, more: string) => digits.slice(0, count) + more + digits.slice(count);
  const number =
    last <= '2'
      ? zerosAfter(2, `${last}0000`)
      : last === '3'
        ? zerosAfter(3, '00000')
        : last === '4'
          ? zerosAfter(4, '00000')
          : `${digits}0000${last}`;
  return system + number + check;
};
