import { describe, expect, test } from 'vitest';
import { folderStep } from './publish-folders.ts';

type Past = Parameters<typeof folderStep>[2][number];
const by = (
  origin: Past['origin'],
  digest: string,
  folder: string | null = null,
  act: Past['act'] = 'published',
): Past => ({
  act,
  digest,
  origin,
  folder,
});
const here = 'a:/services/permit';
const there = 'b:/services/permit';

describe('a services folder that a starting program finds', () => {
  test('is published when nothing was, and when it changed', () => {
    expect(folderStep('1', here, [])).toBe('publish');
    expect(folderStep('2', here, [by('folder', '1', here)])).toBe('publish');
    expect(folderStep('2', here, [by('folder', '1')])).toBe('publish');
  });

  test('has nothing to say when it is in force', () => {
    expect(folderStep('1', here, [by('folder', '1', here)])).toBe('nothing');
    expect(folderStep('1', here, [by('console', '1')])).toBe('nothing');
  });

  test('does not undo what a person published or withdrew since', () => {
    expect(folderStep('1', here, [by('folder', '1', here), by('console', '2')])).toBe('nothing');
    expect(folderStep('1', here, [by('folder', '1', here), by('command', '1', null, 'withdrawn')])).toBe('nothing');
  });

  test('that changed after a person decided waits for a person', () => {
    expect(folderStep('3', here, [by('folder', '1', here), by('console', '2')])).toBe('propose');
    expect(folderStep('3', here, [by('folder', '1', here), by('console', '1', null, 'withdrawn')])).toBe('propose');
  });

  test('that waits already, or was discarded, is not proposed again', () => {
    const before = [by('folder', '1', here), by('console', '2'), by('folder', '3', here, 'proposed')];
    expect(folderStep('3', here, before)).toBe('nothing');
    expect(folderStep('3', here, [...before, by('console', '3', null, 'discarded')])).toBe('nothing');
  });

  test('goes on by itself after a person published from it', () => {
    expect(folderStep('3', here, [by('console', '1'), by('command', '2', here)])).toBe('publish');
  });

  test('goes back to an earlier version when it is put back', () => {
    expect(folderStep('1', here, [by('folder', '1', here), by('folder', '2', here)])).toBe('publish');
  });

  test('of another machine that was left behind is an old copy', () => {
    expect(folderStep('1', there, [by('folder', '1', here), by('folder', '2', here)])).toBe('stale');
    expect(folderStep('1', here, [by('folder', '1', here), by('folder', '2', there)])).toBe('nothing');
  });
});
