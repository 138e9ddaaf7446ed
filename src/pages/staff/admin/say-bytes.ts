import { intlLocale, type Locale } from '../../../base/texts.ts';

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** A number of bytes in words: 12.3 MB. */
export const sayBytes = (bytes: number, locale: Locale): string => {
  let [value, step] = [bytes, 0];
  while (value >= 1_000 && step < units.length - 1) [value, step] = [value / 1_000, step + 1];
  return new Intl.NumberFormat(intlLocale[locale], {
    style: 'unit',
    unit: units[step] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: value < 10 && step > 0 ? 1 : 0,
  }).format(value);
};
