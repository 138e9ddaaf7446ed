import { expect, it } from 'vitest';
import { testSecret } from '../../test/world/accounts.ts';
import { accountEventKinds } from '../access/account-events.ts';
import { createAccountKeys } from '../access/account-keys.ts';
import { locales } from '../base/texts.ts';
import { accountMessages } from './account-message-texts.ts';
import { createAccountMessages } from './account-message.ts';

const keys = createAccountKeys(testSecret);
const portal = { ar: 'بوابة الخدمات', fr: 'Portail des services', en: 'Services portal' };
const render = createAccountMessages({ keys, publicUrl: 'https://diwan.gov.lb', timeZone: 'Asia/Beirut', portal });
const id = '3f2c1a90-5b7e-4d21-9c64-0a1b2c3d4e5f';

const write = (template: string, locale: (typeof locales)[number], values: Record<string, string>) =>
  render({
    id: 1,
    recordId: null,
    template,
    channel: 'email',
    recipient: 'rana@example.gov',
    locale,
    values: {
      reference: 'MP-0012-3457',
      records: '3',
      lines: 'MP-0012-3457 – Permit (2)',
      who: 'Samir',
      until: '2026-03-13T10:00:00Z',
      ...values,
    },
    createdAt: new Date('2026-03-12T12:30:00Z'),
  });

it.each(locales.flatMap((locale) => Object.keys(accountMessages).map((name) => [locale, name] as const)))(
  'in %s, %s has every value in its place',
  async (locale, name) => {
    for (const device of ['', 'Firefox · Android']) {
      const words = await write(name, locale, { id, kind: 'password-changed', network: '192.0.2.1', device });
      expect(words.subject).toMatch(/\S/);
      expect(words.body).not.toMatch(/[{}]|undefined|\n\n\n/);
      expect(words.body).toContain('https://diwan.gov.lb/staff');
    }
  },
);

it.each(locales)('in %s every kind of change has words', async (locale) => {
  for (const kind of accountEventKinds) {
    const { subject = '' } = await write('account/changed', locale, { kind, network: '', device: '' });
    expect(subject).not.toMatch(/[{}]|undefined/);
  }
});

it('writes the link of a forgotten password so that only this program can have written it', async () => {
  const { body } = await write('account/reset', 'en', { id });
  const link = /\/staff\/sign-in\/reset\/(\S+)/.exec(body)?.[1] ?? '';
  expect(keys.readLink('password-reset', link)).toBe(id);
  expect(keys.readLink('invitation', link)).toBeUndefined();
  expect(createAccountKeys(`another ${testSecret}`).readLink('password-reset', link)).toBeUndefined();
});
