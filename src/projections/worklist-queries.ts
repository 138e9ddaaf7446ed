import { statement } from '../base/database.ts';
import type { Answers } from '../form/fields/field-type.ts';
import type { Channel } from '../record/events.ts';
import { given, isInBasket, isNotOpenInBasket, isSeenIn, isVisible } from '../access/visibility-queries.ts';
import {
  answering,
  byAnswer,
  byDuty,
  mineByDuty,
  filteredScope,
  finish,
  finishListed,
  firstTasks,
  ofFirstTasks,
  openColumns,
  inBasket,
  inBasketsAmong,
  byTask,
  filters,
  type Source,
} from './worklist-parts-queries.ts';

/** A record as lists show it. */
export interface WorklistRow {
  readonly id: number;
  readonly versionId: number;
  readonly state: string;
  readonly open: boolean;
  readonly institution: string;
  readonly escalated: boolean;
  /** A rule of its declaration says so. */
  readonly urgent: boolean;
  readonly dueAt: Date | null;
  /** Name of the deadline that runs or is paused. */
  readonly deadline: string | null;
  readonly data: Answers;
  readonly submittedAt: Date;
  readonly updatedAt: Date;
  readonly lastEvent: number;
  /** The account that is in charge. */
  readonly assignee: string | null;
  /** The way by which it came in. */
  readonly channel: Channel;
  /** The account can act on it now. */
  readonly mine: boolean;
  /** The task for which the account sees it, where it lies in another basket; `open` and the deadline are then the task's. */
  readonly task: string | null;
  /** Another institution has not answered in time what it was asked. */
  readonly lateTask: boolean;
}

/** A record as a file lists it: what one can do with it is not asked. */
export type ListedRow = Omit<WorklistRow, 'mine' | 'lateTask'>;

type Order = Pick<Source, 'escalated' | 'urgent' | 'dueAt'>;

const inOrder =
  (direction: 'asc' | 'desc') =>
  ({ escalated, urgent, dueAt }: Order): string =>
    `not ${escalated} ${direction}, not ${urgent} ${direction}, coalesce(${dueAt}, 'infinity') ${direction}, record.id ${direction}`;
const plainOrder: Order = { escalated: 'record.escalated', urgent: 'record.urgent', dueAt: 'record.due_at' };

// Reading the keys of `limit` rows of each basket in the index's own order costs no more when a basket holds many.
const openPage = (
  name: string,
  compare: '>' | '<',
  direction: 'asc' | 'desc',
  from: 'baskets' | 'among' = 'baskets',
) => {
  const order = inOrder(direction);
  const isBeyond = ({ escalated, urgent, dueAt }: Order) =>
    `(not ${escalated}, not ${urgent}, coalesce(${dueAt}, 'infinity'), record.id) ${compare} ($12::boolean, $13::boolean, $14::timestamptz, $15::bigint)`;
  const ordered = order(plainOrder);
  const sources: Readonly<Record<typeof from, string>> = {
    among: `select ${openColumns}
     from ${inBasketsAmong('$17')}
     where record.open and ${filters(inBasket)} and ${isBeyond(inBasket)}`,
    baskets: `select record.*
     from basket cross join lateral (
       select ${openColumns}
       from record
       where record.open and ${isSeenIn}
         and ${filters(byDuty)}
         and ${isBeyond(inBasket)}
       order by ${order(inBasket)}
       limit case when basket.institution = any($18::text[]) then $16::bigint else $17::bigint end
     ) record
     where not $8 or exists (select from duty where duty.kind = basket.kind)
     union all
     select ${openColumns}
     from ${answering('$8')} join basket on record.open and ${isSeenIn}
     where not ${mineByDuty} and ${filters(byAnswer)} and ${isBeyond(inBasket)}`,
  };
  return statement<WorklistRow>(
    name,
    `${filteredScope}
   ${finish(
     `select record.*
   from (
     ${sources[from]}
     union all
     select ${byTask.columns}
     from ${ofFirstTasks}
     where ${isNotOpenInBasket} and ${filters(byTask)} and ${isBeyond(byTask)}
   ) record
   order by ${ordered}
   limit $16`,
     ordered,
   )}`,
  );
};

/**
 * Open records that come after a place in the order of work: $12 not escalated, $13 not urgent, $14 due at, $15 id, $16 how many,
 * of which no more than $17 are read of a basket that is not one of $18.
 */
