/**
 * `npm run rotate-master-key` adds a master key for sensitive answers, kept as a file. Running programs notice within a
 * minute and wrap anew, in the background, what earlier ones have wrapped. When an old file may go: docs/keys.md.
 */
import { join } from 'node:path';
import { StartupError } from '../src/base/startup-error.ts';
import { addMasterKey } from '../src/outside/local-keys.ts';

try {
  const folder = join(process.env['DIWAN_DATA'] ?? 'data', 'keys');
  const name = addMasterKey(folder, new Date());
  console.log(
    `wrapping-${name}.key is in ${folder}: running programs take it within a minute. Back the folder up. Keep the older files until the log says that no key is wrapped by them any more.`,
  );
} catch (error) {
  if (!(error instanceof StartupError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
