import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inProject } from '../../src/base/paths.ts';
import { readFileSync, readdirSync } from 'node:fs';
import { say } from '../../src/base/texts.ts';
import { fileTexts } from '../../src/form/file-texts.ts';
import { freshPhone } from '../world/citizen.ts';
import { visitAs } from '../world/clerk.ts';
import { filled, hiddenOf, pdf, rowsOn } from '../world/files-of-page.ts';
import { ooxml } from '../world/office-files.ts';
import { type OpenProgram, openProgram } from '../world/open-program.ts';
import { edited, inTexts } from '../world/versions.ts';
import { visit, type Visitor } from '../world/visitor.ts';

/** Files that are sent with a page are not lost, whatever else happens to the page: looked at as a browser without a script. */
const services = inProject('test', 'fixtures', 'services');
let program: OpenProgram;
beforeAll(async () => {
  program = await openProgram({ DIWAN_SERVICES: services });
}, 180_000);
afterAll(() => program?.stop());

const hashOf = (data: Buffer) => createHash('sha256').update(data).digest('hex');

const form = '/services/papers-trial/form';
const beginPeople = async (url = program.url): Promise<Visitor> => {
  const visitor = visit(url);
  const { text } = await visitor.get(`${form}/person`);
  const { path } = await visitor.post(`${form}/person`, filled(text, { 'who.ar': 'ريما خوري', phone: freshPhone() }));
  expect(path).toBe(`${form}/people`);
  return visitor;
};

describe('within rows', () => {
  test('a file stays with its row when empty rows before it go', async () => {
    const visitor = await beginPeople();
    const first = await visitor.get(`${form}/people`);
    const added = await visitor.post(`${form}/people`, filled(first.text, { 'people.add': '1' }));
    const { text } = await visitor.post(
      `${form}/people`,
      filled(added.text, { 'people.1.name': 'B', 'people.add': '1' }, { 'people.1.paper.new': 'b.pdf' }),
    );
    expect(rowsOn(text)).toEqual({ B: ['b.pdf'], '': [] });
  });

  test('a row that holds nothing but a file is one', async () => {
    const visitor = await beginPeople();
    const first = await visitor.get(`${form}/people`);
    const added = await visitor.post(`${form}/people`, filled(first.text, { 'people.add': '1' }));
    const sent = await visitor.post(
      `${form}/people`,
      filled(added.text, { 'people.1.name': 'B' }, { 'people.0.paper.new': 'a.pdf', 'people.1.paper.new': 'b.pdf' }),
    );
    expect(sent.path, sent.text).toBe(`${form}/tables`);
    expect(rowsOn((await visitor.get(`${form}/people`)).text)).toEqual({ '': ['a.pdf'], B: ['b.pdf'] });
  });

  test('taking a row away leaves the others their files, those just chosen too', async () => {
    const visitor = await beginPeople();
    const first = await visitor.get(`${form}/people`);
    const added = await visitor.post(
      `${form}/people`,
      filled(first.text, { 'people.0.name': 'A', 'people.add': '1' }, { 'people.0.paper.new': 'a.pdf' }),
    );
    const removed = await visitor.post(
      `${form}/people`,
      filled(
        added.text,
        { 'people.0.name': 'A', 'people.1.name': 'B', 'people.remove.0': '1' },
        { 'people.1.paper.new': 'b.pdf' },
      ),
    );
    expect(rowsOn(removed.text)).toEqual({ B: ['b.pdf'] });
    const wrong = new FormData();
    for (const [name, value] of hiddenOf(removed.text)) wrong.append(name, value);
    wrong.set('people.0.name', 'B');
    wrong.set('people.0.paper.new', new Blob(['<html>']), 'c.pdf');
    const refused = await visitor.post(`${form}/people`, wrong);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('This type of file is not accepted for “Paper”');
    expect(rowsOn(refused.text)).toEqual({ B: ['b.pdf'] });
  });
});

