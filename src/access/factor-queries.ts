import { statement } from '../base/database.ts';

export interface FactorsRow {
  readonly totp_since: Date | null;
  readonly codes_left: number;
  readonly codes_made_at: Date | null;
}

/** Values: account. */
export const findFactors = statement<FactorsRow>(
  'factor/find',
  `select (select confirmed_at from account_totp where account_id = $1) as totp_since,
          (select count(*) from account_recovery_code where account_id = $1 and used_at is null) as codes_left,
          (select max(made_at) from account_recovery_code where account_id = $1) as codes_made_at`,
);

export interface TotpRow {
  readonly secret: Buffer;
  readonly confirmed: boolean;
  readonly last_step: number;
}

/** Values: account. */
export const findTotp = statement<TotpRow>(
  'factor/find-totp',
  `select secret, confirmed_at is not null as confirmed, last_step from account_totp where account_id = $1`,
);

/** Values: account, sealed secret. What waits to be confirmed is not replaced: reloading the page keeps the code in the app right. */
export const beginTotp = statement(
  'factor/begin-totp',
  `insert into account_totp (account_id, secret) values ($1, $2)
   on conflict (account_id) do update set secret = excluded.secret, made_at = now(), last_step = 0
    where account_totp.confirmed_at is null and account_totp.made_at < now() - interval '1 hour'`,
);

export interface TakenRow {
  readonly account_id: string;
}

/** Values: account, step. No row when this step, or a later one, was taken already: of two at once only one gets through. */
export const takeTotpStep = statement<TakenRow>(
  'factor/take-totp-step',
  `update account_totp set last_step = $2
    where account_id = $1 and last_step < $2 and confirmed_at is not null
   returning account_id`,
);

/** Values: account, step. */
export const confirmTotp = statement<TakenRow>(
  'factor/confirm-totp',
  `update account_totp set last_step = $2, confirmed_at = now()
    where account_id = $1 and last_step < $2 and confirmed_at is null
   returning account_id`,
);

/** Values: account. */
export const deleteTotp = statement<TakenRow>(
  'factor/delete-totp',
  `delete from account_totp where account_id = $1 and confirmed_at is not null returning account_id`,
);

/** Values: account, hashes. The codes before them work no more. */
export const replaceRecoveryCodes = statement(
  'factor/replace-recovery-codes',
  `with gone as (delete from account_recovery_code where account_id = $1)
   insert into account_recovery_code (account_id, code_hash) select $1, unnest($2::bytea[])`,
);

/** Values: account, hash. No row when there is no such code, or it was used before. */
export const takeRecoveryCode = statement<TakenRow>(
  'factor/take-recovery-code',
  `update account_recovery_code set used_at = now()
    where account_id = $1 and code_hash = $2 and used_at is null
   returning account_id`,
);

/** Values: account. Codes that stand in for a factor go with the last one. */
export const deleteIdleRecoveryCodes = statement(
  'factor/delete-idle-recovery-codes',
  `delete from account_recovery_code
    where account_id = $1
      and not exists (select from account_totp where account_id = $1 and confirmed_at is not null)
      and not exists (select from account_passkey where account_id = $1)`,
);
