import { statement } from '../base/database.ts';

export interface ApplicantRow {
  readonly id: string;
  readonly phone: string;
  readonly since: Date;
}

/** Values: phone. A number without a code for a year may have a new holder, who must not see the requests of the one before. */
export const proveApplicant = statement<{ id: string }>(
  'applicant/prove',
  `insert into applicant (phone) values ($1)
   on conflict (phone) do update set
     since = case when applicant.proved_at < now() - interval '1 year' then now() else applicant.since end,
     proved_at = now()
   returning id`,
);

/** Values: hash of the token, applicant, seconds. */
export const openApplicantSession = statement(
  'applicant/open-session',
  `insert into applicant_session (token_hash, applicant_id, expires_at) values ($1, $2, now() + make_interval(secs => $3))`,
);

/** Values: hash of the token. */
export const findApplicant = statement<ApplicantRow>(
  'applicant/find',
  `select applicant.id, phone, since
     from applicant_session join applicant on applicant.id = applicant_id
    where token_hash = $1 and expires_at > now()`,
);

/** Values: hash of the token. */
export const closeApplicantSession = statement(
  'applicant/close-session',
  `delete from applicant_session where token_hash = $1`,
);

/** Values: applicant. */
export const closeApplicantSessions = statement(
  'applicant/close-sessions',
  `delete from applicant_session where applicant_id = $1`,
);

export const deleteExpiredApplicantSessions = statement(
  'applicant/delete-expired-sessions',
  `delete from applicant_session where expires_at <= now()`,
);

/** Values: applicant. Sessions and the list of requests go with it; the requests stay. */
export const deleteApplicant = statement('applicant/delete', `delete from applicant where id = $1`);

/** Values: applicant, record. */
export const addApplicantRequest = statement(
  'applicant/add-request',
  `insert into applicant_request (applicant_id, record_id) values ($1, $2) on conflict do nothing`,
);

// Of requests from before the person first showed a code only the newest count: a number that changes hands rests for
// some months before it does.
const isTheirs = `(record.contact = $2 and record.submitted_at > $3::timestamptz - interval '60 days')`;

export interface RequestRow {
  readonly id: number;
  readonly serviceVersion: number;
  readonly state: string;
  readonly submittedAt: Date;
  readonly updatedAt: Date;
}

/** Values: applicant, keyed hash of the phone, since, most rows. Newest first. */
export const listApplicantRequests = statement<RequestRow>(
  'applicant/list-requests',
  `with theirs as (
     select id from record where ${isTheirs}
     union
     select record_id from applicant_request where applicant_id = $1
   )
   select id, service_version as "serviceVersion", state, submitted_at as "submittedAt", updated_at as "updatedAt"
     from record join theirs using (id)
    order by id desc limit $4`,
);

/** Values: applicant, keyed hash of the phone, since, record. */
export const isApplicantRequest = statement<{ id: number }>(
  'applicant/is-request',
  `select id from record
    where id = $4
      and (${isTheirs} or exists (select from applicant_request where applicant_id = $1 and record_id = $4))`,
);

/** Values: phone, locale, values as JSON. */
export const insertApplicantCode = statement(
  'applicant/insert-code',
  `insert into outbox (record_id, template, channel, recipient, locale, values) values (null, 'applicant/code', 'sms', $1, $2, $3)`,
);
