import { type Database, statement } from '../../src/base/database.ts';
import type { Service } from '../../src/definition/service.ts';
import { recordRow, taskRow } from '../../src/events/write-decisions.ts';
import type { CaseRecord } from '../../src/record/fold.ts';

/** A record as the lists read it, put straight into the tables: for tests of what is read, by the thousand. */
export interface StoredRecord {
  readonly versionId: number;
  readonly service: Service;
  readonly record: CaseRecord;
}

const insertRecords = statement(
  'test/insert-records',
  `insert into record (id, service, service_version, state, open, institution, escalated, due_at, deadline, data, channel, locale, submitted_at, updated_at, last_event, assignee, urgent, barred)
   select * from json_to_recordset($1) as x(id bigint, service text, service_version int, state text, open boolean, institution text, escalated boolean,
     due_at timestamptz, deadline text, data jsonb, channel text, locale text, submitted_at timestamptz, updated_at timestamptz, last_event int, assignee text, urgent boolean, barred text[])`,
);

const insertEvents = statement(
  'test/insert-events',
  `insert into event (record_id, number, kind, at, actor, facts, digest)
   select record_id, number, 'acted', now(), actor, facts, '' from json_to_recordset($1) as x(record_id bigint, number int, actor jsonb, facts jsonb)`,
);

const insertTasks = statement(
  'test/insert-tasks',
  `insert into task (record_id, name, service_version, institution, open, escalated, urgent, opened_at, due_at)
   select * from json_to_recordset($1) as x(record_id bigint, name text, service_version int, institution text, open boolean, escalated boolean, urgent boolean, opened_at timestamptz, due_at timestamptz)`,
);

export const storeRecords = async (owner: Database, records: readonly StoredRecord[]): Promise<void> => {
  const inWords = (at: Date) => at.toISOString();
  const rows = records.map(({ versionId, service, record }) => ({
    urgent: false,
    ...recordRow(service, versionId, record, inWords),
  }));
  const events = records.flatMap(({ record }) =>
    record.done.map(({ action, actor }, index) => ({
      record_id: record.id,
      number: index + 2,
      actor,
      facts: { action },
    })),
  );
  await owner.run(insertRecords, [JSON.stringify(rows)]);
  await owner.run(insertEvents, [JSON.stringify(events)]);
  const tasks = records.flatMap(({ versionId, service, record }) =>
    record.tasks.map((task) => taskRow(service, versionId, record, task, inWords)),
  );
  if (tasks.length > 0) await owner.run(insertTasks, [JSON.stringify(tasks)]);
};

/** A record of the service with nothing remarkable about it. */
export const recordWith = (service: Service, changes: Partial<CaseRecord> & { readonly id: number }): CaseRecord => ({
  priority: undefined,
  state: service.initialState,
  previousState: undefined,
  institution: service.owner,
  channel: 'web',
  locale: 'ar',
  answers: {},
  submittedAt: new Date('2026-11-22T10:00:00Z'),
  updatedAt: new Date('2026-11-22T10:00:00Z'),
  deadline: undefined,
  escalatedTo: [],
  done: [],
  documents: [],
  proposals: [],
  assignee: undefined,
  tasks: [],
  verdicts: {},
  lastEvent: 1 + (changes.done?.length ?? 0),
  ...changes,
});
