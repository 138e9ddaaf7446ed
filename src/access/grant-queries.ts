import { statement } from '../base/database.ts';
import type { Grant } from './grant.ts';

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

export interface HeldGrantsRow {
  readonly account: string;
  readonly grants: readonly Grant[];
}

/** As an account holds it now, in the words of `Grant`: a piece of SQL for whoever reads `held_grant`. */
export const heldGrantJson = `jsonb_build_object('role', held_grant.role, 'institution', held_grant.institution, 'services', held_grant.services)
  || jsonb_strip_nulls(jsonb_build_object('until', round(extract(epoch from held_grant.until) * 1000), 'for', held_grant.for_account))`;
/** Its own first: what it may do itself it does not do for others. */
export const heldGrantOrder = 'held_grant.for_account nulls first, held_grant.granted_at, held_grant.id';

/** Values: accounts. What each may do now; no row for one that may do nothing. */
export const listHeldGrants = statement<HeldGrantsRow>(
  'role-grant/list-held',
  `select account_id as account, jsonb_agg(${heldGrantJson} order by ${heldGrantOrder}) as grants
   from held_grant where account_id = any($1::uuid[]) group by account_id`,
);

/** Values: account. What it may do now; no row for one that is closed or may do nothing. */
export const listGrantsOfOpen = statement<HeldGrantsRow>(
  'role-grant/list-of-open',
  `select account_id as account, jsonb_agg(${heldGrantJson} order by ${heldGrantOrder}) as grants
   from held_grant where account_id = $1 and can_sign_in($1) group by account_id`,
);

/** The number of the last change of anybody's rights. */
export const lastGrantEvent = statement<{ last: number }>(
  'grant-event/last',
  'select coalesce(max(seq), 0) as last from grant_event',
);
