-- Pages that are open are told that somebody's notifications changed, by the same channel as of work: an account's id stands
-- where institutions do. The same payload twice in a transaction is sent once.
create function note_notification_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('diwan_work', json_build_array(new.account_id)::text);
  return null;
end $$;
create trigger notification_is_live after insert or update of read_at on notification for each row
  execute function note_notification_change();

-- Whoever acted on many records, or sent a file of rows, learns how it ended, unless he or she ended it.
create function note_bulk_told() returns trigger language plpgsql as $$
begin
  insert into notification (account_id, kind, facts, at)
  select auth_user.id, 'bulk', jsonb_build_object('bulk', new.id, 'service', new.service, 'action', new.action, 'done', new.done,
    'left', new.chosen - new.done, 'failed', new.status = 'failed'), now()
  from auth_user where auth_user.id = new.account_id;
  return null;
end $$;
create trigger bulk_is_told after update of status on bulk_run for each row
  when (old.status = 'running' and new.status in ('done', 'failed') and not new.by_key)
  execute function note_bulk_told();

create or replace function note_import_told() returns trigger language plpgsql as $$
begin
  insert into notification (account_id, kind, facts, at)
  select auth_user.id, 'import', jsonb_build_object('import', new.id, 'service', new.service, 'made', new.made, 'wrong', new.wrong,
    'failed', new.status = 'failed'), now()
  from auth_user where auth_user.id = new.account_id;
  return null;
end $$;
