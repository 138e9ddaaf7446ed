import pg from 'pg';
import { findErrorCode, messageOf, StartupError } from './startup-error.ts';

/** The variable that holds the URL of a database. */
export type UrlVariable = 'DATABASE_URL' | 'DATABASE_ADMIN_URL';

/** Why no connection could be made, as a message that names the variable and says what to do; never with the password. */
export const connectionFailure = (variable: UrlVariable, url: string, cause: unknown): StartupError => {
  const { hostname, port, username, pathname, searchParams } = new URL(url);
  const server = searchParams.get('host') ?? `${hostname}:${port || '5432'}`;
  const user = decodeURIComponent(username);
  const database = decodeURIComponent(pathname.slice(1)) || user;
  return new StartupError(`${variable}: ${explain(findErrorCode(cause), messageOf(cause), server, user, database)}`, {
    cause,
  });
};

const explain = (code: string | undefined, message: string, server: string, user: string, database: string): string => {
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `the name ${server} is not known. Is it spelt right, and is the network up?`;
    case 'ECONNREFUSED':
    case 'ENOENT':
      return `nothing listens at ${server}. Is PostgreSQL running there, and is the port right?`;
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return `${server} cannot be reached. Is the address right, and does a firewall let this machine through?`;
    case '28P01':
      return `${server} does not accept the password of "${user}".`;
    case '28000':
      return `${server} does not let "${user}" in (${message}). Does this login exist, and does pg_hba.conf allow it from here?`;
    case '3D000':
      return `there is no database "${database}" at ${server}. Make it with: create database "${database}".`;
    case '42501':
      return `"${user}" may not use the database "${database}" at ${server} (${message}).`;
    case '53300':
      return `${server} has no connection free (${message}). Raise its max_connections or lower DATABASE_CONNECTIONS.`;
    case '57P03':
      return `${server} is starting or stopping. Try again in a moment.`;
    default:
      return message === 'timeout expired'
        ? `${server} did not answer in time. Is the address right, and does a firewall let this machine through?`
        : `no connection to ${server}: ${message}.`;
  }
};

/** @param version server_version_num: 150004 is 15.4 */
export const requireSupportedVersion = (variable: UrlVariable, version: number): void => {
  if (version >= 150_000) return;
  throw new StartupError(`${variable}: this is PostgreSQL ${Math.floor(version / 10_000)}. Diwan needs 15 or newer.`);
};

/** What an administrator of the database has to run when our login may not. */
export const roleMissing = (login: string, cause: unknown): StartupError =>
  new StartupError(
    `The database needs the role diwan_program, as which the program works without the right to change what happened. "${login}" may not make it or take it. ` +
      `Let an administrator of the database run:\n  create role diwan_program nologin;  -- unless it exists\n  grant diwan_program to ${pg.escapeIdentifier(login)};\n(PostgreSQL says: ${messageOf(cause)}. See docs/operate-database.md.)`,
    { cause },
  );
