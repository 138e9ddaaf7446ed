import decodeQR from 'qr/decode.js';
import { expect, test } from 'vitest';
import { createIssuer } from './issuer.fixture.ts';
import { qrModules, qrSvg } from './qr.ts';

/** The picture that a camera would take of an SVG of ours, drawn from its path alone. */
const photograph = (svg: string, scale: number) => {
  const side = Number(/viewBox="0 0 (\d+)/.exec(svg)![1]) * scale;
  const data = new Uint8Array(side * side * 4).fill(255);
  let [x, y] = [0, 0];
  for (const [, command, first, second] of / d="(M\d+ \d+\.5[^"]+)"/
    .exec(svg)![1]!
    .matchAll(/([Mmh])(\d+)(?: (\d+))?/g)) {
    if (command === 'M') [x, y] = [Number(first), Number(second)];
    if (command === 'm') x += Number(first);
    if (command !== 'h') continue;
    for (let row = y * scale; row < (y + 1) * scale; row++)
      data.fill(0, (row * side + x * scale) * 4, (row * side + (x + Number(first)) * scale) * 4);
    x += Number(first);
  }
  return { width: side, height: side, data };
};

test('the drawn code is read back as the same text', () => {
  const permit = createIssuer().permit();
  expect(decodeQR(photograph(qrSvg(permit, 'x'), 4))).toBe(permit);
});

test('355 characters need 73 modules, with four of white around', () => {
  expect(qrModules('DWN1:'.padEnd(355, '7$ A'))).toHaveLength(73 + 8);
});

test('a long document lowers its error correction before its modules become too small', () => {
  const text = 'DWN1:'.padEnd(1_200, '7$ A');
  expect(qrModules(text).length).toBeLessThanOrEqual(105 + 8);
  expect(decodeQR(photograph(qrSvg(text, 'x'), 3))).toBe(text);
});

test('a text that no code can hold is refused', () => {
  expect(() => qrModules('A'.repeat(4_297))).toThrow(/more than a QR code can hold/);
});

test('the picture has a name, and a name cannot break it', () => {
  expect(qrSvg('DWN1:A', 'a <b> & c')).toContain('<title>a &lt;b&gt; &amp; c</title>');
});
