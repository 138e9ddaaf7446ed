import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newPage, openBrowser } from '../world/browser.ts';
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

const patience = { timeout: 15_000 };

/** Open sessions notice within three seconds what was changed behind them. */
const noticed = () => new Promise((resolve) => setTimeout(resolve, 3_500));

/** Opens an account by an invitation; ends on the page that follows. */
const join = async (page: Page, email: string, grants: readonly object[]) => {
  await page.goto(program.url + (await invitationFor(program, email, grants)));
  await page.fill('[name=name]', 'سمير نعمة');
  await page.fill('[name=name_latin]', 'Samir Nehme');
  await page.fill('[name=password]', memberPassword);
  await press(page);
};

const signIn = async (page: Page, email: string, password = memberPassword) => {
  await page.goto(`${program.url}/staff/sign-in`);
  await page.fill('[name=email]', email);
  await page.fill('[name=password]', password);
  await press(page);
};

describe('without a script', () => {
  it('an invited person opens the account, sets up the app that the role needs, and comes back with it', async () => {
    const page = await newPage(browser, { locale: 'en', javaScript: false });
    await join(page, 'new@example.gov', [publisher]);
    expect(new URL(page.url()).pathname).toBe('/staff/sign-in/set-up');
    // Nothing else is open before that.
    const aside = await page.context().newPage();
    await aside.goto(`${program.url}/staff/account`);
    expect(new URL(aside.url()).pathname).toBe('/staff/sign-in/set-up');
    const key = await keyOn(page);
    await page.fill('[name=code]', '000000');
    await press(page);
    expect(await page.locator('.ds-validation-message').textContent()).toContain('The code is wrong');
    expect(await keyOn(page)).toBe(key);
    await page.fill('[name=code]', codeOf(key, program.now()));
    await press(page);
    const recoveryCodes = await page.locator('.recovery-codes li').allTextContents();
    expect(recoveryCodes).toHaveLength(10);
    await press(page, 'main .actions a');
    expect(new URL(page.url()).pathname).toMatch(/^\/staff(?!\/sign-in)/);

    const phone = await newPage(browser, { locale: 'fr', javaScript: false });
    await signIn(phone, 'new@example.gov');
    expect(new URL(phone.url()).pathname).toBe('/staff/sign-in/code');
    await phone.fill('[name=code]', codeOf(key, program.now(), 1));
    await press(phone);
    expect(new URL(phone.url()).pathname).toMatch(/^\/staff(?!\/sign-in)/);

    // Both sessions are seen, and the other one is ended from here.
    await phone.goto(`${program.url}/staff/account`);
    expect(await phone.locator('form[action$="/end"]').count()).toBe(1);
    await press(phone, 'form[action$="/end"] button');
    expect(await phone.locator('main').textContent()).toContain('La session est fermée.');
    await noticed();
    await page.goto(`${program.url}/staff/account`);
    expect(new URL(page.url()).pathname).toBe('/staff/sign-in');
  });

  it('an administrator invites somebody, who joins by the link of the e-mail, and withdraws another invitation', async () => {
    const page = await signInAt(browser, program.url, 'admin', { locale: 'en', javaScript: false });
    const invite = async (email: string) => {
      await page.goto(`${program.url}/staff/people`);
      await page.locator('a[href="/staff/people/invitations"]').click();
      await page.locator('a[href="/staff/people/invitations/new"]').click();
      await page.fill('[name=email]', email);
      await page.selectOption('[name=role]', 'inspector');
      await page.fill('[name=institution]', 'central-inspection');
      await page.locator('[name=language][value=fr]').check();
      await press(page);
    };
    await invite('not an address');
    expect(await page.locator('.ds-validation-message').first().textContent()).toContain('Enter a whole address');
    await invite('colleague@example.gov');
    expect(await page.locator('main').textContent()).toContain('The invitation is sent.');
    expect(await page.locator('main').textContent()).toContain('colleague@example.gov');

    const other = await newPage(browser, { locale: 'en', javaScript: false });
    await other.goto(`${program.url}/demo/outbox`);
    await other.locator('a[href*="/staff/join/"]').first().click();
    await other.fill('[name=name]', 'زميلة');
    await other.fill('[name=name_latin]', 'Zamila');
    await other.fill('[name=password]', memberPassword);
    await press(other);
    expect(new URL(other.url()).pathname).toBe('/staff/account');

    await invite('mistaken@example.gov');
    await press(page, 'form[action$="/withdraw"] button');
    expect(await page.locator('main').textContent()).toContain('The invitation is withdrawn.');
    expect(await page.locator('main').textContent()).not.toContain('mistaken@example.gov');
  });

  it('somebody who forgot the password chooses another by the link of an e-mail', async () => {
    const page = await newPage(browser, { locale: 'en', javaScript: false });
    await join(page, 'forgetful@example.gov', [inspector]);
    const other = await newPage(browser, { locale: 'en', javaScript: false });
    await other.goto(`${program.url}/staff/sign-in`);
    await other.locator('a[href="/staff/sign-in/forgot"]').click();
    await other.fill('[name=email]', 'Forgetful@example.gov');
    await press(other);
    expect(await other.locator('main').textContent()).toContain('If there is an account with this address');
    // The page answered before the message was written.
    const link = other.locator('a[href*="/staff/sign-in/reset/"]').first();
    await expect
      .poll(async () => {
        await other.goto(`${program.url}/demo/outbox`);
        return link.count();
      }, patience)
      .toBe(1);
    await link.click();
    await other.fill('[name=password]', 'qwerty123456');
    await press(other);
    expect(await other.locator('.ds-validation-message').textContent()).toContain('lists of stolen ones');
    await other.fill('[name=password]', 'eight herons over the lake');
    const used = other.url();
    await press(other);
    expect(await other.locator('main').textContent()).toContain('The new password is set');
    await other.goto(used);
    expect(await other.locator('h1').textContent()).toBe('This link is no longer good');
    await signIn(other, 'forgetful@example.gov', 'eight herons over the lake');
    expect(new URL(other.url()).pathname).toBe('/staff');
    await noticed();
    await page.goto(`${program.url}/staff`);
    expect(new URL(page.url()).pathname).toBe('/staff/sign-in');
  });

  it('somebody changes the password and the name, and is asked again who it is before factors are touched', async () => {
    const page = await newPage(browser, { locale: 'en', javaScript: false });
    await join(page, 'careful@example.gov', [inspector]);
    expect(new URL(page.url()).pathname).toBe('/staff/account');
    await page.goto(`${program.url}/staff/account/password`);
    await page.fill('[name=present]', memberPassword);
    await page.fill('[name=password]', 'eight herons over the lake');
    await press(page);
    expect(await page.locator('main').textContent()).toContain('The password is changed');
    await page.goto(`${program.url}/staff/account/profile`);
    await page.fill('[name=name_latin]', 'Samir B. Nehme');
    await press(page);
    expect(await page.locator('main').textContent()).toContain('Samir B. Nehme');
    await page.goto(`${program.url}/staff/account/app`);
    expect(new URL(page.url()).pathname).toBe('/staff/account/app');
    await program.owner.pool.query(`update auth_session set proved_at = now() - interval '11 minutes'`);
    await noticed();
    await page.goto(`${program.url}/staff/account/app`);
    expect(new URL(page.url()).pathname).toBe('/staff/confirm');
    await page.fill('[name=present]', 'not this one');
    await press(page);
    expect(await page.locator('.ds-validation-message').textContent()).toContain('wrong');
    await page.fill('[name=present]', 'eight herons over the lake');
    await press(page);
    expect(new URL(page.url()).pathname).toBe('/staff/account/app');
    await page.fill('[name=code]', codeOf(await keyOn(page), program.now()));
    await press(page);
    expect(await page.locator('.recovery-codes li').count()).toBe(10);
    await press(page, 'main .actions a');
    expect(await page.locator('main').textContent()).toContain('The authenticator app is set up.');
  });

  it('the account of the demonstration that has a factor is entered with the code that is shown', async () => {
    const page = await newPage(browser, { locale: 'en', javaScript: false });
    await signIn(page, 'inspector2@demo.diwan', 'diwan-demo-2026');
    const code = await page.locator('.notice bdi').textContent();
    await page.fill('[name=code]', code ?? '');
    await press(page);
    expect(new URL(page.url()).pathname).toBe('/staff');
  });
});

