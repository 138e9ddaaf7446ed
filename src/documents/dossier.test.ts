import { afterAll, expect, test } from 'vitest';
import { locales } from '../base/texts.ts';
import { type Dossier, dossierData, type DossierRecord, mostCharacters } from './dossier.ts';
import { createPdfRenderer } from './pdf.ts';
import type { Letterhead } from './printed-document.ts';

const renderer = createPdfRenderer();
afterAll(() => renderer.stop());

const letterhead: Letterhead = {
  country: { ar: 'لبنان', fr: 'Liban', en: 'Lebanon' },
  logo: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8" fill="currentColor"/></svg>',
  colour: '#0b5d4a',
  timeZone: 'Asia/Beirut',
  verifyUrl: 'https://diwan.example/verify',
};

const recordWith = (number: number, characters: number): DossierRecord => {
  const words = 'شكوى رقم 12 بشأن الطريق, the road #panic("no") \\ $x$ *bold* “quoted” \u202e';
  const value = words.repeat(Math.ceil(characters / 10 / words.length)).slice(0, characters / 10);
  return {
    reference: `P-0001-00${number}`,
    name: 'عريضة',
    title: `عريضة P-0001-00${number}`,
    state: 'قيد الدرس',
    relation: 'السجل المطلوب',
    about: [{ label: 'الخدمة', value: 'عرائض' }],
    parts: [
      {
        title: 'الأجوبة',
        lines: [],
        rows: Array.from({ length: 10 }, (_, index) => ({ label: `سؤال ${index}`, value: `${value}\n${index}` })),
      },
      { title: 'التسلسل الزمني', lines: ['سطر'], rows: [] },
    ],
  };
};
const dossierOf = (records: readonly DossierRecord[], locale: Dossier['locale'] = 'ar'): Dossier => ({
  locale,
  institution: 'التفتيش المركزي',
  title: 'ملف',
  footer: 'طبعة PR-0000-0013',
  printing: 'طبعة رقم PR-0000-0013',
  notice: 'نسخة',
  index: 'المحتويات',
  columns: ['الرقم', 'الموضوع', 'الحالة', 'الصفحة'],
  records,
  leftOut: [],
});
const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 5)).toString() === '%PDF-';
const pagesIn = (bytes: Uint8Array): number =>
  Buffer.from(bytes)
    .toString('latin1')
    .match(/\/Type\s*\/Page\b/g)?.length ?? 0;

test.each(locales)('a record alone is set in %s, and words that look like markup are words', async (locale) => {
  const data = dossierData(dossierOf([recordWith(1, 2_000)], locale), letterhead);
  expect(isPdf(await renderer.renderLong('dossier', data, new Date(0)))).toBe(true);
});

test('the longest dossier that is made is set within the limits of its process, each record on a page of its own', async () => {
  const records = Array.from({ length: 31 }, (_, number) => recordWith(number, mostCharacters / 31));
  const pdf = await renderer.renderLong('dossier', dossierData(dossierOf(records), letterhead), new Date(0));
  expect(pagesIn(pdf)).toBeGreaterThan(31);
});
