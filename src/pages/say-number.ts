import { intlLocale, type Locale } from '../base/texts.ts';

/** A share from 0 to 1 as "16%". A whole is said only of a whole, nothing only of nothing. */
export const sayShare = (share: number, locale: Locale): string => {
  const percent = Math.round(share * 100);
  const honest = share > 0 && percent === 0 ? 1 : share < 1 && percent === 100 ? 99 : percent;
  return new Intl.NumberFormat(intlLocale[locale], { style: 'percent' }).format(honest / 100);
};

/** A score from 0 to 100, without decimals. */
export const sayScore = (score: number, locale: Locale): string =>
  new Intl.NumberFormat(intlLocale[locale], { maximumFractionDigits: 0 }).format(score);

/** By how much a score changed, with its sign. */
export const sayChange = (change: number, locale: Locale): string =>
  new Intl.NumberFormat(intlLocale[locale], { maximumFractionDigits: 0, signDisplay: 'exceptZero' }).format(change);
