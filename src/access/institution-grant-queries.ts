import { statement } from '../base/database.ts';

export interface GrantAtRow {
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly nameLatin: string;
  readonly email: string;
  readonly role: string;
  readonly institution: string;
  readonly services: readonly string[] | null;
  readonly validUntil: Date | null;
}

/** Values: institutions. Grants there that hold now or will, of people by name. */
export const listGrantsAt = statement<GrantAtRow>(
  'role-grant/list-at',
  `select g.id, g.account_id as account, a.name, a.name_latin as "nameLatin", a.email, g.role, g.institution, g.services,
     g.valid_until as "validUntil"
   from role_grant g join account a on a.id = g.account_id
   where g.institution = any($1) and g.ended_at is null and (g.valid_until is null or g.valid_until > now())
   order by g.institution, a.name, g.role, g.id`,
);
