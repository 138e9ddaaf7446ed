import { type Database, statement } from '../../src/base/database.ts';

const insertRecord = statement(
  'test/insert-record',
  `insert into record (id, service, service_version, state, open, institution, data, channel, locale, submitted_at, updated_at, last_event)
   values ($1, 'mobility-permit', 1, 'approved', false, $2, '{}', 'web', 'ar', now(), now(), 1)`,
);

/** The bare record that messages belong to. */
export const addRecord = async (database: Database, id: number, institution = 'interior-ministry'): Promise<void> => {
  await database.run(insertRecord, [id, institution]);
};

const insertMessage = statement<{ id: number }>(
  'test/insert-message',
  `insert into outbox (record_id, template, channel, recipient, locale, status, attempts, last_error, created_at)
   values ($1, 'approved', $2, $3, $4, $5::text, case $5::text when 'waiting' then 0 else 3 end,
           case $5::text when 'failed' then 'refused 400' end, now() - interval '1 minute')
   returning id`,
);

interface TestMessage {
  readonly recordId?: number;
  readonly channel?: 'sms' | 'email';
  readonly recipient?: string;
  readonly locale?: 'ar' | 'fr' | 'en';
  readonly status?: 'waiting' | 'sent' | 'failed';
}

/** Puts a message in the outbox as it stands after the given outcome, a minute ago; gives its id. */
export const addMessage = async (database: Database, message: TestMessage = {}): Promise<number> => {
  const { recordId = 7, channel = 'sms', recipient = '+9613123456', locale = 'ar', status = 'waiting' } = message;
  const [row] = await database.run(insertMessage, [recordId, channel, recipient, locale, status]);
  if (!row) throw new Error('the message was not inserted');
  return row.id;
};

export interface MessageRow {
  readonly id: number;
  readonly status: string;
  readonly attempts: number;
  readonly lastError: string | null;
  /** Until the next attempt. */
  readonly waitSeconds: number;
  /** Whether there is a time at which it was sent. */
  readonly sent: boolean;
}

const selectMessages = statement<MessageRow>(
  'test/read-messages',
  `select id, status, attempts, last_error as "lastError", sent_at is not null as sent,
          extract(epoch from next_attempt_at - now())::float8 as "waitSeconds" from outbox order by id`,
);

export const readMessages = (database: Database): Promise<MessageRow[]> => database.run(selectMessages);

const makeDue = statement('test/let-time-pass', `update outbox set next_attempt_at = now() where status = 'waiting'`);

/** As if every wait were over. */
export const letTimePass = async (database: Database): Promise<void> => {
  await database.run(makeDue);
};
