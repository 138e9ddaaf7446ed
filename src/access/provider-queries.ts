import { statement } from '../base/database.ts';

export interface ProviderAccountRow {
  readonly id: string;
  readonly email: string;
}

/** Values: provider, subject. */
export const findBySubject = statement<ProviderAccountRow>(
  'provider/find-by-subject',
  `select u.id, u.email from auth_account a join auth_user u on u.id = a.user_id
    where a.provider_id = $1 and a.account_id = $2 and u.closed_at is null`,
);

/** Values: e-mail address in small letters, provider. An open account that is linked to nobody at this provider yet. */
export const findUnlinkedByEmail = statement<ProviderAccountRow>(
  'provider/find-unlinked-by-email',
  `select u.id, u.email from auth_user u
    where u.email = $1 and u.closed_at is null and not u.demonstration
      and not exists (select from auth_account a where a.user_id = u.id and a.provider_id = $2)`,
);

/** Values: account, provider, subject. No row when somebody else was faster. */
export const linkSubject = statement<ProviderAccountRow>(
  'provider/link-subject',
  `with linked as (
     insert into auth_account (user_id, provider_id, account_id, updated_at) values ($1, $2, $3, now())
     on conflict (provider_id, account_id) do nothing
     returning user_id
   )
   select u.id, u.email from linked join auth_user u on u.id = linked.user_id`,
);
