import { createCovers } from '../src/access/covers.ts';
import type { Staff } from '../src/access/grant.ts';
import { openDatabase, statement } from '../src/base/database.ts';
import { listOnMap, type MapArea } from '../src/projections/map.ts';
import { countOpenRecords, type WorklistFilter } from '../src/projections/worklist.ts';
import { scopeOf } from '../src/projections/worklist-scope.ts';
import { loadTerritory } from '../src/territory/load-territory.ts';
import { quantilesOf } from './measure.ts';
import { startBenchProgram } from './program.ts';
import { report } from './report.ts';
import { signIn } from './signed-in.ts';
import { insertSynthetic } from './synthetic-records.ts';
import { loadVersions } from './visibility.ts';

/**
 * What a map of many records costs: synthetic open fires with a point each, seen by somebody who oversees them all. The page
 * with its picture as a browser gets it, and the statement behind it alone. `RECORDS=20000` tries fewer.
 */
const records = Number(process.env['RECORDS'] ?? 200_000);
const rounds = Number(process.env['ROUNDS'] ?? 15);
const most = 1_000;
const service = 'forest-fire';
const overseer = { email: 'inspector@demo.diwan', role: 'inspector' };

const insertPoints = statement(
  'bench/synthetic-points',
  `insert into record_point (record_id, field, lon, lat)
   select id, 'point', 35.1 + random(), 33.1 + random() * 1.5 from record where data ? 'synthetic'`,
);

const timesOf = async (run: () => Promise<unknown>) => {
  const first = performance.now();
  await run();
  const cold = performance.now() - first;
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return { cold, ...quantilesOf(times) };
};

const cellsOf = ({ cold, p50, p95 }: Awaited<ReturnType<typeof timesOf>>): string =>
  `${cold.toFixed(0)} | ${p50.toFixed(0)} | ${p95.toFixed(0)}`;

export const benchMap = async (): Promise<void> => {
  const program = await startBenchProgram();
  const database = openDatabase({ ...program.login, max: 2, statement_timeout: 600_000 }, () => undefined);
  try {
    const versions = (await loadVersions(database)).filter((version) => version.service.id === service);
    await insertSynthetic(database, versions, records, 1_000);
    await database.run(insertPoints);
    for (const table of ['record', 'record_point'])
      await database.run(statement(`bench/analyze-${table}`, `vacuum analyze ${table}`)).catch(() => undefined);
    const territory = await loadTerritory(database);
    const grants = [{ role: overseer.role, institution: 'council-presidency', services: null }];
    const staff = { accountId: 'bench', grants } as unknown as Staff;
    const scope = scopeOf(staff, versions, territory.institutionCodes, createCovers(territory));
    const now = new Date();
    const areas: Readonly<Record<string, MapArea>> = {
      'the whole country': { box: [35, 33, 36.7, 34.8], square: [0.17, 0.16] },
      'a district': { box: [35.4, 33.4, 35.6, 33.6], square: [0.02, 0.02] },
    };
    const headers = { cookie: await signIn(program.port, overseer.email) };
    const open = async (query: string) => {
      const answer = await fetch(`http://localhost:${program.port}/staff?service=${service}&show=map${query}`, {
        headers,
      });
      const page = await answer.text();
      if (!answer.ok || !page.includes('<svg')) throw new Error(`no map: ${answer.status}`);
    };
    const pages = [];
    for (const [what, query] of [
      ['of all open records', ''],
      ['of what is overdue', '&overdue=1'],
      ['of all records', '&view=all'],
    ] as const) {
      const times = await timesOf(() => open(query));
      pages.push({ ...times, line: `| page with the picture ${what} | ${cellsOf(times)} | |` });
    }
    const lines = [
      `${records.toLocaleString('en')} synthetic open records with a point each; milliseconds, ${rounds} turns after the first.`,
      '',
      '| what | first | p50 | p95 | records counted |',
      '| --- | ---: | ---: | ---: | ---: |',
    ];
    const filters: Readonly<Record<string, WorklistFilter>> = { '': {}, ', overdue only': { overdue: true } };
    lines.push(...pages.map(({ line }) => line));
    for (const [where, area] of Object.entries(areas))
      for (const [how, filter] of Object.entries(filters))
        for (const view of ['open', 'all'] as const) {
          const run = () => listOnMap(database, scope, versions, { view, filter, area, now });
          const { cells, outside } = await run();
          const counted = cells.reduce((sum, { count }) => sum + count, outside);
          lines.push(`| ${where}, ${view}${how} | ${cellsOf(await timesOf(run))} | ${counted.toLocaleString('en')} |`);
        }
    const counts = await timesOf(() => countOpenRecords(database, scope, now));
    const slowest = Math.max(...pages.map(({ cold }) => cold));
    lines.push(
      '',
      `For comparison, the counts beside every worklist: ${counts.p50.toFixed(0)} ms.`,
      `To reach: under ${most.toLocaleString('en')} ms to the first picture: ${slowest < most ? 'yes' : 'NO'} (${slowest.toFixed(0)} ms for the slowest of the first turns).`,
    );
    report('map', lines);
  } finally {
    await database.close();
    await program.stop();
  }
};
