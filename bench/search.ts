import { setTimeout as wait } from 'node:timers/promises';
import { type Database, openDatabase, statement } from '../src/base/database.ts';
import { createPhoneReader } from '../src/base/phone.ts';
import { secretsFrom } from '../src/base/secrets.ts';
import { numberHashes } from '../src/projections/search-index.ts';
import { countToRead, readAnew } from '../src/projections/search-index-queries.ts';
import { wantedWords } from '../src/projections/search-query.ts';
import { searchRecords } from '../src/projections/worklist-search.ts';
import { loadTerritory } from '../src/territory/load-territory.ts';
import { costOfFilters } from './filters.ts';
import { timesOf } from './measure.ts';
import { startBenchProgram } from './program.ts';
import { report } from './report.ts';
import { insertSynthetic } from './synthetic-records.ts';
import { loadVersions, peopleOf, sayings } from './visibility.ts';

/**
 * What it costs to find a record by its words among many, rare words and common ones, and to narrow a list by what was answered.
 * Records are synthetic. `RECORDS=10000000` tries ten million.
 */
const records = Number(process.env['RECORDS'] ?? 1_000_000);
const rounds = Number(process.env['ROUNDS'] ?? 20);

const typedWords: readonly (readonly [string, string])[] = [
  ['a name of three words', 'محمد خوري نصار'],
  ['a name and a number', 'هبة 4711'],
  ['a rare beginning', '471'],
  ['a word in a seventh of all', 'محمد'],
  ['a beginning in a third of all', 'مح'],
  ['two common words', 'علي حداد'],
  ['a telephone number', '03 791 900'],
  ['nothing', 'Nebuchadnezzar'],
];

export const benchSearch = async (): Promise<void> => {
  const program = await startBenchProgram();
  const database = openDatabase({ ...program.login, max: 3, statement_timeout: 600_000 }, () => undefined);
  try {
    const versions = await loadVersions(database);
    await insertSynthetic(database, versions, records, 200);
    const read = await readingOf(database);
    const owner = openDatabase({ ...program.owner, max: 1, statement_timeout: 600_000 }, () => undefined);
    await owner.run(statement('bench/vacuum', 'vacuum analyze'));
    await owner.close();
    const territory = await loadTerritory(database);
    const people = peopleOf(versions, territory);
    const hashes = numberHashes(secretsFrom(Buffer.alloc(32)));
    const readPhone = createPhoneReader('LB');
    const now = new Date();
    const lines = [
      `${records.toLocaleString('en')} synthetic records; their words were read at ${Math.round(records / read).toLocaleString('en')} records a second and take ${await sizeOf(database)}. ${rounds} turns each, in milliseconds.`,
      '',
      '| looked for | by whom | found | p50 | p95 | to the last one, once |',
      '| --- | --- | ---: | ---: | ---: | ---: |',
    ];
    for (const who of ['everything', 'office', 'desk'] as const)
      for (const [what, text] of typedWords) {
        const words = wantedWords(text, readPhone, hashes) ?? '';
        const ask = (exactly: boolean) =>
          searchRecords(database, people[who], versions, { words, now, limit: 50, exactly });
        const { count } = await ask(false);
        const times = await timesOf(rounds, () => ask(false));
        const start = performance.now();
        const exact = (await ask(true)).count;
        const whole = performance.now() - start;
        const found = 'exactly' in exact ? exact.exactly.toLocaleString('en') : '';
        lines.push(
          `| ${what} | ${sayings[who]} | ${found}${'moreThan' in count ? `, said “more than ${count.moreThan}”` : ''} | ${times.p50.toFixed(1)} | ${times.p95.toFixed(1)} | ${whole.toFixed(0)} |`,
        );
      }
    lines.push('', ...(await costOfFilters(database, people, versions, territory, { now, rounds })));
    report('search', lines);
  } finally {
    await database.close();
    await program.stop();
  }
};

/** Seconds until the program has read the words of all. */
const readingOf = async (database: Database): Promise<number> => {
  const start = performance.now();
  await database.run(readAnew);
  for (;;) {
    await wait(500);
    const [row] = await database.run(countToRead);
    const [progress] = await database.run(
      statement<{ edition: number }>('bench/edition', 'select edition from search_progress'),
    );
    if (row?.below === null && progress?.edition !== 0) return (performance.now() - start) / 1_000;
  }
};

const sizeOf = async (database: Database): Promise<string> =>
  (
    await database.run(
      statement<{ size: string }>(
        'bench/words-size',
        `select pg_size_pretty(pg_total_relation_size('record_words')) as size`,
      ),
    )
  )[0]?.size ?? '';
