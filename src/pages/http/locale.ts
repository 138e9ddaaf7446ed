import { isLocale, type Locale } from '../../base/texts.ts';

/**
 * The language of a request: `?lang=`, then the cookie, then Accept-Language (RFC 9110, 12.5.4), then the country's own.
 * @param offered those of the installation, its own first
 */
export const localeOf = (
  query: unknown,
  cookie: string | undefined,
  acceptLanguage: string | undefined,
  offered: readonly [Locale, ...Locale[]],
): Locale => {
  const isOffered = (value: unknown): value is Locale => isLocale(value) && offered.includes(value);
  if (isOffered(query)) return query;
  if (isOffered(cookie)) return cookie;
  if (!acceptLanguage) return offered[0];
  let best: { locale: Locale; weight: number } | undefined;
  for (const part of acceptLanguage.slice(0, 200).split(',')) {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const locale = tag.split('-')[0];
    const weight = Number(
      parameters
        .find((parameter) => parameter.trim().startsWith('q='))
        ?.trim()
        .slice(2) ?? 1,
    );
    if (isOffered(locale) && weight > (best?.weight ?? 0)) best = { locale, weight };
  }
  return best?.locale ?? offered[0];
};
