import { statement } from '../base/database.ts';

export interface GrantRow {
  readonly id: string;
}

/** Values: account, role, institution, services or null, valid from or null for now, valid until or null, granted by or null. */
export const insertGrant = statement<GrantRow>(
  'role-grant/insert',
  `insert into role_grant (account_id, role, institution, services, valid_from, valid_until, granted_by)
   values ($1, $2, $3, $4, coalesce($5::timestamptz, now()), $6, $7)
   returning id`,
);

/** Values: grant, ended by or null. No row when it does not exist or has ended already. */
export const endGrant = statement<GrantRow>(
  'role-grant/end',
  `update role_grant set ended_at = now(), ended_by = $2 where id = $1 and ended_at is null returning id`,
);
