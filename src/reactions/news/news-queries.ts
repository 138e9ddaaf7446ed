import { given, isVisible } from '../../access/visibility-queries.ts';
import { statement } from '../../base/database.ts';
import type { RecordEvent } from '../../record/events.ts';
import type { NewsSettings } from './news-kinds.ts';

export interface EventToTellRow {
  readonly recordId: number;
  readonly number: number;
  readonly kind: RecordEvent['kind'];
  readonly at: Date;
  readonly actor: RecordEvent['actor'];
  readonly facts: Readonly<Record<string, unknown>>;
  readonly versionId: number;
  readonly state: string;
  readonly institution: string;
  readonly assignee: string | null;
}

/** Values: how many. Takes events out of the list of those to tell, the oldest first, with what their records are now. */
export const takeEventsToTell = statement<EventToTellRow>(
  'news/take-events',
  `with taken as (
     delete from event_to_tell where ctid = any (array(select ctid from event_to_tell order by id limit $1 for update skip locked))
     returning record_id, number
   )
   select event.record_id as "recordId", event.number, event.kind, event.at, event.actor, event.facts,
     record.service_version as "versionId", record.state, record.institution, record.assignee
   from taken join event on event.record_id = taken.record_id and event.number = taken.number
     join record on record.id = taken.record_id
   order by event.seq`,
);

/** Values: rows as JSON. What was told already is not told again. */
export const insertNews = statement(
  'news/insert',
  `insert into notification (account_id, kind, record_id, event, facts, at)
   select account, kind, record, event, facts, at
   from json_to_recordset($1) as x(account uuid, kind text, record bigint, event int, facts jsonb, at timestamptz)
   on conflict do nothing`,
);

/** Values: account. */
export const findNewsSettings = statement<NewsSettings>(
  'news/settings',
  'select mail, hour, hidden, unmailed from notification_setting where account_id = $1',
);

/** Values: account, mail, hour, hidden, unmailed. */
export const saveNewsSettings = statement(
  'news/save-settings',
  `insert into notification_setting (account_id, mail, hour, hidden, unmailed) values ($1, $2, $3, $4, $5)
   on conflict (account_id) do update set mail = excluded.mail, hour = excluded.hour, hidden = excluded.hidden, unmailed = excluded.unmailed`,
);

/** Values: account. Whether there is anything unread at all, be it still seen or not. */
export const hasUnread = statement<{ readonly any: boolean }>(
  'news/has-unread',
  'select exists (select from notification where account_id = $1 and read_at is null) as any',
);

const isShown = `notification.account_id = $2
     and notification.kind <> all(coalesce((select hidden from notification_setting where account_id = $2), '{}'))`;

// A record that is not seen any more is not told of, however much was told of it before.
const seen = (columns: string, recordColumns: string, condition: string) => `(
     select ${columns}, ${recordColumns}
     from notification cross join lateral (select * from record where record.id = notification.record_id offset 0) record
     where ${isShown} and ${condition} and ${isVisible}
     union all
     select ${columns}, ${recordColumns.replaceAll(/record\.\w+/g, 'null')}
     from notification
     where ${isShown} and ${condition} and notification.record_id is null
   ) news`;

export const mostCounted = 100;

/** $1 a scope, $2 its account. Of how many records, and other things, there is something unread; no more than are counted. */
export const countUnread = statement<{ readonly count: number }>(
  'news/count-unread',
  `with ${given}
   select count(*) as count from (
     select distinct coalesce(record_id, -id)
     from ${seen('notification.id, notification.record_id', 'record.state', 'notification.read_at is null')}
     limit ${mostCounted}
   ) unread`,
);

export interface NewsGroupRow {
  readonly recordId: number | null;
  readonly versionId: number | null;
  readonly state: string | null;
  /** The newest; groups come in its order. */
  readonly last: number;
  readonly unread: number;
  readonly items: readonly {
    readonly kind: string;
    readonly at: string;
    readonly unread: boolean;
    readonly facts: Readonly<Record<string, unknown>>;
  }[];
}

/** $1 a scope, $2 its account, $3 below this, $4 how many. News record by record, the newest first. */
export const listNews = statement<NewsGroupRow>(
  'news/list',
  `with ${given}
   select record_id as "recordId", max(version) as "versionId", max(state) as state, max(id) as last, count(*) filter (where read_at is null) as unread,
     jsonb_agg(jsonb_build_object('kind', kind, 'at', at, 'unread', read_at is null, 'facts', facts) order by id desc) as items
   from ${seen('notification.*', 'record.service_version as version, record.state', 'true').replaceAll('null as version, null', 'null::int as version, null::text')}
   group by coalesce(record_id, -id), record_id
   having max(id) < $3
   order by max(id) desc
   limit $4`,
);

