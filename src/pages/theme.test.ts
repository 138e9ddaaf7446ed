import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrastWithWhite, darkEnough, leastContrast, readColour, themePath, themeSheet } from './theme.ts';

test('the sheet of the colour that the styles are built in says what they say', async () => {
  const sheet = await themeSheet('#0b5d4b');
  expect(sheet).toContain('--ds-color-accent-base-default:#0b5d4b');
  expect(sheet).toContain('--ds-color-accent-text-default:#063228');
  expect(sheet).toContain('--ds-color-accent-surface-tinted:#e0ebe8');
  expect(themePath('#0B5D4B')).toBe('/theme/0b5d4b.css');
});

test('contrast is what WCAG says it is', () => {
  expect(contrastWithWhite('#000000')).toBeCloseTo(21);
  expect(contrastWithWhite('#ffffff')).toBeCloseTo(1);
  // The well-known grey that just passes, and the one that just fails.
  expect(contrastWithWhite('#767676')).toBeGreaterThan(4.5);
  expect(contrastWithWhite('#777777')).toBeLessThan(4.5);
});

test('a colour that is too light is darkened until white words can be read on it, and no further than needed', () => {
  const colours = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
  fc.assert(
    fc.property(colours, (colour) => {
      const dark = darkEnough(colour);
      expect(contrastWithWhite(dark)).toBeGreaterThanOrEqual(leastContrast);
      if (contrastWithWhite(colour) >= leastContrast) expect(dark).toBe(colour);
      else expect(contrastWithWhite(dark)).toBeLessThan(leastContrast * 1.15);
    }),
  );
});

test('what is no colour is not taken for one', () => {
  for (const text of ['green', '#fff', '0b5d4b', '#0b5d4b;}', '']) expect(readColour(text)).toBeUndefined();
  expect(readColour(' #0B5D4B ')).toBe('#0b5d4b');
});
