-- Places and institutions, as the country's files declare them. The program puts the files in at start, whenever they
-- changed; nothing else writes here. Rows are never removed: records refer to their codes for as long as they are kept.

create table place (
  code text primary key,
  code_kind text not null check (code_kind in ('iso', 'pcode', 'diwan')),
  level text not null check (level in ('country', 'governorate', 'district', 'municipality', 'village')),
  parent text references place (code) deferrable initially deferred,
  name jsonb not null check (name ?& array['ar', 'fr', 'en']),
  other_names text[] not null default '{}',
  lon double precision check (lon between -180 and 180),
  lat double precision check (lat between -90 and 90),
  boundary jsonb,
  pcode text,
  retired_at timestamptz,
  check ((lon is null) = (lat is null)),
  check ((parent is null) = (level = 'country'))
);
comment on table place is 'The territory tree: country, governorates, districts, municipalities, villages and quarters';
comment on column place.code_kind is 'Whose code it is: ISO 3166, a humanitarian p-code, or given by the country''s files (diwan)';
comment on column place.name is 'The name in ar, fr and en';
comment on column place.other_names is 'Other spellings and former names, searched and never shown';
comment on column place.lon is 'Longitude of a representative point in degrees, WGS 84; null where unknown';
comment on column place.boundary is 'GeoJSON Polygon or MultiPolygon, where known';
comment on column place.pcode is 'Code under which humanitarian actors (OCHA) exchange data on it, where known';
comment on column place.retired_at is 'When it was first missing from the files: old records still name it, new ones may not';

create table institution (
  code text primary key,
  type text not null,
  parent text references institution (code) deferrable initially deferred,
  place text references place (code) deferrable initially deferred,
  name jsonb not null check (name ?& array['ar', 'fr', 'en']),
  retired_at timestamptz
);
comment on table institution is 'The bodies of the state and its partners: a tree, each with a type and the place that it covers';
comment on column institution.type is 'A word of the country''s files, such as ministry, municipality or police-post; services route by it';
comment on column institution.name is 'The name in ar, fr and en';
comment on column institution.retired_at is 'When it was first missing from the files: old records still name it, new ones may not';

create table territory_source (
  one boolean primary key default true check (one),
  digest text not null,
  installed_at timestamptz not null
);
comment on table territory_source is 'One row: which content of the country''s files is in the tables place and institution';
comment on column territory_source.digest is 'SHA-256 of what the files declare';

revoke delete, truncate on place, institution, territory_source from diwan_program;
