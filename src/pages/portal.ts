import type { Country } from '../territory/country.ts';
import type { Portal } from './ui/page-context.ts';

/** What the country's settings put on every page. */
export const portalOf = (country: Country, isDemo: boolean): Portal => ({
  name: country.portal,
  owner: country.name,
  // It stands on the country's colour.
  logo: `data:image/svg+xml,${encodeURIComponent(country.logo.replaceAll('currentColor', '#fff'))}`,
  footer: [
    { href: '/track', label: { ar: 'متابعة طلب', fr: 'Suivre une demande', en: 'Follow a request' } },
    { href: '/verify', label: { ar: 'التحقق من وثيقة', fr: 'Vérifier un document', en: 'Verify a document' } },
    { href: '/privacy', label: { ar: 'الخصوصية', fr: 'Vie privée', en: 'Privacy' } },
    { href: '/accessibility', label: { ar: 'سهولة الوصول', fr: 'Accessibilité', en: 'Accessibility' } },
    { href: '/staff', label: { ar: 'دخول الموظفين', fr: 'Espace agents', en: 'Staff' } },
  ],
  isDemo,
});
