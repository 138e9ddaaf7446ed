import { given, isInBasket, isNotOpenInBasket, isSeenIn } from '../access/visibility-queries.ts';
import { statement } from '../base/database.ts';
import {
  answering,
  byTask,
  filters,
  inBasket,
  inBasketsAmong,
  isDuty,
  isOverdue,
  mineByDuty,
  ofFirstTasks,
  filteredScope,
} from './worklist-parts-queries.ts';
import { waiting } from './worklist-queries.ts';

/**
 * Exact numbers without reading every record: `worklist_tally` counts records in groups that differ in nothing that
 * visibility and duties ask of a record, so that a whole group is seen or not, and mine or not, at once; those of all baskets
 * of a kind are added up before their duties are looked at. Three things hang
 * on more than a group says, and are read record by record: that a deadline has passed (from the index, only those of which
 * it has), that somebody is kept from acting by what he or she did before, and tasks.
 */
export interface OpenCountRow {
  readonly versionId: number;
  readonly state: string;
  readonly count: number;
  readonly overdue: number;
  readonly escalated: number;
  readonly mine: number;
  /** Of which the account is in charge. */
  readonly held: number;
  /** Of which nobody is in charge. */
  readonly unheld: number;
  /** How many of them pass the filters, whatever is asked of a place. */
  readonly matching: number;
  /** Nothing that is counted has changed since. */
  readonly latest: Date;
}

const isOfState = '($4::text[] is null or record.state = any($4))';
const isHeldAs = "($11::text is null or coalesce(record.assignee, '') = $11)";
const passes = (conditions: string) =>
  `(${isOfState} and ${isHeldAs} and (not $7::boolean or record.escalated) and ${conditions})`;

// Whatever the person has done before; else each record of the group tells for itself.
const isAtOnce = "(duty.other_than = '{}' or record.untouched)";

// Of who is in charge nobody asks more than whether it is the account, another, or nobody.
const inCharge = "case when record.assignee is null or record.assignee = $3 then record.assignee else '*' end";

const one = (is: string) => `case when ${is} then 1 else 0 end`;
const all = (is: string) => `case when ${is} then n else 0 end`;
// What is not overdue since it was escalated is overdue by its deadline, which a group does not know.
const inMine = `${one(`$8 and ${passes('(not $6::boolean or record.escalated)')}`)} as matching`;

export const countOpen = statement<OpenCountRow>(
  'worklist/count-open',
  `${filteredScope}, grouped as materialized (
     select row_number() over () as number, *
     from (
       select basket.kind, record.service_version, record.state, record.channel, record.escalated, record.untouched, ${inCharge} as assignee,
         record.barred, sum(record.n) as n, max(record.latest) as latest
       from basket join worklist_tally record on record.open and ${isSeenIn}
       group by basket.kind, record.service_version, record.state, record.channel, record.escalated, record.untouched, ${inCharge}, record.barred
       having sum(record.n) <> 0
     ) record
   ), due as materialized (
     select record.number, bool_or(${isAtOnce}) as mine, bool_or(not ${isAtOnce}) as hangs
     from grouped record join duty on ${isDuty.replaceAll('basket.', 'record.')}
     group by record.number
   ), seen as materialized (
     select record.*, coalesce(due.mine, false) as mine, coalesce(due.hangs and not due.mine, false) as hangs
     from grouped record left join due on due.number = record.number
   ), hanging as materialized (
     select distinct kind, service_version, state from seen where hangs
   )
   select service_version as "versionId", state, sum(n)::bigint as count, sum(overdue)::bigint as overdue, sum(escalated)::bigint as escalated,
     sum(mine)::bigint as mine, sum(held)::bigint as held, sum(unheld)::bigint as unheld, sum(matching)::bigint as matching, max(latest) as latest
   from (
     select service_version, state, n, ${all('escalated')} as overdue, ${all('escalated')} as escalated, ${all('mine')} as mine,
       ${all('assignee = $3')} as held, ${all('assignee is null')} as unheld,
       ${all(passes('(not $6::boolean or record.escalated) and (not $8::boolean or record.mine)'))} as matching, latest
     from seen record
     union all
     select record.service_version, record.state, 0, count(*), 0, 0, 0, 0, count(*) filter (where $6 and ${filters(inBasket)}), null
     from basket join record on record.open and not record.escalated and coalesce(record.due_at, 'infinity') <= $5 and ${isSeenIn}
     group by record.service_version, record.state
     union all
     select record.service_version, record.state, 0, 0, 0, 1, 0, 0, ${inMine}, null
     from basket join record on record.open and record.last_event > 1 and ${isSeenIn}
       join hanging on hanging.kind = basket.kind and hanging.service_version = record.service_version and hanging.state = record.state
     where not exists (select from duty where ${isDuty} and duty.other_than = '{}') and ${mineByDuty}
     union all
     select record.service_version, record.state, 0, 0, 0, 1, 0, 0, ${inMine}, null
     from ${answering('task.service_version in (select service_version from seen where not mine)')} join basket on record.open and ${isSeenIn}
     where not ${mineByDuty}
     union all
     select record.service_version, record.state, 1, ${one(isOverdue(byTask))}, ${one(byTask.escalated)}, ${one(byTask.mine)},
       ${one('record.assignee = $3')}, ${one('record.assignee is null')}, ${one(filters(byTask))}, record.updated_at
     from ${ofFirstTasks}
     where ${isNotOpenInBasket}
   ) record
   group by service_version, state
   having sum(n) > 0`,
);

export interface WaitingCountRow {
  readonly versionId: number;
  readonly state: string;
  readonly count: number;
}

/** $1 a scope. */
export const countWaiting = statement<WaitingCountRow>(
  'worklist/count-waiting',
  `with ${given}
   select record.service_version as "versionId", record.state, sum(n)::bigint as count
   from basket join worklist_tally record on not record.open and ${isSeenIn}
   group by record.service_version, record.state
   having sum(n) <> 0`,
);

const countMatching = (name: string, records: string, isElsewhere: string) =>
  statement<{ matching: number }>(
    name,
    `${filteredScope}
   select count(*) as matching
   from (
     select from ${records} and ${filters(inBasket)}
     union all
     select from ${ofFirstTasks} where ${isElsewhere} and ${filters(byTask)}
   ) record`,
  );
const inAllBaskets = (condition: string) => `basket join record on ${condition} and ${isSeenIn} where true`;
const amongIds = (condition: string) => `${inBasketsAmong('$12')} where ${condition}`;

/** How many records pass filters that hang on what each says: all that a list has, or those of them that are among records $12. */
export const countOpenMatching = countMatching(
  'worklist/count-open-matching',
  inAllBaskets('record.open'),
  isNotOpenInBasket,
);
export const countOpenAmong = countMatching('worklist/count-open-among', amongIds('record.open'), isNotOpenInBasket);
export const countWaitingMatching = countMatching('worklist/count-waiting-matching', inAllBaskets(waiting), 'false');
export const countWaitingAmong = countMatching('worklist/count-waiting-among', amongIds(waiting), 'false');
export const countAllMatching = countMatching('worklist/count-all-matching', inAllBaskets('true'), `not ${isInBasket}`);
export const countAllAmong = countMatching('worklist/count-all-among', amongIds('true'), `not ${isInBasket}`);
