import { statement } from '../base/database.ts';
import type { Locale } from '../base/texts.ts';

export interface PasswordRow {
  readonly account_id: string;
  readonly email: string;
  readonly name: string;
  readonly name_latin: string;
  readonly locale: Locale;
  readonly password: string;
}

const columns = `u.id as account_id, u.email, u.name, u.name_latin, u.locale, a.password`;
const open = `auth_user u join auth_account a on a.user_id = u.id
        and a.provider_id = 'credential' and a.password is not null and u.closed_at is null`;

/** Values: account. No row when it is closed, or has no password. */
export const findPassword = statement<PasswordRow>('password/find', `select ${columns} from ${open} where u.id = $1`);

/** Values: e-mail address in small letters. Passwords of a demonstration are not forgotten: they are published. */
export const findPasswordByEmail = statement<PasswordRow>(
  'password/find-by-email',
  `select ${columns} from ${open} where u.email = $1 and not u.demonstration`,
);

export interface ChangedRow {
  readonly id: string;
}

/** Values: account, the hash that is replaced, new hash. No row when it was changed meanwhile. */
export const replacePassword = statement<ChangedRow>(
  'password/replace',
  `update auth_account set password = $3, updated_at = now()
    where user_id = $1 and provider_id = 'credential' and password = $2
   returning id`,
);
