import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { locales } from '../../src/base/texts.ts';
import { lookAt, openBrowser } from '../world/browser.ts';
import { signInAt, visitAs } from '../world/clerk.ts';
import { clinic, type ClinicDesk, findings, openClinicDesk } from '../world/clinic-desk.ts';
import { visit } from '../world/visitor.ts';

/** Entries of a register over the years: who reads which answer, what is proposed and accepted, and how it was before. */
let desk: ClinicDesk;
let browser: Browser;
beforeAll(async () => {
  [desk, browser] = await Promise.all([openClinicDesk(), openBrowser()]);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await desk?.stop();
});

describe('an answer that few may read', () => {
  const places = async (reference: string, person: string): Promise<readonly string[]> => {
    const visitor = await visitAs(desk.program.url, person);
    const pages = [
      `/staff/records/${reference}`,
      `/staff/records/${reference}/then/1`,
      `/staff/records/${reference}/then/2`,
      `/staff/records/${reference}/actions/suggest`,
      `/staff/records/${reference}/actions/correct`,
      `/staff/records/${reference}/actions/accept`,
      '/staff?service=clinics',
      '/staff?service=clinics&view=all',
    ];
    const texts = await Promise.all(pages.map(async (path) => `${path} ${(await visitor.get(path)).text}`));
    texts.push((await visitor.search('Few')).text);
    const { json } = await desk.call(`/api/v1/records/${reference}`, { token: await desk.tokenOf(person) });
    return [...texts, `api ${JSON.stringify(json)}`];
  };

  test('stands on none of the pages for other roles, and on those for its own', async () => {
    const reference = await desk.enter({ ...clinic, clinic: 'Few may read' });
    const registrar = await desk.tokenOf('clinic-registrar');
    const corrected = await desk.call(`/api/v1/records/${reference}/actions/correct`, {
      token: registrar,
      body: { data: { ...clinic, clinic: 'Few may read it', findings: `${findings} again` } },
    });
    expect(corrected.status).toBe(200);
    for (const text of await places(reference, 'clinic-clerk')) expect(text).not.toContain(findings);
    const [page] = await places(reference, 'clinic-clerk');
    expect(page).toContain('Answered, and not for your role to read: Findings of the inspection');
    // It is sensitive as well: closed until it is opened.
    for (const text of await places(reference, 'clinic-inspector')) expect(text).not.toContain(findings);
    const inspector = await desk.tokenOf('clinic-inspector');
    const opened = await desk.call(`/api/v1/records/${reference}/openings`, {
      token: inspector,
      body: { reason: 'check' },
    });
    expect(opened.status).toBe(200);
    const [ofInspector, then, , , , , , , , api] = await places(reference, 'clinic-inspector');
    for (const text of [ofInspector, then, api]) expect(text).toContain(findings);
  });

  test('is not found by searching for it either', async () => {
    const token = await desk.tokenOf('clinic-registrar');
    const { json } = await desk.call('/api/v1/services/shelters/submissions', {
      token,
      body: { key: randomUUID(), data: { ...clinic, clinic: 'Hidden House' } },
    });
    const lists = async (person: string): Promise<readonly string[]> => {
      const visitor = await visitAs(desk.program.url, person);
      const searched = await visitor.search('Hidden', 'service=shelters');
      const listed = await visitor.get('/staff?service=shelters');
      return [searched, listed, await visitor.search('Hidden')].map(({ text }) => text);
    };
    const reference = String(json['reference']);
    const [searched = '', listed = ''] = await lists('clinic-registrar');
    for (const text of [searched, listed]) expect(text).toContain('Hidden House');
    const [unsearched = '', unnamed = '', anywhere = ''] = await lists('clinic-inspector');
    expect(unnamed).toContain(reference);
    for (const text of [unsearched, anywhere]) expect(text).not.toContain(reference);
    expect(unnamed).not.toContain('Hidden House');
  });

  test('is not given back by the API to whoever acted', async () => {
    const reference = await desk.enter();
    const { status, json } = await desk.call(`/api/v1/records/${reference}/actions/suggest`, {
      token: await desk.tokenOf('clinic-clerk'),
      body: { data: { clinic: 'Renamed', care: 'general', phone: '03123456', reason: 'sign' } },
    });
    expect(status, JSON.stringify(json)).toBe(200);
    expect(JSON.stringify(json)).not.toContain(findings);
  });

  test('is neither asked of nor taken from a role that may not change it', async () => {
    const reference = await desk.enter();
    const clerk = await visitAs(desk.program.url, 'clinic-clerk');
    const page = await clerk.get(`/staff/records/${reference}/actions/suggest`);
    expect(page.text).toContain('name="phone"');
    expect(page.text).not.toContain('name="doctor"');
    const { status, json } = await desk.call(`/api/v1/records/${reference}/actions/suggest`, {
      token: await desk.tokenOf('clinic-clerk'),
      body: { data: { clinic: 'Al Amal', care: 'general', doctor: 'Dr Else', reason: 'x' } },
    });
    expect([status, (json['errors'] as { path: string; code: string }[])[0]]).toMatchObject([
      422,
      { path: 'doctor', code: 'unknown-field' },
    ]);
  });
});

describe.each(locales)('the pages of a register in %s', (locale) => {
  test('have nothing that axe finds and nothing that sticks out', async () => {
    const reference = await desk.enter();
    await desk.call(`/api/v1/records/${reference}/actions/suggest`, {
      token: await desk.tokenOf('clinic-clerk'),
      body: { data: { clinic: 'A name that is rather long for a telephone', care: 'eyes', reason: 'x' } },
    });
    const page = await signInAt(browser, desk.program.url, 'clinic-registrar', { locale });
    const record = `/staff/records/${reference}`;
    const entry = '/staff/services/clinics/new';
    for (const path of [
      '/staff?service=clinics',
      record,
      `${record}/then/1`,
      `${record}/actions/accept`,
      `${record}/actions/suggest`,
      '/staff/new',
      entry,
    ]) {
      await page.goto(desk.program.url + path);
      await lookAt(page, `register${path.replaceAll(/\W+/g, '-')}-${locale}`);
    }
    await page.context().close();
  });
});

