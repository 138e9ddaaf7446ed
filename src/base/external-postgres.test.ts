import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createEmptyDatabase, type EmptyDatabase } from '../../test/world/database.ts';
import { silentLog } from '../../test/world/log.ts';
import { bootDatabase } from './boot-database.ts';
import type { Login } from './embedded-postgres.ts';
import { requireSupportedVersion } from './external-postgres-errors.ts';

let empty: EmptyDatabase;
const made: string[] = [];

beforeEach(async () => {
  empty = await createEmptyDatabase();
});
afterEach(async () => {
  const { administrator, close } = empty;
  await close();
  for (const name of made.splice(0))
    await asAdministrator(`drop role ${name}`, { ...administrator, database: 'postgres' });
});

const asAdministrator = async (sql: string, login: Login = empty.administrator): Promise<void> => {
  const client = new pg.Client(login);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
};

const makeLogin = async (options = ''): Promise<Login> => {
  const user = `login_${randomBytes(4).toString('hex')}`;
  made.push(user);
  await asAdministrator(`create role ${user} login password 'p:@/ %' ${options}`);
  return { ...empty.owner, user, password: 'p:@/ %' };
};

const own = (login: Login): Promise<void> => asAdministrator(`alter database ${login.database} owner to ${login.user}`);

const urlOf = ({ user, password, host, database }: Login): string =>
  `postgres://${encodeURIComponent(user)}:${encodeURIComponent(password)}@localhost/${database}?host=${encodeURIComponent(host)}`;

const boot = (databaseUrl: string, databaseAdminUrl?: string) =>
  bootDatabase({ databaseUrl, databaseAdminUrl, databaseConnections: 3, dataFolder: '/nowhere' }, silentLog);

/** Starts, says as whom it works and whether it could remove an event, and stops. */
const lookInside = async (...urls: Parameters<typeof boot>): Promise<unknown> => {
  const { database, stop } = await boot(...urls);
  const { rows } = await database.pool.query(
    `select session_user::text as login, current_user::text as role, has_table_privilege('event', 'insert') as add, has_table_privilege('event', 'delete') as remove`,
  );
  await stop();
  return rows[0];
};

it('works as the role that owns nothing, also when it is started with an administrator', async () => {
  expect(await lookInside(urlOf(empty.administrator))).toEqual({
    login: 'postgres',
    role: 'diwan_program',
    add: true,
    remove: false,
  });
});

it('works with two logins: one that owns the tables and one for the program', async () => {
  const owner = await makeLogin();
  const program = await makeLogin('in role diwan_program');
  await own(owner);
  expect(await lookInside(urlOf(program), urlOf(owner))).toEqual({
    login: program.user,
    role: 'diwan_program',
    add: true,
    remove: false,
  });
});

it('works with the role itself as the login of the program', async () => {
  expect(await lookInside(urlOf(empty.program), urlOf(empty.owner))).toEqual({
    login: 'diwan_program',
    role: 'diwan_program',
    add: true,
    remove: false,
  });
});

it('lets itself in where its administrator may', async () => {
  const program = await makeLogin();
  expect(await lookInside(urlOf(program), urlOf(empty.administrator))).toMatchObject({
    login: program.user,
    role: 'diwan_program',
  });
});

it('says what an administrator has to run where the owner may not make or take the role', async () => {
  const owner = await makeLogin();
  await own(owner);
  await expect(boot(urlOf(owner))).rejects.toThrow(`grant diwan_program to "${owner.user}";`);
  await asAdministrator(`grant diwan_program to "${owner.user}"`);
  expect(await lookInside(urlOf(owner))).toMatchObject({ login: owner.user, role: 'diwan_program' });
});

it('says what to do where the login may not make tables', async () => {
  const stranger = await makeLogin('in role diwan_program');
  await expect(boot(urlOf(stranger))).rejects.toThrow(
    'The login that applies migrations must be the owner of the database',
  );
});

it('lets several programs start at once on an empty database', async () => {
  const programs = await Promise.all([1, 2, 3].map(() => boot(urlOf(empty.administrator))));
  await Promise.all(programs.map(({ stop }) => stop()));
});

it('says what is wrong with a URL, without the password', async () => {
  const fault = (url: string, adminUrl?: string) =>
    boot(url, adminUrl).then(
      () => 'started',
      (error: Error) => `${error.name}: ${error.message}`,
    );
  const { host, database } = empty.owner;
  const good = urlOf(empty.program);
  expect(await fault(urlOf({ ...empty.owner, password: 'secret' }))).toBe(
    `StartupError: DATABASE_URL: ${host} does not accept the password of "diwan_owner".`,
  );
  expect(await fault(urlOf({ ...empty.owner, user: 'mallory', password: 'secret' }))).toMatch(
    /does not (accept the password of|let) "mallory"/,
  );
  expect(await fault(urlOf({ ...empty.owner, database: 'elsewhere' }))).toBe(
    `StartupError: DATABASE_URL: there is no database "elsewhere" at ${host}. Make it with: create database "elsewhere".`,
  );
  expect(await fault(good, urlOf({ ...empty.owner, password: 'secret' }))).toContain('DATABASE_ADMIN_URL: ');
  expect(await fault(`postgres://diwan:secret@127.0.0.1:1/${database}`)).toContain('nothing listens at 127.0.0.1:1.');
  expect(await fault(`postgres://diwan:secret@localhost/${database}?host=/nowhere`)).toContain(
    'nothing listens at /nowhere.',
  );
  expect(await fault('postgres://diwan:secret@no.such.host.invalid/diwan')).toMatch(
    /the name no\.such\.host\.invalid:5432 is not known|cannot be reached/,
  );
});

it('says that what answers is not a PostgreSQL', async () => {
  const server = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await expect(boot(`postgres://diwan:secret@127.0.0.1:${port}/diwan`)).rejects.toThrow(
    `DATABASE_URL: no connection to 127.0.0.1:${port}`,
  );
  server.close();
});

it('refuses a PostgreSQL that is too old', () => {
  expect(() => requireSupportedVersion('DATABASE_URL', 140_012)).toThrow(
    'DATABASE_URL: this is PostgreSQL 14. Diwan needs 15 or newer.',
  );
  requireSupportedVersion('DATABASE_URL', 150_000);
});