test('documents and tables of offices are handed in, and served to be saved, never to be shown', async () => {
  const visitor = await beginPeople();
  const people = await visitor.get(`${form}/people`);
  await visitor.post(`${form}/people`, filled(people.text, { 'people.0.name': 'A' }));
  const { text } = await visitor.get(`${form}/tables`);
  expect(text).toContain('an Excel workbook (XLSX), an OpenDocument spreadsheet (ODS) or a CSV table');
  const data = filled(text, {});
  data.append('accounts.new', new Blob([new Uint8Array(ooxml('xlsx'))]), 'حسابات.xlsx');
  data.append('accounts.new', new Blob(['name;number\n=1+1;3\n']), 'list.csv');
  data.append('accounts.new', new Blob([new Uint8Array(ooxml('xlsx', { 'xl/vbaProject.bin': 'x' }))]), 'macros.xlsx');
  data.append('letter.new', new Blob([new Uint8Array(ooxml('docx'))]), 'letter.doc');
  const refused = await visitor.post(`${form}/tables`, data);
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('This type of file is not accepted for “Accounts”');
  const sent = await visitor.post(`${form}/tables`, filled(refused.text, {}));
  expect(sent.path, sent.text).toBe('/services/papers-trial/check');
  const check = await visitor.get(sent.path);
  for (const name of ['حسابات.xlsx', 'list.csv', 'letter.docx']) expect(check.text).toContain(name);
  expect(check.text).not.toContain('macros.xlsx');
  const receipt = await visitor.post(sent.path, Object.fromEntries(hiddenOf(check.text)));
  expect(receipt.status, receipt.text).toBe(303);
  const agent = await visitAs(program.url, 'agent');
  const [reference = ''] = (await agent.get('/staff')).text.match(/PT-\d{4}-\d{4}/) ?? [];
  const record = (await agent.get(`/staff/records/${reference}`)).text;
  const links = [...new Set(record.match(/\/staff\/records\/[^"]*\/files\/[0-9a-f-]{36}/g))];
  expect(links).toHaveLength(3);
  for (const link of links) {
    const cookie = [...agent.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const { headers } = await fetch(program.url + link, { headers: { cookie } });
    expect(headers.get('content-disposition')).toMatch(/^attachment/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain('sandbox');
  }
});

describe('sent to do harm', () => {
  const send = (field: string, name: string, type: string, data: Uint8Array<ArrayBuffer> | string) => {
    const body = new FormData();
    body.append('field', field);
    body.append('file', new Blob([data], { type }), name);
    return fetch(`${program.url}/api/v1/services/papers-trial/uploads`, { method: 'POST', body });
  };

  test('what a file is called and said to be changes nothing', async () => {
    const kept = await send('letter', '\u202Etxt.exe\u0007\r\n../../.htaccess', 'text/html', pdf('a'));
    expect(await kept.json()).toMatchObject({ name: 'file.pdf', type: 'application/pdf' });
    const page = '<html><script>alert(1)</script>';
    for (const type of ['application/pdf', 'image/jpeg'])
      expect((await send('letter', 'letter.pdf', type, page)).status, type).toBe(422);
    expect((await send('letter', 'empty.pdf', 'application/pdf', '')).status).toBe(422);
  });

  test('a thousand tiny files in one page are not taken, and nothing of them stays', async () => {
    const visitor = await beginPeople();
    const { text } = await visitor.get(`${form}/people`);
    const data = filled(text, { 'people.0.name': 'A' });
    for (let count = 0; count < 1_000; count++) data.append('people.0.paper.new', new Blob(['x']), `${count}.pdf`);
    const { status } = await visitor.post(`${form}/people`, data);
    expect(status).toBe(413);
    expect(rowsOn((await visitor.get(`${form}/people`)).text)).toEqual({ '': [] });
  });

  test('whoever asks for a part of a file, or for nonsense of it, gets the whole; others get nothing', async () => {
    const agent = await visitAs(program.url, 'agent');
    const [reference = ''] = (await agent.get('/staff')).text.match(/PT-\d{4}-\d{4}/) ?? [];
    const record = (await agent.get(`/staff/records/${reference}`)).text;
    const [link = ''] = record.match(/\/staff\/records\/[^"]*\/files\/[0-9a-f-]{36}/) ?? [];
    const cookie = [...agent.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    for (const range of [
      'bytes=0-0',
      'bytes=99999999999-',
      'bytes=-1,-2,0-5',
      'lines=x',
      `bytes=${'0-,'.repeat(500)}`,
    ]) {
      const { status, headers } = await fetch(program.url + link, { headers: { cookie, range } });
      expect([status, headers.get('x-content-type-options')], range).toEqual([200, 'nosniff']);
    }
    const open = link.replace('/staff', '');
    for (const path of [link, `${link}/preview`, open, `${open}/preview`, `/uploads/${link.slice(-36)}/preview`]) {
      const { status, headers } = await fetch(program.url + path, { redirect: 'manual' });
      expect([303, 404], path).toContain(status);
      expect(headers.get('content-disposition'), path).toBeNull();
    }
    // It is no picture: there is none to be shown, to nobody.
    expect((await fetch(`${program.url}${link}/preview`, { headers: { cookie } })).status).toBe(404);
  });
});

describe('where there is no room for more', () => {
  test.each([
    ['UPLOAD_BYTES_PER_CLIENT', 'own-uploads-full'],
    ['UPLOAD_BYTES_WAITING', 'uploads-full'],
  ] as const)('by %s, that is said in the language of the page and what was typed stays', async (name, fault) => {
    const full = await openProgram({ DIWAN_SERVICES: services, [name]: String(pdf('a.pdf').length) });
    try {
      const visitor = await beginPeople(full.url);
      const { text } = await visitor.get(`${form}/people`);
      const kept = await visitor.post(
        `${form}/people`,
        filled(text, { 'people.0.name': 'A', 'people.add': '1' }, { 'people.0.paper.new': 'a.pdf' }),
      );
      expect(rowsOn(kept.text)).toEqual({ A: ['a.pdf'], '': [] });
      for (const [locale, label] of [
        ['ar', 'المستند'],
        ['fr', 'Pièce'],
        ['en', 'Paper'],
      ] as const) {
        await visitor.get(`${form}/people?lang=${locale}`);
        const { status, text: told } = await visitor.post(
          `${form}/people`,
          filled(kept.text, { 'people.0.name': 'A', 'people.1.name': 'B' }, { 'people.1.paper.new': 'b.pdf' }),
        );
        expect(status).toBe(422);
        expect(told).toContain(say(locale, fileTexts[fault], { label }));
        expect(rowsOn(told)).toEqual({ A: ['a.pdf'], B: [] });
      }
    } finally {
      await full.stop();
    }
  });
});

const filesOf = (folder: string) =>
  Object.fromEntries(
    readdirSync(`${services}/${folder}`).map((name) => [name, readFileSync(`${services}/${folder}/${name}`, 'utf8')]),
  );

test('a file sent from a page of an earlier version crosses over with what was typed', async () => {
  const visitor = await beginPeople();
  const { text } = await visitor.get(`${form}/people`);
  const sent = filled(text, { 'people.0.name': 'A' }, { 'people.0.paper.new': 'a.pdf' });
  const wrong = filled(text, { 'people.0.name': 'A' });
  wrong.set('people.0.paper.new', new Blob(['<html>']), 'c.pdf');

  const publisher = await visitAs(program.url, 'publisher');
  await publisher.get('/staff/proposals/new?service=papers-trial');
  const next = new FormData();
  const files = edited(filesOf('papers-trial'), ...inTexts(/^title: .*$/m, 'title: Another version'));
  for (const [name, content] of Object.entries(files)) next.append('files', new Blob([content]), name);
  next.set('note', '');
  const proposal = await publisher.post('/staff/proposals/new', next);
  await publisher.get(proposal.path);
  const published = await publisher.post(`${proposal.path}/publish`, { sure: 'yes', note: '' });
  expect(published.path, published.text).toContain('done=published');
  await expect.poll(async () => (await visitor.get('/services/papers-trial')).text).toContain('Another version');

  await visitor.get('/services/papers-trial/form/people');
  const told = await visitor.post(`${form}/people`, wrong);
  expect(told.status).toBe(422);
  expect(told.text).toContain('This type of file is not accepted for “Paper”');
  expect((await visitor.post(`${form}/people`, sent)).status).toBe(303);
  expect(rowsOn((await visitor.get(`${form}/people`)).text)).toEqual({ A: ['a.pdf'] });
});

describe('page by page', () => {
  const campaigns = '/staff/campaigns/round-trial';
  const referencesIn = (html: string) => [...new Set(html.match(/RT-\d{4}-\d{4}/g))];

  const download = async (visitor: Visitor, reference: string, name: string): Promise<string> => {
    const { text } = await visitor.get(`/staff/records/${reference}`);
    const link = new RegExp(`href="([^"]*/files/[^"]+)"[^>]*>(?:<bdi[^>]*>)?${name}`).exec(text)?.[1];
    expect(link, `${name} in ${reference}`).toBeDefined();
    return hashOf(Buffer.from((await visitor.get(link!)).text));
  };

  test('a file of a campaign is in the record of each institution; files of a survey and of its verification stay', async () => {
    const manager = await visitAs(program.url, 'campaigns');
    const { text } = await manager.get(`${campaigns}/new`);
    const round = filled(text, { round: '2026' }, { 'mandate.new': 'mandate.pdf' });
    for (const institution of ['culture-ministry', 'central-inspection']) round.append('_institution', institution);
    const preview = await manager.post(`${campaigns}/new`, round);
    expect(preview.text).toContain('mandate.pdf');
    const confirmed = await manager.post(`${campaigns}/new`, filled(preview.text, { _step: 'confirm' }));
    expect(confirmed.status, confirmed.text).toBe(303);
    await expect
      .poll(async () => referencesIn((await manager.get(confirmed.path)).text), { timeout: 20_000 })
      .toHaveLength(2);
    const references = referencesIn((await manager.get(confirmed.path)).text);
    for (const reference of references)
      expect(await download(manager, reference, 'mandate.pdf')).toBe(hashOf(pdf('mandate.pdf')));

    const assessor = await visitAs(program.url, 'culture');
    const [own = ''] = referencesIn((await assessor.get('/staff')).text);
    const filling = `/staff/records/${own}/actions/fill?page=papers`;
    const page = await assessor.get(filling);
    const upload = await assessor.post(
      filling,
      filled(page.text, { has_chart: 'yes', 'chart.upload': '1' }, { 'chart.new': 'chart.pdf' }),
    );
    expect(upload.text).toContain('chart.pdf');
    const saved = await assessor.post(
      filling,
      filled(upload.text, { has_chart: 'yes', 'staff.0.post': 'Head' }, { 'staff.0.proof.new': 'proof.pdf' }),
    );
    expect(saved.status, saved.text).toBe(303);
    for (const name of ['chart.pdf', 'proof.pdf']) expect(await download(assessor, own, name)).toBe(hashOf(pdf(name)));

    await assessor.get(`/staff/records/${own}/actions/submit`);
    await assessor.post(`/staff/records/${own}/actions/submit`);
    const inspector = await visitAs(program.url, 'inspector');
    const verifying = `/staff/records/${own}/actions/verify?page=papers`;
    const asked = await inspector.get(verifying);
    const verified = await inspector.post(
      verifying,
      filled(
        asked.text,
        { chart__verdict: 'other', chart__remark: 'Another one' },
        { 'chart__found.new': 'found.pdf' },
      ),
    );
    expect(verified.status, verified.text).toBe(303);
    expect(await download(inspector, own, 'found.pdf')).toBe(hashOf(pdf('found.pdf')));
  });
});
