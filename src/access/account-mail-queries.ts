import { statement } from '../base/database.ts';

/** Values: account, template, values as JSON. An e-mail to the account's own address, in its language. */
export const insertAccountMail = statement(
  'account-mail/insert',
  `insert into outbox (record_id, template, channel, recipient, locale, values)
   select null, $2, 'email', email, locale, $3::jsonb from account where id = $1`,
);

/** Values: template, recipient, locale, values as JSON. */
export const insertMail = statement(
  'account-mail/insert-to',
  `insert into outbox (record_id, template, channel, recipient, locale, values) values (null, $1, 'email', $2, $3, $4)`,
);
