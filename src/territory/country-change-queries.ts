import { statement } from '../base/database.ts';
import type { CountryChange } from './country-change.ts';

/** All changes in their order. */
export const listCountryChanges = statement<CountryChange>(
  'country-change/list',
  'select id, at, account, kind, about, effect, undoes from country_change order by id',
);

/** Values: account or null, kind, about, effect, the change that it takes back or null. */
export const insertCountryChange = statement<{ id: number; at: Date }>(
  'country-change/insert',
  `insert into country_change (account, kind, about, effect, undoes) values ($1, $2, $3, $4, $5) returning id, at`,
);

/** Values: number of the change. Heard by every program when the transaction has ended. */
export const announceCountryChange = statement(
  'country-change/announce',
  `select pg_notify('diwan_country', $1::text)`,
);
