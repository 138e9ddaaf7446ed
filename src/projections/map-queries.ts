import { isInBasket, isSeenIn } from '../access/visibility-queries.ts';
import { statement } from '../base/database.ts';
import {
  byTask,
  filteredScope,
  filters,
  finish,
  inBasket,
  isOverdue,
  ofFirstTasks,
  scope,
  type Source,
} from './worklist-parts-queries.ts';
import { waiting, type WorklistRow } from './worklist-queries.ts';

/**
 * Records on a map. $1 to $11 are those of every list; $12 names for each declaration the question for a point and the one for
 * a place. What is counted is what the lists show: the same baskets, tasks and filters, and nothing of the box narrows or
 * widens who sees what.
 */
const withMapped = `${filteredScope}, mapped as (
     select * from json_to_recordset($12) as mapped(version int, point text, place text)
   )`;

const columnsOf = (source: Source) =>
  `record.id, record.service_version as version, ${source.urgent} as urgent, ${isOverdue(source)} as overdue`;

/** Each record that is seen, once: where it lies in a basket, or by a task. Not more than $19 from each. */
const seenWhere = (inBaskets: string, elsewhere: string | undefined) => `seen as (
     (select ${columnsOf(inBasket)}
     from basket join record on ${isSeenIn}
     where ${inBaskets} and ${filters(inBasket)}
     limit $19)
     ${
       elsewhere === undefined
         ? ''
         : `union all
     (select ${columnsOf(byTask)}
     from ${ofFirstTasks}
     where not (${elsewhere}) and ${filters(byTask)}
     limit $19)`
     }
   )`;

// A place stands for records without a point of their own: at its own point, and said to be approximate. Only of these the
// answers are read: what lists are ordered by is in an index, which says all that is needed of the others.
const placed = `placed as materialized (
     select seen.id, seen.urgent, seen.overdue, point.lon is null as approximate,
       coalesce(point.lon, place.lon) as lon, coalesce(point.lat, place.lat) as lat
     from seen join mapped on mapped.version = seen.version
       left join record_point point on point.record_id = seen.id and point.field = mapped.point
       left join lateral (
         select place.lon, place.lat
         from record join place on place.code = record.data ->> mapped.place
         where point.record_id is null and record.id = seen.id
         offset 0
       ) place on true
   )`;

/** One square of a grid over the map, or all that lies outside the picture, or nowhere. */
export interface MapCellRow {
  readonly where: 'seen' | 'outside' | 'nowhere';
  readonly count: number;
  readonly urgent: number;
  readonly overdue: number;
  /** How many stand at a place and not at a point. */
  readonly approximate: number;
  /** Their middle. */
  readonly lon: number | null;
  readonly lat: number | null;
  readonly west: number | null;
  readonly south: number | null;
  readonly east: number | null;
  readonly north: number | null;
  /** Of the records, where they are not more than $20. */
  readonly ids: readonly number[] | null;
}

// A number that no square has.
const outside = '-4611686018427387904';

// $13 west, $14 south, $15 east, $16 north of the picture; $17 and $18 the sides of a square, in degrees. One number for each
// square, worked out apart from the counting, has the planner expect few of them: it counts them as they come, unsorted.
const cells = (name: string, seen: string) =>
  statement<MapCellRow>(
    name,
    `${withMapped}, ${seen}, ${placed}
   select case when square is null then 'nowhere' when square = ${outside} then 'outside' else 'seen' end as "where",
     count(*)::int as count, count(*) filter (where urgent)::int as urgent, count(*) filter (where overdue)::int as overdue,
     count(*) filter (where approximate)::int as approximate, avg(lon) as lon, avg(lat) as lat,
     min(lon) as west, min(lat) as south, max(lon) as east, max(lat) as north,
     case when square <> ${outside} and count(*) <= $20::int then to_json(array_agg(id)) end as ids
   from (
     select placed.*, case
         when lon is null then null
         when lon between $13::float8 and $15::float8 and lat between $14::float8 and $16::float8
           then (floor(lon / $17::float8)::bigint << 32) + floor(lat / $18::float8)::bigint
         else ${outside}
       end as square
     from placed
     offset 0
   ) record
   group by square
   order by count(*) desc`,
  );

const isOpen = 'record.open';
const isNumbered = 'record.id < $21 and record.id >= $22';

export const openCells = cells('map/open-cells', seenWhere(isOpen, `${isOpen} and ${isInBasket}`));
export const waitingCells = cells('map/waiting-cells', seenWhere(waiting, undefined));
/** Of any state, those numbered from $22 (inclusive) to $21 (exclusive). */
export const anyStateCells = cells(
  'map/any-state-cells',
  seenWhere(isNumbered, `${isInBasket} or not (${isNumbered})`),
);

/** The records with these ids ($4) as lists show them, where the account sees them. */
export const rowsOfIds = statement<WorklistRow>(
  'map/rows-of-ids',
  `${scope}
   ${finish(
     `select ${inBasket.columns}
   from record join basket on ${isSeenIn}
   where record.id = any($4)
   union all
   select ${byTask.columns}
   from ${ofFirstTasks}
   where record.id = any($4) and not ${isInBasket}`,
     'record.id desc',
   )}`,
);

/** Where these records ($1) stand: by the question of each ($2, in their order), and at their places ($3) where they have no point. */
export const positionsOf = statement<{ id: number; lon: number; lat: number; approximate: boolean }>(
  'map/positions-of',
  `select wanted.id, coalesce(point.lon, place.lon) as lon, coalesce(point.lat, place.lat) as lat, point.lon is null as approximate
   from unnest($1::bigint[], $2::text[], $3::text[]) as wanted(id, field, place)
     left join record_point point on point.record_id = wanted.id and point.field = wanted.field
     left join place on point.record_id is null and place.code = wanted.place
   where coalesce(point.lon, place.lon) is not null`,
);
