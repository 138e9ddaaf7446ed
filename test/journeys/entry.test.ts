import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../world/browser.ts';
import { chooseReason, fillApplicant, fillTimes, fillTrip, freshPhone, goOn } from '../world/citizen.ts';
import { signInAt, visitAs } from '../world/clerk.ts';
import { clinic, clinicSubmissions, type ClinicDesk, findings, openClinicDesk } from '../world/clinic-desk.ts';
import { type Visitor, visit } from '../world/visitor.ts';

/** Records that civil servants enter: who may, and how it goes. */
let desk: ClinicDesk;
let browser: Browser;
beforeAll(async () => {
  [desk, browser] = await Promise.all([openClinicDesk(), openBrowser()]);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await desk?.stop();
});

const start = '/staff/services/clinics/new';
const begin = async (person: Visitor): Promise<string> => {
  await person.get(start);
  return (await person.post(start, { channel: 'counter' })).path;
};

describe('a register that staff enter', () => {
  test('is nothing to apply for: no card, no button, a form that says who enters it', async () => {
    const anyone = visit(desk.program.url);
    expect((await anyone.get('/')).text).not.toContain('/services/clinics');
    const page = await anyone.get('/services/clinics');
    expect(page.text).toContain('registrar of clinics or clerk for clinics');
    expect(page.text).not.toContain('/services/clinics/form');
    for (const path of ['form', 'form/clinic', 'check', 'later']) {
      const answer = await anyone.get(`/services/clinics/${path}`);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(answer.text).toContain('The office that answers for it makes the entries itself');
    }
  });

  test.each([
    ['without a session', undefined, {}, 403, 'channel-refused'],
    ['without a session, by a way of the staff', undefined, { channel: 'counter' }, 401, 'sign-in-required'],
    ['by somebody whose role does not enter', 'clinic-inspector', {}, 403, 'not-allowed'],
    ['by somebody of another service', 'agent', {}, 403, 'not-allowed'],
    ['by a way that the service does not have', 'clinic-clerk', { channel: 'import' }, 403, 'channel-refused'],
    ['for an institution that is not theirs', 'clinic-clerk', { institution: 'health-ministry' }, 403, 'not-allowed'],
  ])('is not entered by the API %s', async (_how, person, more, status, code) => {
    const token = person && (await desk.tokenOf(person));
    const answer = await desk.call(clinicSubmissions, { token, body: { key: randomUUID(), data: clinic, ...more } });
    expect([answer.status, answer.json['code']]).toEqual([status, code]);
  });

  test('is entered by the API with a session, and the trail names the account, its role and institution', async () => {
    const reference = await desk.enter(clinic, 'clinic-clerk');
    const { json } = await desk.call(`/api/v1/records/${reference}`, { token: await desk.tokenOf('clinic-registrar') });
    expect(json['events']).toMatchObject([
      { kind: 'submitted', by: { kind: 'staff', role: 'clinic-clerk', institution: 'interior-ministry' } },
    ]);
  });
});

