import { statement } from '../base/database.ts';

/** Values: records that were opened, as `[{ record_id, account, event, until }]`. */
export const keepOpenedByException = statement(
  'events/keep-opened-by-exception',
  `insert into break_glass (record_id, account_id, event, until)
   select record_id, account, event, until
   from json_to_recordset($1) as x(record_id bigint, account uuid, event int, until timestamptz)`,
);

/** Values: who is told of what, as `[{ told, account, reference, until }]`: an e-mail each, in the language of who is told. */
export const tellOfException = statement(
  'events/tell-of-exception',
  `insert into outbox (record_id, template, channel, recipient, locale, values)
   select null, 'account/opened-by-exception', 'email', told.email, told.locale,
     jsonb_build_object('reference', x.reference, 'until', x.until, 'who', case told.locale when 'ar' then who.name else who.name_latin end)
   from json_to_recordset($1) as x(told uuid, account uuid, reference text, until text)
     join account told on told.id = x.told and told.closed_at is null
     join account who on who.id = x.account`,
);
