import { renderToString } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { withCodes } from './bdi.tsx';

const shown = (sentence: string): string => renderToString(<p>{withCodes(sentence)}</p>);

it('keeps a phone number in order inside an Arabic sentence', () => {
  expect(shown('مثال: +961 3 123 456 أو 03 123 456')).toBe(
    '<p>مثال: <bdi dir="ltr">+961 3 123 456</bdi> أو <bdi dir="ltr">03 123 456</bdi></p>',
  );
});

it('keeps a reference in order', () => {
  expect(shown('طلبك MP-2026-7K4M قيد المعالجة')).toContain('<bdi dir="ltr">MP-2026-7K4M</bdi>');
});

it('leaves a date in figures to be read from the right, like the fields below it', () => {
  expect(shown('مثال: 27 3 2026')).toBe('<p>مثال: 27 3 2026</p>');
});

it('escapes what it is given', () => {
  expect(shown('<b>+961 3 1</b>')).toBe('<p>&lt;b><bdi dir="ltr">+961 3 1</bdi>&lt;/b></p>');
});
