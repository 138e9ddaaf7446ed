import { statement } from '../base/database.ts';
import type { Text } from '../base/texts.ts';

export type Side = 'giver' | 'receiver';

export interface AgreementRow {
  readonly id: number;
  readonly giver: string;
  readonly receiver: string;
  readonly service: string;
  readonly fields: readonly string[];
  readonly role: string;
  readonly purpose: Text;
  readonly legal_basis: string;
  readonly needs_consent: string | null;
  readonly valid_from: Date;
  readonly valid_until: Date;
  readonly proposed_side: Side;
  readonly proposed_by: string;
  readonly proposed_at: Date;
  readonly accepted: boolean | null;
  readonly decided_by: string | null;
  readonly decided_at: Date | null;
  readonly ended_side: Side | null;
  readonly ended_by: string | null;
  readonly ended_at: Date | null;
  readonly ended_because: string | null;
}

/** Values: giver, receiver, service, fields, role, purpose, legal basis, needed consent or null, from, until, side, account. */
export const insertAgreement = statement<{ id: number }>(
  'agreement/insert',
  `insert into agreement (giver, receiver, service, fields, role, purpose, legal_basis, needs_consent, valid_from, valid_until, proposed_side, proposed_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
   returning id`,
);

/** Values: agreement, whether it is accepted, account. No row: it was decided on, or ended, meanwhile. */
export const decideAgreement = statement<{ id: number }>(
  'agreement/decide',
  `update agreement set accepted = $2, decided_by = $3, decided_at = now()
   where id = $1 and accepted is null and ended_at is null
   returning id`,
);

/** Values: agreement, side, account, why or null. No row: it is over already. */
export const endAgreement = statement<{ id: number }>(
  'agreement/end',
  `update agreement set ended_side = $2, ended_by = $3, ended_at = now(), ended_because = $4
   where id = $1 and ended_at is null and accepted is distinct from false and valid_until > now()
   returning id`,
);

export const findAgreement = statement<AgreementRow>('agreement/find', 'select * from agreement where id = $1');

/** Every agreement, the latest first: there are few, and who may see each depends on grants. */
export const listAgreements = statement<AgreementRow>('agreement/list', 'select * from agreement order by id desc');

/** Values: service. Every agreement about its records. */
export const listAgreementsAbout = statement<AgreementRow>(
  'agreement/list-about',
  'select * from agreement where service = $1 order by id desc',
);

/** Values: agreement, record, reader, way. */
export const insertAgreementReading = statement(
  'agreement/insert-reading',
  'insert into agreement_reading (agreement_id, record_id, reader, way) values ($1, $2, $3, $4)',
);

export interface AgreementUseRow {
  readonly agreement_id: number;
  readonly records: number;
  readonly last_at: Date;
}

/** Values: agreements. How many records were read under each in the last thirty days, and when last. */
export const countAgreementUse = statement<AgreementUseRow>(
  'agreement/count-use',
  `select agreement_id, count(*) filter (where at > now() - interval '30 days') as records, max(at) as last_at
   from agreement_reading
   where agreement_id = any($1)
   group by agreement_id`,
);

/**
 * Whose records they are ($1 service, $3 institutions or null for all), and where consent is needed the question of each
 * version that asks for it ($4): a record is there while the answer is.
 */
const shared = `from record
   where record.service = $1 and record.erased_at is null
     and ($3::text[] is null or record.institution = any($3))
     and ($4::json is null or exists (
       select from json_to_recordset($4) as asked(version int, field text)
       where asked.version = record.service_version and record.data ? asked.field))`;

/**
 * When a record came in. Lists go by that and not by the numbers, which several programs give out of order: so they walk the
 * index of what is still kept of one service, however many records others have. Of a number that is none the one before counts.
 */
const cameIn = `(select submitted_at from record where id <= $2 order by id desc limit 1)`;

/** Values: service, after this record, institutions, consents, how many at most. In the order in which they came in. */
export const listShared = statement<{ id: number }>(
  'agreement/list-shared',
  `select record.id ${shared} and (record.submitted_at, record.id) > (coalesce(${cameIn}, '-infinity'), $2)
   order by record.submitted_at, record.id limit $5`,
);

/** The same with the latest first, and before this record. */
export const listLatestShared = statement<{ id: number }>(
  'agreement/list-latest-shared',
  `select record.id ${shared} and (record.submitted_at, record.id) < (
     case when $2 = ${Number.MAX_SAFE_INTEGER} then 'infinity' else coalesce(${cameIn}, '-infinity') end, $2)
   order by record.submitted_at desc, record.id desc limit $5`,
);

/** Values: service. Every version that records may be pinned to. */
export const listVersionsOf = statement<{ id: number }>(
  'agreement/list-versions-of',
  'select id from service_version where service = $1 order by id',
);
