import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isBuilt } from '../../scripts/build.mjs';
import { inProject } from '../../src/base/paths.ts';
import { seededFolder, startProgram } from './program.ts';

/**
 * What runs in the tests is built once, as `npm start` builds it, before any of them starts it; and started once on an empty
 * folder, so that those that want the demonstration begin on a copy instead of waiting for its samples.
 */
export const setup = async (): Promise<(() => void) | undefined> => {
  if (!isBuilt()) {
    const { status, stderr } = spawnSync(process.execPath, [inProject('scripts', 'build.mjs')], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
  }
  if (process.env[seededFolder] !== undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'diwan-seeded-'));
  const program = await startProgram({}, folder);
  await program.end();
  process.env[seededFolder] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
};
