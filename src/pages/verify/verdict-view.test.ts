import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../documents/verify-credential.ts';
import type { Dictionary } from './dictionary.ts';
import { type VerdictView, viewOf } from './verdict-view.ts';

const text = (words: string) => ({ ar: `${words} ar`, fr: `${words} fr`, en: `${words} en` });
const dictionary: Dictionary = {
  timeZone: 'Asia/Beirut',
  issuers: { LB: { ar: 'لبنان', fr: 'Liban', en: 'Lebanon' } },
  services: {
    permits: {
      title: text('Permits'),
      holder: 'full_name',
      documents: { permit: text('Permit') },
      claims: {
        full_name: { label: text('Name') },
        reason: { label: text('Reason'), options: [{ ar: 'علاج', fr: 'Soins', en: 'Medical care' }] },
      },
    },
  },
};

/** 23:30 in Beirut. */
const now = new Date('2026-11-12T21:30:00Z');
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);
const evidence = { keyId: 'k', keysFetchedAt: hours(-50), listIssuedAt: hours(-3) };
const document = {
  issuer: 'LB',
  issuedAt: hours(-4),
  notBefore: hours(-2),
  expires: hours(1),
  status: undefined,
  service: 'permits',
  reference: 'MP-0001-0407',
  kind: 'permit',
  claims: { full_name: 'ليلى', reason: 'علاج', plate: 'N 118402' },
};
const signed = (verdict: 'valid' | 'expired' | 'not-yet-valid', changes = {}): Verdict => ({
  verdict,
  document: { ...document, ...changes },
  evidence,
});
const view = (verdict: Verdict, locale: 'ar' | 'fr' | 'en' = 'en', typed = 'DWN1:X'): VerdictView =>
  viewOf(verdict, { locale, dictionary, now, text: typed });

describe('a valid document', () => {
  it('says until when, past midnight too, in the words of the language', () => {
    expect(view(signed('valid'), 'ar')).toMatchObject({ tone: 'good', word: 'صالح', line: 'حتى الساعة 00:30 غدًا' });
    expect(view(signed('valid'), 'fr').line).toBe('jusqu’à demain 00:30');
    expect(view(signed('valid'), 'en').line).toBe('until 00:30 tomorrow');
    expect(view(signed('valid', { expires: hours(24 * 30) }), 'ar').line).toBe('حتى 12 كانون الأول 2026 الساعة 23:30');
  });

  it('names the holder first, and shows a choice in the language of the reader', () => {
    const { document: shown } = view(signed('valid'), 'fr');
    expect(shown?.title).toBe('Permit fr');
    expect(shown?.holder).toEqual({ label: 'Name fr', value: 'ليلى' });
    expect(shown?.facts.map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'Valable à partir de: aujourd’hui à 21:30',
      'Valable jusqu’à: demain à 00:30',
      'Reason fr: Soins',
      'plate: N 118402',
      'Service: Permits fr',
      'Référence: MP-0001-0407',
      'Délivré: aujourd’hui à 19:30 · Liban',
    ]);
  });

  it('says how old the list and the keys are', () => {
    expect(view(signed('valid'), 'ar').evidence.slice(0, 2)).toEqual([
      'لائحة الوثائق الملغاة: قبل 3 ساعات',
      'مفاتيح التحقق: قبل يومين',
    ]);
    expect(view(signed('valid'), 'fr').evidence[0]).toBe('Liste des documents révoqués : il y a 3 heures');
  });

  it('is shown as it stands when its service is not known here, whatever it is called', () => {
    for (const service of ['marriages', 'constructor', '__proto__']) {
      const { document: shown } = view(
        signed('valid', { service, kind: 'toString', claims: { valueOf: true, list: ['a', 2, null] } }),
      );
      expect(shown?.title).toBe(`${service}: toString`);
      expect(shown?.facts).toContainEqual({ label: 'list', value: 'a · 2 · –' });
    }
    expect(view(signed('valid', { kind: 'constructor' })).document?.title).toBe('Permits en');
  });
});

it.each<{ verdict: Verdict; tone: VerdictView['tone'] }>([
  { verdict: signed('expired'), tone: 'wait' },
  { verdict: signed('not-yet-valid'), tone: 'wait' },
  { verdict: { verdict: 'revoked', status: 1, document, evidence }, tone: 'bad' },
  { verdict: { verdict: 'revoked', status: 2, document, evidence }, tone: 'bad' },
  { verdict: { verdict: 'unchecked-revocation', reason: 'no-list', document, evidence }, tone: 'unknown' },
  { verdict: { verdict: 'unchecked-revocation', reason: 'list-too-old', document, evidence }, tone: 'unknown' },
  { verdict: { verdict: 'unchecked-revocation', reason: 'keys-too-old', document, evidence }, tone: 'unknown' },
  { verdict: { verdict: 'unchecked-revocation', reason: 'no-reference', document, evidence }, tone: 'unknown' },
  { verdict: { verdict: 'key-not-valid', document, evidence }, tone: 'bad' },
  { verdict: { verdict: 'unknown-key', keyId: 'k', keysFetchedAt: now }, tone: 'unknown' },
  { verdict: { verdict: 'tampered', keyId: 'k' }, tone: 'bad' },
  { verdict: { verdict: 'not-a-document', reason: 'foreign' }, tone: 'unknown' },
  { verdict: { verdict: 'not-a-document', reason: 'unreadable' }, tone: 'unknown' },
])('$verdict.verdict is never green, and says what to do', ({ verdict, tone }) => {
  const shown = view(verdict);
  expect(shown.tone).toBe(tone);
  expect(shown.advice).toMatch(/\w.*\.$/);
});

it('shows nothing of a document whose signature is wrong', () => {
  expect(view({ verdict: 'tampered', keyId: 'k' }).document).toBeUndefined();
});

it('tells a reference from a code', () => {
  const foreign: Verdict = { verdict: 'not-a-document', reason: 'foreign' };
  expect(view(foreign, 'en', ' mp-0001-0407 ').word).toBe('Only a reference');
  expect(view(foreign, 'en', 'https://example.com').word).toBe('Not one of our codes');
});