describe('proposed changes', () => {
  test('go from one person to another, with a mark where the record has changed meanwhile', async () => {
    const reference = await desk.enter({ ...clinic, clinic: 'Before' });
    const clerk = await visitAs(desk.program.url, 'clinic-clerk');
    const address = `/staff/records/${reference}/actions`;
    await clerk.get(`${address}/suggest`);
    const unchanged = { clinic: 'Before', care: 'general', phone: '03 123 456', reason: 'a new sign' };
    const same = await clerk.post(`${address}/suggest`, { ...unchanged, _seen: '1' });
    expect([same.status, same.text.includes('No answer is different')]).toEqual([422, true]);
    await clerk.post(`${address}/suggest`, { ...unchanged, clinic: 'After', _seen: '1' });

    const registrar = await visitAs(desk.program.url, 'clinic-registrar');
    const correct = { ...clinic, clinic: 'Between', _seen: '2' };
    await registrar.get(`${address}/correct`);
    await registrar.post(`${address}/correct`, correct);
    const record = await registrar.get(`/staff/records/${reference}`);
    expect(record.text).toContain('Proposal no. 2');
    expect(record.text).toContain('Has changed since it was proposed');
    const page = await registrar.get(`${address}/accept?proposal=2`);
    expect(page.text).toContain('Has changed since it was proposed');
    await registrar.post(`${address}/accept`, { _seen: '3' });
    const accepted = await registrar.get(`/staff/records/${reference}`);
    expect(accepted.text).toContain('Proposal no. 2 accepted');
    expect(accepted.text).toMatch(/<dd>(<[^>]+>)*After/);
    expect((await registrar.get(`/staff/records/${reference}/then/1`)).text).toMatch(/<dd>(<[^>]+>)*Before/);
    expect((await registrar.get(`/staff/records/${reference}/then/9`)).status).toBe(404);
  });

  test('are chosen among when there are several, and not accepted by who made them', async () => {
    const reference = await desk.enter();
    const [clerk, registrar] = await Promise.all([desk.tokenOf('clinic-clerk'), desk.tokenOf('clinic-registrar')]);
    const does = (token: string, action: string, data: object) =>
      desk.call(`/api/v1/records/${reference}/actions/${action}`, { token, body: { data } });
    const change = { clinic: 'Al Amal', care: 'general', phone: '03123456', reason: 'x' };
    await does(clerk, 'suggest', { ...change, care: 'dental' });
    await does(registrar, 'suggest', { ...change, doctor: 'Dr Aoun', care: 'eyes' });
    const { json } = await does(registrar, 'accept', {});
    expect(json['errors']).toMatchObject([{ path: 'proposal', code: 'required-choice' }]);
    expect((await does(registrar, 'accept', { proposal: '3' })).status).toBe(422);
    const done = await does(registrar, 'accept', { proposal: '2' });
    expect([done.status, done.json['data']]).toMatchObject([200, { care: 'dental' }]);
    const own = await does(registrar, 'accept', {});
    expect([own.status, own.json['errors']]).toMatchObject([403, [{ code: 'own-proposal' }]]);
    const archive = await does(registrar, 'archive', {});
    expect([archive.status, archive.json['errors']]).toMatchObject([409, [{ code: 'condition' }]]);
    await does(registrar, 'decline', { why: 'a mistake' });
    expect((await does(registrar, 'archive', {})).status).toBe(200);
    const visitor = await visitAs(desk.program.url, 'clinic-registrar');
    expect((await visitor.get('/staff?service=clinics')).text).not.toContain(reference);
    expect((await visitor.get('/staff?service=clinics&view=all&state=archived')).text).toContain(reference);
  });

  test('may come from whoever the entry is about, who follows what becomes of them', async () => {
    const { reference, secret } = await desk.enterWithSecret();
    const owner = visit(desk.program.url);
    await owner.get('/track');
    await owner.post('/track', { reference, secret });
    const address = `/track/${reference}/actions/suggest`;
    const page = await owner.get(address);
    expect(page.text).not.toContain('name="doctor"');
    await owner.post(address, { clinic: 'Renamed', care: 'general', phone: '03 123 456', reason: 'a new sign' });
    expect((await owner.get(`/track/${reference}`)).text).toContain('Your proposal waits for a decision');
    const { status } = await desk.call(`/api/v1/records/${reference}/actions/accept`, {
      token: await desk.tokenOf('clinic-registrar'),
      body: { data: {} },
    });
    expect(status).toBe(200);
    const after = await owner.get(`/track/${reference}`);
    expect(after.text).toContain('Proposal no. 2 accepted');
    expect(after.text).not.toContain('Your proposal waits');
    expect(after.text).toContain(findings);
  });

  test('leave a register to be browsed by its answers', async () => {
    const [eyes, teeth] = [
      await desk.enter({ ...clinic, care: 'eyes' }),
      await desk.enter({ ...clinic, care: 'dental' }),
    ];
    const visitor = await visitAs(desk.program.url, 'clinic-inspector');
    const list = await visitor.get('/staff?service=clinics&field=care&place=eyes');
    expect(list.text).toContain(eyes);
    expect(list.text).not.toContain(teeth);
    expect((await visitor.search('Amal', 'service=clinics')).text).toContain(eyes);
  });
});