it('a program signs in with password and code at once, and with nothing less', async () => {
  const key = 'MRUXOYLOEBUXGIDBEBZWK43TNFXW4IDU';
  const post = async (more: object) => {
    const answer = await fetch(`${program.url}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'inspector2@demo.diwan', password: 'diwan-demo-2026', ...more }),
    });
    return { status: answer.status, body: (await answer.json()) as { code?: string; token?: string } };
  };
  expect(await post({})).toMatchObject({ status: 401, body: { code: 'second-factor-required' } });
  expect(await post({ code: '000000' })).toMatchObject({ status: 401, body: { code: 'wrong-sign-in' } });
  // The page may have shown one of these to somebody just now.
  const tried = [await post({ code: codeOf(key, program.now()) }), await post({ code: codeOf(key, program.now(), 1) })];
  const { body } = tried.find(({ status }) => status === 201) ?? {};
  const headers = { authorization: `Bearer ${body?.token}` };
  expect((await fetch(`${program.url}/api/v1/sessions`, { method: 'DELETE', headers })).status).toBe(204);
});

it('a passkey is made, signs in alone, and stands for the second factor', async () => {
  const page = await newPage(browser, { locale: 'en', width: 1280 });
  const devices = await page.context().newCDPSession(page);
  await devices.send('WebAuthn.enable');
  await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await join(page, 'keys@example.gov', [inspector]);
  await page.goto(`${program.url}/staff/account/passkeys/new`);
  await page.fill('[name=name]', 'Office computer');
  await page.locator('form[data-passkey] button').click();
  await page.waitForSelector('.recovery-codes');
  await page.goto(`${program.url}/staff/account`);
  expect(await page.locator('main').textContent()).toContain('Office computer');
  await page.locator('form[action="/staff/sign-out"] button').first().click();
  await page.waitForURL(/sign-in/);

  await page.locator('form[data-passkey] button').click();
  await page.waitForURL(`${program.url}/staff`);
  await page.goto(`${program.url}/staff/account`);
  expect(await page.locator('#sessions ~ table').first().textContent()).toContain('Passkey');
  await page.locator('form[action="/staff/sign-out"] button').first().click();
  await page.waitForURL(/sign-in/);

  await signIn(page, 'keys@example.gov');
  expect(new URL(page.url()).pathname).toBe('/staff/sign-in/code');
  await page.locator('form[data-passkey] button').click();
  await page.waitForURL(`${program.url}/staff`);
});

it('what the demonstration shares cannot be changed by a visitor', async () => {
  const page = await signInAt(browser, program.url, 'agent', { locale: 'en' });
  await page.goto(`${program.url}/staff/account/password`);
  await page.fill('[name=present]', 'diwan-demo-2026');
  await page.fill('[name=password]', memberPassword);
  await press(page);
  expect(await page.locator('main').textContent()).toContain('shared by visitors');
});
