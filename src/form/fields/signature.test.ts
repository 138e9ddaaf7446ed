import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tryField } from '../../../test/world/field.ts';

const { sent, typed } = tryField('signature');

test('a name that is typed stands for a signature, with or without a drawn one', () => {
  expect(typed(' ليلى  حدّاد ')).toEqual({ name: 'ليلى حدّاد' });
  expect(sent({ name: 'Rami', drawing: 'M10 20L30 40L50 60M7 8L9 10' })).toEqual({
    name: 'Rami',
    drawing: 'M10 20L30 40L50 60M7 8L9 10',
  });
});

test('nothing but strokes passes for a drawing, and no drawing for a name', () => {
  const wrong = [
    'M1 2',
    'L1 2',
    'M1 2L3 4"/><script>',
    'M1 2Q3 4 5 6',
    'M1000 2L3 4',
    'M-1 2L3 4',
    'x'.repeat(20_001),
    5,
  ];
  for (const drawing of wrong) expect(sent({ name: 'Rami', drawing })).toBe('not-a-signature');
  for (const other of [undefined, 'Rami', 12, [], {}, { drawing: 'M1 2L3 4' }, { name: '' }])
    if (other !== undefined) expect(sent(other)).toBe('not-a-signature');
});

test('whatever is sent is read or refused, and quickly', () => {
  fc.assert(fc.property(fc.anything(), (anything) => void sent(anything)));
  const long = `M1 2${'L3 4'.repeat(4_999)}`;
  const began = performance.now();
  sent({ name: 'Rami', drawing: `${long}x` });
  expect(performance.now() - began).toBeLessThan(2_000);
});
