-- The program works as diwan_program, which owns nothing: it may read and write rows, and no more than a migration lets it.
-- Every table made from here on by this owner starts with these rights; a migration whose table must not lose or change
-- rows takes them back in the same file, as 0002_records.sql does for event.

revoke all on schema public from public;
grant usage on schema public to diwan_program;

alter default privileges in schema public grant select, insert, update, delete on tables to diwan_program;
alter default privileges in schema public grant usage, select on sequences to diwan_program;
