import { type Queryable, statement } from '../../src/base/database.ts';
import type { RandomWorld } from './random-sight.ts';

/** Random worlds (`random-sight.ts`) in the tables of a database, so that what SQL shows of them can be compared. */
export interface NumberedWorld {
  readonly number: number;
  readonly of: RandomWorld;
}

export const recordsPerWorld = 20;

const insertUsers = statement(
  'test/sight-users',
  `insert into auth_user (id, name, name_latin, email, email_verified, locale, demonstration)
   select id, '', '', id::text, true, 'ar', shut from json_to_recordset($1) as x(id uuid, shut boolean)`,
);
const insertGrants = statement(
  'test/sight-grants',
  `insert into role_grant (account_id, role, institution, services, valid_from, valid_until, ended_at)
   select account, role, institution, services, now() + "from" * interval '1 minute', now() + until * interval '1 minute', case when ended then now() end
   from json_to_recordset($1) as x(account uuid, role text, institution text, services text[], "from" int, until int, ended boolean)`,
);
const insertDeputies = statement(
  'test/sight-deputies',
  `insert into deputy (account_id, deputy_id, valid_from, valid_until, ended_at)
   select account, deputy, now() + "from" * interval '1 minute', now() + until * interval '1 minute', case when ended then now() end
   from json_to_recordset($1) as x(account uuid, deputy uuid, "from" int, until int, ended boolean)`,
);
const insertRecords = statement(
  'test/sight-records',
  `insert into record (id, service, service_version, state, open, institution, data, channel, locale, submitted_at, updated_at, last_event)
   select id, service, version, state, true, institution, '{}', channel, 'ar', now(), now(), 1
   from json_to_recordset($1) as x(id bigint, service text, version int, state text, institution text, channel text)`,
);
const insertTasks = statement(
  'test/sight-tasks',
  `insert into task (record_id, name, service_version, institution, open, opened_at)
   select *, now() from json_to_recordset($1) as x(record_id bigint, name text, service_version int, institution text, open boolean)`,
);
const insertOpened = statement(
  'test/sight-opened',
  `insert into break_glass (record_id, account_id, event, until)
   select record_id, account, 2, now() + until * interval '1 minute' from json_to_recordset($1) as x(record_id bigint, account uuid, until int)`,
);
const uuid = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
export const accountId = (number: number, account: number): string => uuid(number * 10 + account);
export const recordId = (number: number, index: number): number => number * recordsPerWorld + index + 1;

export const storeWorlds = async (queryable: Queryable, all: readonly NumberedWorld[]) => {
  const rows = <Row>(make: (number: number, of: RandomWorld) => readonly Row[]) =>
    JSON.stringify(all.flatMap(({ number, of }) => make(number, of)));
  await queryable.run(insertUsers, [
    rows((number, { accounts }) => accounts.map(({ shut }, account) => ({ id: accountId(number, account), shut }))),
  ]);
  await queryable.run(insertGrants, [
    rows((number, { grants }) => grants.map((grant) => ({ ...grant, account: accountId(number, grant.account) }))),
  ]);
  await queryable.run(insertDeputies, [
    rows((number, { deputies }) =>
      deputies.map((each) => ({
        ...each,
        account: accountId(number, each.account),
        deputy: accountId(number, each.deputy),
      })),
    ),
  ]);
  await queryable.run(insertRecords, [
    rows((number, { records, services }) =>
      records.map(({ service, ...record }, index) => ({
        ...record,
        id: recordId(number, index),
        service: services[service]?.id,
        version: services[service]?.version,
      })),
    ),
  ]);
  await queryable.run(insertTasks, [
    rows((number, { records, services }) =>
      records.flatMap(({ tasks, service }, index) =>
        tasks.map((task) => ({
          ...task,
          record_id: recordId(number, index),
          service_version: services[service]?.version,
        })),
      ),
    ),
  ]);
  await queryable.run(insertOpened, [
    rows((number, { records }) =>
      records.flatMap(({ opened }, index) =>
        opened.map(({ account, until }) => ({
          account: accountId(number, account),
          until,
          record_id: recordId(number, index),
        })),
      ),
    ),
  ]);
};
