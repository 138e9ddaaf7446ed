import { expect, test } from 'vitest';
import { hoursAfter, noon, permit, permitData, worldAt } from '../../test/world/service.ts';
import type { CaseRecord } from '../record/fold.ts';
import { printedDocumentOf } from './print-record.ts';
import { layoutData } from './printed-document.ts';

const letterhead = {
  country: { ar: 'الجمهورية اللبنانية', fr: 'République libanaise', en: 'Lebanese Republic' },
  logo: '<svg fill="currentColor"/>',
  colour: '#0B5D4B',
  timeZone: 'Asia/Beirut',
  verifyUrl: 'https://diwan.example/verify',
};
const ministry = { ar: 'وزارة الداخلية', fr: 'Ministère de l’Intérieur', en: 'Ministry of Interior' };

const printed = (locale: string, until = hoursAfter(6), changes = {}) => {
  const record = {
    id: 12345,
    locale,
    answers: permitData(changes),
    documents: [{ id: 7, kind: 'permit', from: hoursAfter(1), until, revoked: false }],
  } as unknown as CaseRecord;
  const stored = { issuedAt: noon, credential: 'DWN1:ABC' };
  return layoutData(printedDocumentOf(permit, record, 7, stored, ministry, worldAt(noon)), letterhead);
};

/** As read: without the marks that keep directions apart. */
const read = (words: { main: string; second: string | null }) =>
  [words.main, words.second].map((word) => word?.replace(/[\u2066-\u2069]/g, '') ?? null);

test('an Arabic permit says in Arabic, and below in French, what was signed and when it counts', () => {
  const paper = printed('ar');
  expect([paper.lang, paper['second-lang']]).toEqual(['ar', 'fr']);
  expect(paper.claims.map(({ label, value }) => [...read(label), ...read(value)])).toContainEqual([
    permit.fields.get('origin')?.label.ar,
    permit.fields.get('origin')?.label.fr,
    'صيدا',
    'Saïda',
  ]);
  expect(read(paper.validity)).toEqual([
    'صالح يوم الأحد، 22 تشرين الثاني 2026 من الساعة 13:00 إلى الساعة 18:00',
    'Valable le dimanche 22 novembre 2026 de 13:00 à 18:00',
  ]);
  expect(paper.logo).toContain('#0B5D4B');
});

test('French and English permits have Arabic below', () => {
  expect(read(printed('fr').title)).toEqual([
    permit.documents.get('permit')?.title.fr,
    permit.documents.get('permit')?.title.ar,
  ]);
  expect(read(printed('en').title)).toEqual([
    permit.documents.get('permit')?.title.en,
    permit.documents.get('permit')?.title.ar,
  ]);
});

test('a name stands once, a missing answer not at all, and phone numbers are not among the claims', () => {
  const paper = printed('ar', undefined, { plate: undefined });
  expect(paper.claims.map(({ value }) => read(value))).toContainEqual(['ليلى حدّاد', null]);
  expect(paper.claims).toHaveLength(4);
});

test('hours that reach past midnight name both days', () => {
  expect(read(printed('en', hoursAfter(14)).validity)[0]).toMatch(
    /from Sunday.* 22 November 2026 at 13:00 to Monday.* 23 November 2026 at 02:00/,
  );
});

test('direction marks that came with a name cannot turn the rest of the paper', () => {
  const [name] = printed('en', undefined, { full_name: '\u202EdaddaH\u2069 x' }).claims;
  expect(name?.value.main).toBe('\u2068daddaH x\u2069');
});
