/**
 * The one predicate of what an account may see, in SQL. Every statement over records that a civil servant reads is made from
 * these pieces: it begins with `with ${given}`, has a Scope (`scopeParameter`) as $1, and asks `isVisible` of `record`, or
 * goes basket by basket with `isSeenIn`. What it says is what `sight.ts` says of a single record.
 */
export const given = `sight as materialized (select $1::json as scope), basket as (
     select reached.institution, basket.versions, basket.kind
     from sight, json_to_recordset(sight.scope -> 'baskets') as basket(kind int, institutions text[], versions int[]),
       unnest(basket.institutions) as reached(institution)
   ), lens as (
     select lens.* from sight, json_to_recordset(sight.scope -> 'lenses') as lens(kind int, version int, states text[], channels text[])
   ), asked as (
     select reached.institution, asked.task as name, asked.versions, asked.elsewhere, asked.answers, asked.states, asked.channels
     from sight, json_to_recordset(sight.scope -> 'asked') as asked(task text, institutions text[], versions int[], elsewhere int[], answers boolean, states text[], channels text[]),
       unnest(asked.institutions) as reached(institution)
   )`;

export const isThrough = (lens: string): string =>
  `(${lens}.states is null or record.state = any(${lens}.states)) and (${lens}.channels is null or record.channel = any(${lens}.channels))`;

/** Whether a record is seen in this basket; most declarations narrow nothing, and then the first test tells. */
export const isSeenIn = `record.institution = basket.institution and (record.service_version = any(basket.versions)
     or exists (select from lens where lens.kind = basket.kind and lens.version = record.service_version and ${isThrough('lens')}))`;
export const isInBasket = `exists (select from basket where ${isSeenIn})`;
/** Neither that nor open: said so that the planner looks baskets up instead of going through them for each record. */
export const isNotOpenInBasket = `not exists (select from basket where record.open and ${isSeenIn})`;

/** Whether a record is seen since an institution is asked to do this with it. */
export const isTaskAsked = (versions: 'versions' | 'elsewhere') =>
  `task.open and task.institution = asked.institution and task.name = asked.name and task.service_version = any(asked.${versions})`;
const isAsked = `${isTaskAsked('versions')} and ${isThrough('asked')}`;

// The record's own tasks are read first, by their key, and of nobody who is asked nothing: each `offset` keeps the planner from
// beginning with all that an account is asked, which is much for who answers for a whole country.
export const hasTaskWhere = (condition: string): string =>
  `(exists (select from asked) and exists (
     select from (select * from task where task.record_id = record.id and task.open offset 0) task
     where exists (select from asked where ${isAsked}${condition} offset 0)))`;

/** Opened for a reason that stands in the record's history, and for a limited time. */
const isOpenedByException = `exists (select from break_glass, sight
       where break_glass.record_id = record.id and break_glass.until > now() and break_glass.account_id::text = sight.scope ->> 'account')`;

export const isVisible = `(${isInBasket} or ${hasTaskWhere('')} or ${isOpenedByException})`;

/** The same for many records at once: the baskets are joined, each institution stands in one, and then `isVisibleThere` tells. */
export const leftJoinBasket = `left join basket on ${isSeenIn}`;
export const isVisibleThere = `(basket.institution is not null or ${hasTaskWhere('')} or ${isOpenedByException})`;
