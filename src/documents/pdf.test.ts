import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { locales, type Text } from '../base/texts.ts';
import { createIssuer, hours, noon } from './issuer.fixture.ts';
import type { Layout } from '../definition/layout.ts';
import { createPdfRenderer, type PdfRenderer, printDocument } from './pdf.ts';
import type { PressLimits } from './press.ts';
import type { Letterhead, PrintedDocument } from './printed-document.ts';

// Some start a process of their own.
vi.setConfig({ testTimeout: 60_000 });
const issuer = createIssuer();
const same = (text: string): Text => ({ ar: text, fr: text, en: text });

const letterhead: Letterhead = {
  country: { ar: 'الجمهورية اللبنانية', fr: 'République libanaise', en: 'Lebanese Republic' },
  logo: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" fill="currentColor"><path d="M0 0h9v9z"/></svg>',
  colour: '#0B5D4B',
  timeZone: 'Asia/Beirut',
  verifyUrl: 'https://diwan.example/verify',
};

const permit: PrintedDocument = {
  locale: 'ar',
  institution: { ar: 'وزارة الداخلية', fr: 'Ministère de l’Intérieur', en: 'Ministry of Interior' },
  title: { ar: 'تصريح تنقّل', fr: 'Autorisation de déplacement', en: 'Mobility permit' },
  statement: same('…'),
  layout: undefined,
  names: ['name'],
  claims: [{ name: 'name', label: { ar: 'الاسم', fr: 'Nom', en: 'Name' }, value: same('ليلى حدّاد') }],
  reference: 'MP-0012-3457',
  issuedAt: noon,
  from: noon,
  until: hours(6),
  credential: issuer.permit(),
};

let renderer: PdfRenderer;
beforeAll(() => (renderer = createPdfRenderer()));
afterAll(() => renderer.stop());

const asText = (pdf: Uint8Array) => Buffer.from(pdf).toString('utf8');

test.each(locales)('a permit is set in %s, tagged for screen readers, with its title', async (locale) => {
  const pdf = asText(await printDocument(renderer, { ...permit, locale }, letterhead));
  expect(pdf).toMatch(/^%PDF-1\.\d/);
  expect(pdf).toContain('/StructTreeRoot');
  expect(pdf).toContain(permit.title[locale]);
  expect(pdf).toContain(`/Lang (${locale}`);
});

test('the same document is the same file, whenever it is asked for', async () => {
  const [first, second] = [
    await printDocument(renderer, permit, letterhead),
    await printDocument(renderer, permit, letterhead),
  ];
  expect(Buffer.from(first).equals(second)).toBe(true);
});

test('what people wrote is only ever text: markup, quotes, controls and novels do no harm', async () => {
  for (const value of [
    '#panic("x")',
    '*_`$\\ <a> @b "',
    '\u202E\u2069\u2069 }{',
    '😀 ₤ 漢字',
    'ك'.repeat(20_000),
    '',
  ]) {
    const pdf = await printDocument(
      renderer,
      { ...permit, claims: [{ name: 'name', label: same('x'), value: same(value) }] },
      letterhead,
    );
    expect(asText(pdf)).toMatch(/^%PDF/);
  }
});

test('documents asked for at once all come, each its own', async () => {
  const titles = Array.from({ length: 12 }, (_, index) => `Permit ${index}`);
  const pdfs = await Promise.all(
    titles.map((title) => printDocument(renderer, { ...permit, locale: 'en', title: same(title) }, letterhead)),
  );
  pdfs.forEach((pdf, index) => expect(asText(pdf)).toContain(`>${titles[index]}<`));
});

// Templates of our own, to see what happens when things go wrong.
const templates = mkdtempSync(join(tmpdir(), 'diwan-templates-'));
const title = '#set document(title: "T")\n';
writeFileSync(join(templates, 'fine.typ'), `${title}Hello`);
writeFileSync(join(templates, 'broken.typ'), `${title}#panic("boom")`);
writeFileSync(join(templates, 'slow.typ'), `${title}#for i in range(9000) { for j in range(9000) { let x = i * j } }`);
afterAll(() => rmSync(templates, { recursive: true }));

const withRenderer = async (limits: PressLimits, folder: string, use: (renderer: PdfRenderer) => Promise<void>) => {
  const own = createPdfRenderer(limits, folder);
  await use(own).finally(own.stop);
};
const limits: PressLimits = { timeout: 5_000, idle: 60_000, waiting: 10 };

test('a template that fails is a Problem for who asked, and the next document is set', () =>
  withRenderer(limits, templates, async (own) => {
    await expect(own.render('broken', {}, noon)).rejects.toMatchObject({
      code: 'internal',
      cause: { message: 'PDF: 0: panicked with: ' },
    });
    await expect(own.render('missing', {}, noon)).rejects.toMatchObject({ code: 'internal' });
    expect(asText(await own.render('fine', {}, noon))).toMatch(/^%PDF/);
  }));

test('a document that takes too long is given up, and the next one gets a new thread', () =>
  withRenderer({ ...limits, timeout: 700 }, templates, async (own) => {
    const [slow, fine] = await Promise.allSettled([own.render('slow', {}, noon), own.render('fine', {}, noon)]);
    expect(slow).toMatchObject({
      status: 'rejected',
      reason: { code: 'internal', cause: { message: expect.stringContaining('took more than') } },
    });
    expect(fine.status).toBe('fulfilled');
  }));

