import { statement } from '../base/database.ts';

/** Values: account, name, name in Latin script, locale. */
export const updateProfile = statement(
  'profile/update',
  `update auth_user set name = $2, name_latin = $3, locale = $4, updated_at = now() where id = $1`,
);
