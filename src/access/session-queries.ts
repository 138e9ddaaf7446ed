import { statement } from '../base/database.ts';
import { heldGrantJson, heldGrantOrder } from './grant-queries.ts';
import type { Locale } from '../base/texts.ts';
import type { Grant, SecondFactor } from './grant.ts';

export interface StaffRow {
  readonly session_id: string;
  readonly account_id: string;
  readonly email: string;
  readonly name: string;
  readonly name_latin: string;
  readonly locale: Locale;
  readonly demonstration: boolean;
  readonly grants: readonly Grant[];
  readonly second_factor: SecondFactor | null;
  readonly proved_at: Date;
  readonly seen_at: Date;
  readonly opened_at: Date;
  readonly has_totp: boolean;
  readonly has_passkey: boolean;
}

/** What was not used for an hour is left (NIST SP 800-63B-4, 2.2.3); pages that are open ask by themselves and do not count as use. */
const isUsed = (session: 's' | 'auth_session') => `${session}.seen_at > now() - interval '1 hour'`;

/** Values: session token. Who is signed in with it and what that account may do now, in one indexed look. */
export const findStaffBySession = statement<StaffRow>(
  'session/find-staff',
  `select s.id as session_id, a.id as account_id, a.email, a.name, a.name_latin, a.locale, a.demonstration,
          s.second_factor, s.proved_at, s.seen_at, s.created_at as opened_at,
          exists (select from account_totp t where t.account_id = a.id and t.confirmed_at is not null) as has_totp,
          exists (select from account_passkey p where p.account_id = a.id) as has_passkey,
          coalesce(
            (select jsonb_agg(${heldGrantJson} order by ${heldGrantOrder}) from held_grant where held_grant.account_id = a.id),
            '[]') as grants
     from auth_session s
     join account a on a.id = s.user_id
    where s.token = $1
      and s.expires_at > now()
      and ${isUsed('s')}
      and a.closed_at is null`,
);

/** Values: session token. */
export const deleteSession = statement('session/delete', `delete from auth_session where token = $1`);

export const deleteExpiredSessions = statement(
  'session/delete-expired',
  `delete from auth_session where expires_at <= now() or not ${isUsed('auth_session')}`,
);

/** Values: session. It was used just now. */
export const markSessionSeen = statement('session/mark-seen', `update auth_session set seen_at = now() where id = $1`);

export interface OpenedRow {
  readonly id: string;
}

/**
 * Values: account, token, seconds, address, user agent, second factor or null. No row where the account is closed, or has
 * no way in any more, as those of a demonstration that is off.
 */
export const insertSession = statement<OpenedRow>(
  'session/insert',
  `insert into auth_session (user_id, token, expires_at, ip_address, user_agent, second_factor, updated_at)
   select u.id, $2, now() + make_interval(secs => $3), $4, $5, $6, now()
     from auth_user u
    where u.id = $1
      and u.closed_at is null
      and exists (select from auth_account a
                   where a.user_id = u.id and (a.provider_id <> 'credential' or a.password is not null))
   returning id`,
);

export interface ReplacedTokenRow {
  readonly id: string;
}

/**
 * Values: token, new token, second factor or null for what it was. The session goes on under a new token, since somebody
 * has just shown who it is: whoever saw the old one has nothing.
 */
export const proveSession = statement<ReplacedTokenRow>(
  'session/prove',
  `update auth_session
      set token = $2, second_factor = coalesce($3, second_factor), proved_at = now(), seen_at = now(), updated_at = now()
    where token = $1 and expires_at > now() and ${isUsed('auth_session')}
   returning id`,
);

export interface OpenSessionRow {
  readonly id: string;
  readonly opened_at: Date;
  readonly seen_at: Date;
  readonly address: string | null;
  readonly user_agent: string | null;
  readonly second_factor: SecondFactor | null;
}

/** Values: account. The session that was used last comes first. */
export const listSessions = statement<OpenSessionRow>(
  'session/list',
  `select id, created_at as opened_at, seen_at, ip_address as address, user_agent, second_factor
     from auth_session
    where user_id = $1 and expires_at > now() and ${isUsed('auth_session')}
    order by seen_at desc, id
    limit 100`,
);

export interface EndedSessionRow {
  readonly token: string;
}

/** Values: account, session. */
export const deleteOneSession = statement<EndedSessionRow>(
  'session/delete-one',
  `delete from auth_session where user_id = $1 and id = $2 returning token`,
);

/** Values: account, session that stays or null for none. */
export const deleteOtherSessions = statement<EndedSessionRow>(
  'session/delete-others',
  `delete from auth_session where user_id = $1 and id is distinct from $2::uuid returning token`,
);
