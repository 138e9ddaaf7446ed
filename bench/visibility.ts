import { createCovers } from '../src/access/covers.ts';
import type { Grant, Staff } from '../src/access/grant.ts';
import { scopeParameter, type ServiceVersion } from '../src/access/scope.ts';
import { isInBasket, isSeenIn } from '../src/access/visibility-queries.ts';
import { type Database, openDatabase, statement, type Statement } from '../src/base/database.ts';
import { compileService } from '../src/definition/compile-service.ts';
import { countOpen } from '../src/projections/worklist-count-queries.ts';
import { openAfter } from '../src/projections/worklist-queries.ts';
import { scopeOf, type WorklistScope } from '../src/projections/worklist-scope.ts';
import {
  countOpenRecords,
  countWaitingRecords,
  listAnyState,
  listOpen,
  type WorklistFilter,
} from '../src/projections/worklist.ts';
import { loadTerritory } from '../src/territory/load-territory.ts';
import type { Territory } from '../src/territory/territory.ts';
import { quantilesOf } from './measure.ts';
import { cpuOf } from './processes.ts';
import { startBenchProgram } from './program.ts';
import { report } from './report.ts';
import { insertSynthetic } from './synthetic-records.ts';

/**
 * What lists cost where there are many records, and what it costs that each shows only what its reader may see. Records are
 * synthetic (see `synthetic-records.ts`). `RECORDS=10000000` tries ten million, `OPEN=1000` (of a thousand) makes all open.
 */
const records = Number(process.env['RECORDS'] ?? 1_000_000);
const openShare = Number(process.env['OPEN'] ?? 200);
const rounds = Number(process.env['ROUNDS'] ?? 20);
const most = 150;
const plannedAnew = 6;

const timed = async (run: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await run();
  return performance.now() - start;
};

export const benchVisibility = async (): Promise<void> => {
  const program = await startBenchProgram();
  const database = openDatabase(
    { ...program.login, max: 3, idleTimeoutMillis: 0, application_name: 'bench', statement_timeout: 600_000 },
    () => undefined,
  );
  try {
    const versions = await loadVersions(database);
    await insertSynthetic(database, versions, records, openShare);
    const owner = openDatabase({ ...program.owner, max: 1, statement_timeout: 600_000 }, () => undefined);
    await owner.run(statement('bench/vacuum', 'vacuum analyze'));
    await owner.close();
    const people = peopleOf(versions, await loadTerritory(database));
    const [{ open } = { open: 0 }] = await database.run(
      statement<{ open: number }>('bench/open', 'select count(*) as open from record where open'),
    );
    report('visibility', [
      `${records.toLocaleString('en')} synthetic records of ${versions.length} declarations in 300 baskets, ${open.toLocaleString('en')} of them open; ${rounds} turns each, in milliseconds.`,
      '',
      ...(await costOfPages(database, people)),
      '',
      ...(await costOfPredicate(database, people.everything)),
    ]);
  } finally {
    await database.close();
    await program.stop();
  }
};

type People = Readonly<Record<'everything' | 'office' | 'desk', WorklistScope>>;

/** Who oversees and answers everything, somebody of one institution and all below it, and a clerk with one role at one desk. */
export const peopleOf = (versions: readonly ServiceVersion[], territory: Territory): People => {
  const covers = createCovers(territory);
  const scopeFor = (grants: readonly Grant[]) =>
    scopeOf({ accountId: 'bench', grants } as unknown as Staff, versions, territory.institutionCodes, covers);
  const working = [
    ...new Set(versions.flatMap(({ service }) => [...service.actions.values()].flatMap(({ by }) => by))),
  ];
  const overseeing = [...new Set(versions.flatMap(({ service }) => service.oversight))];
  const at = (institution: string, roles: readonly string[]): readonly Grant[] =>
    roles.map((role) => ({ role, institution, services: null }));
  const codes = territory.institutionCodes.toSorted().slice(0, 300);
  const roots = territory.institutionCodes.filter((code) => territory.institutionAncestors(code).length === 0);
  return {
    everything: scopeFor([
      ...at('council-presidency', overseeing),
      ...roots.flatMap((institution) => at(institution, working)),
    ]),
    office: scopeFor(codes.slice(20, 30).flatMap((institution) => at(institution, working))),
    desk: scopeFor(at(codes[7] ?? '', working)),
  };
};

export const sayings = {
  everything: 'who answers everything',
  office: 'ten institutions',
  desk: 'one institution',
} as const;

