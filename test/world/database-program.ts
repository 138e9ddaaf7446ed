import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inProject } from '../../src/base/paths.ts';

/** A process that holds an embedded database (database-child.ts). */
export interface DatabaseProgram {
  readonly process: ChildProcess;
  /** `ready`, or what it said when it could not start. */
  readonly outcome: string;
  /** Asks it to stop, or kills it; gives its exit code. */
  readonly end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<number | null>;
}

export const startDatabaseProgram = async (
  dataFolder: string,
  user: { uid?: number; gid?: number } = {},
): Promise<DatabaseProgram> => {
  const child = spawn(process.execPath, [inProject('test', 'world', 'database-child.ts')], {
    ...user,
    cwd: '/',
    env: { PATH: process.env['PATH'], DIWAN_DATA: dataFolder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exit = once(child, 'exit') as Promise<[number | null]>;
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
  const ready = once(child.stdout, 'data').then(() => 'ready');
  const outcome = await Promise.race([ready, once(child, 'close').then(() => said.trim())]);
  return {
    process: child,
    outcome,
    end: async (signal) => {
      child.kill(signal);
      return (await exit)[0];
    },
  };
};

export const serverPid = (dataFolder: string): number =>
  Number(readFileSync(join(dataFolder, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0]);

export const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    // A process that has ended and whose parent has not asked yet is still listed.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
};

export const untilEnded = async (pid: number): Promise<void> => {
  while (isRunning(pid)) await wait(10);
};
