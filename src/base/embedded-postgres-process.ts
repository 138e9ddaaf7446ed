import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { postgresFailure } from './embedded-postgres-errors.ts';
import { folderArgument } from './embedded-postgres-folder.ts';
import { asArguments, firmSettings } from './embedded-postgres-settings.ts';
import { asPostgresUser, type PostgresUser } from './embedded-postgres-user.ts';
import type { Log } from './log.ts';
import { findErrorCode, messageOf, StartupError } from './startup-error.ts';

/** A running PostgreSQL server. */
export interface PostgresProcess {
  readonly pid: number;
  /** Ends when the server has ended without being asked to. */
  readonly lost: Promise<StartupError>;
  readonly stop: () => Promise<void>;
}

/**
 * The server is the child of a small shell that keeps reading from the program. When the program ends, however it ends,
 * that input ends too and the shell interrupts the server (a "fast" shutdown): nothing is left running. Both are in a
 * session of their own, so that Ctrl-C in a terminal reaches the program alone, which still needs its database to finish.
 */
const watchdog = `
exec 3<&0 </dev/null
"$@" 3<&- &
server=$!
{ cat <&3; kill -INT $server; } >/dev/null 2>&1 &
exec 3<&-
wait $server
`;

const startTimeout = 300_000;
const fastShutdownTimeout = 30_000;

export interface PostgresStart {
  /** Path of the server program. */
  readonly program: string;
  readonly cluster: string;
  readonly user: PostgresUser;
  /** Beyond the firm settings, or instead of them. */
  readonly settings: Readonly<Record<string, string>>;
}

export const startPostgres = async (start: PostgresStart, log: Log): Promise<PostgresProcess> => {
  const began = Date.now();
  for (;;) {
    await stopOrphan(start.cluster, log);
    try {
      return await tryStart(start, log);
    } catch (error) {
      // The last processes of a server whose program was killed a moment ago are still ending.
      if (!/already exists|still in use/.test(messageOf(error)) || Date.now() - began > 15_000) throw error;
      await wait(100);
    }
  }
};

const tryStart = async (start: PostgresStart, log: Log): Promise<PostgresProcess> => {
  const former = readPidFile(start.cluster);
  const shell = spawnServer(start);
  const output = keepOutput(shell, log);
  let failure: Error | undefined;
  const ended = new Promise<void>((resolve) => {
    shell.on('error', (error) => ((failure = error), resolve()));
    shell.on('exit', () => (shell.stdin?.destroy(), resolve()));
  });
  const hasEnded = () => failure !== undefined || shell.exitCode !== null || shell.signalCode !== null;
  const ready = await untilReady(start.cluster, former, hasEnded);
  if (ready === 'ended') {
    await wait(20); // The last lines are still on their way.
    throw postgresFailure(
      `The database in ${start.cluster} could not be started`,
      failure ? [failure.message] : output,
      failure,
    );
  }
  if (ready === 'late') {
    shell.stdin?.end();
    throw postgresFailure(
      `The database in ${start.cluster} did not get ready in ${startTimeout / 60_000} minutes`,
      output,
    );
  }
  const pid = Number(readPidFile(start.cluster)[0]);
  let stopping = false;
  return {
    pid,
    lost: ended.then(() =>
      stopping ? new Promise<never>(() => undefined) : postgresFailure('The database has ended', output),
    ),
    stop: async () => {
      stopping = true;
      shell.stdin?.end();
      await Promise.race([ended, wait(fastShutdownTimeout, undefined, { ref: false })]);
      if (hasEnded()) return;
      log.warn('the database takes long to stop; it is cut off and recovers at the next start');
      process.kill(pid, 'SIGQUIT');
      await ended;
    },
  };
};

const spawnServer = ({ program, cluster, user, settings }: PostgresStart): ChildProcess => {
  // The last setting has no meaning to PostgreSQL: by it a server is recognised in the list of processes.
  const all = { ...firmSettings, ...settings, 'diwan.folder': realpathSync(cluster) };
  const shell = spawn(
    '/bin/sh',
    ['-c', watchdog, 'diwan-watchdog', program, '-D', folderArgument(user, cluster), ...asArguments('-c', all)],
    {
      ...asPostgresUser(user),
      cwd: cluster,
      detached: true,
      stdio: ['pipe', 'ignore', 'pipe'],
    },
  );
  shell.stdin?.on('error', () => undefined);
  return shell;
};

/** @param former what postmaster.pid said before this start, perhaps of a server that was killed */
const untilReady = async (
  cluster: string,
  former: readonly string[],
  hasEnded: () => boolean,
): Promise<'ready' | 'ended' | 'late'> => {
  const began = Date.now();
  for (;;) {
    const [pid, , started, , , , , status] = readPidFile(cluster);
    if (status?.trim() === 'ready' && (pid !== former[0] || started !== former[2])) return 'ready';
    if (hasEnded()) return 'ended';
    if (Date.now() - began > startTimeout) return 'late';
    await wait(Date.now() - began < 1_000 ? 5 : 100);
  }
};

/** What the server says goes to the log; the last lines are kept to explain a failure. */
const keepOutput = (shell: ChildProcess, log: Log): string[] => {
  const lines: string[] = [];
  let rest = '';
  shell.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    const parts = (rest + chunk).split('\n');
    rest = parts.pop() ?? '';
    for (const line of parts) {
      log[/^(FATAL|PANIC)/.test(line) ? 'warn' : 'debug']({ postgres: line }, 'the database says');
      lines.push(line);
      if (lines.length > 40) lines.shift();
    }
  });
  return lines;
};

/** Lines of postmaster.pid, none when it is missing: the first is the process, the third when it started, the last its status. */
const readPidFile = (cluster: string): string[] => {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
};

/**
 * The data folder is ours (its lock is held), so a server that still runs in it belongs to a program that was killed. It
 * may be about to end; otherwise it is asked to. A number that has meanwhile gone to an unrelated process is struck out:
 * PostgreSQL would take that process for a server and refuse to start. The rest of the file stays, because with it
 * PostgreSQL makes sure that no process of the former server still has the shared memory open.
 */
const stopOrphan = async (cluster: string, log: Log): Promise<void> => {
  const folder = realpathSync(cluster);
  for (let waited = 0; ; waited += 50) {
    const [first, ...others] = readPidFile(cluster);
    const pid = Number(first) || undefined;
    if (!pid || !isAlive(pid)) return;
    if (!commandOf(pid).includes(`diwan.folder=${folder}`)) {
      writeFileSync(join(cluster, 'postmaster.pid'), [String(2 ** 31 - 1), ...others].join('\n'));
      return;
    }
    if (waited === 0) log.warn({ pid }, 'a database that a killed program left behind is stopped');
    if (waited === 1_000) signal(pid, 'SIGINT');
    if (waited === 15_000) signal(pid, 'SIGQUIT');
    if (waited >= 60_000)
      throw new StartupError(
        `Another PostgreSQL (process ${pid}) runs in ${cluster} and does not stop. Stop it, then start again.`,
      );
    await wait(50);
  }
};

const isAlive = (pid: number): boolean => signal(pid, 0);

/** Whether there is such a process; it may have ended between a look and the signal. */
const signal = (pid: number, name: NodeJS.Signals | 0): boolean => {
  try {
    process.kill(pid, name);
    return true;
  } catch (error) {
    return findErrorCode(error) === 'EPERM';
  }
};

const commandOf = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return process.platform === 'linux'
      ? ''
      : spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout;
  }
};
