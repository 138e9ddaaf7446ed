import { statement } from '../base/database.ts';
import { mapPoints } from '../record/map-place.ts';
import { isPoint } from '../record/target.ts';
import type { Beside } from './beside.ts';

/** Values: points as `[{ record_id, field, lon, lat }]`, and the ids of records that had others before. */
const keepRecordPoints = statement(
  'events/keep-record-points',
  `with given as (
     select record_id, field, lon, lat from json_to_recordset($1) as x(record_id bigint, field text, lon float8, lat float8)
   ), gone as (
     delete from record_point
     where record_id = any($2) and (record_id, field) not in (select record_id, field from given)
   )
   insert into record_point (record_id, field, lon, lat)
   select record_id, field, lon, lat from given
   on conflict (record_id, field) do update set lon = excluded.lon, lat = excluded.lat`,
);

/** Where records are, for maps. */
export const recordPoints: Beside = {
  concerns: (service) => mapPoints(service).length > 0,
  write: async (transaction, decisions) => {
    const changed = decisions.filter(({ before, decision }) => before?.record.answers !== decision.record.answers);
    const rows = changed.flatMap(({ service, decision: { record } }) =>
      mapPoints(service).flatMap(({ name }) => {
        const answer = record.answers[name];
        return isPoint(answer) ? [{ record_id: record.id, field: name, lon: answer.lon, lat: answer.lat }] : [];
      }),
    );
    const again = changed.flatMap(({ before, decision }) => (before ? [decision.record.id] : []));
    if (rows.length > 0 || again.length > 0) await transaction.run(keepRecordPoints, [JSON.stringify(rows), again]);
  },
};
