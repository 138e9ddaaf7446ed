import fc from 'fast-check';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import { mebibyte } from '../definition/fields/files.ts';
import { cleanFileName, isCleanFileName } from '../form/file-name.ts';
import { cleanFile } from './clean-file.ts';

const all = { size: mebibyte, types: ['pdf', 'image'] } as const;
const pdf = (before = '', after = '') =>
  Buffer.from(`${before}%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n${after}`, 'latin1');
const picture = (make: (image: Sharp) => Sharp, width = 40, height = 20): Promise<Buffer> =>
  make(sharp({ create: { width, height, channels: 3, background: '#369' } })).toBuffer();
const faultOf = async (name: string, data: Buffer, limits: Parameters<typeof cleanFile>[2] = all) => {
  const outcome = await cleanFile(name, data, limits);
  return 'fault' in outcome ? outcome.fault : undefined;
};

describe('a file', () => {
  test('is what it holds, not what it is called', async () => {
    const outcome = await cleanFile('holiday.exe', pdf(), all);
    expect(outcome).toMatchObject({ file: { name: 'holiday.pdf', type: 'application/pdf' } });
    const jpeg = await cleanFile('passport.pdf', await picture((image) => image.png()), all);
    expect(jpeg).toMatchObject({ file: { name: 'passport.jpg', type: 'image/jpeg' } });
  });

  test.each([
    ['nothing', 'a.pdf', Buffer.alloc(0), 'file-is-empty'],
    ['a page', 'a.pdf', Buffer.from('<!doctype html><script>alert(1)</script>'), 'wrong-file-type'],
    ['a drawing with a script', 'a.jpg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'wrong-file-type'],
    ['a script', 'a.pdf', Buffer.from('#!/bin/sh\nrm -rf /'), 'wrong-file-type'],
    ['a program', 'a.pdf', Buffer.from('MZ\x90\0'), 'wrong-file-type'],
    ['an archive', 'a.pdf', Buffer.from('PK\x03\x04'), 'wrong-file-type'],
    ['a page that is a PDF as well', 'a.pdf', pdf('<html><script>x</script>'), 'wrong-file-type'],
    ['a PDF with a page in its head', 'a.pdf', Buffer.from('%PDF-1.4\n%<script>x</script>\n%%EOF'), 'wrong-file-type'],
    ['a PDF with an archive behind it', 'a.pdf', pdf('', `PK\x03\x04${'x'.repeat(400)}`), 'wrong-file-type'],
    ['a PDF that was cut off', 'a.pdf', pdf().subarray(0, 40), 'wrong-file-type'],
    ['the first bytes of a picture', 'a.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]), 'unreadable-picture'],
    ['too much', 'a.pdf', Buffer.concat([pdf(), Buffer.alloc(mebibyte)]), 'file-too-large'],
  ])('is refused: %s', async (_what, name, data, fault) => {
    expect(await faultOf(name, data)).toBe(fault);
  });

  test('of a kind that is not asked for is refused', async () => {
    expect(await faultOf('a.pdf', pdf(), { ...all, types: ['image'] })).toBe('wrong-file-type');
  });

  test('never makes the program fail, whatever its bytes', async () => {
    const begun = fc.constantFrom('', '\xff\xd8\xff', '\x89PNG\r\n\x1a\n', 'RIFF\0\0\0\0WEBP', '%PDF-1.7');
    await fc.assert(
      fc.asyncProperty(begun, fc.uint8Array({ maxLength: 200 }), async (start, rest) => {
        const data = Buffer.concat([Buffer.from(start, 'latin1'), rest]);
        expect(await faultOf('x', data)).toBeDefined();
      }),
      { numRuns: 60 },
    );
  });
});

describe('a picture', () => {
  test('is kept without where, when and by whom it was taken, and turned as it was held', async () => {
    const exif = {
      IFD0: { Make: 'Camera of Rima' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '33/1 53/1 37/1', GPSLongitudeRef: 'E', GPSLongitude: '35/1 30/1 6/1' },
    };
    const taken = await picture((image) => image.withMetadata({ orientation: 6 }).withExifMerge(exif).jpeg());
    expect((await sharp(taken).metadata()).exif).toBeDefined();
    const outcome = await cleanFile('p.jpg', taken, all);
    if ('fault' in outcome) throw new Error(outcome.fault);
    const kept = await sharp(outcome.content).metadata();
    expect([kept.format, kept.exif, kept.xmp, kept.iptc]).toEqual(['jpeg', undefined, undefined, undefined]);
    expect([kept.width, kept.height]).toEqual([20, 40]);
    expect(outcome.content.includes('Camera of Rima')).toBe(false);
    expect(outcome.file.size).toBe(outcome.content.length);
  });

  test('loses what was hung on behind it', async () => {
    const taken = Buffer.concat([await picture((image) => image.jpeg()), Buffer.from('<script>PAYLOAD</script>')]);
    const outcome = await cleanFile('p.jpg', taken, all);
    if ('fault' in outcome) throw new Error(outcome.fault);
    expect(outcome.content.includes('PAYLOAD')).toBe(false);
  });

  test('of more pixels than a camera makes is refused before it is unpacked', async () => {
    const header = Buffer.from(await picture((image) => image.png()));
    // Width and height in the header of a PNG.
    header.writeUInt32BE(100_000, 16);
    header.writeUInt32BE(100_000, 20);
    expect(await faultOf('p.png', header)).toBe('unreadable-picture');
  });
});

describe('the name of a file', () => {
  test.each([
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\Users\\Rima\\scan.pdf', 'scan.pdf'],
    ['a\u0000b\r\nSet-Cookie: x.pdf', 'abSet-Cookie_ x.pdf'],
    ['invoice\u202efdp.exe', 'invoicefdp.pdf'],
    ['.htaccess', 'file.pdf'],
    ['', 'file.pdf'],
    ['عقد الإيجار.pdf', 'عقد الإيجار.pdf'],
    ['"quoted"; <b>.pdf', '_quoted__ _b_.pdf'],
  ])('%j is kept as %j', (sent, kept) => {
    expect(cleanFileName(sent, 'pdf')).toBe(kept);
  });

  test('is short, holds nothing unseen, and stays as it is when it is cleaned again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (sent) => {
        const kept = cleanFileName(sent, 'jpg');
        expect(kept).not.toMatch(/[/\\\p{Cc}\p{Cf}]/u);
        expect([...kept].length).toBeLessThan(90);
        expect(cleanFileName(kept, 'jpg')).toBe(kept);
        expect(isCleanFileName(kept)).toBe(true);
      }),
    );
  });
});
