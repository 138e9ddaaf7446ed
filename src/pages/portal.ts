import { createHash } from 'node:crypto';
import type { Country } from '../territory/country.ts';
import { themePath } from './theme.ts';
import type { Portal } from './ui/page-context.ts';

/** Where the chosen logo is served; its name says which one it is. */
export const logoPath = (picture: string): string =>
  `/theme/logo-${createHash('sha256').update(picture).digest('hex').slice(0, 12)}.png`;

/**
 * What the country's settings put on every page: made once for each change of them.
 * @param builtIn the colour that the styles were built in
 */
export const portalOf = (
  country: Pick<Country, 'portal' | 'name' | 'languages' | 'colour' | 'logo' | 'logoPicture'>,
  isDemo: boolean,
  builtIn: string,
): Portal => ({
  name: country.portal,
  owner: country.name,
  languages: country.languages,
  colour: country.colour,
  theme: country.colour.toLowerCase() === builtIn.toLowerCase() ? undefined : themePath(country.colour),
  logo:
    country.logoPicture === undefined
      ? // It stands on the country's colour.
        `data:image/svg+xml,${encodeURIComponent(country.logo.replaceAll('currentColor', '#fff'))}`
      : logoPath(country.logoPicture),
  footer: [
    { href: '/track', label: { ar: 'متابعة طلب', fr: 'Suivre une demande', en: 'Follow a request' } },
    { href: '/verify', label: { ar: 'التحقق من وثيقة', fr: 'Vérifier un document', en: 'Verify a document' } },
    { href: '/privacy', label: { ar: 'الخصوصية', fr: 'Vie privée', en: 'Privacy' } },
    { href: '/accessibility', label: { ar: 'سهولة الوصول', fr: 'Accessibilité', en: 'Accessibility' } },
    { href: '/staff', label: { ar: 'دخول الموظفين', fr: 'Espace agents', en: 'Staff' } },
  ],
  isDemo,
});
