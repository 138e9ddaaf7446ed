import { statement } from './database.ts';

/** Logins and roles of the database. Names are fixed words of ours; passwords are made of A-Z a-z 0-9 - _ only. */
export const findRole = statement<{ login: boolean }>(
  'role/find',
  'select rolcanlogin as login from pg_roles where rolname = $1',
);
export const findDatabase = statement<{ owner: string }>(
  'role/find-database',
  'select pg_get_userbyid(datdba) as owner from pg_database where datname = $1',
);

export const createLogin = (name: 'diwan_owner' | 'diwan_program', password: string): string =>
  `create role ${name} login password '${password}'`;

// Nobody but the two logins has any business in it.
export const createOwnDatabase = 'create database diwan owner diwan_owner';
export const closeOwnDatabase = `
  revoke all on database diwan from public;
  grant connect, temporary on database diwan to diwan_program`;

export const createProgramRole = 'create role diwan_program nologin';

export const whoAmI = statement<{ login: string; role: string; version: number; database: string }>(
  'role/who-am-i',
  `select session_user as login, current_user as role, current_setting('server_version_num')::int as version, current_database() as database`,
);

/** @param login quoted as an identifier */
export const grantProgramRole = (login: string): string => `grant diwan_program to ${login}`;
