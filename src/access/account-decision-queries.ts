import { statement } from '../base/database.ts';
import type { AccountDecisionKind } from './people-queries.ts';

export interface DecisionIdRow {
  readonly id: number;
}

/** Values: account, kind, who decides, where that is an administrator, reason, who gets the open work or null. */
export const insertDecision = statement<DecisionIdRow>(
  'account-decision/insert',
  `insert into account_decision (account_id, kind, by_account_id, institution, reason, work_to)
   values ($1, $2, $3, $4, $5, $6) returning id`,
);

export interface DecisionRow {
  readonly id: number;
  readonly kind: AccountDecisionKind;
  readonly by: string;
  readonly at: Date;
  readonly reason: string;
}

/** Values: account, how many. The latest first. */
export const listDecisions = statement<DecisionRow>(
  'account-decision/list',
  `select id, kind, by_account_id as by, at, reason from account_decision where account_id = $1 order by id desc limit $2`,
);

/** Values: account. All that it shows beside a password. */
export const deleteFactors = statement<{ readonly factors: number }>(
  'account-decision/delete-factors',
  `with totp as (delete from account_totp where account_id = $1 returning confirmed_at),
        passkey as (delete from account_passkey where account_id = $1 returning 1),
        code as (delete from account_recovery_code where account_id = $1)
   select (select count(*) from totp where confirmed_at is not null) + (select count(*) from passkey) as factors`,
);

/** Values: account, who ends them. It is nobody's deputy any more, and has none. */
export const endAllDeputising = statement(
  'account-decision/end-deputising',
  `update deputy set ended_at = now(), ended_by = $2
   where (account_id = $1 or deputy_id = $1) and ended_at is null and valid_until > now()`,
);
