import { statement } from '../base/database.ts';
import type { Text } from '../base/texts.ts';
import type { Boundary, CodeKind, Contact, PlaceLevel } from './place.ts';

export interface PlaceRecord {
  readonly code: string;
  readonly code_kind: CodeKind;
  readonly level: PlaceLevel;
  readonly parent: string | null;
  readonly name: Text;
  readonly other_names: readonly string[];
  readonly lon: number | null;
  readonly lat: number | null;
  readonly pcode: string | null;
  readonly retired: boolean;
  readonly successor: string | null;
}

export interface InstitutionRecord {
  readonly code: string;
  readonly type: string;
  readonly parent: string | null;
  readonly place: string | null;
  readonly name: Text;
  readonly retired: boolean;
  readonly contact: Contact;
  readonly successors: readonly string[];
}

export const listPlaces = statement<PlaceRecord>(
  'place/list',
  `select code, code_kind, level, parent, name, other_names, lon, lat, pcode, retired_at is not null as retired, successor
   from place order by code`,
);

/** Those of the places in service. */
export const listBoundaries = statement<
  Pick<PlaceRecord, 'code' | 'level' | 'lon' | 'lat'> & { readonly boundary: Boundary }
>(
  'place/list-boundaries',
  'select code, level, lon, lat, boundary from place where boundary is not null and retired_at is null order by code',
);

export const listInstitutions = statement<InstitutionRecord>(
  'institution/list',
  'select code, type, parent, place, name, retired_at is not null as retired, contact, successors from institution order by code',
);

/** Held until the transaction ends: of several programs that start at once, one installs and the others find it done. */
export const lockTerritory = statement('territory/lock', `select pg_advisory_xact_lock(hashtext('diwan territory'))`);

export const findTerritoryDigest = statement<{ digest: string }>(
  'territory/find-digest',
  'select digest from territory_source',
);

export const setTerritoryDigest = statement(
  'territory/set-digest',
  `insert into territory_source (digest, installed_at) values ($1, now())
   on conflict (one) do update set digest = excluded.digest, installed_at = excluded.installed_at`,
);

/** Values: the institution that runs the installation, or null. The database keeps its last administrator. */
export const setOperator = statement(
  'territory/set-operator',
  'update territory_source set operator = $1 where operator is distinct from $1',
);

/** $1: a JSON array of all places; rows that are as declared already are not written again. */
export const upsertPlaces = statement(
  'place/upsert',
  `insert into place (code, code_kind, level, parent, name, other_names, lon, lat, boundary, pcode, successor, retired_at)
   select code, code_kind, level, parent, name, array(select jsonb_array_elements_text(other_names)), lon, lat, nullif(boundary, 'null'), pcode,
     successor, case when retired then now() end
   from jsonb_to_recordset($1::jsonb) as declared (
     code text, code_kind text, level text, parent text, name jsonb, other_names jsonb, lon float8, lat float8, boundary jsonb, pcode text,
     successor text, retired boolean)
   on conflict (code) do update set
     code_kind = excluded.code_kind, level = excluded.level, parent = excluded.parent, name = excluded.name,
     other_names = excluded.other_names, lon = excluded.lon, lat = excluded.lat, boundary = excluded.boundary,
     pcode = excluded.pcode, successor = excluded.successor,
     retired_at = case when excluded.retired_at is not null then coalesce(place.retired_at, excluded.retired_at) end
   where (place.code_kind, place.level, place.parent, place.name, place.other_names, place.lon, place.lat, place.boundary, place.pcode,
       place.successor, place.retired_at is null)
     is distinct from (excluded.code_kind, excluded.level, excluded.parent, excluded.name, excluded.other_names, excluded.lon, excluded.lat,
       excluded.boundary, excluded.pcode, excluded.successor, excluded.retired_at is null)`,
);

/** $1: a JSON array of all institutions. */
export const upsertInstitutions = statement(
  'institution/upsert',
  `insert into institution (code, type, parent, place, name, contact, successors, retired_at)
   select code, type, parent, place, name, coalesce(contact, '{}'),
     array(select jsonb_array_elements_text(coalesce(successors, '[]'))), case when retired then now() end
   from jsonb_to_recordset($1::jsonb) as declared (
     code text, type text, parent text, place text, name jsonb, contact jsonb, successors jsonb, retired boolean)
   on conflict (code) do update set
     type = excluded.type, parent = excluded.parent, place = excluded.place, name = excluded.name, contact = excluded.contact,
     successors = excluded.successors,
     retired_at = case when excluded.retired_at is not null then coalesce(institution.retired_at, excluded.retired_at) end
   where (institution.type, institution.parent, institution.place, institution.name, institution.contact, institution.successors,
       institution.retired_at is null)
     is distinct from (excluded.type, excluded.parent, excluded.place, excluded.name, excluded.contact, excluded.successors,
       excluded.retired_at is null)`,
);

/** $1: the codes of all declared places. Returns those that have just been retired. */
export const retireOtherPlaces = statement<{ code: string }>(
  'place/retire-others',
  'update place set retired_at = now() where retired_at is null and code <> all ($1::text[]) returning code',
);

export const retireOtherInstitutions = statement<{ code: string }>(
  'institution/retire-others',
  'update institution set retired_at = now() where retired_at is null and code <> all ($1::text[]) returning code',
);
