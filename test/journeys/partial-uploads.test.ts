import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { inProject } from '../../src/base/paths.ts';
import { statement } from '../../src/base/database.ts';
import { mebibyte } from '../../src/definition/fields/files.ts';
import { openBreakingLine } from '../world/breaking-line.ts';
import { axe, newPage, openBrowser, screenshot } from '../world/browser.ts';
import { freshPhone, goOn } from '../world/citizen.ts';
import { type OpenProgram, openProgram } from '../world/open-program.ts';

/** Files that arrive in pieces, by what programs and pages send. */
let program: OpenProgram;
let browser: Browser;
beforeAll(async () => {
  [program, browser] = await Promise.all([
    openProgram({ DIWAN_SERVICES: inProject('test', 'fixtures', 'services') }),
    openBrowser(),
  ]);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const pdfOf = (bytes: number) =>
  Buffer.concat([
    Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n% '),
    Buffer.from(randomBytes(Math.ceil(bytes / 2)).toString('hex')).subarray(0, bytes - 48),
    Buffer.from('\n%%EOF'),
  ]);
const hashOf = (data: Buffer) => createHash('sha256').update(data).digest('hex');
const tus = { 'tus-resumable': '1.0.0' };
const pieceType = 'application/offset+octet-stream';
const encoded = (text: string) => Buffer.from(text).toString('base64');

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** Rejects when the line breaks. */
const ask = (url: string, method: string, headers: Readonly<Record<string, string>> = {}, body?: Buffer) =>
  new Promise<Answer>((resolve, reject) => {
    const length = body === undefined ? undefined : { 'content-length': String(body.length) };
    const sent = request(url, { method, headers: { ...tus, ...headers, ...length } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (data: string) => (text += data));
      response.on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
const begin = (url: string, length: number, field: string, service = 'media-trial', name = 'سند.pdf') =>
  ask(`${url}/api/v1/services/${service}/partial-uploads`, 'POST', {
    'upload-length': String(length),
    'upload-metadata': `filename ${encoded(name)},field ${encoded(field)}`,
  });
const piece = (url: string, offset: number, data: Buffer) =>
  ask(url, 'PATCH', { 'upload-offset': String(offset), 'content-type': pieceType }, data);

test('20 MB over a line that breaks three times end whole', async () => {
  const data = pdfOf(20 * mebibyte);
  const line = await openBreakingLine(
    program.url,
    [3, 8, 17].map((each) => each * mebibyte),
  );
  const { headers } = await begin(line.url, data.length, 'medical');
  const at = line.url + String(headers['location']);
  let offset = 0;
  const send = async (): Promise<void> => {
    try {
      const { status, headers: now } = await piece(at, offset, data.subarray(offset));
      // The rest of what was sent over the broken line may still be coming in.
      if (status !== 204) throw new Error('out of place');
      offset = Number(now['upload-offset']);
    } catch {
      offset = Number((await ask(at, 'HEAD')).headers['upload-offset']);
    }
  };
  while (offset < data.length) await send();
  expect(line.breaks()).toBe(3);
  const whole = await ask(at, 'GET');
  expect(JSON.parse(whole.body)).toMatchObject({
    offset: data.length,
    file: { name: 'سند.pdf', size: data.length, sha256: hashOf(data) },
  });
  // Asked again, the same answer.
  expect((await ask(at, 'GET')).body).toBe(whole.body);
  expect((await ask(at, 'HEAD')).headers).toMatchObject({ 'upload-offset': String(data.length) });
  await line.stop();
});

describe('pieces', () => {
  const pdf = pdfOf(1_000);
  const begun = async (length = pdf.length, field = 'deed') => {
    const { headers, status } = await begin(program.url, length, field);
    expect(status).toBe(201);
    return program.url + String(headers['location']);
  };

  test('follow one another: what does not go on where the last one ended is not taken', async () => {
    const at = await begun();
    expect((await piece(at, 0, pdf.subarray(0, 400))).headers['upload-offset']).toBe('400');
    for (const offset of [0, 399, 401, 1_000]) expect((await piece(at, offset, pdf.subarray(400))).status).toBe(409);
    const rest = pdf.subarray(400);
    const both = await Promise.all([piece(at, 400, rest), piece(at, 400, rest)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([204, 409]);
    expect(JSON.parse((await ask(at, 'GET')).body)).toMatchObject({ file: { sha256: hashOf(pdf) } });
  });

  test('more than was said is not taken, and nonsense is told', async () => {
    const at = await begun();
    expect((await piece(at, 0, Buffer.concat([pdf, pdf]))).status).toBe(409);
    for (const offset of ['-1', 'x', '1e3', '99999999999'])
      expect((await ask(at, 'PATCH', { 'upload-offset': offset, 'content-type': pieceType }, pdf)).status).toBe(400);
    expect((await ask(at, 'PATCH', { 'upload-offset': '0', 'content-type': 'text/html' }, pdf)).status).toBe(415);
    expect((await ask(`${program.url}/api/v1/partial-uploads/${randomUUID()}`, 'HEAD')).status).toBe(404);
    expect((await ask(`${program.url}/api/v1/partial-uploads/..%2f..`, 'GET')).status).toBeGreaterThanOrEqual(400);
    for (const [length, field, status] of [
      [0, 'deed', 422],
      [21 * mebibyte, 'deed', 422],
      [10, 'who', 400],
      [10, 'nothing', 400],
    ] as const)
      expect((await begin(program.url, length, field)).status, field).toBe(status);
    const other = { 'tus-resumable': '0.2.0', 'upload-length': '10', 'upload-metadata': `field ${encoded('deed')}` };
    const asked = await ask(`${program.url}/api/v1/services/media-trial/partial-uploads`, 'POST', other);
    expect([asked.status, asked.headers['tus-version']]).toEqual([400, '1.0.0']);
  });

  test('of a file that is none are told when all have come, and again when asked', async () => {
    const page = Buffer.from('<html><script>alert(1)</script>');
    const at = await begun(page.length);
    const refused = await piece(at, 0, page);
    expect([refused.status, JSON.parse(refused.body)]).toMatchObject([422, { errors: [{ code: 'wrong-file-type' }] }]);
    expect((await ask(at, 'GET')).status).toBe(422);
  });

  test('of a sensitive question lie encrypted from the first on', async () => {
    const secret = Buffer.from(pdf.toString('latin1').replace('Catalog', 'Secret!'), 'latin1');
    const { headers } = await begin(program.url, secret.length, 'medical', 'media-trial', 'Secret!.pdf');
    const at = program.url + String(headers['location']);
    const found = statement<{ found: boolean }>(
      'test/found',
      `select position('Secret!'::bytea in content) > 0 or position('Secret!'::bytea in name) > 0 as found
       from upload_piece join partial_upload on id = upload_id where sealed and id = $1`,
    );
    await piece(at, 0, secret.subarray(0, 500));
    const rows = await program.owner.run(found, [at.slice(-36)]);
    expect(rows.map((row) => row.found)).toEqual([false]);
    await piece(at, 500, secret.subarray(500));
    expect(JSON.parse((await ask(at, 'GET')).body)).toMatchObject({ file: { sha256: hashOf(secret) } });
  });

  test('are given up when asked to be', async () => {
    const at = await begun();
    await piece(at, 0, pdf.subarray(0, 100));
    expect((await ask(at, 'DELETE')).status).toBe(204);
    expect((await ask(at, 'HEAD')).status).toBe(404);
  });
});

test('a phone goes on when the line comes back and when the page is loaded again', async () => {
  const photo = await sharp(randomBytes(1_500 * 1_000 * 3), { raw: { width: 1_500, height: 1_000, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer();
  const page: Page = await newPage(browser, { locale: 'ar', width: 360 });
  await page.goto(`${program.url}/services/media-trial/form?lang=ar`);
  await page.fill('[name="who.ar"]', 'ريما خوري');
  await page.fill('[name=phone]', freshPhone());
  await goOn(page);
  await page.fill('[name="spot.lat"]', '33.5571, 35.3712');
  await goOn(page);
  const context = page.context();
  let pieces = 0;
  await page.route('**/api/v1/partial-uploads/**', async (route) => {
    // The line breaks with the second piece.
    if (route.request().method() === 'PATCH' && ++pieces === 2) await context.setOffline(true);
    await route.continue().catch(() => undefined);
  });
  await page.setInputFiles('[name="views.new"]', { name: 'a.jpg', mimeType: 'image/jpeg', buffer: photo });
  await page.getByText('انقطع الاتصال').waitFor();
  expect(await axe(page)).toEqual([]);
  await screenshot(page, 'upload-waiting-ar-360');
  await context.setOffline(false);
  await page.unroute('**/api/v1/partial-uploads/**');
  await page.reload();
  await page.locator('.sent-files input[name="views.file.0"]').waitFor({ state: 'attached' });
  await screenshot(page, 'upload-done-ar-360');
  expect(await axe(page)).toEqual([]);
  await goOn(page);
  expect(await page.locator('main').innerText()).toContain('a.jpg');
  await context.close();
});
