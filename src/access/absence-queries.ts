import { statement } from '../base/database.ts';

/** A time in which somebody is away. */
export interface AbsenceRow {
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly nameLatin: string;
  readonly validFrom: Date;
  readonly validUntil: Date;
  readonly deputyName: string | null;
  readonly deputyNameLatin: string | null;
}

const row = `away.id, away.account_id as account, a.name, a.name_latin as "nameLatin", away.valid_from as "validFrom", away.valid_until as "validUntil",
    deputy.name as "deputyName", deputy.name_latin as "deputyNameLatin"
   from absence away join account a on a.id = away.account_id left join account deputy on deputy.id = away.deputy_id`;

/** Values: account. Its absences of now and later. */
export const listAbsences = statement<AbsenceRow>(
  'absence/list',
  `select ${row} where away.account_id = $1 and away.ended_at is null and away.valid_until > now() order by away.valid_from, away.id`,
);

export interface DeputyCandidateRow {
  readonly id: string;
  readonly name: string;
  readonly nameLatin: string;
  readonly role: string;
  readonly institution: string;
  readonly ownInstitution: string;
}

/**
 * Values: account. Who else holds one of its roles by a grant of his or her own for the same services, and where: what
 * somebody holds as a deputy is not passed on.
 */
export const listSameRole = statement<DeputyCandidateRow>(
  'absence/same-role',
  `select distinct a.id, a.name, a.name_latin as "nameLatin", g.role, g.institution, own.institution as "ownInstitution"
   from role_grant own join role_grant g on g.role = own.role and g.account_id <> own.account_id
     join account a on a.id = g.account_id
   where own.account_id = $1 and own.role <> 'administrator'
     and own.ended_at is null and own.valid_from <= now() and (own.valid_until is null or own.valid_until > now())
     and g.ended_at is null and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now())
     and (own.services is null or g.services is null or own.services && g.services)
     and can_sign_in(g.account_id)
   order by a.name_latin, a.id`,
);

/** Values: account, from, until. A row where it is away within that time. */
export const findOverlap = statement<{ readonly until: Date }>(
  'absence/overlap',
  `select valid_until as until from absence
   where account_id = $1 and ended_at is null and valid_from < $3 and valid_until > $2 order by valid_until desc limit 1`,
);

/** Values: account, from, until, deputy or null, who says so. */
export const insertAbsence = statement(
  'absence/insert',
  'insert into absence (account_id, valid_from, valid_until, deputy_id, said_by) values ($1, $2, $3, $4, $5)',
);

/** Values: absence, who ends it, whose. No row when it is not there. */
export const endAbsenceStatement = statement<{ readonly id: string }>(
  'absence/end',
  'update absence set ended_at = now(), ended_by = $2 where id = $1 and account_id = $3 and ended_at is null and valid_until > now() returning id',
);

/** Values: account. */
export const awayUntil = statement<{ readonly until: Date | null }>(
  'absence/away-until',
  'select away_until($1) as until',
);
/** Values: institutions, from, until. Who of those who hold something there is away in that time. */
export const listAbsencesAt = statement<AbsenceRow>(
  'absence/list-at',
  `select ${row} where away.ended_at is null and away.valid_until > $2 and away.valid_from < $3
     and can_sign_in(away.account_id) and exists (
       select from role_grant g where g.account_id = away.account_id and g.institution = any($1::text[])
         and g.ended_at is null and (g.valid_until is null or g.valid_until > now()))
   order by away.valid_from, a.name_latin, away.id limit 100`,
);

/** Values: e-mail, days ago, days from now, e-mail of the deputy or null. Only of invented accounts. */
export const insertDemoAbsence = statement(
  'absence/insert-demo',
  `insert into absence (account_id, valid_from, valid_until, deputy_id, said_by)
   select id, now() - make_interval(days => $2), now() + make_interval(days => $3), (select id from account deputy where deputy.email = $4 and deputy.demonstration), id
   from account where email = $1 and demonstration`,
);
