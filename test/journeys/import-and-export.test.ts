import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signInToApi, visitAs } from '../world/clerk.ts';
import { startProgram, type TestProgram } from '../world/program.ts';
import { visit, type Visitor } from '../world/visitor.ts';

let program: TestProgram;
let clerk: Visitor;
let session: string;

beforeAll(async () => {
  program = await startProgram();
  clerk = await visitAs(program.url, 'clerk.saida');
  session = await signInToApi(program.url, 'clerk.saida');
}, 180_000);
afterAll(() => program?.stop());

type Json = Readonly<Record<string, unknown>>;

const api = async (path: string, init: RequestInit = {}, token = session) => {
  const answer = await fetch(`${program.url}/api/v1${path}`, {
    ...init,
    headers: { 'accept-language': 'en', ...(token && { authorization: `Bearer ${token}` }), ...init.headers },
  });
  const text = await answer.text();
  return { status: answer.status, text, json: (text.startsWith('{') ? JSON.parse(text) : {}) as Json };
};

const names =
  'title,kind,municipality,decision_number,decided_on,taken_by,words,in_force_from,has_fine,contact_name,contact_phone';
const line = (title: string, town = 'Saida', day = '1/11/2026') =>
  `${title},traffic,${town},D-1,${day},council,What is decided,2/11/2026,no,Leila,03 123 456`;
const fileOf = (...lines: readonly string[]) => new Blob([[names, ...lines].join('\n')], { type: 'text/csv' });

/** As a browser sends it: the token before the file. */
const formWith = (file: Blob, more: Readonly<Record<string, string>> = {}): FormData => {
  const form = new FormData();
  form.set('_csrf', '');
  for (const [name, value] of Object.entries(more)) form.set(name, value);
  form.set('file', file, 'measures.csv');
  return form;
};
const send = (file: Blob, more: Readonly<Record<string, string>> = {}, token = session) =>
  api('/services/municipal-measure/imports', { method: 'POST', body: formWith(file, more) }, token);
