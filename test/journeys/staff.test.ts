import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Locale } from '../../src/base/texts.ts';
import { getState } from '../../src/definition/service.ts';
import { newPage, openBrowser } from '../world/browser.ts';
import { goOn, submit } from '../world/citizen.ts';
import { confirm, openAction, signInAt, visitAs } from '../world/clerk.ts';
import { startProgram, type TestProgram } from '../world/program.ts';
import { permit } from '../world/service.ts';

let browser: Browser;
let program: TestProgram;

beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram(), openBrowser()]);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const staffLabel = (state: string, locale: Locale) => getState(permit, state).staffLabel[locale];
const stateOf = (page: Page): Promise<string> => page.locator('h1 .ds-tag').innerText();
const recordPath = (reference: string): string => `${program.url}/staff/records/${reference}`;

/** The applicant does something on the tracking page. */
const answerAs = async (
  { reference, secret }: { reference: string; secret: string },
  action: string,
  field: string,
  words: string,
): Promise<void> => {
  const page = await newPage(browser, { javaScript: false });
  await page.goto(`${program.url}/o/${reference}/${secret.replaceAll(' ', '')}`);
  await page.locator(`a[href="/track/${reference}/actions/${action}"]`).click();
  await page.fill(`[name=${field}]`, words);
  await goOn(page);
  await page.context().close();
};

test.each([
  ['ar', false],
  ['fr', true],
] as const)(
  'an agent asks, reads the answer and approves; the supervisor revokes (%s, script: %s)',
  async (locale, javaScript) => {
    const request = await submit(program.url, 'ar');
    const agent = await signInAt(browser, program.url, 'agent', { locale, javaScript });
    await agent.fill('[name=q]', request.reference.toLowerCase().replaceAll('-', ' '));
    await agent.locator('.find button').first().click();
    await agent.waitForURL(recordPath(request.reference));
    expect(await agent.locator('.summary').innerText()).toContain('زيارة والدتي');

    await agent.locator('#actions a[href*="/actions/ask"]').click();
    await confirm(agent);
    expect(await agent.title()).toMatch(locale === 'ar' ? /^خطأ/ : /^Erreur/);
    expect(await agent.locator('.ds-error-summary').innerText()).toContain(
      permit.actions.get('ask')?.fields[0]?.label[locale],
    );
    expect(await agent.locator('.outcomes').innerText()).toContain(staffLabel('asked', locale));
    await agent.fill('[name=question]', 'هل لديك موعد؟');
    await confirm(agent);
    expect(await stateOf(agent)).toBe(staffLabel('asked', locale));
    expect(await agent.locator('.timeline').innerText()).toContain('هل لديك موعد؟');
    expect(await agent.locator('#actions').count()).toBe(0);

    await answerAs(request, 'answer', 'answer', 'نعم، عند الرابعة');
    await agent.goto(recordPath(request.reference));
    expect(await agent.locator('.now').innerText()).toContain('نعم، عند الرابعة');
    await openAction(agent, program.url, request.reference, 'approve');
    expect(await agent.locator('.outcomes').innerText()).toContain(permit.documents.get('permit')?.title[locale]);
    await confirm(agent);
    expect(await stateOf(agent)).toBe(staffLabel('approved', locale));
    expect(await agent.locator('.notice[data-color=success]').innerText()).toContain(
      permit.actions.get('approve')?.label[locale],
    );
    const pdf = await agent.request.get(program.url + (await agent.locator('a[href$=".pdf"]').getAttribute('href')));
    expect(pdf.headers()['content-type']).toBe('application/pdf');
    expect(await agent.locator('#actions').count()).toBe(0);

    const supervisor = await signInAt(browser, program.url, 'supervisor', { locale, javaScript });
    await openAction(supervisor, program.url, request.reference, 'revoke');
    await supervisor.fill('[name=explanation]', 'أُلغي حظر التجوّل');
    await confirm(supervisor);
    expect(await stateOf(supervisor)).toBe(staffLabel('revoked', locale));
    expect(await supervisor.locator('aside a[href$=".pdf"]').count()).toBe(0);
    const history = await supervisor.locator('.timeline').innerText();
    for (const part of [
      permit.roles.get('permit-supervisor')?.[locale],
      locale === 'ar' ? 'هدى منصور' : 'Houda Mansour',
    ])
      expect(history).toContain(part);
    await Promise.all([agent.context().close(), supervisor.context().close()]);
  },
);

