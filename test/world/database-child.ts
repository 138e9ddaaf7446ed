import { bootDatabase } from '../../src/base/boot-database.ts';
import { readConfig } from '../../src/base/config.ts';
import { StartupError } from '../../src/base/startup-error.ts';
import { silentLog } from './log.ts';

/**
 * A program that does nothing but hold its database, for tests that kill it. Says `ready` once it is open; leaves on the
 * signals that the real one leaves on.
 */
try {
  const { database, lost, stop } = await bootDatabase(readConfig(process.env), silentLog);
  process.on('SIGTERM', () => void stop().then(() => process.exit(0)));
  void lost.then((error) => fail(error));
  await database.pool.query('select 1');
  process.stdout.write('ready\n');
  setInterval(() => undefined, 60_000);
} catch (error) {
  fail(error);
}

function fail(error: unknown): never {
  process.stderr.write(`${error instanceof StartupError ? error.message : String((error as Error).stack)}\n`);
  process.exit(1);
}
