import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { careData, careFiles } from '../world/care.ts';
import { visitAs } from '../world/clerk.ts';
import { officeOf } from '../world/office.ts';
import { type OpenProgram, openProgram } from '../world/open-program.ts';
import { type Visitor, visit } from '../world/visitor.ts';

/** Who reads what of whom: closed answers, opening them, and what the person concerned is told of it. */
let program: OpenProgram;
beforeAll(async () => {
  program = await openProgram({
    DIWAN_DEMO: '1',
    ...officeOf(
      { care: careFiles },
      {
        amal: ['nurse', 'interior-ministry'],
        samer: ['inspector', 'interior-ministry'],
        nada: ['nurse', 'health-ministry'],
      },
    ),
  });
}, 180_000);
afterAll(() => program?.stop());

interface Case {
  readonly reference: string;
  readonly secret: string;
  readonly file: string;
}
const pdf = '%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n%%EOF\n';
const submit = async (): Promise<Case> => {
  const form = new FormData();
  form.set('field', 'paper');
  form.set('file', new Blob([pdf], { type: 'application/pdf' }), 'result.pdf');
  const sent = await fetch(`${program.url}/api/v1/services/care/uploads`, { method: 'POST', body: form });
  const file = (await sent.json()) as { id: string };
  const answer = await fetch(`${program.url}/api/v1/services/care/submissions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key: randomUUID(), locale: 'en', data: careData({ paper: [file] }) }),
  });
  return { ...((await answer.json()) as Omit<Case, 'file'>), file: file.id };
};
const tokenOf = async (person: string): Promise<string> => {
  const answer = await fetch(`${program.url}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: `${person}@demo.diwan`, password: 'diwan-demo-2026' }),
  });
  return ((await answer.json()) as { token: string }).token;
};
const api = async (token: string, path: string, body?: object) => {
  const answer = await fetch(`${program.url}/api/v1/records/${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, json: (await answer.json().catch(() => undefined)) as Record<string, unknown> };
};
interface Told {
  readonly role: string;
  readonly way: string;
  readonly purpose: string;
  readonly count: number;
  readonly reason?: string;
}
const readingsOf = async ({ reference, secret }: Case): Promise<readonly Told[]> => {
  await wait(700);
  const answer = await fetch(`${program.url}/api/v1/records/${reference}/readings`, {
    headers: { 'x-record-secret': secret },
  });
  return ((await answer.json()) as { readings: readonly Told[] }).readings;
};
const applicantOf = async ({ reference, secret }: Case): Promise<Visitor> => {
  const visitor = visit(program.url);
  await visitor.get('/track');
  await visitor.post('/track', { reference, secret });
  return visitor;
};
const waysOf = (told: readonly Told[]) => told.map(({ role, way, purpose }) => `${role} ${way} ${purpose}`).toSorted();

test('a page, a file and the API are each told to the person, as what, what for and how often', async () => {
  const one = await submit();
  expect(await readingsOf(one)).toEqual([]);
  const amal = await visitAs(program.url, 'amal');
  const page = await amal.get(`/staff/records/${one.reference}`);
  expect(page.text).toContain('Leila Haddad');
  await readingsOf(one);
  await amal.get(`/staff/records/${one.reference}`);
  await amal.get(`/staff/records/${one.reference}/then/1`);
  const samer = await visitAs(program.url, 'samer');
  await samer.get(`/staff/records/${one.reference}`);
  await api(await tokenOf('amal'), one.reference);
  const told = await readingsOf(one);
  expect(waysOf(told)).toEqual(['inspector page oversight', 'nurse api handling', 'nurse page handling']);
  expect(told.find(({ role, way }) => role === 'nurse' && way === 'page')?.count).toBeGreaterThanOrEqual(2);

  const track = await (await applicantOf(one)).get(`/track/${one.reference}`);
  expect(track.text).toContain('Who looked at your data');
  expect(track.text).toMatch(/Opened the request: \d times today/);
  // Whoever it was: the office answers, not the person.
  expect(track.text).not.toContain('amal');
  // Who oversees sees it on the record, who handles it does not.
  expect((await samer.get(`/staff/records/${one.reference}`)).text).toContain('Who looked at this record');
  expect(page.text).not.toContain('Who looked at this record');
});

test('what cannot be read is not told as read: a stranger, a list, an open page that is told of news', async () => {
  const one = await submit();
  const nada = await visitAs(program.url, 'nada');
  expect((await nada.get(`/staff/records/${one.reference}`)).status).toBe(404);
  const amal = await visitAs(program.url, 'amal');
  await amal.get('/staff');
  await amal.post('/staff/search', { q: one.reference });
  expect((await api(await tokenOf('nada'), one.reference)).status).toBe(404);
  expect(await readingsOf(one)).toEqual([]);
});

test('sensitive answers are closed on pages, in the API, as files and in actions until they are opened for a reason', async () => {
  const one = await submit();
  const { reference } = one;
  const amal = await visitAs(program.url, 'amal');
  const words = ['Tuberculosis', 'Karim', '765 432', '3765432', 'result.pdf'];
  const isClosed = (text: string) => words.every((word) => !text.includes(word));
  const own = `/staff/records/${reference}`;
  const closed = await amal.get(own);
  expect(isClosed(closed.text)).toBe(true);
  expect(closed.text).toContain('Sensitive answers are closed');
  for (const path of [`${own}/then/1`, `${own}/actions/finish`, `${own}/actions/note`, '/staff'])
    expect(isClosed((await amal.get(path)).text), path).toBe(true);
  expect(isClosed((await amal.search('Leila')).text)).toBe(true);
  expect((await amal.get(`${own}/files/${one.file}`)).status).toBe(404);
  const edit = await amal.get(`${own}/actions/correct`);
  expect(edit.text).toContain('Open the sensitive answers first');
  expect(isClosed(edit.text)).toBe(true);

  const token = await tokenOf('amal');
  const before = await api(token, reference);
  expect(before.json['data']).toEqual({ who: 'Leila Haddad', town: 'Saida' });
  expect(before.json['closed']).toEqual(['phone', 'illness', 'positive', 'paper', 'family']);
  const file = await fetch(`${program.url}/api/v1/records/${reference}/files/${one.file}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(file.status).toBe(404);
  expect(waysOf(await readingsOf(one)).some((way) => way.includes('opening'))).toBe(false);

  // Without a reason nothing opens; an address elsewhere is not followed.
  expect((await amal.post(`${own}/open`, {})).status).toBe(422);
  expect((await amal.post(`${own}/open`, { reason: 'curiosity' })).status).toBe(422);
  expect((await amal.get(own)).text).not.toContain('Tuberculosis');
  const opening = await amal.post(`${own}/open`, { reason: 'decision', back: 'https://evil.example/' });
  expect(opening).toMatchObject({ status: 303, path: own });
  const open = await amal.get(own);
  expect(open.text).toContain('Tuberculosis');
  expect(open.text).toContain('are open to you until');
  expect((await amal.get(`${own}/files/${one.file}`)).status).toBe(200);
  expect((await amal.get(`${own}/actions/correct`)).text).toContain('value="Tuberculosis"');

  const told = await readingsOf(one);
  expect(told.find(({ way }) => way === 'opening')).toMatchObject({
    reason: 'decision',
    purpose: 'handling',
    count: 1,
  });
  expect(waysOf(told)).toContain('nurse file handling');
  const track = await (await applicantOf(one)).get(`/track/${reference}`);
  expect(track.text).toContain('Opened sensitive answers');
  expect(track.text).toContain('To decide on the request');

  // Open to who opened them, for a while.
  expect((await (await visitAs(program.url, 'samer')).get(own)).text).not.toContain('Tuberculosis');
  await program.pass(16 * 60_000);
  expect((await amal.get(own)).text).not.toContain('Tuberculosis');
});

