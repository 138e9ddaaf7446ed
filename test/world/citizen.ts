import { randomInt, randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import type { Locale } from '../../src/base/texts.ts';

/** What a resident types, and how the journeys press on: by what the pages show, not by how they are made. */
export const service = 'mobility-permit';

/** A mobile number that nobody else in the test has. */
export const freshPhone = (): string => `03 ${randomInt(100_000, 999_999)}`;

/** Presses the button that sends the page's own form. */
export const goOn = async (page: Page): Promise<void> => {
  await page.locator('main form .actions button[type=submit]').first().click();
  await page.waitForLoadState('load');
};

export const fillApplicant = async (page: Page, name: string, phone: string): Promise<void> => {
  await page.fill('[name=full_name]', name);
  await page.fill('[name=phone]', phone);
  await goOn(page);
};

/** Types the names of two towns and sends them: each means one place only. */
export const fillTrip = async (page: Page, from: string, to: string): Promise<void> => {
  await page.fill('[name="origin.search"]', from);
  await page.fill('[name="destination.search"]', to);
  await goOn(page);
};

export const chooseReason = (page: Page, reason: string): Promise<void> => page.check(`[name=reason][value=${reason}]`);

/** Leaves at the time that the page offers, and is back `hours` later. */
export const fillTimes = async (page: Page, hours: number): Promise<void> => {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Beirut',
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
  const parts = Object.fromEntries(
    format.formatToParts(new Date(Date.now() + hours * 3_600_000)).map(({ type, value }) => [type, value]),
  );
  for (const part of ['day', 'month', 'year']) await page.fill(`[name="back_at.${part}"]`, parts[part] ?? '');
  await page.fill('[name="back_at.time"]', `${parts['hour']}:${parts['minute']}`);
  await goOn(page);
};

/** From the home page to the page that shows all answers. */
export const fillForm = async (
  page: Page,
  url: string,
  { reason, explanation }: { readonly reason: string; readonly explanation?: string },
): Promise<void> => {
  await page.goto(url);
  await page.locator(`a[href="/services/${service}"]`).click();
  await page.locator(`a[href="/services/${service}/form"]`).click();
  await fillApplicant(page, 'ليلى حدّاد', freshPhone());
  await fillTrip(page, 'صيدا', 'Tripoli');
  await chooseReason(page, reason);
  if (explanation !== undefined) {
    // Without a script the question comes with the next page.
    if (!(await page.isVisible('[name=explanation]'))) await goOn(page);
    await page.fill('[name=explanation]', explanation);
  }
  await goOn(page);
  await fillTimes(page, 3);
};

/** The numbers on a receipt. */
export const numbersOn = async (page: Page): Promise<{ readonly reference: string; readonly secret: string }> => {
  const [reference = '', secret = ''] = await page.locator('.keep .code').allInnerTexts();
  return { reference: reference.trim(), secret: secret.trim() };
};

/** A civil servant of the demonstration who works through the API. */
export const signIn = async (
  url: string,
  email: string,
): Promise<(reference: string, action: string, data?: Readonly<Record<string, string>>) => Promise<void>> => {
  const { token } = (await post(`${url}/api/v1/sessions`, { email, password: 'diwan-demo-2026' })) as { token: string };
  return async (reference, action, data = {}) => {
    await post(`${url}/api/v1/records/${reference}/actions/${action}`, { data }, token);
  };
};

/** A request made through the API: to begin a journey with a record that waits. */
export const submit = async (
  url: string,
  locale: Locale,
  changes: Readonly<Record<string, string>> = {},
): Promise<Submitted> => {
  const { places } = (await (await fetch(`${url}/api/v1/places?level=municipality&q=Saida`)).json()) as {
    places: { code: string }[];
  };
  const hours = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString();
  const place = places[0]?.code;
  const data = {
    full_name: 'كريم منصور',
    phone: freshPhone(),
    origin: place,
    destination: place,
    reason: 'other',
    explanation: 'زيارة والدتي',
    leave_at: hours(1),
    back_at: hours(3),
    ...changes,
  };
  if (data.reason !== 'other') Reflect.deleteProperty(data, 'explanation');
  return (await post(`${url}/api/v1/services/${service}/submissions`, {
    key: randomUUID(),
    locale,
    data,
  })) as Submitted;
};

export interface Submitted {
  readonly reference: string;
  readonly secret: string;
  readonly documents: readonly { readonly kind: string; readonly qr: string }[];
}

const post = async (address: string, body: object, token?: string): Promise<unknown> => {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  const answer = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${new URL(address).pathname} answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
};
