-- Where records are, for maps: the points that their answers give, apart from the answers so that a map of many reads little.

create table record_point (
  record_id bigint not null,
  field text not null,
  lon double precision not null check (lon between -180 and 180),
  lat double precision not null check (lat between -90 and 90),
  primary key (record_id, field)
);
comment on table record_point is 'The answers to questions for points: a projection of events that is written in their transaction, for services that ask for points only. Sensitive points, and those that only some readers of a record may see, never stand here';
comment on column record_point.field is 'The question; which of several is shown, the declaration of the record tells';
comment on column record_point.lon is 'Longitude in degrees, WGS 84';

insert into record_point (record_id, field, lon, lat)
select record.id, answer.key, (answer.value ->> 'lon')::double precision, (answer.value ->> 'lat')::double precision
from record cross join lateral jsonb_each(case when jsonb_typeof(record.data) = 'object' then record.data else '{}' end) as answer
where record.erased_at is null
  and jsonb_typeof(answer.value) = 'object'
  and jsonb_typeof(answer.value -> 'lon') = 'number'
  and jsonb_typeof(answer.value -> 'lat') = 'number'
  and answer.value - 'lon' - 'lat' = '{}';
