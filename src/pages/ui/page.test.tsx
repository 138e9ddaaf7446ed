import { expect, it } from 'vitest';
import type { Locale } from '../../base/texts.ts';
import { inLanguage } from './page-header.tsx';
import type { PageContext } from './page-context.ts';
import { Page, Title } from './page.tsx';
import { renderPage } from './render-page.ts';
import { TextField } from './text-field.tsx';

const contextIn = (locale: Locale): PageContext => ({
  locale,
  url: '/track?reference=A-1',
  portal: {
    name: { ar: 'البوابة', fr: 'Le portail', en: 'The portal' },
    owner: { ar: 'الدولة', fr: 'L’État', en: 'The state' },
    footer: [],
    isDemo: false,
  },
  assets: {
    colour: '#0B5D4B',
    css: (direction) => `/assets/site-${direction}.css`,
    deskCss: (direction) => `/assets/desk-${direction}.css`,
    fonts: () => [],
    icon: '/assets/icon.svg',
    island: () => ({ src: '', preload: [], later: [] }),
    files: [],
  },
});

const pageIn = (locale: Locale, problem?: string): string =>
  renderPage(
    <Page
      context={contextIn(locale)}
      title="عنوان"
      problems={problem === undefined ? [] : [{ name: 'phone', message: problem }]}
    >
      <Title>عنوان</Title>
      <TextField locale={locale} name="phone" label="الهاتف" hint="مثال" error={problem} value={'"<b>'} />
    </Page>,
  );

it.each([
  ['ar', 'rtl'],
  ['fr', 'ltr'],
  ['en', 'ltr'],
] as const)('is written in %s and laid out %s', (locale, direction) => {
  const html = pageIn(locale);
  expect(html).toMatch(`<!doctype html><html lang="${locale}" dir="${direction}">`);
  expect(html).toContain(`/assets/site-${direction}.css`);
});

it('offers the same address in the other languages', () => {
  expect(pageIn('ar')).toContain('href="/track?reference=A-1&amp;lang=fr"');
  expect(inLanguage('/track?lang=ar&reference=%D8%A3', 'en')).toBe('/track?lang=en&reference=%D8%A3');
});

it.each([
  ['ar', 'خطأ: '],
  ['fr', 'Erreur : '],
  ['en', 'Error: '],
] as const)('announces a refused input in its title (%s)', (locale, prefix) => {
  expect(pageIn(locale, 'x')).toContain(`<title>${prefix}عنوان – `);
  expect(pageIn(locale)).toContain('<title>عنوان – ');
});

it('says the same beside the field as in the summary, which links to the field', () => {
  const html = pageIn('ar', 'أدخل الرقم');
  expect(html).toContain('<a class="ds-link" href="#f-phone">أدخل الرقم</a>');
  expect(html).toContain('<p class="ds-validation-message" id="e-phone">أدخل الرقم</p>');
  expect(html).toMatch(/<input[^<]* id="f-phone"[^<]* aria-invalid="true" aria-describedby="h-phone e-phone"/);
});

it('keeps what was typed, as text', () => {
  expect(pageIn('ar')).toContain('value="&quot;&lt;b>"');
});
