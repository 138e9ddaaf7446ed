import type { Page } from 'playwright-core';
import { totpCodeOf, totpStep } from '../../src/access/totp.ts';
import type { OpenProgram } from './open-program.ts';

/** Civil servants who were invited: accounts of their own, as outside the demonstration. */
export const memberPassword = 'seven camels cross the river';

/** The address at which an invited person opens the account. */
export const invitationFor = async (
  { owner, accountKeys }: OpenProgram,
  email: string,
  grants: readonly object[] = [],
): Promise<string> => {
  const { rows } = await owner.pool.query(
    `insert into account_invitation (email, locale, grants, expires_at)
     values ($1, 'ar', $2, now() + interval '7 days') returning id`,
    [email, JSON.stringify(grants)],
  );
  return `/staff/join/${accountKeys.writeLink('invitation', (rows[0] as { id: string }).id)}`;
};

/** The key of an authenticator app, from the page that shows it. */
export const keyOn = async (page: Page): Promise<string> =>
  ((await page.locator('.secret-key').textContent()) ?? '').replaceAll(/\s/g, '');

/** What the app shows; `later`: so many half minutes on. */
export const codeOf = (key: string, now: Date, later = 0): string => totpCodeOf(key, totpStep(+now) + later);

/** Presses a button, or follows a link, to the end of what it loads. */
export const press = async (page: Page, selector = 'main form .actions button') => {
  await page.locator(selector).first().click();
  await page.waitForLoadState('load');
};
