import { createHash, randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inProject } from '../../src/base/paths.ts';
import { type Locale, locales } from '../../src/base/texts.ts';
import { axe, newPage, openBrowser, screenshot, sidewaysScroll } from '../world/browser.ts';
import { confirm, openAction, signInAt } from '../world/clerk.ts';
import { freshPhone, goOn, numbersOn } from '../world/citizen.ts';
import { photograph } from '../world/pictures.ts';
import { type OpenProgram, openProgram } from '../world/open-program.ts';

/** Questions that are answered with a place on the map or with files, on a small phone and by other programs. */
let program: OpenProgram;
let browser: Browser;
let photo: Buffer;
beforeAll(async () => {
  [program, browser, photo] = await Promise.all([
    openProgram({ DIWAN_SERVICES: inProject('test', 'fixtures', 'services') }),
    openBrowser(),
    sharp({ create: { width: 300, height: 200, channels: 3, background: '#369' } })
      .withExifMerge({ IFD0: { Make: 'Camera of Rima' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '33/1 53/1 0/1' } })
      .jpeg()
      .toBuffer(),
  ]);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const pdf = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const deed = { name: 'سند الملكية.pdf', mimeType: 'application/pdf', buffer: pdf };
const page1 = { name: '../evil.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<html><script>1</script>') };

const look = async (page: Page, name: string, locale: Locale, javaScript: boolean) => {
  expect(await sidewaysScroll(page), name).toBe(0);
  if (!javaScript) return;
  expect(await axe(page), name).toEqual([]);
  await screenshot(page, `media-${name}-${locale}-360`);
};

const pressed = async (page: Page, name: string) => {
  await page.locator(`button[name="${name}"]`).click();
  await page.waitForLoadState('load');
};

const walk = async (locale: Locale, javaScript: boolean) => {
  const page = await newPage(browser, { locale, width: 360, javaScript });
  await page.goto(`${program.url}/services/media-trial/form?lang=${locale}`);
  await page.fill('[name="who.ar"]', 'ريما خوري');
  await page.fill('[name=phone]', freshPhone());
  await goOn(page);

  await page.fill('[name="spot.lat"]', '133.5');
  await page.fill('[name="spot.lon"]', '35.37');
  await page.fill('[name=land]', '33.55, 35.37\n33.56, 35.38\n33.55, 35.38\n33.56, 35.37');
  await goOn(page);
  await look(page, 'where-wrong', locale, javaScript);
  await page.fill('[name="spot.lat"]', '٣٣٫٥٥٧١');
  await page.fill('[name="spot.lon"]', '35,3712');
  await pressed(page, 'spot.look');
  await page.fill('[name=road]', '33.55, 35.37\n33.556, 35.375\n33.557, 35.371');
  await page.fill('[name=land]', '33.55, 35.37\n33.55, 35.372\n33.552, 35.3725\n33.5515, 35.37');
  await look(page, 'where', locale, javaScript);
  await goOn(page);

  await page.setInputFiles('[name="deed.new"]', page1);
  await goOn(page);
  await look(page, 'papers-wrong', locale, javaScript);
  await page.setInputFiles('[name="deed.new"]', deed);
  await pressed(page, 'deed.upload');
  await page.setInputFiles('[name="views.new"]', [
    { name: 'a.jpg', mimeType: 'image/jpeg', buffer: photo },
    { name: 'b.exe', mimeType: 'application/x-msdownload', buffer: photo },
  ]);
  await pressed(page, 'views.upload');
  await pressed(page, 'views.remove.0');
  await page.setInputFiles('[name="medical.new"]', { name: 'm.pdf', mimeType: 'application/pdf', buffer: pdf });
  await look(page, 'papers', locale, javaScript);
  await goOn(page);
  await look(page, 'check', locale, javaScript);
  const answers = await page.locator('main dl').innerText();
  for (const name of ['سند الملكية.pdf', 'm.pdf', 'b.jpg', '33.5571, 35.3712']) expect(answers).toContain(name);
  expect(answers).not.toContain('a.jpg');
  await goOn(page);
  expect(page.url()).toContain('/receipt');
  return page;
};

describe.each(locales)('in %s', (locale) => {
  test('a point, a line, a piece of land and files are given on a small phone', async () => {
    const page = await walk(locale, true);
    const { reference } = await numbersOn(page);
    await page.goto(`${program.url}/track/${reference}`);
    await page.locator('main details > summary, main .ds-details > summary').last().click();
    await look(page, 'record', locale, true);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('a', { hasText: 'سند الملكية.pdf' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('سند الملكية.pdf');
    await page.context().close();
  });
});

test('all of it is given without a script', async () => {
  const page = await walk('ar', false);
  await page.context().close();
});

test('a code is read from a picture without sending it, and told of when there is none in it', async () => {
  const page = await newPage(browser, { locale: 'ar' });
  await page.goto(`${program.url}/services/media-trial/form?lang=ar`);
  await page.fill('[name="who.ar"]', 'ريما خوري');
  await page.fill('[name=phone]', freshPhone());
  await goOn(page);
  await page.fill('[name="spot.lat"]', '33.5571, 35.3712');
  await goOn(page);
  await page.setInputFiles('[data-scan] input[type=file]', { name: 'x.jpg', mimeType: 'image/jpeg', buffer: photo });
  await page.getByText('لم يظهر رمز واضح').waitFor();
  const buffer = await photograph('LB-1234');
  await page.setInputFiles('[data-scan] input[type=file]', { name: 'x.jpg', mimeType: 'image/jpeg', buffer });
  await page.getByText('تمت قراءة الرمز').waitFor();
  expect(await page.inputValue('[name=box]')).toBe('LB-1234');
  await look(page, 'code', 'ar', true);
  await page.context().close();
});

test("the device's own position is put in, and the map answers a tap", async () => {
  const page = await newPage(browser, { locale: 'fr' });
  await page.context().grantPermissions(['geolocation'], { origin: program.url });
  await page.context().setGeolocation({ latitude: 34.4367, longitude: 35.8497, accuracy: 12 });
  await page.goto(`${program.url}/services/media-trial/form?lang=fr`);
  await page.fill('[name="who.ar"]', 'ريما خوري');
  await page.fill('[name=phone]', freshPhone());
  await goOn(page);
  await page.getByRole('button', { name: 'Utiliser ma position' }).click();
  await page.getByText('Position trouvée').waitFor();
  expect(await page.inputValue('[name="spot.lat"]')).toBe('34.436700');
  await page.locator('.country-map').click({ position: { x: 60, y: 200 } });
  expect(Number(await page.inputValue('[name="spot.lat"]'))).toBeLessThan(34.2);
  await screenshot(page, 'media-tapped-fr-360');
  await page.context().close();
});

test('a civil servant adds a file to what is done to a record, and reads those that the record has', async () => {
  const applicant = await walk('en', false);
  const { reference } = await numbersOn(applicant);
  await applicant.context().close();
  const agent = await signInAt(browser, program.url, 'agent', { locale: 'ar' });
  await openAction(agent, program.url, reference, 'finish');
  await agent.setInputFiles('[name="report.new"]', page1);
  await confirm(agent);
  expect(await agent.locator('main').innerText()).toContain('لا يُقبل هذا النوع من الملفات في «تقرير الكشف»');
  await agent.setInputFiles('[name="report.new"]', { ...deed, name: 'تقرير.pdf' });
  await confirm(agent);
  await agent.goto(`${program.url}/staff/records/${reference}`);
  expect(await sidewaysScroll(agent)).toBe(0);
  expect(await axe(agent)).toEqual([]);
  await screenshot(agent, 'media-desk-ar-1280');
  const links = agent.locator('a[href*="/files/"]');
  const words = await agent.locator('main').innerText();
  expect(words).toContain('b.jpg');
  expect(words).not.toContain('m.pdf');
  for (const link of await links.all()) {
    const answer = await agent.request.get(program.url + (await link.getAttribute('href')));
    expect(answer.status()).toBe(200);
    expect(answer.headers()['content-disposition']).toMatch(/^attachment/);
  }
  expect(await links.count()).toBeGreaterThanOrEqual(2);
  await agent.context().close();
});

describe('through the API', () => {
  const api = () => `${program.url}/api/v1`;
  const upload = async (field: string, name: string, data: Buffer, service = 'media-trial') => {
    const form = new FormData();
    form.set('field', field);
    form.set('file', new Blob([new Uint8Array(data)]), name);
    const answer = await fetch(`${api()}/services/${service}/uploads`, { method: 'POST', body: form });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  const submit = async (more: object, key: string = randomUUID()) => {
    const data = { who: { ar: 'ريما خوري' }, phone: freshPhone(), spot: { lon: 35.37, lat: 33.55 }, ...more };
    const answer = await fetch(`${api()}/services/media-trial/submissions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ key, locale: 'en', data }),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, string> };
  };
  const tokenOf = async (who: string) => {
    const answer = await fetch(`${api()}/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: `${who}@demo.diwan`, password: 'diwan-demo-2026' }),
    });
    return ((await answer.json()) as { token: string }).token;
  };

  test('a file is sent, handed in once, and served to who may see its answer, to be saved and never shown', async () => {
    const { status, body: file } = await upload('deed', 'x/سند.exe', pdf);
    expect(status).toBe(201);
    expect(file).toMatchObject({ name: 'سند.pdf', type: 'application/pdf', size: pdf.length });
    const secretPaper = (await upload('medical', 'm.pdf', pdf)).body;
    const first = await submit({ deed: [file], medical: [secretPaper] });
    expect(first.status).toBe(201);

    const path = `${api()}/records/${first.body['reference']}/files`;
    const asApplicant = { headers: { 'x-record-secret': first.body['secret']! } };
    const got = await fetch(`${path}/${String(file['id'])}`, asApplicant);
    expect(got.status).toBe(200);
    expect(Object.fromEntries(got.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox') as string,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('سند.pdf')}`,
    });
    const bytes = Buffer.from(await got.arrayBuffer());
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(file['sha256']);

    expect((await fetch(`${path}/${String(file['id'])}`)).status).toBe(401);
    expect((await fetch(`${path}/${randomUUID()}`, asApplicant)).status).toBe(404);
    const seenBy = async (who: string, id: unknown) =>
      (await fetch(`${path}/${String(id)}`, { headers: { authorization: `Bearer ${await tokenOf(who)}` } })).status;
    // It is sensitive: closed until it is opened.
    expect(await seenBy('supervisor', secretPaper['id'])).toBe(404);
    await fetch(path.replace(/files$/, 'openings'), {
      method: 'POST',
      headers: { authorization: `Bearer ${await tokenOf('supervisor')}`, 'content-type': 'application/json' },
      body: JSON.stringify({ reason: 'check' }),
    });
    expect(await seenBy('supervisor', secretPaper['id'])).toBe(200);
    expect(await seenBy('agent', file['id'])).toBe(200);
    expect(await seenBy('agent', secretPaper['id'])).toBe(404);

    const again = await submit({ deed: [file] });
    expect(again).toMatchObject({ status: 422, body: { errors: [{ path: 'deed', code: 'upload-gone' }] } });
  });

  test('what is said of a file must be true, and it must have been sent', async () => {
    const { body: file } = await upload('deed', 'a.pdf', pdf);
    for (const lie of [{ name: 'b.pdf' }, { size: 1 }, { sha256: 'ab'.repeat(32) }, { id: randomUUID() }])
      expect(await submit({ deed: [{ ...file, ...lie }] })).toMatchObject({
        status: 422,
        body: { errors: [{ code: 'upload-gone' }] },
      });
    expect((await submit({ deed: [file] })).status).toBe(201);
  });

  test('two who hand in the same file at once are not both given it; one who sends twice gets one record', async () => {
    const { body: file } = await upload('deed', 'a.pdf', pdf);
    const both = await Promise.all([submit({ deed: [file] }), submit({ deed: [file] })]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 422]);
    const [key, phone] = [randomUUID(), freshPhone()];
    const { body: other } = await upload('deed', 'a.pdf', pdf);
    const twice = [await submit({ deed: [other], phone }, key), await submit({ deed: [other], phone }, key)];
    expect(twice.map(({ status }) => status)).toEqual([201, 200]);
  });

  test('files are refused by what they hold, how large they are and what is asked for', async () => {
    const codes = async (field: string, name: string, data: Buffer) => {
      const { status, body } = await upload(field, name, data);
      return [status, (body['errors'] as { code: string }[] | undefined)?.[0]?.code];
    };
    expect(await codes('deed', 'a.pdf', Buffer.from('<svg onload="x"/>'))).toEqual([422, 'wrong-file-type']);
    expect(await codes('deed', 'a.pdf', Buffer.alloc(0))).toEqual([422, 'file-is-empty']);
    expect(await codes('views', 'a.jpg', pdf)).toEqual([422, 'wrong-file-type']);
    expect(await codes('deed', 'a.pdf', Buffer.concat([pdf, Buffer.alloc(1024 * 1024)]))).toEqual([
      422,
      'file-too-large',
    ]);
    expect((await upload('deed', 'a.pdf', Buffer.alloc(26 * 1024 * 1024))).status).toBe(413);
    expect((await upload('phone', 'a.pdf', pdf)).status).toBe(400);
    expect((await upload('deed', 'a.pdf', pdf, 'field-trial')).status).toBe(400);
  });
});

test('ten files at once where two are accepted: two are kept, the others are told of', async () => {
  const page = await newPage(browser, { locale: 'en', javaScript: false });
  await page.goto(`${program.url}/services/media-trial/form?lang=en`);
  await page.fill('[name="who.ar"]', 'ريما خوري');
  await page.fill('[name=phone]', freshPhone());
  await goOn(page);
  await page.fill('[name="spot.lat"]', '33.5571, 35.3712');
  await goOn(page);
  await page.setInputFiles(
    '[name="deed.new"]',
    Array.from({ length: 10 }, (_none, index) => ({ ...deed, name: `${index}.pdf` })),
  );
  await goOn(page);
  expect(await page.locator('main').innerText()).toContain('At most 2 files are accepted');
  expect(await page.locator('.sent-files li').count()).toBe(2);
  await page.context().close();
});
