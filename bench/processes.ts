import { readFileSync } from 'node:fs';
import { type Queryable, statement } from '../src/base/database.ts';

/** Seconds that a process has worked, in user and system; Linux counts hundredths. It tells the same where others work as well. */
export const cpuOf = (pid: number): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
};

export const megabytesOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1_024;

const listBackends = statement<{ pid: number }>(
  'bench/backends',
  `select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
);

/** What a program and the processes of its database work from now on: seconds of each. */
export const watchWork = async (database: Queryable, program: number) => {
  const backends = async () => new Map((await database.run(listBackends)).map(({ pid }) => [pid, cpuOf(pid)] as const));
  const before = { program: cpuOf(program), database: await backends() };
  return async (): Promise<{ readonly program: number; readonly database: number }> => {
    let worked = 0;
    for (const [pid, seconds] of await backends()) worked += seconds - (before.database.get(pid) ?? 0);
    return { program: cpuOf(program) - before.program, database: worked };
  };
};
