import { statement } from './database.ts';

/** Held while migrations are applied: of several programs that start together, one applies and the others wait. */
const lockKey = 4_851_027_119;
export const tryLock = statement<{ locked: boolean }>(
  'migration/try-lock',
  `select pg_try_advisory_lock(${lockKey}) as locked`,
);
export const waitForLock = `select pg_advisory_lock(${lockKey})`;

export const findMigrationOwner = statement<{ owner: string; mine: boolean }>(
  'migration/find-owner',
  `select pg_get_userbyid(relowner) as owner, pg_has_role(relowner, 'member') as mine
   from pg_class where oid = to_regclass('public.migration')`,
);

export const createMigrationTable = `
  create table public.migration (
    number int primary key,
    name text not null,
    checksum text not null,
    applied_at timestamptz not null default now()
  );
  comment on table public.migration is 'Which files of db/migrations were applied here, and what they said then';
  comment on column public.migration.checksum is 'SHA-256 of the file, hexadecimal'`;

export const listApplied = statement<{ number: number; name: string; checksum: string }>(
  'migration/list',
  'select number, name, checksum from public.migration order by number',
);

export const recordApplied = statement(
  'migration/record',
  'insert into public.migration (number, name, checksum) values ($1, $2, $3)',
);

/** Session settings of the login that migrates: a long one is not cut off, one that cannot get its lock is. */
export const migrationSession = `set statement_timeout = 0; set idle_in_transaction_session_timeout = 0; set lock_timeout = '60s'`;
