import { randomUUID } from 'node:crypto';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { inProject } from '../src/base/paths.ts';
import { createReadings } from '../src/access/readings.ts';
import { type Database, openDatabase } from '../src/base/database.ts';
import { generate } from './generate.ts';
import { cpuOf } from './processes.ts';
import { startBenchProgram } from './program.ts';
import { report, row, tableHead } from './report.ts';
import { signIn } from './signed-in.ts';

const seconds = 5;
const rounds = 10;
const records = 200;
const most = 5;
const without = 'server-without-readings';

/**
 * What it costs pages of records that each reading is written down: the program as it is, against the same build with the
 * writing taken out of it, on the same database, turn by turn: now the one goes first, now the other, and each round is compared
 * in itself. Each page is of another record, so that each is a row.
 */
export const benchReadings = async (): Promise<void> => {
  const folder = inProject('dist', without);
  cpSync(inProject('dist', 'server'), folder, { recursive: true });
  const file = inProject('dist', without, 'access', 'readings.js');
  const code = readFileSync(file, 'utf8');
  const emptied = code.replace(/note: \(reading\) => \{/, '$& return;');
  if (emptied === code) throw new Error('the build does not note readings as this measure expects');
  writeFileSync(file, emptied);
  const program = await startBenchProgram(2, ['server', without]);
  const database = openDatabase({ ...program.login, max: 1 }, () => undefined);
  try {
    const [port = 0] = program.ports;
    const references = await submitPermits(port);
    const cookie = await signIn(port, 'agent@demo.diwan');
    const pages = references.map((reference) => ({
      path: `/staff/records/${reference}`,
      headers: `cookie: ${cookie}\r\n`,
    }));
    const runs: Run[][] = [[], []];
    let last: Awaited<ReturnType<typeof generate>>[] = [];
    for (let round = 0; round <= rounds; round++) {
      last = [];
      for (const index of round % 2 === 0 ? [0, 1] : [1, 0]) {
        const [at = 0, pid = 0] = [program.ports[index], program.pids[index]];
        const before = cpuOf(pid);
        const result = await generate({ kind: 'visits', port: at, pages, rest: 0, connections: 16, seconds });
        if (result.failures && result.failures.length > 0) throw new Error(result.failures[0]);
        const cpu = (cpuOf(pid) - before) / (result.figures.perSecond * seconds);
        // The first round warms up.
        if (round > 0) runs[index]?.push({ perSecond: result.figures.perSecond, cpu });
        last[index] = result;
      }
    }
    const [written] = (await database.pool.query<{ n: number }>('select count(*) as n from reading')).rows;
    const [withIt, withoutIt] = runs.map((each) => ({
      perSecond: median(each.map(({ perSecond }) => perSecond)),
      cpu: median(each.map(({ cpu }) => cpu)),
    }));
    const compared = (of: (one: Run, other: Run) => number) =>
      quartilesOf(runs[0]!.map((one, round) => 100 * of(one, runs[1]![round]!)));
    const cost = compared((one, other) => 1 - one.perSecond / other.perSecond);
    const cpuCost = compared((one, other) => one.cpu / other.cpu - 1);
    const alone = await measureAlone(database);
    const share = (100 * (alone.program + alone.database)) / ((withIt?.cpu ?? 1) * 1_000_000);
    report('readings', [
      ...tableHead(),
      row('page of a record, its reading written down', last[0]!.figures),
      row('the same without writing', last[1]!.figures),
      '',
      `Medians of ${rounds} rounds of ${seconds} s each, who goes first by turns: ${Math.round(withIt?.perSecond ?? 0)} pages a second with it, ${Math.round(withoutIt?.perSecond ?? 0)} without. Fewer by ${cost}; below nought: more.`,
      `Work of the program for a page: ${((withIt?.cpu ?? 0) * 1_000).toFixed(3)} ms with it, ${((withoutIt?.cpu ?? 0) * 1_000).toFixed(3)} ms without. More by ${cpuCost}; below nought: less. Rows written: ${written?.n}.`,
      `The writing by itself, of ${notes} readings: ${alone.program.toFixed(1)} µs of the program and ${alone.database.toFixed(1)} µs of the database for each, ${share.toFixed(1)} % of the program's work for a page.`,
      'Where others work on the machine the rounds differ by more than that: then only the last line tells.',
      `To reach: under ${most} % of the throughput of pages: ${share < most ? 'yes' : 'NO'}.`,
    ]);
  } finally {
    await database.close();
    await program.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

const notes = 15_000;

/** Microseconds of work for one reading, each a row: in the program, and in the process of the database that writes it. */
const measureAlone = async (database: Database): Promise<{ readonly program: number; readonly database: number }> => {
  const [backend] = (await database.pool.query<{ pid: number }>('select pg_backend_pid() as pid')).rows;
  const readings = createReadings({
    database,
    onError: (error) => {
      throw error;
    },
  });
  const accounts = Array.from({ length: notes }, () => randomUUID());
  const at = new Date();
  const before = { database: cpuOf(backend?.pid ?? 0), program: process.cpuUsage() };
  accounts.forEach((account, index) =>
    readings.note({
      recordId: index,
      at,
      account,
      role: 'permit-agent',
      institution: 'interior-ministry',
      purpose: 'handling',
      way: 'page',
    }),
  );
  await readings.drained();
  const { user, system } = process.cpuUsage(before.program);
  return {
    program: (user + system) / notes,
    database: ((cpuOf(backend?.pid ?? 0) - before.database) * 1_000_000) / notes,
  };
};

interface Run {
  readonly perSecond: number;
  /** Seconds of the program for a page. */
  readonly cpu: number;
}

/** The median, and between which values half of all lie. */
const quartilesOf = (values: readonly number[]): string => {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1);
  return `${at(0.5)} % (half of the rounds ${at(0.25)} to ${at(0.75)})`;
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const submitPermits = async (port: number): Promise<readonly string[]> => {
  const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  return Promise.all(
    Array.from({ length: records }, async (_none, index) => {
      const answer = await fetch(`http://localhost:${port}/api/v1/services/mobility-permit/submissions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          key: randomUUID(),
          locale: 'ar',
          data: {
            full_name: 'ليلى حدّاد',
            phone: `03 ${100_000 + index}`,
            origin: 'LB-JA-SAI-001',
            destination: 'LB-BA-BEI-001',
            reason: 'other',
            explanation: 'زيارة والدتي',
            leave_at: at(1),
            back_at: at(3),
          },
        }),
      });
      return ((await answer.json()) as { reference: string }).reference;
    }),
  );
};
