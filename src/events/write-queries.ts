import { statement } from '../base/database.ts';

/** Calls the function of migration 0009: everything in one transaction and one round trip. */
export const writeDecisionsStatement = statement(
  'events/write-decisions',
  'select write_decisions($1, $2, $3, $4, $5, $6, $7, $8, $9)',
);

export const nextRecordIds = statement<{ first: number }>(
  'events/next-record-ids',
  `select nextval('record_id_block') as first`,
);
export const nextDocumentIds = statement<{ first: number }>(
  'events/next-document-ids',
  `select nextval('document_id_block') as first`,
);

export const findTallies = statement<{ key: string; name: string; service: string; n: number }>(
  'events/find-tallies',
  `select encode(tally.key, 'hex') as key, tally.name, tally.service, tally.n
   from unnest($1::text[], $2::text[], $3::text[]) as wanted(key, name, service)
   join tally on tally.key = decode(wanted.key, 'hex') and tally.name = wanted.name and tally.service = wanted.service`,
);
