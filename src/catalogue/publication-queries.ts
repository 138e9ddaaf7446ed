import { statement } from '../base/database.ts';

export type Origin = 'folder' | 'console' | 'command';
export type Act = 'published' | 'withdrawn' | 'proposed' | 'discarded';

export interface PublicationRow {
  readonly id: number;
  readonly service: string;
  readonly act: Act;
  readonly digest: string;
  readonly version: number | null;
  readonly replaced: number | null;
  readonly origin: Origin;
  readonly account: string | null;
  readonly system_user_name: string | null;
  readonly folder: string | null;
  readonly note: string | null;
  readonly at: Date;
}

/** What became of a service, the oldest first. */
export const listPublications = statement<PublicationRow>(
  'publication/list',
  `select id, service, act, digest, service_version as version, replaced, origin, account_id as account, system_user_name, folder, note, at
   from publication
   where service = $1
   order by id`,
);

/** One who publishes at a time; the lock ends with the transaction. */
export const lockPublications = statement(
  'publication/lock',
  `select pg_advisory_xact_lock(hashtext('diwan.publication'))`,
);

/** Adds a step and tells every program on the database. Values: service, act, digest, version, replaced, origin, account, system user, folder, note. */
export const insertPublication = statement<{ id: number }>(
  'publication/insert',
  `with added as (
     insert into publication (service, act, digest, service_version, replaced, origin, account_id, system_user_name, folder, note)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     returning id
   )
   select id, pg_notify('diwan_catalogue', id::text) from added`,
);

export interface ProposalRow {
  readonly id: string;
  readonly service: string;
  readonly digest: string;
  readonly files: Readonly<Record<string, string>>;
  readonly origin: Origin;
  readonly account: string | null;
  readonly folder: string | null;
  readonly note: string | null;
  readonly at: Date;
}

/** Keeps a proposal once; no row when the same files wait already. Values: service, digest, files, origin, account, folder, note. */
export const insertProposal = statement<{ id: string }>(
  'proposal/insert',
  `insert into service_proposal (service, digest, files, origin, account_id, folder, note)
   values ($1, $2, $3, $4, $5, $6, $7)
   on conflict (service, digest) do nothing
   returning id`,
);

export const findProposal = statement<ProposalRow>(
  'proposal/find',
  `select id, service, digest, files, origin, account_id as account, folder, note, at
   from service_proposal
   where id = $1`,
);

export const findProposalByDigest = statement<{ id: string }>(
  'proposal/find-by-digest',
  'select id from service_proposal where service = $1 and digest = $2',
);

/** Those that wait, without their files, the latest first. */
export const listProposals = statement<Omit<ProposalRow, 'files'>>(
  'proposal/list',
  `select id, service, digest, origin, account_id as account, folder, note, at
   from service_proposal
   order by at desc
   limit 200`,
);

export const deleteProposal = statement(
  'proposal/delete',
  'delete from service_proposal where service = $1 and digest = $2',
);