test('the API opens them by a request of its own, for civil servants only', async () => {
  const one = await submit();
  const token = await tokenOf('amal');
  const opened = await api(token, `${one.reference}/openings`, { reason: 'check' });
  expect(opened.json['data']).toMatchObject({ illness: 'Tuberculosis' });
  expect((await api(token, one.reference)).json['data']).toMatchObject({ illness: 'Tuberculosis' });
  const asApplicant = await fetch(`${program.url}/api/v1/records/${one.reference}/openings`, {
    method: 'POST',
    headers: { 'x-record-secret': one.secret, 'content-type': 'application/json' },
    body: '{"reason":"check"}',
  });
  expect(asApplicant.status).toBe(403);
  expect((await api(await tokenOf('nada'), `${one.reference}/openings`, { reason: 'check' })).status).toBe(404);
  expect((await api(token, `${one.reference}/readings`)).status).toBe(403);
  expect((await api(await tokenOf('samer'), `${one.reference}/readings`)).status).toBe(200);
  expect(waysOf(await readingsOf(one))).toEqual(['nurse api handling', 'nurse opening handling']);
});

test('a sensitive telephone number is found by who may see the record, and not shown', async () => {
  const one = await submit();
  const amal = await visitAs(program.url, 'amal');
  const found = await amal.search('03765432');
  expect(found.text).toContain(one.reference);
  expect(found.text).not.toContain('765 432');
  expect((await (await visitAs(program.url, 'nada')).search('03765432')).text).not.toContain(one.reference);
});

test('what was noted is written when the program stops in good order', async () => {
  const one = await submit();
  const amal = await visitAs(program.url, 'amal');
  await Promise.all(Array.from({ length: 20 }, () => amal.get(`/staff/records/${one.reference}`)));
  const { rows } = await program.owner.pool.query('select count(*)::int as n from reading');
  expect(rows[0].n).toBeGreaterThan(0);
});
