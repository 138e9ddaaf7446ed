import { createCovers } from '../src/access/covers.ts';
import type { Grant, Staff } from '../src/access/grant.ts';
import { scopeParameter, type ServiceVersion } from '../src/access/scope.ts';
import { isInBasket, isSeenIn } from '../src/access/visibility-queries.ts';
import { type Database, openDatabase, statement, type Statement } from '../src/base/database.ts';
import { compileService } from '../src/definition/compile-service.ts';
import { countOpen, openAfter } from '../src/projections/worklist-queries.ts';
import { scopeOf } from '../src/projections/worklist-scope.ts';
import { loadTerritory } from '../src/territory/load-territory.ts';
import { quantilesOf } from './measure.ts';
import { startBenchProgram } from './program.ts';
import { report } from './report.ts';

/**
 * What it costs that a list shows each only what he or she may see. Synthetic records, all open, are put straight into the
 * table (marked as such: they have no events). The statements of the worklist run as they are, and with the predicate taken
 * out, for people whose scope makes no difference to what is found: both read the same baskets in the same order and give
 * the same rows. They take turns. `RECORDS=200000` tries fewer.
 */
const records = Number(process.env['RECORDS'] ?? 1_000_000);
const rounds = Number(process.env['ROUNDS'] ?? 25);

export const insertRecords = statement(
  'bench/synthetic-records',
  `with version as materialized (select * from json_to_recordset($2) as v(place int, id int, service text, states text[])),
     institution as materialized (select array(select code from institution order by code limit 300) as codes)
   insert into record (id, service, service_version, state, open, institution, escalated, due_at, data, channel, locale, submitted_at, updated_at, last_event)
   select 100000000 + n, version.service, version.id, version.states[1 + n % cardinality(version.states)], true,
     institution.codes[1 + (n * 7919) % cardinality(institution.codes)], n % 97 = 0,
     case when n % 3 > 0 then now() + (n % 20000 - 4000) * interval '1 minute' end,
     jsonb_build_object('synthetic', true, 'full_name', 'شخص ' || n, 'phone', '+9613' || lpad((n % 1000000)::text, 6, '0')),
     (array['web', 'counter', 'sms', 'call-centre'])[1 + n % 4], 'ar', now() - n * interval '1 second', now() - n * interval '1 second', 1
   from generate_series(1, $1::int) n
     join version on version.place = n % (select count(*) from version)
     cross join institution`,
);

const without = <Row>({ name, text }: Statement<Row>): Statement<Row> => {
  const plain = text
    .replaceAll(isInBasket, 'exists (select from basket where record.institution = basket.institution)')
    .replaceAll(isSeenIn, 'record.institution = basket.institution');
  if (plain === text) throw new Error(`${name} does not ask what is visible`);
  return statement(`bench/${name}-without`, plain);
};

/** Counting without any basket, for somebody who sees everything. */
const countAll = statement(
  'bench/count-all',
  'select service_version, state, count(*), count(*) filter (where assignee is null), max(updated_at) from record where open group by service_version, state',
);

const timed = async (run: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await run();
  return performance.now() - start;
};

const compare = async (one: () => Promise<unknown[]>, other: () => Promise<unknown[]>, isSame = true) => {
  const [first, second] = [await one(), await other()];
  if (isSame && JSON.stringify(first) !== JSON.stringify(second)) throw new Error('the two do not find the same');
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    times[0].push(await timed(one));
    times[1].push(await timed(other));
  }
  const [a, b] = times.map((all) => quantilesOf(all)) as [
    ReturnType<typeof quantilesOf>,
    ReturnType<typeof quantilesOf>,
  ];
  return { with: a, without: b, cost: a.p50 / b.p50 - 1 };
};

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

export const benchVisibility = async (): Promise<void> => {
  const program = await startBenchProgram();
  const database = openDatabase({ ...program.login, max: 2, statement_timeout: 600_000 }, () => undefined);
  try {
    const versions = await loadVersions(database);
    const described = versions.map(({ versionId, service }) => ({
      id: versionId,
      service: service.id,
      states: [...service.states.values()].flatMap(({ name, meaning }) => (meaning === 'open' ? [name] : [])),
    }));
    const open = described.filter(({ states }) => states.length > 0).map((each, place) => ({ ...each, place }));
    await database.run(insertRecords, [records, JSON.stringify(open)]);
    await database.run(statement('bench/analyze', 'vacuum analyze record')).catch(() => undefined);
    const territory = await loadTerritory(database);
    const scopeFor = (grants: readonly Grant[]) => {
      const staff = { accountId: 'bench', grants } as unknown as Staff;
      return scopeOf(staff, versions, territory.institutionCodes, createCovers(territory));
    };
    const all = (role: (service: ServiceVersion['service']) => readonly string[]): readonly Grant[] =>
      [...new Set(versions.flatMap(({ service }) => role(service)))].map((each) => ({
        role: each,
        institution: 'council-presidency',
        services: null,
      }));
    // Who oversees everything, and who works on one service at every institution under several ministries.
    const everything = scopeFor([
      ...all(({ oversight }) => oversight),
      ...territory.institutionCodes
        .filter((code) => territory.institutionAncestors(code).length === 0)
        .flatMap((institution) =>
          [...new Set(versions.flatMap(({ service }) => [...service.actions.values()].flatMap(({ by }) => by)))].map(
            (role) => ({ role, institution, services: null }),
          ),
        ),
    ]);
    const lines = [
      `${records.toLocaleString('en')} synthetic open records of ${versions.length} declarations in 300 baskets; medians of ${rounds} turns, in milliseconds; every list the same with and without.`,
      '',
      '| what | with the predicate | without | cost |',
      '| --- | ---: | ---: | ---: |',
    ];
    const now = new Date();
    const filters = [null, now, false, false, false, null, null, null];
    const base = [scopeParameter(everything), '[]', everything.account, ...filters];
    const page = [...base, false, false, '-infinity', 0, 51];
    const measured: readonly (readonly [string, Statement<unknown>, readonly unknown[]])[] = [
      ['a page of the worklist', openAfter, page],
      ['its counts', countOpen, base],
    ];
    for (const [what, asked, values] of measured) {
      const plain = without(asked);
      const result = await compare(
        () => database.run(asked, values),
        () => database.run(plain, values),
      );
      lines.push(
        `| ${what} | ${result.with.p50.toFixed(1)} | ${result.without.p50.toFixed(1)} | ${percent(result.cost)} |`,
      );
    }
    const counted = await compare(
      () => database.run(countOpen, base),
      () => database.run(countAll),
      false,
    );
    lines.push(
      '',
      `For comparison, fewer figures counted straight from the table, without baskets: ${counted.without.p50.toFixed(1)} ms.`,
      `The scope is ${(scopeParameter(everything).length / 1024).toFixed(0)} KiB; making it takes ${(await timed(async () => scopeFor([...all(({ oversight }) => oversight)]))).toFixed(1)} ms and happens once for a set of grants.`,
      'Intake asks nothing of the predicate: it writes no row and keeps no index for it (`npm run bench -- intake` measures it as before).',
    );
    report('visibility', lines);
  } finally {
    await database.close();
    await program.stop();
  }
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