test('a contested refusal goes to another agent; who refused sees why it is not for them', async () => {
  const request = await submit(program.url, 'ar');
  const [agent, colleague] = await Promise.all([
    signInAt(browser, program.url, 'agent', { javaScript: false }),
    signInAt(browser, program.url, 'agent2', { javaScript: false }),
  ]);
  await openAction(agent, program.url, request.reference, 'reject');
  await agent.fill('[name=explanation]', 'الزيارات غير مسموح بها');
  await confirm(agent);
  await answerAs(request, 'contest', 'grounds', 'والدتي مريضة');

  await agent.goto(recordPath(request.reference));
  expect(await agent.locator('#actions').count()).toBe(0);
  const refused = await agent.locator('.refused').first().innerText();
  for (const name of ['approve', 'ask', 'reject']) expect(refused).toContain(permit.actions.get(name)?.label.ar);
  expect(refused).toContain('يجب أن ينظر فيه موظف آخر');
  await agent.goto(`${program.url}/staff?state=contested`);
  const row = agent.locator('tr', { hasText: request.reference });
  expect(await row.innerText()).toContain('لزميل آخر');
  await agent.goto(`${program.url}/staff?state=contested&mine=1`);
  expect(await agent.locator('tr', { hasText: request.reference }).count()).toBe(0);
  await agent.goto(`${recordPath(request.reference)}/actions/approve`);
  expect(await agent.locator('.notice').innerText()).toContain('موظف التصاريح');

  await openAction(colleague, program.url, request.reference, 'approve');
  await confirm(colleague);
  expect(await stateOf(colleague)).toBe(staffLabel('approved', 'ar'));
  await Promise.all([agent.context().close(), colleague.context().close()]);
});

test('deciding leads on to the next record, through the list and to its end', async () => {
  const [first, second] = [
    await submit(program.url, 'ar', { phone: '76 500 100' }),
    await submit(program.url, 'ar', { phone: '76 500 200' }),
  ];
  const agent = await signInAt(browser, program.url, 'agent', { locale: 'en', javaScript: false });
  await agent.goto(`${program.url}/staff?mine=1`);
  const before = Number(await agent.locator('.chip.on .count').innerText());
  const links = agent.locator('.row-link');
  const [one, two] = [await links.nth(before - 2).innerText(), await links.nth(before - 1).innerText()];
  expect([one, two]).toEqual([first.reference, second.reference]);
  await links.nth(before - 2).click();
  await agent.locator('#actions a[href*="/actions/reject"]').click();
  await agent.fill('[name=explanation]', 'Not during the curfew');
  await agent.locator('main form button[name=_then]').click();
  expect(await agent.locator('h1').innerText()).toContain(second.reference);
  expect(await agent.locator('.notice').innerText()).toContain(first.reference);
  await agent.locator('#back').click();
  expect(new URL(agent.url()).search).toBe('?mine=1');
  expect(Number(await agent.locator('.chip.on .count').innerText())).toBe(before - 1);
  await agent.context().close();
});

