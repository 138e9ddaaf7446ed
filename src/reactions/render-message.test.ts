import { describe, expect, test } from 'vitest';
import { type Locale, locales } from '../base/texts.ts';
import { smsParts } from '../outside/sms-parts.ts';
import { messageTextsFrom, type StandardMessage, standardMessages } from './message-texts.ts';
import { type MessageValues, renderMessage, standardMessageFor } from './render-message.ts';

const names = Object.keys(standardMessages) as StandardMessage[];
const service = { ar: 'تصريح تنقّل', fr: 'Autorisation de déplacement', en: 'Mobility permit' };
const reason = {
  ar: 'لم يُذكر اسم المستشفى ولا موعد الزيارة',
  fr: 'Le nom de l’hôpital n’est pas indiqué',
  en: 'The name of the hospital is missing',
};
const state = { ar: 'بانتظار القرار', fr: 'En attente de décision', en: 'Waiting for a decision' };

const valuesIn = (locale: Locale, more: Partial<MessageValues> = {}): MessageValues => ({
  service: service[locale],
  reference: 'MP-0012-3457',
  state: state[locale],
  link: 'https://diwan.gov.lb/o/MP00123457/123456789012',
  ...more,
});
const write = (name: StandardMessage, channel: 'sms' | 'email', locale: Locale, more: Partial<MessageValues> = {}) =>
  renderMessage({
    texts: standardMessages[name],
    channel,
    locale,
    values: valuesIn(locale, more),
    timeZone: 'Asia/Beirut',
  });

const from = new Date('2026-03-12T14:30:00Z');
const until = new Date('2026-03-12T19:00:00Z');

describe('a message', () => {
  const everything = (locale: Locale) => ({ by: from, from, until, reason: reason[locale], question: reason[locale] });

  test.each(locales.flatMap((locale) => names.map((name) => [locale, name] as const)))(
    'in %s, %s: two text messages at most, with every value in its place',
    (locale, name) => {
      const secret = name === 'received' || name === 'approved' ? { secret: '1234 5678 9012' } : {};
      const { body } = write(name, 'sms', locale, { ...everything(locale), ...secret });
      expect(smsParts(body)).toMatchObject({ alphabet: locale === 'ar' ? 'ucs-2' : 'gsm-7' });
      expect(smsParts(body).parts).toBeLessThanOrEqual(2);
      expect(body).toContain('https://diwan.gov.lb/o/MP00123457/123456789012');
      expect(body).not.toMatch(/[{}]|undefined|\s\s|\s[.,]/);

      const mail = write(name, 'email', locale, { ...everything(locale), ...secret });
      expect(mail.subject).toContain('MP-0012-3457');
      expect(mail.subject).not.toContain('\n');
      expect(mail.body).not.toMatch(/[{}]|undefined|\n\n\n/);
    },
  );

  test.each(locales.flatMap((locale) => names.map((name) => [locale, name] as const)))(
    'in %s, %s: reads well without what is optional',
    (locale, name) => {
      expect(write(name, 'sms', locale).body).not.toMatch(/[{}]|undefined|\s\s/);
      expect(write(name, 'email', locale).body).not.toMatch(/[{}]|undefined|\n\n\n/);
    },
  );

  test('gives the hours in the time zone of the country, the day once', () => {
    expect(write('approved', 'sms', 'ar', { from, until }).body).toContain('من 12/03 16:30 إلى 21:00.');
    expect(write('approved', 'sms', 'fr', { from, until }).body).toContain('Valable du 12/03 16:30 à 21:00.');
    const late = new Date('2026-03-12T23:00:00Z');
    expect(write('approved', 'sms', 'fr', { from, until: late }).body).toContain(
      'Valable du 12/03 16:30 au 13/03 01:00.',
    );
    expect(write('approved', 'email', 'ar', { from, until }).body).toContain('من 12 آذار 2026 في 16:30 إلى 21:00.');
  });

  test('carries the secret only when it is given', () => {
    expect(write('received', 'sms', 'ar', { secret: '1234 5678 9012' }).body).toContain('رمزك \u200e1234 5678 9012.');
    expect(write('received', 'sms', 'fr', { secret: '1234 5678 9012' }).body).toContain(
      'Code secret : 1234 5678 9012.',
    );
    expect(write('received', 'sms', 'ar').body).not.toContain('رمزك');
  });

  test('shortens what an officer wrote to a line of a text message, and gives it whole by e-mail', () => {
    const long = `${reason.ar}\n\nيُرجى إرسال صورة عن موعد المستشفى مع الطلب الجديد قبل نهاية الأسبوع.`;
    const { body } = write('rejected', 'sms', 'ar', { reason: long });
    expect(body).toContain('السبب: «لم يُذكر اسم المستشفى ولا موعد الزيارة يُرجى إرسال صورة عن...» للاعتراض');
    expect(smsParts(body).parts).toBeLessThanOrEqual(3);
    expect(write('rejected', 'email', 'ar', { reason: long }).body).toContain(long);
  });

  test('in the words of a service is used for both channels', () => {
    const own = messageTextsFrom({
      ar: 'تصريحك {reference} جاهز: {link}',
      fr: 'Prêt : {reference} {link}',
      en: 'Ready: {reference} {link}',
    });
    const values = valuesIn('ar');
    expect(renderMessage({ texts: own, channel: 'sms', locale: 'ar', values, timeZone: 'Asia/Beirut' })).toEqual({
      body: 'تصريحك MP-0012-3457 جاهز: https://diwan.gov.lb/o/MP00123457/123456789012',
    });
    const mail = renderMessage({ texts: own, channel: 'email', locale: 'ar', values, timeZone: 'Asia/Beirut' });
    expect(mail.subject).toBe('تصريح تنقّل MP-0012-3457');
    expect(mail.body).toMatch(/^تصريحك MP-0012-3457 جاهز/);
  });

  test('that names an unknown value is refused, rather than sent with a hole', () => {
    const own = messageTextsFrom({ ar: '{hospital}', fr: '{hospital}', en: '{hospital}' });
    expect(() =>
      renderMessage({ texts: own, channel: 'sms', locale: 'ar', values: valuesIn('ar'), timeZone: 'Asia/Beirut' }),
    ).toThrow();
  });
});

test.each([
  [undefined, 'open', false, 'received'],
  [undefined, 'granted', false, 'approved'],
  ['open', 'granted', false, 'approved'],
  ['open', 'refused', false, 'rejected'],
  ['granted', 'refused', true, 'revoked'],
  ['open', 'waiting', false, 'question'],
  ['refused', 'open', false, 'reviewing'],
  ['open', 'open', false, 'progress'],
  ['open', 'closed', false, 'progress'],
] as const)('coming from %s to %s (document revoked: %s) is told as "%s"', (from_, to, revoked, told) => {
  expect(standardMessageFor({ from: from_, to, revoked })).toBe(told);
});