test('a thread that cannot work is a Problem, not a crash of the program', () =>
  withRenderer(limits, join(templates, 'nowhere\0'), async (own) => {
    await expect(own.render('fine', {}, noon)).rejects.toMatchObject({ code: 'internal' });
    await expect(own.render('fine', {}, noon)).rejects.toMatchObject({ code: 'internal' });
  }));

test('a thread without work is let go, and comes back', () =>
  withRenderer({ ...limits, idle: 20 }, templates, async (own) => {
    await own.render('fine', {}, noon);
    await new Promise((wait) => setTimeout(wait, 200));
    expect(asText(await own.render('fine', {}, noon))).toMatch(/^%PDF/);
  }));

test('more documents than may wait are asked to come back; when the program stops, nobody waits for ever', async () => {
  const own = createPdfRenderer({ ...limits, waiting: 2 }, templates);
  const asked = Array.from({ length: 5 }, () => own.render('fine', {}, noon));
  const outcomes = Promise.allSettled(asked);
  await own.stop();
  const codes = (await outcomes).map((outcome) =>
    outcome.status === 'rejected' ? (outcome.reason as { code: string }).code : 'set',
  );
  expect(codes).toEqual(['shutting-down', 'shutting-down', 'shutting-down', 'overloaded', 'overloaded']);
  await expect(own.render('fine', {}, noon)).rejects.toMatchObject({ code: 'shutting-down' });
});

const layoutOf = (source: string, words: Layout['words'] = new Map()): Layout => ({
  file: 'own.typ',
  files: { 'own.typ': `#import "/diwan.typ": *\n${source}` },
  words,
});
const printLayout = (own: PdfRenderer, layout: Layout, changes: Partial<PrintedDocument> = {}) =>
  printDocument(own, { ...permit, locale: 'fr', ...changes, layout }, letterhead);

test('a service lays its document out itself, with the pieces of the platform and words of its own', async () => {
  const words = new Map([['at_the_door', { ar: 'لـ{name}', fr: 'Pour {name}, {reference}', en: 'For {name}' }]]);
  const layout = layoutOf(
    '#show: paper.with(flipped: true)\n#letterhead()\n#code(width: 40mm)\n#heading(word("at_the_door").main)',
    words,
  );
  const pdf = asText(await printLayout(renderer, layout));
  expect(pdf).toMatch(/MediaBox ?\[0 0 841\.\d+ 595\.\d+\]/);
  expect(pdf).toContain('/Lang (fr');
  expect(pdf).toContain(permit.title.fr);
  const again = asText(await printLayout(renderer, layout));
  expect(again).toBe(pdf);
});

test('each version of a layout is set as it is, whatever was set under the same name before', async () => {
  const sizes = ['a5', 'a6', 'a5'].map((size) => layoutOf(`#show: paper.with(size: "${size}")\n#code()`));
  const pdfs = [];
  for (const layout of sizes) pdfs.push(/MediaBox ?\[0 0 (\d+)/.exec(asText(await printLayout(renderer, layout)))?.[1]);
  expect(pdfs).toEqual(['419', '297', '419']);
});

test('a layout that cannot be set leaves people with the paper of the platform, and somebody is told without names', async () => {
  const told: string[] = [];
  const own = createPdfRenderer(limits, undefined, (message) => told.push(message));
  const standard = await printDocument(own, { ...permit, locale: 'fr' }, letterhead);
  for (const source of [
    '#claim("name").value.nope',
    '#panic(claim("name").value.main)',
    '#for i in range(99) { pagebreak() }',
  ])
    expect(Buffer.from(await printLayout(own, layoutOf(source))).equals(standard)).toBe(true);
  expect(told).toHaveLength(3);
  expect(told.join()).not.toContain('ليلى');
  await own.stop();
});

test('a layout that never ends or takes all memory is ended, and keeps no other document waiting', async () => {
  const told: string[] = [];
  const own = createPdfRenderer({ ...limits, timeout: 60_000 }, undefined, (message) => told.push(message));
  const endless = '#for i in range(100000) { for j in range(100000) { let product = i * j } }';
  const hungry = '#let all = ()\n#for i in range(40) { all.push(range(1000000 + i)) }\n#all.len()';
  const order: string[] = [];
  const stuck = printLayout(own, layoutOf(endless)).finally(() => order.push('endless'));
  await printDocument(own, permit, letterhead).finally(() => order.push('other'));
  expect(asText(await stuck)).toMatch(/^%PDF/);
  expect(order).toEqual(['other', 'endless']);
  expect(asText(await printLayout(own, layoutOf(hungry)))).toMatch(/^%PDF/);
  expect(told).toEqual(['own.typ: PDF: took more than its time', 'own.typ: PDF: the process ended with SIGKILL']);
  await own.stop();
});

test('a layout reads no file of the machine and finds no package, even where nobody has looked at it before', async () => {
  const told: string[] = [];
  const own = createPdfRenderer(limits, undefined, (message) => told.push(message));
  for (const source of [
    '#read("/../../../../../../etc/passwd")',
    '#read("/../src/main.ts")',
    '#import "@preview/cetz:0.2.0": *',
    '#import "@local/cetz:0.2.0": *',
  ])
    await printLayout(own, layoutOf(source));
  expect(
    told.map((words) =>
      words
        .replace(/^own.typ: PDF: /, '')
        .split('(')[0]
        ?.trim(),
    ),
  ).toEqual(['failed to load file', 'failed to load file', 'failed to download package', 'package not found']);
  await own.stop();
});
