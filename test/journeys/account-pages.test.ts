import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { locales } from '../../src/base/texts.ts';
import { lookAt, newPage, openBrowser } from '../world/browser.ts';
import { signInAt } from '../world/clerk.ts';
import { codeOf, invitationFor, keyOn, memberPassword, press } from '../world/members.ts';
import { openProgram, type OpenProgram } from '../world/open-program.ts';

let browser: Browser;
let program: OpenProgram;
beforeAll(async () => {
  [program, browser] = await Promise.all([openProgram(), openBrowser()]);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const inspector = { role: 'inspector', institution: 'central-inspection', services: null };
const publisher = { role: 'service-publisher', institution: 'central-inspection', services: null };

describe.each(locales)('in %s nothing that axe finds, and nothing that sticks out', (locale) => {
  it('is on the pages of accounts', async () => {
    const page = await newPage(browser, { locale });
    const look = (name: string) => lookAt(page, `account-${name}-${locale}`);
    const go = async (name: string, path: string) => {
      await page.goto(program.url + path);
      await look(name);
    };
    const email = `${locale}@example.gov`;
    const invitation = await invitationFor(program, email, [publisher]);
    await go('sign-in', '/staff/sign-in');
    await go('forgot', '/staff/sign-in/forgot');
    await page.fill('[name=email]', email);
    await press(page);
    await look('forgot-sent');
    await go('expired', '/staff/sign-in/reset/none');
    await go('join', invitation);
    await press(page);
    await look('join-refused');
    await page.fill('[name=name]', 'سمير نعمة');
    await page.fill('[name=name_latin]', 'Samir Nehme');
    await page.locator(`[name=language][value=${locale}]`).check();
    await page.fill('[name=password]', memberPassword);
    await press(page);
    await look('set-up');
    const key = await keyOn(page);
    await page.fill('[name=code]', codeOf(key, program.now()));
    await press(page);
    await look('recovery-codes');
    await go('account', '/staff/account');
    for (const name of ['profile', 'password', 'passkeys/new', 'history'])
      await go(name.replace('/', '-'), `/staff/account/${name}`);
    await go('confirm', '/staff/confirm');
    await page.context().clearCookies();
    await page.goto(`${program.url}/staff/sign-in`);
    await page.fill('[name=email]', email);
    await page.fill('[name=password]', memberPassword);
    await press(page);
    await look('code');
    await page.context().close();
  });

  it('is on the pages of invitations', async () => {
    await invitationFor(program, `open${locale}@example.gov`, [inspector]);
    const page = await signInAt(browser, program.url, 'admin', { locale });
    for (const name of ['invitations', 'invitations/new']) {
      await page.goto(`${program.url}/staff/people/${name}`);
      await lookAt(page, `account-${name.replace('/', '-')}-${locale}`);
    }
    await page.context().close();
  });
});
