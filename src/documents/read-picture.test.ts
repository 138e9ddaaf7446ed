import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { photograph } from '../../test/world/pictures.ts';
import { readPicture } from './read-picture.ts';

const text = `DWN1:${'6BFOXN%TSMAHN-H3YS1IK47ES6IXJR4E47X5*T917VF+UOGIS1RYZV'.repeat(6)}`;
const kindOf = async (picture: Uint8Array): Promise<string> => (await readPicture(picture)).kind;

const chunk = (type: string, data: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  // No reader gets as far as the checksums.
  return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
};
const pngStart = Buffer.from('89504e470d0a1a0a', 'hex');
const header = (width: number, height: number): Buffer => {
  const data = Buffer.from('00000000000000000806000000', 'hex');
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  return chunk('IHDR', data);
};

it('reads a code from a photograph, as PNG and as JPEG', async () => {
  const png = await photograph(text, { width: 3_000, height: 2_000 });
  expect(await readPicture(png)).toEqual({ kind: 'read', text });
  expect(await readPicture(await sharp(png).jpeg({ quality: 60 }).toBuffer())).toEqual({ kind: 'read', text });
});

it('reads one from a picture in any mode, also one that lies on its side', async () => {
  const png = await photograph(text);
  for (const odd of [
    sharp(png).greyscale().png(),
    sharp(png).png({ palette: true }),
    sharp(png).toColourspace('rgb16').png(),
    sharp(png).ensureAlpha().png({ progressive: true }),
    sharp(png).jpeg({ progressive: true }),
    sharp(png).toColourspace('cmyk').jpeg(),
    sharp(png).rotate(90).jpeg(),
  ])
    expect(await readPicture(await odd.toBuffer())).toEqual({ kind: 'read', text });
}, 30_000);

it('says when there is no code in a picture', async () => {
  expect(
    await kindOf(
      await sharp({ create: { width: 800, height: 600, channels: 3, background: '#889' } })
        .jpeg()
        .toBuffer(),
    ),
  ).toBe('no-code');
});

it.each([
  ['nothing', Buffer.alloc(0)],
  ['a drawing called photo.jpg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
  [
    'a drawing behind a line of XML',
    Buffer.from('<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>'),
  ],
  ['a GIF', Buffer.from('GIF89a\u0001\u0000\u0001\u0000')],
  ['a PDF', Buffer.from('%PDF-1.7')],
  ['a ZIP', Buffer.from('504b0304', 'hex')],
])('refuses %s by its content', async (_what, file) => {
  expect(await kindOf(file)).toBe('not-a-picture');
});

it.each([
  ['only the first bytes of a PNG', pngStart],
  ['only the first bytes of a JPEG', Buffer.from('ffd8ffe0', 'hex')],
  ['a PNG without width', Buffer.concat([pngStart, header(0, 10), chunk('IDAT', Buffer.alloc(9))])],
  [
    'a PNG of noise',
    Buffer.concat([pngStart, header(64, 64), chunk('IDAT', Buffer.from('noise')), chunk('IEND', Buffer.alloc(0))]),
  ],
  ['a JPEG of noise', Buffer.concat([Buffer.from('ffd8ffc000110800400040', 'hex'), Buffer.alloc(2_000, 7)])],
  ['a JPEG whose segments go nowhere', Buffer.concat([Buffer.from('ffd8', 'hex'), Buffer.alloc(100_000, 0xff)])],
])('takes %s calmly', async (_what, file) => {
  expect(await kindOf(file)).toBe('damaged');
});

it('takes a picture that is cut off calmly', async () => {
  const whole = await photograph(text);
  expect(['damaged', 'no-code']).toContain(await kindOf(whole.subarray(0, whole.length / 2)));
});

it.each([
  ['PNG', Buffer.concat([pngStart, header(60_000, 60_000), chunk('IDAT', deflateSync(Buffer.alloc(1_000_000)))])],
  ['JPEG', Buffer.from('ffd8ffc0001108ffffffff03012200021101031101', 'hex')],
])('does not unpack a %s that says it is huge', async (_what, file) => {
  const before = process.memoryUsage().rss;
  expect(await kindOf(file)).toBe('too-large');
  expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000);
});

it('survives a small file that unpacks to far more than its header says', async () => {
  const bomb = deflateSync(Buffer.alloc(200_000_000), { level: 9 });
  const before = process.memoryUsage().rss;
  const kind = await kindOf(
    Buffer.concat([pngStart, header(1_000, 1_000), chunk('IDAT', bomb), chunk('IEND', Buffer.alloc(0))]),
  );
  expect(['damaged', 'no-code']).toContain(kind);
  expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
});

it('unpacks the largest picture that it accepts', async () => {
  const white = await sharp({ create: { width: 6_000, height: 4_900, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  expect(white.length).toBeLessThan(500_000);
  expect(await kindOf(white)).toBe('no-code');
});
