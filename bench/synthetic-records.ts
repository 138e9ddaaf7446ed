import type { ServiceVersion } from '../src/access/scope.ts';
import { type Database, statement } from '../src/base/database.ts';
import { usesAssignees } from '../src/record/nouns/assignment.ts';

/**
 * Records put straight into the tables, without events: some have just come in, some wait for their applicants, most are
 * over. Names, places and numbers differ as much as those of people do.
 */
const insertRecords = statement(
  'bench/synthetic-records',
  `with version as materialized (
     select * from json_to_recordset($4) as v(place int, id int, service text, name text, phone text, origin text, choice text, options text[], moment text, amount text, open text[], waiting text[], over text[], assigned boolean)
   ), world as materialized (
     select array(select code from institution order by code limit 300) as institutions, array(select code from place where level = 'municipality' order by code) as places,
       array['محمد', 'علي', 'حسن', 'فاطمة', 'زينب', 'خليل', 'جورج', 'Marie', 'Élias', 'ليلى', 'عبد الرحمن', 'هبة', 'سمير', 'Rita', 'يوسف', 'مريم', 'أحمد', 'نور', 'كريم', 'سلوى'] as first,
       array['حدّاد', 'خوري', 'الأحمد', 'سعادة', 'منصور', 'شاهين', 'الحاج', 'نصّار', 'بو خليل', 'Haddad', 'Khoury', 'طرابلسي', 'بيروتي', 'مرعي', 'عوّاد', 'قاسم', 'فخري', 'جابر', 'درويش', 'زين'] as last
   )
   insert into record (id, service, service_version, state, open, institution, escalated, due_at, deadline, data, channel, locale, submitted_at, updated_at, last_event, assignee)
   select 100000000 + n, version.service, version.id,
     case kind when 0 then version.open[1 + n / 7 % cardinality(version.open)] when 1 then version.waiting[1 + n / 7 % cardinality(version.waiting)] else version.over[1 + n / 7 % cardinality(version.over)] end,
     kind = 0, world.institutions[1 + (n::bigint * 7919) % cardinality(world.institutions)], kind < 2 and n % 97 = 0,
     case when kind = 0 and n % 3 > 0 then now() + (n % 20000 - 4000) * interval '1 minute' end,
     case when kind < 2 and n % 3 > 0 then 'decision' end,
     jsonb_build_object('synthetic', true,
       version.name, world.first[1 + (n::bigint * 48271 % 2147483647) % 20] || ' ' || world.first[1 + (n::bigint * 16807 % 2147483647) / 20 % 20] || ' ' || world.last[1 + (n::bigint * 69621 % 2147483647) / 400 % 20] || ' ' || n % 5000,
       version.phone, '+9613' || lpad((n::bigint * 7919 % 1000000)::text, 6, '0'),
       version.origin, world.places[1 + (n::bigint * 31) % cardinality(world.places)],
       version.choice, version.options[1 + n / 11 % cardinality(version.options)],
       version.amount, n / 13 % 1000,
       version.moment, to_char(timestamp '2026-11-01' - n % 2000 * interval '1 day', 'YYYY-MM-DD"T"HH24:MI:SS".000Z"')),
     (array['web', 'counter', 'sms', 'call-centre'])[1 + n % 4], 'ar', now() - n * interval '10 seconds', now() - n * interval '9 seconds', 1 + n % 2,
     case when kind = 0 and version.assigned and n % 2 = 0 then 'clerk-' || n % 200 end
   from generate_series($2::int, $3::int) n
     join version on version.place = n % (select count(*) from version)
     cross join world
     cross join lateral (select case when n % 1000 < $1 then case when cardinality(version.open) > 0 then 0 else 2 end
       when n % 1000 < $1 + 30 and cardinality(version.waiting) > 0 then 1 when cardinality(version.over) > 0 then 2 when cardinality(version.open) > 0 then 0 else 1 end as kind) as drawn`,
);

const insertTasks = statement(
  'bench/synthetic-tasks',
  `insert into task (record_id, name, service_version, institution, open, opened_at)
   select record.id, asked.name, record.service_version, (select institution from record other where other.id = record.id - 40), true, now()
   from record join json_to_recordset($1) as asked(version int, name text) on asked.version = record.service_version
   where record.open and record.id % 25 = 0 and exists (select from record other where other.id = record.id - 40)
   on conflict do nothing`,
);

const atOnce = 100_000;

/** @param openShare of a thousand. */
export const insertSynthetic = async (
  database: Database,
  versions: readonly ServiceVersion[],
  records: number,
  openShare: number,
): Promise<void> => {
  const described = versions.map(({ versionId, service }, place) => {
    const states = (...meanings: readonly string[]) =>
      [...service.states.values()].flatMap(({ name, meaning }) => (meanings.includes(meaning) ? [name] : []));
    const choice = [...service.fields.values()].find((field) => field.type === 'choice');
    return {
      place,
      id: versionId,
      service: service.id,
      name: service.namedBy ?? 'full_name',
      phone: service.applicant.phone ?? 'phone',
      origin: [...service.fields.values()].find(({ type }) => type === 'place')?.name ?? 'origin',
      choice: choice?.name ?? 'choice',
      options: choice ? [...choice.options.keys()] : ['one'],
      moment: [...service.fields.values()].find(({ type }) => type === 'datetime')?.name ?? 'moment',
      amount: [...service.fields.values()].find(({ type }) => type === 'integer')?.name ?? 'amount',
      open: states('open'),
      waiting: states('waiting'),
      over: states('granted', 'refused', 'closed'),
      assigned: usesAssignees(service),
    };
  });
  for (let from = 1; from <= records; from += atOnce)
    await database.run(insertRecords, [
      openShare,
      from,
      Math.min(records, from + atOnce - 1),
      JSON.stringify(described),
    ]);
  const tasks = versions.flatMap(({ versionId, service }) =>
    [...service.tasks.keys()].map((name) => ({ version: versionId, name })),
  );
  await database.run(insertTasks, [JSON.stringify(tasks)]);
};
