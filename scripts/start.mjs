import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { requireNode } from './node-version.mjs';

/** `npm start`: builds what is not built yet, then is the program itself. Loads nothing that an older Node could not. */
requireNode();
const { build, canBuild, isBuilt, root } = await import('./build.mjs');
const program = join(root, 'dist', 'server', 'main.js');

try {
  if (!existsSync(program) && !canBuild())
    throw new Error('its tools are not installed; run "npm ci" without --omit=dev');
  // A copy that was built elsewhere, without the tools, runs as it is.
  if (canBuild() && !isBuilt()) await build();
} catch (error) {
  console.error(`Diwan could not be built: ${error.message}.`);
  process.exit(1);
}
await import(pathToFileURL(program).href);
