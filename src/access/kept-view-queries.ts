import { statement } from '../base/database.ts';

export interface KeptViewRow {
  readonly id: string;
  readonly name: string | null;
  readonly isOwn: boolean;
  readonly institution: string | null;
  readonly role: string | null;
}

/** Values: id, account, what is asked. */
export const addView = statement('kept-view/add', 'insert into kept_view (id, account_id, asked) values ($1, $2, $3)');

/** Values: id, account, what is asked, name, how many one may have. Gives nothing when there are so many. */
export const addNamedView = statement<{ id: string }>(
  'kept-view/add-named',
  `insert into kept_view (id, account_id, asked, name)
   select $1::uuid, $2::uuid, $3::bytea, $4::text
   where (select count(*) from kept_view where account_id = $2 and name is not null) < $5
   returning id`,
);

// $1 the account, $2 its grants as `[{ institution, role }]`.
const isFor = `(account_id = $1 or exists (
    select from json_to_recordset($2) as held(institution text, role text)
    where held.institution = kept_view.institution and (kept_view.role is null or kept_view.role = held.role)))`;
const columns = 'id, name, account_id = $1 as "isOwn", institution, role';

/** $3 id, $4 since when searches without a name are kept. */
export const findView = statement<KeptViewRow & { readonly asked: Buffer }>(
  'kept-view/find',
  `select ${columns}, asked from kept_view where id = $3 and ${isFor} and (name is not null or created_at > $4)`,
);

export const listViews = statement<KeptViewRow>(
  'kept-view/list',
  `select ${columns} from kept_view where name is not null and ${isFor} order by account_id <> $1, lower(name), id limit 100`,
);

/** Values: account, id, institution, role: with whom it is shared; only its own. */
export const shareView = statement<{ id: string }>(
  'kept-view/share',
  'update kept_view set institution = $3, role = $4 where account_id = $1 and id = $2 and name is not null returning id',
);

export const removeView = statement<{ id: string }>(
  'kept-view/remove',
  'delete from kept_view where account_id = $1 and id = $2 returning id',
);

export const removeOldViews = statement(
  'kept-view/remove-old',
  'delete from kept_view where name is null and created_at < $1',
);
