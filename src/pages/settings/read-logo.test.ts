import sharp from 'sharp';
import { expect, test } from 'vitest';
import { readLogo } from './read-logo.ts';

const read = (data: Buffer | undefined) => readLogo({ fileName: 'logo.png', data });
const picture = (format: 'png' | 'jpeg') =>
  sharp({ create: { width: 900, height: 300, channels: 3, background: '#c8102e' } })
    .withExif({ IFD0: { Copyright: 'somebody' } })
    .toFormat(format)
    .toBuffer();

test('a PNG or JPEG is made anew as a small PNG, without what else lay in the file', async () => {
  for (const format of ['png', 'jpeg'] as const) {
    const sent = Buffer.concat([await picture(format), Buffer.from('<script>alert(1)</script>')]);
    const outcome = await read(sent);
    const kept = Buffer.from('picture' in outcome ? outcome.picture : '', 'base64');
    expect(await sharp(kept).metadata()).toMatchObject({ format: 'png', width: 192, height: 192 });
    expect(kept.toString('latin1')).not.toMatch(/script|somebody/);
    expect(kept.length).toBeLessThan(20_000);
  }
});

test('an SVG is refused in whatever name, and so is what is no picture or too large', async () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  expect(await read(svg)).toMatchObject({ fault: { en: expect.stringContaining('SVG') } });
  expect(await read(Buffer.from('GIF89a'))).toHaveProperty('fault');
  expect(await read(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]))).toHaveProperty('fault');
  expect(await read(Buffer.alloc(3 * 1024 * 1024))).toMatchObject({ fault: { en: expect.stringContaining('large') } });
  expect(await read(undefined)).toHaveProperty('fault');
});
