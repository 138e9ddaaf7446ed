import { narrowScope, type ServiceVersion } from '../src/access/scope.ts';
import type { Database } from '../src/base/database.ts';
import { placesWithin } from '../src/pages/staff/answer-filters.ts';
import { narrowed } from '../src/projections/narrowing.ts';
import { countPassing } from '../src/projections/worklist-passing.ts';
import {
  type AnswerCondition,
  countOpenRecords,
  listAnyState,
  listOpen,
  listWaiting,
} from '../src/projections/worklist.ts';
import type { Territory } from '../src/territory/territory.ts';
import { quantilesOf } from './measure.ts';
import { type peopleOf, sayings } from './visibility.ts';

/** The service whose list is narrowed, as one chooses it before conditions on its answers. */
const service = 'mobility-permit';
const plannedAnew = 6;

const conditionsIn = (territory: Territory): readonly (readonly [string, readonly AnswerCondition[]])[] => {
  const [place = ''] = territory
    .placesOf('municipality')
    .map(({ code }) => code)
    .toSorted();
  const around = (level: 'district' | 'governorate') =>
    placesWithin(territory, territory.placeAt(place, level)?.code ?? '');
  const food = { name: 'reason', is: 'food' };
  const inDistrict = { name: 'origin', codes: around('district') };
  return [
    ['a municipality', [{ name: 'origin', is: place }]],
    ['a district', [inDistrict]],
    ['a governorate', [{ name: 'origin', codes: around('governorate') }]],
    ['one option of six', [food]],
    ['an option and a district', [food, inDistrict]],
    ['a week', [{ name: 'leave_at', since: '2026-03-01', until: '2026-03-08' }]],
    ['a year', [{ name: 'leave_at', since: '2025-01-01', until: '2026-01-01' }]],
    ['a word of a name', [{ name: 'full_name', pattern: 'علي', typed: 'علي' }]],
  ];
};

/** Rows and numbers of a narrowed list, as `GET /staff` reads them. */
export const costOfFilters = async (
  database: Database,
  people: ReturnType<typeof peopleOf>,
  versions: readonly ServiceVersion[],
  territory: Territory,
  { now, rounds }: { readonly now: Date; readonly rounds: number },
): Promise<readonly string[]> => {
  const served = new Set(versions.flatMap((version) => (version.service.id === service ? [version.versionId] : [])));
  const lines = [
    `Lists of one service, narrowed by answers: rows and numbers.`,
    '',
    '| narrowed by | by whom | list | found | p50 | p95 |',
    '| --- | --- | --- | ---: | ---: | ---: |',
  ];
  for (const who of ['everything', 'office', 'desk'] as const) {
    const scope = narrowScope(people[who], served);
    for (const [what, answers] of conditionsIn(territory))
      for (const [view, list] of [
        ['open', listOpen],
        ['waiting', listWaiting],
        ['all', listAnyState],
      ] as const) {
        const read = async () => {
          const filter = await narrowed(database, scope, versions, { answers }, view === 'all' ? undefined : view);
          const wanted = { filter, now, limit: 50 };
          const [count] = await Promise.all([
            countPassing(database, scope, view, wanted),
            list(database, scope, wanted),
            countOpenRecords(database, scope, now, filter),
          ]);
          return count;
        };
        const times: number[] = [];
        let count = await read();
        for (let turn = 0; turn < plannedAnew; turn++) await read();
        while (times.length < rounds) {
          const start = performance.now();
          count = await read();
          times.push(performance.now() - start);
        }
        const { p50, p95 } = quantilesOf(times);
        const found = 'exactly' in count ? String(count.exactly) : `more than ${count.moreThan}`;
        lines.push(`| ${what} | ${sayings[who]} | ${view} | ${found} | ${p50.toFixed(1)} | ${p95.toFixed(1)} |`);
      }
  }
  return lines;
};