/** Values: account, the newest that was read. All that is older is read, too. */
export const markAllRead = statement(
  'news/mark-all-read',
  'update notification set read_at = now() where account_id = $1 and read_at is null and id <= $2',
);

/** Values: account, the newest that was read of one record. */
export const markGroupRead = statement(
  'news/mark-group-read',
  `update notification set read_at = now()
   from (select record_id, id from notification where account_id = $1 and id = $2) last
   where notification.account_id = $1 and notification.read_at is null and notification.id <= last.id
     and (notification.id = last.id or notification.record_id = last.record_id)`,
);

/** Values: account, record. Who opens a record has read what there was of it. */
export const markRecordRead = statement<{ readonly id: number }>(
  'news/mark-record-read',
  'update notification set read_at = now() where account_id = $1 and record_id = $2 and read_at is null returning id',
);

/** Values: account, kind, run. Who looks at how it ended has read that it did. */
export const markRunRead = statement<{ readonly id: number }>(
  'news/mark-run-read',
  `update notification set read_at = now()
   where account_id = $1 and read_at is null and record_id is null and kind = $2 and facts ->> kind = $3 returning id`,
);

/** Values: days after which what was read goes, and what was not. */
export const purgeNews = statement(
  'news/purge',
  `delete from notification
   where at < now() - make_interval(days => $2) or (read_at < now() - make_interval(days => $1))`,
);

export interface DueDigestRow {
  readonly account: string;
  readonly locale: 'ar' | 'fr' | 'en';
}

const isOpen = (kind: string) => `exists (select from notification
     where notification.account_id = account.id and notification.mailed_at is null and notification.read_at is null${kind})`;
const setting = 'left join notification_setting setting on setting.account_id = account.id';
const isDaily = `coalesce(setting.mail, 'daily') = 'daily' and coalesce(setting.hour, 8) <= $1 and (setting.digested_on is null or setting.digested_on < $2::date)`;

/** Values: hour, day. Who gets the e-mail of that day and has not got it. */
export const findDailyDue = statement<DueDigestRow>(
  'news/find-daily',
  `select account.id as account, account.locale from account ${setting}
   where ${isDaily} and can_sign_in(account.id) and ${isOpen('')}
   order by account.id limit 100`,
);

/** Who is told at once that something was escalated, and was not. */
export const findEscalatedDue = statement<DueDigestRow>(
  'news/find-escalated',
  `select account.id as account, account.locale from account ${setting}
   where setting.mail = 'escalations' and can_sign_in(account.id) and ${isOpen(" and notification.kind = 'escalated'")}
   order by account.id limit 100`,
);

/** Values: account. Its settings, for nobody else to send by until the transaction is over. */
export const lockSettings = statement<NewsSettings & { readonly digestedOn: string | null }>(
  'news/lock-settings',
  `insert into notification_setting (account_id) values ($1)
   on conflict (account_id) do update set account_id = excluded.account_id
   returning mail, hour, hidden, unmailed, to_char(digested_on, 'YYYY-MM-DD') as "digestedOn"`,
);

export interface UnmailedRow {
  readonly recordId: number | null;
  readonly versionId: number | null;
  readonly count: number;
}

/** $1 a scope, $2 its account, $3 kinds that are in no e-mail, $4 the only kind or null. Unread and in no e-mail yet, record by record. */
export const listUnmailed = statement<UnmailedRow>(
  'news/list-unmailed',
  `with ${given}
   select record_id as "recordId", max(version) as "versionId", count(*) as count
   from ${seen(
     'notification.id, notification.record_id',
     'record.service_version as version',
     'notification.read_at is null and notification.mailed_at is null and notification.kind <> all($3::text[]) and ($4::text is null or notification.kind = $4)',
   ).replaceAll('null as version', 'null::int as version')}
   group by record_id
   order by max(id) desc`,
);

/** Values: account, day or null, the only kind or null. */
export const markMailed = statement(
  'news/mark-mailed',
  `with mailed as (
     update notification set mailed_at = now()
     where account_id = $1 and mailed_at is null and ($3::text is null or kind = $3)
   )
   update notification_setting set digested_on = coalesce($2::date, digested_on) where account_id = $1`,
);
