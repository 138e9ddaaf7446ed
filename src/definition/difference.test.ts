import { describe, expect, test } from 'vitest';
import { edited, permitDeclaration, plateRenamed, titled } from '../../test/world/versions.ts';
import { differencesBetween } from './difference.ts';

const brief = (files: Parameters<typeof differencesBetween>[1]) =>
  differencesBetween(permitDeclaration, files).map(({ part, name, kind }) => `${kind} ${part} ${name}`);

describe('the difference between two versions', () => {
  test('is nothing for the same files, whatever their order, spaces and comments', () => {
    const files = edited(permitDeclaration, ['service.yaml', 'kind: case', '# said otherwise\nkind:   case']);
    expect(differencesBetween(permitDeclaration, files)).toEqual([]);
    expect(
      differencesBetween(permitDeclaration, Object.fromEntries(Object.entries(permitDeclaration).toReversed())),
    ).toEqual([]);
  });

  test('names the rule that changed, before and after', () => {
    const files = edited(permitDeclaration, ['service.yaml', 'permits_that_day < 2', 'permits_that_day < 1']);
    const [difference, ...others] = differencesBetween(permitDeclaration, files);
    expect(others).toEqual([]);
    expect(difference).toMatchObject({ part: 'actions', name: 'approve', kind: 'changed', label: { en: 'Approve' } });
    expect(difference?.details).toEqual([
      {
        key: 'automatic',
        before: expect.stringContaining('< 2') as string,
        after: expect.stringContaining('< 1') as string,
      },
    ]);
  });

  test('tells texts of all languages under one key', () => {
    expect(brief(titled('Permit'))).toEqual(['changed texts title']);
  });

  test('names a layout that was changed, though nothing else was', () => {
    const [before, after] = ['a5', 'a6'].map((size) => ({ ...permitDeclaration, 'permit.typ': `#page("${size}")` }));
    expect(differencesBetween(before, after ?? {})).toMatchObject([
      { part: 'layouts', name: 'permit.typ', kind: 'changed' },
    ]);
  });

  test('shows a question that was renamed as changed', () => {
    expect(brief(plateRenamed())).toEqual([
      'changed pages time',
      'changed fields car',
      'changed documents permit',
      'added reads renamed',
    ]);
  });

  test('shows what is new and what is gone', () => {
    const files = edited(
      permitDeclaration,
      ['service.yaml', /\n.*name: plate,.*/, ''],
      ['service.yaml', 'states: {', 'states: { held: open,'],
    );
    expect(brief(files)).toEqual(expect.arrayContaining(['removed fields plate', 'changed pages time']));
    expect(differencesBetween(undefined, permitDeclaration).every(({ kind }) => kind === 'added')).toBe(true);
  });
});
