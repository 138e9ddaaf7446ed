import { statement } from '../base/database.ts';

export interface AccountIdRow {
  readonly id: string;
}

/**
 * Values: email in lower case, name, name in Latin script, locale, password hash, whether for demonstration. One account
 * with its way in; no row when the e-mail address is taken.
 */
export const insertAccount = statement<AccountIdRow>(
  'account/insert',
  `with new_user as (
     insert into auth_user (email, name, name_latin, locale, email_verified, demonstration)
     values ($1, $2, $3, $4, true, $6)
     on conflict (email) do nothing
     returning id
   )
   insert into auth_account (user_id, provider_id, account_id, password, updated_at)
   select id, 'credential', id::text, $5, now() from new_user
   returning user_id as id`,
);

export interface DemoAccountRow {
  readonly id: string;
  readonly email: string;
  readonly open: boolean;
}

/** Which demonstration accounts exist, and whether their password works. */
export const listDemoAccounts = statement<DemoAccountRow>(
  'account/list-demo',
  `select u.id, u.email, bool_or(a.password is not null) as open
     from auth_user u
     join auth_account a on a.user_id = u.id
    where u.demonstration
    group by u.id`,
);

/** Values: password hash. Opens demonstration accounts that were closed. */
export const openDemoAccounts = statement(
  'account/open-demo',
  `update auth_account a set password = $1, updated_at = now()
     from auth_user u
    where u.id = a.user_id and u.demonstration and a.password is null`,
);

/** No demonstration account can sign in afterwards, and those that are signed in no longer are. */
export const closeDemoAccounts = statement(
  'account/close-demo',
  `with closed as (
     update auth_account a set password = null, updated_at = now()
       from auth_user u
      where u.id = a.user_id and u.demonstration and a.password is not null
   )
   delete from auth_session s using auth_user u where u.id = s.user_id and u.demonstration`,
);

/** Values: account, sealed key. */
export const insertDemoTotp = statement(
  'account/insert-demo-totp',
  `insert into account_totp (account_id, secret, confirmed_at) values ($1, $2, now())`,
);
