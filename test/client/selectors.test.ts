import postcss from 'postcss';
import { expect, it } from 'vitest';
import { plainSelectors } from '../../scripts/client/selectors.ts';

const words = new Set(['a', 'b', 'c', 'type', 'radio']);
const plain = (css: string, direction: 'rtl' | 'ltr' = 'rtl'): string =>
  postcss([plainSelectors(direction, words)]).process(css, { from: undefined }).css;

it.each([
  ['writes :is() out', '.a :is(h1,h2)>p{x:y}', '.a h1>p,.a h2>p{x:y}'],
  ['puts an element before a class', '.a:is(button){x:y}', 'button.a{x:y}'],
  ['joins a compound to a nested selector', '[type=radio]:is(.a>.b){x:y}', '.a>.b[type=radio]{x:y}'],
  ['writes nested lists out', ':is(.a>:is(p,u-x)):before{x:y}', '.a>p:before{x:y}'],
  ['splits a list in :not()', '.a:not(.b,.c){x:y}', '.a:not(.b):not(.c){x:y}'],
  ['drops what no page mentions', '.a,.unknown{x:y}.unknown{x:y}', '.a{x:y}'],
  ['keeps what weighed nothing weaker than the rest', '.b{x:y}:where(.a){x:z}', '.a{x:z}\n.b{x:y}'],
])('%s', (_what, css, expected) => {
  expect(plain(css)).toBe(expected);
});

it('answers :dir() by the direction of the sheet', () => {
  expect(plain(':dir(rtl) .a{x:y}', 'rtl')).toBe('.a{x:y}');
  expect(plain(':dir(rtl) .a{x:y}', 'ltr')).toBe('');
});
