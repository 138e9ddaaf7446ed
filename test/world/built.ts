import { spawnSync } from 'node:child_process';
import { isBuilt } from '../../scripts/build.mjs';
import { inProject } from '../../src/base/paths.ts';

/** What runs in the tests is built once, as `npm start` builds it, before any of them starts it. */
export const setup = (): void => {
  if (isBuilt()) return;
  const { status, stderr } = spawnSync(process.execPath, [inProject('scripts', 'build.mjs')], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
};
