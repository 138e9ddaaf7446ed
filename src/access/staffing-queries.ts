import { statement } from '../base/database.ts';

export interface HolderRow {
  readonly account: string;
  readonly name: string;
  readonly nameLatin: string;
  readonly institution: string;
  /** Null: there. */
  readonly awayUntil: Date | null;
}

/** Who holds one of the roles $1 for the service $2 now, and where; not whose account is closed. */
export const listHolders = statement<HolderRow>(
  'staffing/holders',
  `select distinct account.id as account, account.name, account.name_latin as "nameLatin", role_grant.institution,
     away_until(account.id) as "awayUntil"
   from role_grant join account on account.id = role_grant.account_id
   where role_grant.role = any($1)
     and (role_grant.services is null or $2 = any(role_grant.services))
     and role_grant.ended_at is null and role_grant.valid_from <= now() and (role_grant.valid_until is null or role_grant.valid_until > now())
     and can_sign_in(account.id)`,
);

export interface TurnRow {
  readonly account: string;
  readonly last: number | null;
}

/** The newest record of the service $2 of which each of the accounts $1 is in charge. */
export const listTurns = statement<TurnRow>(
  'staffing/turns',
  `select account, (
     select record.id from record where record.assignee = account and record.service = $2 order by record.id desc limit 1
   ) as last
   from unnest($1::text[]) as account`,
);
