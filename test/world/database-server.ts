import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/base/embedded-postgres.ts';
import { readMigrations } from '../../src/base/migration-files.ts';
import { applyMigrations } from '../../src/base/migrations.ts';
import { inProject } from '../../src/base/paths.ts';
import { silentLog } from './log.ts';

declare module 'vitest' {
  interface ProvidedContext {
    logins: EmbeddedPostgres['logins'];
    /** Where what belongs to the seeded database is kept; see seeded-database.ts. */
    seededKeys: string;
  }
}

/** Test data may be lost in a power cut; nothing else is set up like this. */
const hasty = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '100' };

/** One PostgreSQL server for a run of the tests; its database `diwan`, with all migrations, is the template of every test's own. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const folder = mkdtempSync(join(tmpdir(), 'diwan-test-'));
  const server = await startEmbeddedPostgres(folder, silentLog, hasty);
  const teardown = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  const owner = new pg.Client(server.logins.diwan_owner);
  try {
    await owner.connect();
    await applyMigrations(owner, readMigrations(inProject('db', 'migrations')), silentLog);
    await owner.end();
  } catch (error) {
    await owner.end();
    await teardown();
    throw error;
  }
  project.provide('logins', server.logins);
  project.provide('seededKeys', join(folder, 'seeded'));
  return teardown;
};
