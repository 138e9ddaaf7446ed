import type { Locale, Text } from '../../src/base/texts.ts';
import type { Assets } from '../../src/pages/assets.ts';
import type { PageContext, StaffBar } from '../../src/pages/ui/page-context.ts';

/** A portal that exists only to look at components: the words are those of a real one. */
export const text = (ar: string, fr: string, en: string): Text => ({ ar, fr, en });

export const timeZone = 'Asia/Beirut';

const portal: PageContext['portal'] = {
  name: text('بوابة الخدمات الحكومية', 'Portail des services publics', 'Government services portal'),
  owner: text('الجمهورية اللبنانية', 'République libanaise', 'Lebanese Republic'),
  footer: [
    { href: '/accessibility', label: text('سهولة الوصول', 'Accessibilité', 'Accessibility') },
    { href: '/privacy', label: text('حماية البيانات الشخصية', 'Données personnelles', 'Personal data') },
    { href: '/verify', label: text('التحقّق من مستند', 'Vérifier un document', 'Check a document') },
    { href: '/data', label: text('البيانات المفتوحة', 'Données ouvertes', 'Open data') },
  ],
  isDemo: true,
};

const items = [
  text('قائمة العمل', 'Liste de travail', 'Worklist'),
  text('البحث', 'Recherche', 'Search'),
  text('التحقّق من تصريح', 'Contrôler une autorisation', 'Check a permit'),
  text('المؤشّرات', 'Indicateurs', 'Indicators'),
];

const staffBar = (locale: Locale): StaffBar => ({
  items: items.map((label, index) => ({
    href: `/staff/${index}`,
    label: label[locale],
    isCurrent: index === 0,
    ...(index === 0 && { count: 37 }),
  })),
  personName: text('ريما خوري', 'Rima Khoury', 'Rima Khoury')[locale],
  institutionName: text('وزارة الداخلية والبلديات', 'Ministère de l’Intérieur', 'Ministry of Interior')[locale],
  news: { stream: '/staff/live', href: '/staff/notifications', label: 'الإشعارات: 3 لم تُقرأ', unread: '3' },
  signOutAction: '/staff/sign-out',
  csrfToken: 'token',
});

export const contextFor = (locale: Locale, url: string, assets: Assets, isStaff = false): PageContext => ({
  locale,
  url,
  portal,
  assets,
  ...(isStaff && { staff: staffBar(locale) }),
});

export const permit = text('تصريح تنقّل', 'Autorisation de circulation', 'Mobility permit');
export const steps = [
  text('مقدّم الطلب', 'Demandeur', 'Applicant'),
  text('الرحلة', 'Trajet', 'Trip'),
  text('السبب', 'Motif', 'Reason'),
  text('المراجعة', 'Vérification', 'Check'),
];
