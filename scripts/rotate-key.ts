/**
 * `npm run rotate-key` adds a signing key that takes over in a week; `npm run rotate-key -- --now` at once. The running
 * program notices within a minute. When and why: docs/keys.md.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { StartupError } from '../src/base/startup-error.ts';
import { rotateKey } from '../src/documents/keys.ts';

try {
  const { values } = parseArgs({ options: { now: { type: 'boolean', default: false } } });
  const folder = join(process.env['DIWAN_DATA'] ?? 'data', 'keys');
  const { published } = rotateKey(folder, new Date(), { atOnce: values.now });
  console.log(
    `Key ${published.kid} is in ${folder} and signs from ${new Date(published.nbf * 1000).toISOString()} on. Back the folder up.`,
  );
} catch (error) {
  if (!(error instanceof StartupError || error instanceof TypeError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
