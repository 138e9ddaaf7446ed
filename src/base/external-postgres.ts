import pg from 'pg';
import { createProgramRole, findRole, grantProgramRole, whoAmI } from './database-role-queries.ts';
import {
  connectionFailure,
  requireSupportedVersion,
  roleMissing,
  type UrlVariable,
} from './external-postgres-errors.ts';
import type { Log } from './log.ts';
import type { Migration } from './migration-files.ts';
import { applyMigrations } from './migrations.ts';
import { findErrorCode } from './startup-error.ts';

/**
 * A PostgreSQL that somebody else runs. Migrations are applied by the login of DATABASE_ADMIN_URL, or of DATABASE_URL when
 * there is no other; the program's own connections always work as the role diwan_program, which owns nothing.
 */
export const prepareExternalPostgres = async (
  { url, adminUrl }: { url: string; adminUrl: string | undefined },
  migrations: readonly Migration[],
  log: Log,
): Promise<pg.PoolConfig> => {
  const login = await asClient('DATABASE_URL', { connectionString: url }, async (client) => whoIs(client));
  requireSupportedVersion('DATABASE_URL', login.version);
  const program: pg.PoolConfig =
    login.login === 'diwan_program'
      ? { connectionString: url }
      : { connectionString: url, options: '-c role=diwan_program' };
  const adminVariable = adminUrl ? 'DATABASE_ADMIN_URL' : 'DATABASE_URL';
  await asClient(adminVariable, { connectionString: adminUrl ?? url }, async (admin) => {
    await makeProgramRole(admin, login.login);
    await letInAs(program, login.login, admin);
    await applyMigrations(admin, migrations, log);
  });
  return program;
};

const connectTimeout = 10_000;

const asClient = async <Result>(
  variable: UrlVariable,
  options: pg.ClientConfig,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> => {
  const client = new pg.Client({
    ...options,
    connectionTimeoutMillis: connectTimeout,
    application_name: 'diwan start',
  });
  client.on('error', () => undefined); // A lost connection also fails the query that waits for it.
  await client.connect().catch((cause: unknown) => {
    throw connectionFailure(variable, options.connectionString ?? '', cause);
  });
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

interface Session {
  readonly login: string;
  readonly version: number;
}

const whoIs = async (client: pg.Client): Promise<Session> => {
  const [session] = (await client.query<Session>(whoAmI.text)).rows;
  if (!session) throw new Error('the database gave no session');
  return session;
};

const duplicateObject = '42710';
const uniqueViolation = '23505';

/** Roles belong to the whole server: another program, on another database of it, may make it at the same time. */
const makeProgramRole = async (admin: pg.Client, login: string): Promise<void> => {
  const { rowCount } = await admin.query(findRole.text, ['diwan_program']);
  if (rowCount) return;
  await admin.query(createProgramRole).catch((cause: unknown) => {
    if (![duplicateObject, uniqueViolation].includes(findErrorCode(cause) ?? '')) throw roleMissing(login, cause);
  });
};

/** Tries to come in as the program does; where the login may not take the role yet, it is given to it if we may. */
const letInAs = async (program: pg.PoolConfig, login: string, admin: pg.Client): Promise<void> => {
  const tryIn = async (): Promise<unknown> => {
    const client = new pg.Client({ ...program, connectionTimeoutMillis: connectTimeout });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return undefined;
    } catch (error) {
      return error;
    } finally {
      await client.end().catch(() => undefined);
    }
  };
  if (!(await tryIn())) return;
  await admin.query(grantProgramRole(pg.escapeIdentifier(login))).catch((cause: unknown) => {
    throw roleMissing(login, cause);
  });
  const failure = await tryIn();
  if (failure) throw connectionFailure('DATABASE_URL', program.connectionString ?? '', failure);
};
