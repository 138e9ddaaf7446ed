import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { locales, type Text } from '../base/texts.ts';
import { createIssuer, hours, noon } from './issuer.fixture.ts';
import { createPdfRenderer, type PdfLimits, type PdfRenderer, printDocument } from './pdf.ts';
import type { Letterhead, PrintedDocument } from './printed-document.ts';

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
  rows: [{ label: { ar: 'الاسم', fr: 'Nom', en: 'Name' }, value: same('ليلى حدّاد') }],
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
      { ...permit, rows: [{ label: same('x'), value: same(value) }] },
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

const withRenderer = async (limits: PdfLimits, folder: string, use: (renderer: PdfRenderer) => Promise<void>) => {
  const own = createPdfRenderer(limits, folder);
  await use(own).finally(own.stop);
};
const limits: PdfLimits = { timeout: 5_000, idle: 60_000, waiting: 10 };

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
