import { statement } from '../base/database.ts';

export const listServiceVersions = statement<{ id: number }>(
  'service-versions/list',
  'select id from service_version order by id',
);
