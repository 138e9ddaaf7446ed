import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/world/database.ts';
import { permitDeclaration, titled } from '../../test/world/versions.ts';
import type { ServiceFiles } from '../definition/compile-service.ts';
import { loadCatalogue } from './catalogue.ts';
import { listProposals } from './publication-queries.ts';
import { publish, withdraw } from './publish.ts';
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

describe('programs that start one after the other on one database', () => {
  const timeZone = 'Asia/Beirut';
  const id = 'mobility-permit';
  let world: TestDatabase;
  let folder: string;
  beforeAll(async () => {
    world = await createTestDatabase();
    folder = await mkdtemp(join(tmpdir(), 'diwan-services-'));
    await mkdir(join(folder, id));
  });
  afterAll(async () => {
    await world.close();
    await rm(folder, { recursive: true, force: true });
  });

  const write = async (files: ServiceFiles) => {
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, id, name), text);
  };
  const start = async () => {
    const heldBack: string[] = [];
    const catalogue = await loadCatalogue(world.database, folder, timeZone, {
      onHeldBack: (words) => heldBack.push(words),
    });
    return { catalogue, heldBack, title: catalogue.find(id)?.service.texts.title.en };
  };

  test('offer what the folder says, until a person says otherwise', async () => {
    await write(titled('one'));
    expect(await start()).toMatchObject({ title: 'one', heldBack: [] });
    await write(titled('two'));
    const { catalogue, title } = await start();
    expect(title).toBe('two');

    await publish({ database: world.database, catalogue, timeZone }, titled('three'), { origin: 'console' });
    expect(await start()).toMatchObject({ title: 'three', heldBack: [expect.stringContaining('another version')] });
    await write(titled('four'));
    expect(await start()).toMatchObject({ title: 'three', heldBack: [expect.stringContaining('waits')] });
    expect(await world.database.run(listProposals)).toHaveLength(1);
    expect((await start()).title).toBe('three');

    await withdraw({ database: world.database, catalogue }, id, { origin: 'command' });
    expect((await start()).title).toBeUndefined();
  });

  test('name everything that is wrong, and offer nothing of it', async () => {
    await write({ ...permitDeclaration, 'texts.en.yaml': 'title: five\n' });
    await mkdir(join(folder, 'broken'));
    await writeFile(join(folder, 'broken', 'service.yaml'), 'service: 7');
    await expect(start()).rejects.toThrow(/broken\/texts\.ar\.yaml[\s\S]*mobility-permit\/texts\.en\.yaml/);
  });
});
