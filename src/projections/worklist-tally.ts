import { type Queryable, statement } from '../base/database.ts';

const countLines = statement<{ lines: number }>(
  'worklist/count-tally-lines',
  'select count(*) as lines from worklist_tally',
);

// Whoever reads meanwhile sees all of the old lines or all of the new one; of two programs that add up at once, each line is taken by one.
const addUp = statement<{ lines: number }>(
  'worklist/add-up-tally',
  `with taken as (
     delete from worklist_tally returning *
   ), kept as (
     insert into worklist_tally (institution, service_version, state, channel, open, escalated, untouched, assignee, barred, n, latest)
     select institution, service_version, state, channel, open, escalated, untouched, assignee, barred, sum(n), max(latest)
     from taken
     group by institution, service_version, state, channel, open, escalated, untouched, assignee, barred
     having sum(n) <> 0
     returning 1
   )
   select count(*) as lines from kept`,
);

const fewLines = 2_000;

/** Adds up what the tally of worklists has gathered, when that is more than it would be afterwards: for a job. */
export const createTallyKeeper = (database: Queryable): (() => Promise<void>) => {
  let settled = 0;
  return async () => {
    const lines = (await database.run(countLines))[0]?.lines ?? 0;
    if (lines > fewLines + 2 * settled) settled = (await database.run(addUp))[0]?.lines ?? 0;
  };
};