export const openAfter = openPage('worklist/open-after', '>', 'asc');
/** Those before it, the nearest first. */
export const openBefore = openPage('worklist/open-before', '<', 'desc');
/** The same among records $17. */
export const openAfterAmong = openPage('worklist/open-after-among', '>', 'asc', 'among');
export const openBeforeAmong = openPage('worklist/open-before-among', '<', 'desc', 'among');
const openOfVersions = (name: string, compare: '>' | '<', direction: 'asc' | 'desc') => {
  const ordered = inOrder(direction)(plainOrder);
  return statement<{ id: number }>(
    name,
    `select record.id
   from unnest($1::int[]) as seen(version) cross join lateral (
     select record.id, record.escalated, record.urgent, record.due_at
     from record
     where record.open and record.service_version = seen.version
       and (not record.escalated, not record.urgent, coalesce(record.due_at, 'infinity'), record.id) ${compare} ($2::boolean, $3::boolean, $4::timestamptz, $5::bigint)
     order by ${ordered}
     limit $6
   ) record
   order by ${ordered}
   limit $6`,
  );
};

/** Open records of declarations $1, seen or not, after a place ($2 to $5) in the order of work, and before it: $6 of them. */
export const openOfVersionsAfter = openOfVersions('worklist/open-of-versions-after', '>', 'asc');
export const openOfVersionsBefore = openOfVersions('worklist/open-of-versions-before', '<', 'desc');

export const waiting = 'not record.open and (record.deadline is not null or record.escalated)';

const waitingPage = (name: string, records: string) =>
  statement<WorklistRow>(
    name,
    `${filteredScope}
   ${finish(
     `select record.*
   from ${records} record
   order by record.id
   limit $13`,
     'record.id',
   )}`,
  );
const waitingWhere = `${waiting} and ${filters(inBasket)} and record.id > $12`;

/**
 * Records that wait for their applicants, the oldest first: those with ids above $12, $13 of them, of which no more than $14 are
 * read of a basket that is not one of $15.
 */
export const waitingAfter = waitingPage(
  'worklist/waiting-after',
  `basket cross join lateral (
     select ${inBasket.columns}
     from record
     where ${isSeenIn} and ${waitingWhere}
     order by record.id
     limit case when basket.institution = any($15::text[]) then $13::bigint else $14::bigint end
   )`,
);
/** The same among records $14. */
export const waitingAfterAmong = waitingPage(
  'worklist/waiting-after-among',
  `(select ${inBasket.columns} from ${inBasketsAmong('$14')} where ${waitingWhere})`,
);

const isNumbered = 'record.id < $12 and record.id >= $13';

/** Where the account sees a record by a task only; $1 to $3 as ever. */
const elsewhere = (condition: string) => `select ${byTask.columns}
     from ${ofFirstTasks}
     where not ${isInBasket} and ${condition}`;

const anyState = <Row>(
  name: string,
  finishing: typeof finish,
  records = `record join basket on ${isSeenIn}`,
  // Sorted when all are found: baskets are then looked up.
  barrier = '',
) =>
  statement<Row>(
    name,
    `${filteredScope}
   ${finishing(
     `select record.*
   from (
     (select record.*
     from (
       select ${inBasket.columns}
       from ${records}
       where ${isNumbered} and ${filters(inBasket)}
       ${barrier}
     ) record
     order by record.id desc
     limit $14)
     union all
     ${elsewhere(`${isNumbered} and ${filters(byTask)}`)}
   ) record
   order by record.id desc
   limit $14`,
     'record.id desc',
   )}`,
  );

/** Records of any state numbered from $13 (inclusive) to $12 (exclusive), newest first: $14 of them. */
export const anyStateBelow = anyState<WorklistRow>('worklist/any-state-below', finish);
/** The same among records $15. */
export const anyStateAmong = anyState<WorklistRow>(
  'worklist/any-state-among',
  finish,
  inBasketsAmong('$15'),
  'offset 0',
);
export const listedBelow = anyState<ListedRow>('worklist/listed-below', finishListed);

export const lastRecordId = statement<{ last: number | null }>(
  'worklist/last-id',
  'select max(id) as last from record',
);

/** $1 a scope. When open records that came in or changed after $2 did so, the latest first: at most $3. */
export const changedSince = statement<{ at: Date }>(
  'worklist/changed-since',
  `with ${given}, ${firstTasks}
   select record.at
   from (
     (select record.updated_at as at
     from record join basket on ${isSeenIn}
     where record.open and record.updated_at > $2
     order by record.updated_at desc
     limit $3)
     union all
     select record.updated_at as at
     from ${ofFirstTasks}
     where ${isNotOpenInBasket} and record.updated_at > $2
   ) record
   order by record.at desc
   limit $3`,
);

/** $1 a scope. Of those of the records $2 that it shows. */
export const lastEventsOf = statement<{ id: number; lastEvent: number }>(
  'worklist/last-events',
  `with ${given} select record.id, record.last_event as "lastEvent" from record where record.id = any($2) and ${isVisible}`,
);