test('a record that changed meanwhile is not decided blindly, and what was written is kept', async () => {
  const request = await submit(program.url, 'ar');
  const [agent, colleague] = await Promise.all([
    signInAt(browser, program.url, 'agent', { locale: 'en', javaScript: false }),
    signInAt(browser, program.url, 'agent2', { locale: 'en', javaScript: false }),
  ]);
  const late = await agent.context().newPage();
  await openAction(agent, program.url, request.reference, 'reject');
  await openAction(late, program.url, request.reference, 'reject');
  await openAction(colleague, program.url, request.reference, 'ask');
  await colleague.fill('[name=question]', 'Which hospital?');
  await confirm(colleague);

  await agent.fill('[name=explanation]', 'Long and well considered words');
  await confirm(agent);
  expect(await agent.locator('h1').innerText()).toBe('The record has changed meanwhile');
  expect(await agent.locator('.timeline').innerText()).toContain('Which hospital?');
  expect(await agent.inputValue('textarea')).toBe('Long and well considered words');

  // Answered, it can be decided again: but only after a look at what happened.
  await answerAs(request, 'answer', 'answer', 'مستشفى الجامعة');
  await late.fill('[name=explanation]', 'Other words');
  await confirm(late);
  expect(await late.locator('.notice').innerText()).toContain('changed meanwhile');
  expect(await late.locator('.timeline').first().innerText()).toContain('مستشفى الجامعة');
  expect(await late.inputValue('[name=explanation]')).toBe('Other words');
  await confirm(late);
  expect(await stateOf(late)).toBe('Rejected');
  await Promise.all([agent.context().close(), colleague.context().close()]);
});

test('a page that is sent twice does it once', async () => {
  const { reference } = await submit(program.url, 'ar');
  const clerk = await visitAs(program.url, 'agent');
  const path = `/staff/records/${reference}/actions/reject`;
  await clerk.get(path);
  const form = { _seen: '1', explanation: 'No' };
  const answers = await Promise.all([clerk.copy().post(path, form), clerk.copy().post(path, form)]);
  expect(answers.map(({ status, path: to }) => [status, to])).toEqual(
    Array(2).fill([303, `/staff/records/${reference}?done=${reference}.reject`]),
  );
  const page = await clerk.get(`/staff/records/${reference}`);
  expect(page.text.match(/timeline-title/g)?.length).toBe(2);
});

test('what an account may not see does not exist for it, and what it may not do says who can', async () => {
  const { reference } = await submit(program.url, 'ar');
  const path = `/staff/records/${reference}`;
  const police = await visitAs(program.url, 'police');
  for (const hidden of [path, `${path}/actions/approve`, `${path}/next`])
    expect(await police.get(hidden)).toMatchObject({ status: 404 });
  expect((await police.get('/staff')).text).toContain('href="/verify"');
  expect(await police.post(`${path}/actions/approve`, { _seen: '1' })).toMatchObject({ status: 404 });
  expect(await police.get('/staff/messages')).toMatchObject({ status: 403 });

  const inspector = await visitAs(program.url, 'inspector');
  const seen = await inspector.get(path);
  expect(seen).toMatchObject({ status: 200 });
  expect(seen.text).not.toContain('id="actions"');
  expect(seen.text).toContain('This is for another role to do.');
  const refused = await inspector.post(`${path}/actions/approve`, { _seen: '1' });
  expect(refused).toMatchObject({ status: 403 });
  expect(refused.text).toContain('permit agent');
  expect((await inspector.get('/staff')).text).toContain(reference);
  expect(await inspector.search(reference)).toMatchObject({ status: 200, path });

  const stranger = await visitAs(program.url, 'nobody');
  expect(await stranger.get('/staff?state=contested')).toMatchObject({
    status: 303,
    path: '/staff/sign-in?next=%2Fstaff%3Fstate%3Dcontested',
  });
  expect(await stranger.post(`${path}/actions/reject`)).toMatchObject({
    status: 303,
    path: `/staff/sign-in?next=${encodeURIComponent(`${path}/actions/reject`)}`,
  });
  expect(await inspector.get('/staff/records/MP-1234-5678')).toMatchObject({ status: 404 });
});

test('an automatic decision and the way of a request are explained', async () => {
  const { reference } = await submit(program.url, 'ar', { reason: 'medical' });
  const clerk = await visitAs(program.url, 'agent');
  const { text } = await clerk.get(`/staff/records/${reference}`);
  expect(text).toContain('Approved by rule: the reason is “Medical care or medicine”');
  expect(text).toContain('Automatically, by rule');
  expect(text).toContain(
    'Routed to: Ministry of Interior and Municipalities. Because it handles all requests of this service.',
  );
});
