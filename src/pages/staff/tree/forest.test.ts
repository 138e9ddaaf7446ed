import fc from 'fast-check';
import { expect, test } from 'vitest';
import { forestOf, type TreeEntry, type TreeNode } from './forest.ts';

const entry = (reference: string, parent?: string): TreeEntry => ({
  reference,
  parent,
  label: reference,
  holder: undefined,
  unit: undefined,
});
const shape = ({ reference, children }: TreeNode): string =>
  children.length === 0 ? reference : `${reference}(${children.map(shape).join(' ')})`;

test('entries stand below the one that they name', () => {
  expect(forestOf([entry('c', 'b'), entry('a'), entry('b', 'a'), entry('d', 'a')]).map(shape)).toEqual(['a(b(c) d)']);
});

test('an entry whose parent is not seen stands at the top', () => {
  expect(forestOf([entry('b', 'a'), entry('c', 'b')]).map(shape)).toEqual(['b(c)']);
});

test('a circle is cut where it begins', () => {
  expect(forestOf([entry('a', 'c'), entry('b', 'a'), entry('c', 'b'), entry('s', 's')]).map(shape)).toEqual([
    'a(b(c))',
    's',
  ]);
});

test('whatever names whatever, every entry is there exactly once', () => {
  const letter = fc.constantFrom(...'abcdefgh');
  fc.assert(
    fc.property(fc.uniqueArray(letter), fc.array(fc.option(letter, { nil: undefined })), (names, parents) => {
      const all = (nodes: readonly TreeNode[]): readonly string[] =>
        nodes.flatMap(({ reference, children }) => [reference, ...all(children)]);
      const told = all(forestOf(names.map((name, index) => entry(name, parents[index]))));
      expect([...told].toSorted()).toEqual([...names].toSorted());
    }),
  );
});
