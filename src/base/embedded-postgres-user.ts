import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { StartupError } from './startup-error.ts';

/**
 * As whom the database runs. PostgreSQL refuses to run as root: then it runs as the owner of its folder, or as `nobody`
 * when that is root too. An ordinary user runs it as itself, and `undefined` says so.
 */
export type PostgresUser = { readonly uid: number; readonly gid: number } | undefined;

const isRoot = (): boolean => process.getuid?.() === 0;

/** @param folders the folder of the database and those around it, nearest first; those that do not exist yet are passed over. */
export const choosePostgresUser = (folders: readonly string[]): PostgresUser => {
  if (!isRoot()) return undefined;
  if (process.platform !== 'linux') {
    throw new StartupError(
      'As root, the embedded database runs on Linux only. Start Diwan as an ordinary user, or set DATABASE_URL.',
    );
  }
  for (const folder of folders) {
    const found = statSync(folder, { throwIfNoEntry: false });
    if (found && found.uid !== 0) return { uid: found.uid, gid: found.gid };
  }
  return nobody();
};

/** initdb asks for its user's name, so one that the system knows is needed. */
const nobody = (): PostgresUser => {
  const [, , uid, gid] = (/^nobody:.*$/m.exec(readFileSync('/etc/passwd', 'utf8'))?.[0] ?? '').split(':');
  if (!uid || !gid) {
    throw new StartupError(
      'PostgreSQL refuses to run as root, and this system has no user "nobody" to run it as. Start Diwan as an ordinary user.',
    );
  }
  return { uid: Number(uid), gid: Number(gid) };
};

/** Options of spawn() for a process of this user. It inherits nothing that would change what PostgreSQL does (PGPORT, LC_ALL…). */
export const asPostgresUser = (user: PostgresUser) => ({
  env: { PATH: process.env['PATH'] ?? '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C' },
  ...user,
});

/** Whether that user can go into this folder: tried rather than computed, since access lists and mounts have a say too. */
export const canEnter = (user: PostgresUser, folder: string): boolean =>
  spawnSync('/bin/sh', ['-c', 'test -r "$0" && test -x "$0"', folder], {
    ...asPostgresUser(user),
    stdio: 'ignore',
    cwd: '/',
  }).status === 0;
