import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { type Login, startEmbeddedPostgres } from '../src/base/embedded-postgres.ts';
import { inProject } from '../src/base/paths.ts';

/** The built program on a scratch folder, with a database that the bench can also reach directly. */
export interface BenchProgram {
  readonly port: number;
  /** Of all programs on the database; the first is `port`. */
  readonly ports: readonly number[];
  readonly login: Login;
  /** Who owns the tables. */
  readonly owner: Login;
  readonly pid: number;
  /** Of all programs, in the order of `ports`. */
  readonly pids: readonly number[];
  readonly stop: () => Promise<void>;
}

/** As `npm start` says: left alone, Node keeps 128 MB for what has only just been made, most of it idle. */
export const heapFlags = ['--max-semi-space-size=64'];

/**
 * @param programs how many work on the one database.
 * @param builds the folder under `dist` that each runs from; `server` unless said.
 * @param flags of Node, besides those that `npm start` gives it.
 */
export const startBenchProgram = async (
  programs = 1,
  builds: readonly string[] = [],
  flags: readonly string[] = [],
): Promise<BenchProgram> => {
  const folder = mkdtempSync(join(tmpdir(), 'diwan-bench-'));
  // As the program configures it, with room for the connections of the ceiling.
  const postgres = await startEmbeddedPostgres(join(folder, 'database'), pino({ level: 'silent' }), {
    max_connections: '120',
  });
  const urlOf = ({ user, password, database, host }: Login) =>
    `postgres://${user}:${password}@localhost/${database}?host=${encodeURIComponent(host)}`;
  const start = async (build = 'server') => {
    const port = await freePort();
    const program = spawn(process.execPath, [...heapFlags, ...flags, inProject('dist', build, 'main.js')], {
      env: {
        ...process.env,
        PORT: String(port),
        DIWAN_DATA: join(folder, 'data'),
        DATABASE_URL: urlOf(postgres.logins.diwan_program),
        DATABASE_ADMIN_URL: urlOf(postgres.logins.diwan_owner),
        REQUESTS_PER_MINUTE: '10000000',
        NODE_ENV: 'production',
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    await untilReady(port, program);
    return { port, program };
  };
  const first = await start(builds[0]);
  const all = [first];
  while (all.length < programs) all.push(await start(builds[all.length]));
  return {
    port: first.port,
    ports: all.map(({ port }) => port),
    login: postgres.logins.diwan_program,
    owner: postgres.logins.diwan_owner,
    pid: first.program.pid ?? 0,
    pids: all.map(({ program }) => program.pid ?? 0),
    stop: async () => {
      for (const { program } of all) {
        const ended = new Promise((resolve) => program.once('exit', resolve));
        program.kill('SIGTERM');
        await ended;
      }
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

export const untilReady = async (port: number, program: ChildProcess): Promise<void> => {
  for (let attempt = 0; attempt < 600; attempt++) {
    if (program.exitCode !== null) throw new Error('the program did not start');
    const ready = await fetch(`http://localhost:${port}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('the program was not ready within two minutes');
};
