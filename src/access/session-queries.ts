import { statement } from '../base/database.ts';
import type { Locale } from '../base/texts.ts';
import type { Grant } from './grant.ts';

export interface StaffRow {
  readonly session_id: string;
  readonly account_id: string;
  readonly email: string;
  readonly name: string;
  readonly name_latin: string;
  readonly locale: Locale;
  readonly demonstration: boolean;
  readonly grants: readonly Grant[];
}

/** Values: session token. Who is signed in with it and what that account may do now, in one indexed look. */
export const findStaffBySession = statement<StaffRow>(
  'session/find-staff',
  `select s.id as session_id, a.id as account_id, a.email, a.name, a.name_latin, a.locale, a.demonstration,
          coalesce(
            (select jsonb_agg(
                      jsonb_build_object('role', g.role, 'institution', g.institution, 'services', g.services)
                      order by g.granted_at, g.id)
               from role_grant g
              where g.account_id = a.id
                and g.ended_at is null
                and g.valid_from <= now()
                and (g.valid_until is null or g.valid_until > now())),
            '[]') as grants
     from auth_session s
     join account a on a.id = s.user_id
    where s.token = $1
      and s.expires_at > now()`,
);

/** Values: session token. */
export const deleteSession = statement('session/delete', `delete from auth_session where token = $1`);

export const deleteExpiredSessions = statement(
  'session/delete-expired',
  `delete from auth_session where expires_at <= now()`,
);
