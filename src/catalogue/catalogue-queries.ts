import { statement } from '../base/database.ts';

export interface ServiceVersionRow {
  readonly id: number;
  readonly service: string;
  readonly digest: string;
  readonly files: Readonly<Record<string, string>>;
}

/** Registers a version once; gives its id whether it was new or not. */
export const publishVersion = statement<{ id: number }>(
  'catalogue/publish-version',
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
