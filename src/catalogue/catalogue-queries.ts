import { statement } from '../base/database.ts';

export interface ServiceVersionRow {
  readonly id: number;
  readonly service: string;
  readonly digest: string;
  readonly files: Readonly<Record<string, string>>;
}

/** Keeps a version once; gives its id whether it was new or not. */
export const keepVersion = statement<{ id: number }>(
  'catalogue/keep-version',
  `with new_version as (
     insert into service_version (service, digest, files) values ($1, $2, $3)
     on conflict (service, digest) do nothing
     returning id
   )
   select id from new_version
   union all
   select id from service_version where service = $1 and digest = $2
   limit 1`,
);

export const findVersion = statement<ServiceVersionRow>(
  'catalogue/find-version',
  'select id, service, digest, files from service_version where id = $1',
);

export const findVersionByDigest = statement<{ id: number }>(
  'catalogue/find-version-by-digest',
  'select id from service_version where service = $1 and digest = $2',
);

/** The number of the last publication; it grows with each. */
export const findEdition = statement<{ edition: number }>(
  'catalogue/find-edition',
  'select coalesce(max(id), 0) as edition from publication',
);

export interface InForceRow {
  readonly id: number;
  readonly service: string;
  readonly act: 'published' | 'withdrawn';
  readonly service_version: number;
}

/** What was last done to each service that ever was on offer. */
export const listInForce = statement<InForceRow>(
  'catalogue/list-in-force',
  `select distinct on (service) id, service, act, service_version
   from publication
   where act in ('published', 'withdrawn')
   order by service, id desc`,
);

/** Which version each version of a service came after, when it was published first. */
export const listLineage = statement<{ version: number; after: number | null }>(
  'catalogue/list-lineage',
  `select distinct on (service_version) service_version as version, replaced as after
   from publication
   where service = $1 and act = 'published'
   order by service_version, id`,
);
