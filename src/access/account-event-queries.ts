import { statement } from '../base/database.ts';

/** Values: account, kind, by account, session or null, client network or null, device or null, details as JSON. */
export const insertAccountEvent = statement(
  'account-event/insert',
  `insert into account_event (account_id, kind, by_account_id, session_id, client_network, device, details)
   values ($1, $2, $3, $4, $5, $6, $7)`,
);

/** Values: e-mail address, client network, device or null. Nothing where there is no such account. */
export const insertRefusedPassword = statement(
  'account-event/insert-refused-password',
  `insert into account_event (account_id, kind, by_account_id, client_network, device)
   select id, 'password-refused', id, $2, $3 from auth_user where email = $1`,
);

export interface AccountEventRow {
  readonly id: number;
  readonly kind: string;
  readonly at: Date;
  readonly by_account_id: string;
  readonly session_id: string | null;
  readonly client_network: string | null;
  readonly device: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

/** Values: account, before this id, how many at most. The newest first. */
export const listAccountEvents = statement<AccountEventRow>(
  'account-event/list',
  `select id, kind, at, by_account_id, session_id, client_network, device, details
     from account_event
    where account_id = $1 and id < $2
    order by id desc
    limit $3`,
);
