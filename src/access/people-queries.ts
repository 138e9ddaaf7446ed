import { statement } from '../base/database.ts';
import type { Locale } from '../base/texts.ts';

/** What is decided about somebody else's account. */
export type AccountDecisionKind = 'account-closed' | 'account-reopened' | 'factors-taken';

/** A grant as those who administer see it. */
export interface PersonGrant {
  readonly id: string;
  readonly role: string;
  readonly institution: string;
  readonly services: readonly string[] | null;
  /** ISO 8601. */
  readonly from: string;
  readonly until: string | null;
}

export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly nameLatin: string;
  readonly email: string;
  readonly locale: Locale;
  readonly demonstration: boolean;
  readonly closedAt: Date | null;
  readonly grants: readonly PersonGrant[];
}

const grantJson = `jsonb_build_object('id', g.id, 'role', g.role, 'institution', g.institution, 'services', g.services, 'from', g.valid_from, 'until', g.valid_until)`;
const isStanding = 'g.ended_at is null and (g.valid_until is null or g.valid_until > now())';
const person =
  'a.id, a.name, a.name_latin as "nameLatin", a.email, a.locale, a.demonstration, a.closed_at as "closedAt"';

/**
 * Values: institutions, services or null for all, a pattern of names and addresses or null, how many are passed over, how many
 * at most, whether those whose account is closed, whether those without any grant as well. People with a grant at one of the
 * institutions, for these services, that holds now or will; by name, each with those grants and no others.
 */
export const listPeople = statement<PersonRow>(
  'people/list',
  `select ${person}, coalesce(own.grants, '[]') as grants
   from account a left join (
     select g.account_id, jsonb_agg(${grantJson} order by g.institution, g.role, g.granted_at) as grants
     from role_grant g
     where g.institution = any($1::text[]) and ($2::text[] is null or g.services <@ $2) and ${isStanding}
     group by g.account_id
   ) as own on own.account_id = a.id
   where (a.closed_at is not null) = $6
     and (own.grants is not null or ($7 and not exists (select from role_grant g where g.account_id = a.id and ${isStanding})))
     and ($3::text is null or a.name ~* $3 or a.name_latin ~* $3 or a.email ~* $3)
   order by a.name_latin, a.id
   offset $4 limit $5`,
);

/** Values: account. With all of its grants that hold or will: whoever shows them takes out what is not for the reader. */
export const findPerson = statement<PersonRow>(
  'people/find',
  `select ${person}, coalesce((select jsonb_agg(${grantJson} order by g.institution, g.role, g.granted_at)
      from role_grant g where g.account_id = a.id and ${isStanding}), '[]') as grants
   from account a where a.id = $1`,
);

/** Values: e-mail in lower case. */
export const findAccountByEmail = statement<{ readonly id: string }>(
  'people/find-by-email',
  'select id from account where email = $1 and closed_at is null',
);

export interface GrantToEndRow {
  readonly account: string;
  readonly role: string;
  readonly institution: string;
  readonly services: readonly string[] | null;
}

/** Values: grant. One that has not ended. */
export const findGrantToEnd = statement<GrantToEndRow>(
  'people/find-grant',
  'select account_id as account, role, institution, services from role_grant where id = $1 and ended_at is null',
);

/** Values: who invited, who withdraws. What somebody promised who can no longer give it. */
export const withdrawInvitationsOf = statement(
  'people/withdraw-invitations',
  `update account_invitation set withdrawn_at = now(), withdrawn_by = $2
   where invited_by = $1 and accepted_at is null and withdrawn_at is null`,
);

export interface GrantEventRow {
  readonly seq: number;
  readonly at: Date;
  readonly kind: 'granted' | 'ended' | 'deputised' | 'deputy-ended' | AccountDecisionKind;
  readonly by: string | null;
  readonly facts: {
    readonly role?: string;
    readonly institution?: string;
    readonly services?: readonly string[];
    readonly from?: string;
    readonly until?: string;
    readonly deputy?: string;
  };
}

/** Values: account, how many. What was granted to somebody and taken, the latest first. */
export const listGrantEvents = statement<GrantEventRow>(
  'people/list-events',
  `select seq, at, kind, by_account_id as by, facts from grant_event where account_id = $1 order by seq desc limit $2`,
);

export interface DeputyRow {
  readonly id: string;
  readonly account: string;
  readonly deputy: string;
  readonly name: string;
  readonly nameLatin: string;
  readonly validFrom: Date;
  readonly validUntil: Date;
}

const deputyRow = `d.id, d.account_id as account, d.deputy_id as deputy, a.name, a.name_latin as "nameLatin", d.valid_from as "validFrom", d.valid_until as "validUntil"`;

/** Values: account. Its deputies of now and later, with their names. */
export const listDeputies = statement<DeputyRow>(
  'deputy/list',
  `select ${deputyRow} from deputy d join account a on a.id = d.deputy_id
   where d.account_id = $1 and d.ended_at is null and d.valid_until > now() order by d.valid_from, d.id`,
);

/** Values: account. For whom it stands in, with their names. */
export const listDeputised = statement<DeputyRow>(
  'deputy/list-for',
  `select ${deputyRow} from deputy d join account a on a.id = d.account_id
   where d.deputy_id = $1 and d.ended_at is null and d.valid_until > now() order by d.valid_from, d.id`,
);

/** Values: institutions, account. Who else holds something at one of the institutions now: colleagues, by name. */
export const listColleagues = statement<{ readonly id: string; readonly name: string; readonly nameLatin: string }>(
  'deputy/colleagues',
  `select a.id, a.name, a.name_latin as "nameLatin" from account a
   where a.id <> $2 and a.closed_at is null and can_sign_in(a.id) and exists (
     select from role_grant g where g.account_id = a.id and g.institution = any($1::text[]) and ${isStanding} and g.valid_from <= now())
   order by a.name_latin, a.id limit 500`,
);

/** Values: account, deputy, from, until. */
export const insertDeputy = statement<{ readonly id: string }>(
  'deputy/insert',
  'insert into deputy (account_id, deputy_id, valid_from, valid_until) values ($1, $2, $3, $4) returning id',
);

/** Values: deputising, who ends it, whose it is or null where an administrator ends it. No row when it is not there. */
export const endDeputy = statement<{ readonly id: string }>(
  'deputy/end',
  `update deputy set ended_at = now(), ended_by = $2 where id = $1 and account_id = $3 and ended_at is null returning id`,
);

export const firstBrokenGrantEvent = statement<{ readonly seq: number | null }>(
  'grant-event/first-broken',
  'select first_broken_grant_event() as seq',
);
