import { openDatabase, statement } from '../src/base/database.ts';
import { gather, type GatheredUnder } from '../src/projections/gathered.ts';
import { countOpenTasks, readBoard } from '../src/projections/task-board.ts';
import { loadTerritory } from '../src/territory/load-territory.ts';
import { timesOf } from './measure.ts';
import { startBenchProgram } from './program.ts';
import { report } from './report.ts';
import { insertSynthetic } from './synthetic-records.ts';
import { loadVersions, peopleOf, sayings } from './visibility.ts';

/**
 * What the pages cost that gather records under a number or an institution, and the boards of tasks, among many records, which
 * are synthetic.
 */
const records = Number(process.env['RECORDS'] ?? 1_000_000);
const rounds = Number(process.env['ROUNDS'] ?? 20);

/** Each of these subjects stands in every so-manieth record. */
const subjects = [20, 200, 20_000];
const insertSubjects = statement(
  'bench/subjects',
  `insert into record_subject (subject, record_id, path) select decode(lpad(to_hex($1::int), 32, '0'), 'hex'), id, 'holder' from record where id % $1 = 0`,
);
const biggest = statement<{ institution: string; n: number }>(
  'bench/biggest-basket',
  'select institution, count(*) as n from record where open group by 1 order by 2 desc limit 1',
);

export const benchGathered = async (): Promise<void> => {
  const program = await startBenchProgram();
  const database = openDatabase({ ...program.login, max: 3, statement_timeout: 600_000 }, () => undefined);
  try {
    const versions = await loadVersions(database);
    await insertSynthetic(database, versions, records, 200);
    for (const every of subjects) await database.run(insertSubjects, [every]);
    const owner = openDatabase({ ...program.owner, max: 1, statement_timeout: 600_000 }, () => undefined);
    await owner.run(statement('bench/vacuum', 'vacuum analyze'));
    await owner.close();
    const people = peopleOf(versions, await loadTerritory(database));
    const [basket] = await database.run(biggest);
    const unders: readonly (readonly [string, GatheredUnder])[] = [
      ...subjects.map(
        (every) =>
          [
            `a subject of ${Math.round(records / every).toLocaleString('en')} records`,
            { subject: Buffer.from(every.toString(16).padStart(32, '0'), 'hex') },
          ] as const,
      ),
      [`a basket of ${(basket?.n ?? 0).toLocaleString('en')}`, { basket: basket?.institution }],
    ];
    const lines = [
      `${records.toLocaleString('en')} synthetic records. ${rounds} turns each, in milliseconds.`,
      '',
      '| page | for whom | p50 | p95 |',
      '| --- | --- | ---: | ---: |',
    ];
    const line = async (what: string, who: keyof typeof sayings, run: () => Promise<unknown>) => {
      const { p50, p95 } = await timesOf(rounds, run);
      lines.push(`| ${what} | ${sayings[who]} | ${p50.toFixed(1)} | ${p95.toFixed(1)} |`);
    };
    for (const who of ['everything', 'desk'] as const) {
      const scope = people[who];
      for (const [what, under] of unders)
        await line(what, who, () =>
          gather(database, scope, under, { mayRead: () => true, versions: () => true, below: undefined, limit: 50 }),
        );
      const ids = versions.map(({ versionId }) => versionId);
      const board = { record: undefined, asked: undefined, after: 0, limit: 20, now: new Date() };
      const busiest = versions.find(({ service }) => service.tasks.size > 0);
      await line('how many tasks are open', who, () => countOpenTasks(database, scope, ids));
      await line('the board of one task', who, () =>
        readBoard(database, scope, {
          ...board,
          versions: busiest ? [busiest.versionId] : [],
          task: [...(busiest?.service.tasks.keys() ?? [])][0],
        }),
      );
    }
    report('gathered', lines);
  } finally {
    await database.close();
    await program.stop();
  }
};