/** The rows and all numbers of the page, as `GET /staff` reads them. */
const costOfPages = async (database: Database, people: People): Promise<readonly string[]> => {
  const now = new Date();
  const filters: readonly (readonly [string, WorklistFilter])[] = [
    ['the worklist', {}],
    ['what I can act on', { mine: true }],
    ['what is overdue', { overdue: true }],
    ['in nobody’s charge', { holder: '' }],
  ];
  let slowest = 0;
  const lines = [
    '| rows and numbers of a page | whose | p50 | p95 | work of the database |',
    '| --- | --- | ---: | ---: | ---: |',
  ];
  for (const who of ['everything', 'office', 'desk'] as const) {
    const scope = people[who];
    const counts = (filter: WorklistFilter) => [
      countOpenRecords(database, scope, now, filter),
      countWaitingRecords(database, scope),
    ];
    const pages: readonly (readonly [what: string, read: () => Promise<unknown>])[] = [
      ...filters.map(([what, filter]) => {
        const wanted = { filter, now, limit: 50 };
        return [what, () => Promise.all([...counts(filter), listOpen(database, scope, wanted)])] as const;
      }),
      [
        'records in whatever state',
        () => Promise.all([...counts({}), listAnyState(database, scope, { now, limit: 50 })]),
      ],
    ];
    for (const [what, read] of pages) {
      // A connection plans a statement anew for the first five times.
      for (let turn = 0; turn < plannedAnew; turn++) await read();
      const times: number[] = [];
      const processes = (await database.run(databaseProcesses)).map(({ pid }) => pid);
      const before = workOf(processes);
      while (times.length < rounds) times.push(await timed(read));
      const { p50, p95 } = quantilesOf(times);
      const work = (workOf(processes) - before) / rounds;
      slowest = Math.max(slowest, p95);
      lines.push(`| ${what} | ${sayings[who]} | ${p50.toFixed(1)} | ${p95.toFixed(1)} | ${work.toFixed(1)} |`);
    }
  }
  lines.push(
    '',
    `To reach at a million records: p95 under ${most} ms, at ten million no worse than twice that: ${slowest.toFixed(0)} ms for the slowest.`,
  );
  return lines;
};

const databaseProcesses = statement<{ pid: number }>(
  'bench/processes',
  `select pid from pg_stat_activity where application_name = 'bench'`,
);

const workOf = (processes: readonly number[]): number => processes.reduce((sum, pid) => sum + cpuOf(pid) * 1_000, 0);

const without = <Row>({ name, text }: Statement<Row>): Statement<Row> => {
  const plain = text
    .replaceAll(isInBasket, 'exists (select from basket where record.institution = basket.institution)')
    .replaceAll(isSeenIn, 'record.institution = basket.institution');
  if (plain === text) throw new Error(`${name} does not ask what is visible`);
  return statement(`bench/${name}-without`, plain);
};

/**
 * The statements as they are, and with the predicate taken out, for somebody whose scope makes no difference to what is
 * found: both read the same baskets in the same order and give the same rows. They take turns.
 */
const costOfPredicate = async (database: Database, scope: WorklistScope): Promise<readonly string[]> => {
  const base = [
    scopeParameter(scope),
    JSON.stringify(scope.duties),
    scope.account,
    null,
    new Date(),
    false,
    false,
    false,
    null,
    null,
    null,
  ];
  const lines = ['| what | with the predicate | without | cost |', '| --- | ---: | ---: | ---: |'];
  const asked: readonly (readonly [string, Statement<unknown>, readonly unknown[]])[] = [
    ['a page of the worklist', openAfter, [...base, false, false, '-infinity', 0, 51, 51, []]],
    ['its counts', countOpen, base],
  ];
  for (const [what, with_, values] of asked) {
    const plain = without(with_);
    const [first, second] = [await database.run(with_, values), await database.run(plain, values)];
    const inOrder = (rows: readonly unknown[]) => JSON.stringify(rows.map((row) => JSON.stringify(row)).toSorted());
    if (inOrder(first) !== inOrder(second)) throw new Error('the two do not find the same');
    const times: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round++) {
      times[0].push(await timed(() => database.run(with_, values)));
      times[1].push(await timed(() => database.run(plain, values)));
    }
    const [a, b] = [quantilesOf(times[0]).p50, quantilesOf(times[1]).p50];
    lines.push(`| ${what} | ${a.toFixed(1)} | ${b.toFixed(1)} | ${((a / b - 1) * 100).toFixed(1)} % |`);
  }
  return [
    ...lines,
    '',
    `The scope is ${(scopeParameter(scope).length / 1024).toFixed(0)} KiB; it is made once for a set of grants.`,
  ];
};

const versionRows = statement<{ id: number; files: Readonly<Record<string, string>> }>(
  'bench/versions',
  'select id, files from service_version order by id',
);

export const loadVersions = async (database: Database): Promise<readonly ServiceVersion[]> =>
  (await database.run(versionRows)).map(({ id, files }) => ({
    versionId: id,
    service: compileService(files, 'bench', 'Asia/Beirut'),
  }));
