import { statement } from '../base/database.ts';

/** Open records in the baskets of these institutions, and open tasks of theirs, as ids of records. Values: codes, how many. */
export const findLeftBehind = statement<{ id: number }>(
  'succession/find-left-behind',
  `select id from (
     (select id from record where open and institution = any($1) limit $2)
     union
     (select record_id as id from task where open and institution = any($1) limit $2)
   ) as left_behind limit $2`,
);

/** How many of each institution's, of these: open records, and records with open tasks of theirs. */
export const countLeftBehind = statement<{ institution: string; records: number; tasks: number }>(
  'succession/count-left-behind',
  `select code as institution,
     (select count(*) from record where open and institution = code) as records,
     (select count(*) from task where open and institution = code) as tasks
   from unnest($1::text[]) as code`,
);

/** All records in the baskets of an institution, over or not. */
export const countRecordsOf = statement<{ service: string; records: number; open: number }>(
  'succession/count-records-of',
  `select service, count(*) as records, count(*) filter (where open) as open
   from record where institution = any($1) group by service order by service`,
);