describe('the pages on which records are entered', () => {
  const paths = (draft: string) => [start, draft, `${draft}/pages/clinic`, `${draft}/check`, `${draft}/sent`];

  test('are for the roles that enter, and for nobody else', async () => {
    const clerk = await visitAs(desk.program.url, 'clinic-clerk');
    const draft = await begin(clerk);
    for (const person of ['clinic-inspector', 'agent', 'police']) {
      const other = await visitAs(desk.program.url, person);
      for (const path of paths(draft))
        expect([person, path, (await other.get(path)).status]).toEqual([person, path, 403]);
      for (const path of [start, `${draft}/pages/clinic`, `${draft}/check`, `${draft}/discard`])
        expect([person, path, (await other.post(path)).status]).toEqual([person, path, 403]);
      expect((await other.get('/staff/new')).status).toBe(403);
      expect((await other.get('/staff')).text).not.toContain('New record');
    }
    for (const path of paths(draft)) {
      const answer = await visit(desk.program.url).get(path);
      expect([answer.status, answer.path.startsWith('/staff/sign-in')]).toEqual([303, true]);
    }
    expect((await clerk.get(`${draft}/pages/clinic`)).status).toBe(200);
  });

  test('say who can, to whoever cannot', async () => {
    const other = await visitAs(desk.program.url, 'clinic-inspector');
    expect((await other.get(start)).text).toContain('registrar of clinics and clerk for clinics');
  });

  test('are not sent by another site in the name of who is signed in', async () => {
    const clerk = await visitAs(desk.program.url, 'clinic-clerk');
    const cookie = [...clerk.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(desk.program.url + start, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
      body: 'channel=counter',
    });
    expect(answer.status).toBe(403);
  });

  test('lead from the counter to a record, by way of another machine', async () => {
    const clerk = await visitAs(desk.program.url, 'clinic-clerk');
    expect((await clerk.get('/staff?service=clinics')).text).toContain(start);
    const choice = (await clerk.get('/staff/new')).text;
    for (const path of [start, '/staff/services/shelters/new']) expect(choice).toContain(path);
    const supervisor = await visitAs(desk.program.url, 'supervisor');
    expect((await supervisor.get('/staff/new')).path).toBe('/staff/services/mobility-permit/new');
    await clerk.get(start);
    const unsaid = await clerk.post(start);
    expect([unsaid.status, unsaid.text.includes('Choose how it came in')]).toEqual([422, true]);
    const draft = await begin(clerk);

    expect((await clerk.get(draft)).path).toBe(`${draft}/pages/clinic`);
    await clerk.get(`${draft}/pages/clinic`);
    const wrong = await clerk.post(`${draft}/pages/clinic`, { clinic: '', care: 'general' });
    expect(wrong.status).toBe(422);
    const next = await clerk.post(`${draft}/pages/clinic`, { clinic: 'At the counter', care: 'dental' });
    expect(next.path).toBe(`${draft}/pages/contact`);

    const elsewhere = await visitAs(desk.program.url, 'clinic-clerk');
    expect((await elsewhere.get(start)).text).toContain(draft);
    expect((await elsewhere.get(draft)).path).toBe(`${draft}/pages/contact`);
    await elsewhere.get(`${draft}/pages/contact`);
    await elsewhere.post(`${draft}/pages/contact`, { doctor: '', phone: '', findings });
    const check = await elsewhere.get(`${draft}/check`);
    expect(check.text).toContain('At the counter');
    expect(check.text).toContain('you entered it as clerk for clinics');

    const colleague = await visitAs(desk.program.url, 'clinic-registrar');
    expect((await colleague.get(`${draft}/check`)).path).toBe(start);
    expect((await colleague.get(start)).text).not.toContain(draft);

    await elsewhere.get(`${draft}/check`);
    expect((await elsewhere.post(`${draft}/check`)).path).toBe(`${draft}/sent`);
    expect((await clerk.post(`${draft}/check`)).path).toBe(`${draft}/sent`);
    const sent = await elsewhere.get(`${draft}/sent`);
    const reference = /CL-[\d-]+/.exec(sent.text)?.[0] ?? '';
    expect((await colleague.get(`${draft}/sent`)).path).toBe(start);
    // Nobody follows an entry of a register: there is no secret to hand over.
    expect(sent.text).not.toContain('Secret code');
    const record = await elsewhere.get(`/staff/records/${reference}`);
    expect(record.text).toContain('Entered');
    expect(record.text).toContain('Came in by: the counter');
    expect((await elsewhere.get('/staff?service=clinics')).text).toContain(reference);
  });

  test.each([true, false])(
    'hand the numbers to who asked, where somebody did (with scripts: %s)',
    async (javaScript) => {
      const { url } = desk.program;
      const page = await signInAt(browser, url, 'supervisor', { locale: 'ar', javaScript });
      await page.locator('a[href="/staff/services/mobility-permit/new"]').first().click();
      await page.check('[name=channel][value=call-centre]');
      await page.check('[name=language][value=fr]');
      await goOn(page);
      await fillApplicant(page, 'نادية سعد', freshPhone());
      await fillTrip(page, 'صيدا', 'Tripoli');
      await chooseReason(page, 'food');
      await goOn(page);
      await fillTimes(page, 3);
      await goOn(page);
      expect(page.url()).toMatch(/\/sent$/);
      const [reference = '', secret = ''] = await page.locator('.keep .code').allTextContents();
      expect(await page.title()).toContain(reference);
      await page.locator(`a[href="/staff/records/${reference}"]`).click();
      expect(await page.locator('main').textContent()).toContain('الفرنسية');
      await page.context().close();

      const anyone = visit(url);
      await anyone.get('/track');
      expect((await anyone.post('/track', { reference, secret })).path).toBe(`/track/${reference}`);
      expect((await anyone.get('/services/mobility-permit/form')).path).toBe(
        '/services/mobility-permit/form/applicant',
      );
    },
  );

  test('forget what is deleted', async () => {
    const clerk = await visitAs(desk.program.url, 'clinic-clerk');
    const draft = await begin(clerk);
    await clerk.get(start);
    expect((await clerk.post(`${draft}/discard`)).path).toBe(start);
    expect((await clerk.get(`${draft}/pages/clinic`)).path).toBe(start);
  });
});