const untilOver = async (id: unknown): Promise<Json> => {
  for (let look = 0; look < 200; look++) {
    const { json } = await api(`/imports/${String(id)}`);
    if (json['status'] !== 'running') return json;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the import does not end');
};
const toService = '/staff/services/municipal-measure/import';

describe('by page, without scripts', () => {
  test('sent, checked, started, followed; wrong rows come back and are right the second time', async () => {
    await clerk.get(toService);
    const sent = await clerk.post(
      toService,
      formWith(fileOf(line('One'), line('Two', 'Beit'), line('=Three', 'Sayda', '31/2/2026'))),
    );
    expect(sent).toMatchObject({ status: 303 });
    const check = await clerk.get(sent.path);
    expect(check.text).toContain('How the first rows are read');
    expect(check.text).toContain('Several places bear the name');
    const mapping = Object.fromEntries(names.split(',').map((name, index) => [`column-${index}`, name]));
    const without = await clerk.post(sent.path, { ...mapping, 'column-0': '' });
    expect(without.status).toBe(422);
    expect(without.text).toContain('Choose a column for');
    expect((await clerk.post(sent.path, mapping)).path).toBe(sent.path);
    const id = sent.path.split('/').at(-1);
    expect(await untilOver(id)).toMatchObject({ status: 'done', rows: { read: 3, made: 1, repeated: 0, wrong: 2 } });
    const page = await clerk.get(sent.path);
    expect(page.text).toContain('Download only the wrong rows');
    const wrong = await clerk.get(`${sent.path}/wrong-rows/csv`);
    expect(wrong.text).toContain("'=Three");
    expect(wrong.text.split('\r\n')[0]).toBe(`${names},What is wrong`);
    const corrected = wrong.text.replace('Beit,', 'Beit Mery,').replace('31/2/2026', '1/2/2026');
    const again = await send(new Blob([corrected]), { start: 'yes' });
    expect(again.status).toBe(202);
    expect(await untilOver(again.json['id'])).toMatchObject({ rows: { read: 2, made: 2, wrong: 0 } });
    const list = await clerk.get('/staff?service=municipal-measure');
    expect(list.text).toContain('=Three');
    expect(list.text).not.toContain("'=Three");
  });

  test('no file, one that is none, and a form of another site', async () => {
    await clerk.get(toService);
    expect((await clerk.post(toService, formWith(new Blob([])))).status).toBe(422);
    const picture = await clerk.post(
      toService,
      formWith(new Blob([Buffer.from('89504e470d0a1a0a00000001020304', 'hex')])),
    );
    expect(picture.status).toBe(422);
    expect(picture.text).toContain('This is not a table');
    const stranger = clerk.copy();
    const forged = formWith(fileOf(line('Forged')));
    const answer = await fetch(program.url + toService, {
      method: 'POST',
      body: forged,
      headers: { cookie: [...stranger.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    expect(answer.status).toBe(403);
  });

  test('the empty file has a heading for each question', async () => {
    const csv = await clerk.get(`${toService}/template/csv`);
    expect(csv.text.split(',').length).toBeGreaterThan(15);
    expect((await clerk.get(`${toService}/template/xlsx`)).text.startsWith('PK')).toBe(true);
  });
});

describe('by API', () => {
  test('the same file twice is told and doubles nothing', async () => {
    const file = fileOf(line('Same A'), line('Same B'));
    const first = await send(file, { start: 'yes' });
    await untilOver(first.json['id']);
    const second = await send(file);
    expect(second.json).toMatchObject({ status: 'waiting', same_as: first.json['id'], missing: [] });
    await api(`/imports/${String(second.json['id'])}/start`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    const over = await untilOver(second.json['id']);
    expect(over).toMatchObject({ rows: { made: 0, repeated: 2 } });
    expect((over['repeated_rows'] as readonly unknown[]).length).toBe(2);
  });

  test('columns that are lacking are named', async () => {
    const { json } = await send(new Blob(['title,kind\nA,traffic\n']));
    expect(json['missing']).toContain('municipality');
    const started = await api(`/imports/${String(json['id'])}/start`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect(started.status).toBe(422);
    expect((await api(`/imports/${String(json['id'])}/cancel`, { method: 'POST' })).json['status']).toBe('cancelled');
  });

  test('who may not enter records imports none, and nobody sees the import of another', async () => {
    const mine = await send(fileOf(line('Mine')));
    const other = await signInToApi(program.url, 'agent');
    expect((await send(fileOf(line('Not mine')), {}, other)).status).toBe(403);
    expect((await send(fileOf(line('Nobody')), {}, '')).status).toBe(401);
    const id = String(mine.json['id']);
    for (const path of [`/imports/${id}`, `/imports/${id}/wrong-rows/csv`])
      expect((await api(path, {}, other)).status).toBe(404);
    for (const step of ['start', 'cancel']) {
      const answer = await api(
        `/imports/${id}/${step}`,
        { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' },
        other,
      );
      expect(answer.status).toBe(404);
    }
    const agent = await visitAs(program.url, 'agent');
    expect((await agent.get(`/staff/import/${id}`)).status).toBe(404);
    expect((await agent.get(`/staff/import/${id}/progress`)).status).toBe(404);
    expect((await agent.get(toService)).status).toBe(403);
    expect((await visit(program.url).get(`/staff/import/${id}`)).status).not.toBe(200);
    expect((await api(`/imports/${id}`)).json['status']).toBe('waiting');
  });

  test('a service that does not take files takes none, also of who enters its records', async () => {
    const callCentre = await signInToApi(program.url, 'callcentre');
    const answer = await api(
      '/services/petition/imports',
      { method: 'POST', body: formWith(fileOf(line('x'))) },
      callCentre,
    );
    expect(answer.status).toBe(403);
  });
});

describe('the list as a file', () => {
  const path = 'service=municipal-measure&view=all&lang=en';
  const exported = async (format: string, token = session, query = path): Promise<Buffer> => {
    const answer = await fetch(`${program.url}/api/v1/exports/${format}?${query}`, {
      headers: { ...(token && { authorization: `Bearer ${token}` }) },
    });
    expect(answer.status).toBe(200);
    return Buffer.from(await answer.arrayBuffer());
  };

  test('holds what the page shows, typed, with nothing that a spreadsheet takes for a formula', async () => {
    const over = await untilOver(
      (
        await send(fileOf(line('=HYPERLINK("x")'.replaceAll('"', '""').replace(/^(.*)$/, '"$1"')), line('Exported')), {
          start: 'yes',
        })
      ).json['id'],
    );
    expect(over).toMatchObject({ rows: { made: 2 } });
    const bytes = await exported('csv');
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = bytes.toString().split('\r\n');
    expect(lines.find((each) => each.includes('HYPERLINK'))).toContain(`"'=HYPERLINK(""x"")"`);
    expect(lines.find((each) => each.includes(',Exported,'))).toMatch(/,2026-11-01,/);
    expect(lines.filter((each) => each.includes('MM-')).length).toBeGreaterThan(2);
    const workbook = await exported('xlsx');
    expect(workbook.subarray(0, 2).toString()).toBe('PK');
    const page = await clerk.get('/staff/export/csv?service=municipal-measure');
    expect(page.text).toContain('Exported');
  });

  test('of somebody else holds nothing of these, and nobody gets one without signing in', async () => {
    const other = (await exported('csv', await signInToApi(program.url, 'agent'))).toString();
    expect(other).not.toContain('Exported');
    expect(other).not.toContain('MM-');
    expect((await api('/exports/csv', {}, '')).status).toBe(401);
    expect((await api('/exports/pdf')).status).toBe(422);
  });

  test('of who oversees the service holds them too', async () => {
    const inspector = await signInToApi(program.url, 'supervisor.south');
    expect((await exported('csv', inspector)).toString()).toContain('MM-');
  });
});
