import fc from 'fast-check';
import { crc32, createDeflate } from 'node:zlib';
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

  test('keeps where it was taken only where its question says so, as two numbers; nonsense of it is left out', async () => {
    const gps = (latitude: string, side: string) => ({
      IFD3: { GPSLatitudeRef: side, GPSLatitude: latitude, GPSLongitudeRef: 'E', GPSLongitude: '35/1 30/1 6/1' },
    });
    const taken = (latitude: string, side = 'N') => picture((image) => image.withExif(gps(latitude, side)).jpeg());
    const pointIn = async (data: Buffer, keepLocation: boolean) => {
      const outcome = await cleanFile('p.jpg', data, { ...all, keepLocation });
      if ('fault' in outcome) throw new Error(outcome.fault);
      expect((await sharp(outcome.content).metadata()).exif).toBeUndefined();
      return outcome.file.point;
    };
    expect(await pointIn(await taken('33/1 53/1 37/1'), false)).toBeUndefined();
    expect(await pointIn(await taken('33/1 53/1 37/1'), true)).toEqual({ lat: 33.89361, lon: 35.50167 });
    expect(await pointIn(await taken('33/1 53/1 37/1', 'S'), true)).toEqual({ lat: -33.89361, lon: 35.50167 });
    for (const latitude of ['133/1 0/1 0/1', '1/0 0/0 0/1'])
      expect(await pointIn(await taken(latitude), true)).toBeUndefined();
    expect(await pointIn(await picture((image) => image.jpeg()), true)).toBeUndefined();
    // Whatever its bytes, reading them ends.
    const exif = (await sharp(await taken('33/1 53/1 37/1')).metadata()).exif!;
    const whole = await taken('33/1 53/1 37/1');
    const at = whole.indexOf(exif.subarray(6, 40));
    for (let byte = 0; byte < 60; byte++) {
      const bent = Buffer.from(whole);
      bent[at + byte] = 0xff;
      const outcome = await cleanFile('p.jpg', bent, { ...all, keepLocation: true });
      expect('file' in outcome || outcome.fault === 'unreadable-picture').toBe(true);
    }
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
    expect(await faultOf('p.png', header)).toBe('picture-too-large');
  });
});

/** A PNG that really holds as many pixels as it says, all black, in a thousandth of their bytes. */
const hugePng = async (side: number): Promise<Buffer> => {
  const chunk = (type: string, content: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), content]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(content.length);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header[8] = 1;
  const packed: Buffer[] = [];
  const deflate = createDeflate();
  const rows = Buffer.alloc((1 + Math.ceil(side / 8)) * 100);
  const ended = (async () => {
    for await (const part of deflate as AsyncIterable<Buffer>) packed.push(part);
  })();
  for (let row = 0; row < side; row += 100)
    if (!deflate.write(rows)) await new Promise((resolve) => deflate.once('drain', resolve));
  deflate.end();
  await ended;
  const mark = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([
    mark,
    chunk('IHDR', header),
    chunk('IDAT', Buffer.concat(packed)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

describe('what is not what it seems', () => {
  test('a picture of 40,000 by 40,000 pixels in 200 KB is refused by its header', async () => {
    const bomb = await hugePng(40_000);
    expect(bomb.length).toBeLessThan(mebibyte);
    expect((await sharp(bomb, { limitInputPixels: false }).metadata()).width).toBe(40_000);
    expect(await faultOf('holiday.png', bomb)).toBe('picture-too-large');
    // The same of few pixels is a picture like any other.
    expect(await faultOf('holiday.png', await hugePng(400))).toBeUndefined();
  });

  test.each([
    [
      'an SVG with a script',
      'a.png',
      '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    ],
    ['an SVG behind a mark of its encoding', 'a.jpg', '\ufeff<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'],
    ['a page with a picture of itself in its name', 'a.jpg', '<img src=x onerror=alert(1)>'],
    ['a script of a shell', 'a.jpg', '#!/bin/sh\nrm -rf /'],
    ['a PDF that runs what it is called', 'a.jpg', 'MZ\x90\0%PDF-1.7\n%%EOF'],
    ['a GIF that is a script', 'a.jpg', 'GIF89a/*\0\0*/=1;alert(1)'],
  ])('%s is no picture', async (_what, name, text) => {
    expect(await faultOf(name, Buffer.from(text), { size: mebibyte, types: ['image'] })).toBe('wrong-file-type');
  });

  test('a picture that is a script as well loses the script, wherever it stands in it', async () => {
    const jpeg = await picture((image) => image.jpeg());
    const script = '*/alert(document.cookie)/*<script>PAYLOAD</script>';
    const length = Buffer.alloc(2);
    length.writeUInt16BE(script.length + 2);
    // In a comment at its beginning (FF FE), where scripts that are pictures have it, and behind its end.
    const both = Buffer.concat([
      jpeg.subarray(0, 2),
      Buffer.from([0xff, 0xfe]),
      length,
      Buffer.from(script),
      jpeg.subarray(2),
      Buffer.from(`<?php ${script}`),
    ]);
    const outcome = await cleanFile('p.jpg', both, all);
    if ('fault' in outcome) throw new Error(outcome.fault);
    for (const kept of [outcome.content, outcome.preview!]) expect(kept.includes('PAYLOAD')).toBe(false);
    expect((await sharp(outcome.content).metadata()).width).toBe(40);
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
