import { statement } from '../base/database.ts';

export interface PartialUploadRow {
  readonly id: string;
  readonly service: string;
  readonly question: string;
  readonly name: Buffer;
  readonly length: number;
  readonly received: number;
  readonly holder: Buffer;
  readonly sealed: boolean;
  readonly outcome: Buffer | null;
}

export const insertPartial = statement(
  'partial-upload/insert',
  `insert into partial_upload (id, service, question, name, length, holder, sealed) values ($1, $2, $3, $4, $5, $6, $7)`,
);

export const findPartial = statement<PartialUploadRow>(
  'partial-upload/find',
  'select id, service, question, name, length, received, holder, sealed, outcome from partial_upload where id = $1',
);

/** Keeps a piece of $4 bytes (sealed, it has more) if it goes on exactly where the last one ended. No row: somebody else's came first, or it is not wanted. */
export const insertPiece = statement<{ received: number }>(
  'partial-upload/insert-piece',
  `with further as (
     update partial_upload set received = received + $4::int, touched_at = now()
     where id = $1 and received = $2 and outcome is null and received + $4::int <= length
     returning id, received
   ), kept as (
     insert into upload_piece (upload_id, at, content) select id, $2, $3 from further
   )
   select received from further`,
);

export const listPieces = statement<{ at: number }>(
  'partial-upload/list-pieces',
  'select at from upload_piece where upload_id = $1 order by at',
);

export const getPiece = statement<{ content: Buffer }>(
  'partial-upload/get-piece',
  'select content from upload_piece where upload_id = $1 and at = $2',
);

/** The first answer counts; its pieces are needed no more. */
export const keepOutcome = statement(
  'partial-upload/keep-outcome',
  `with done as (
     update partial_upload set outcome = $2, touched_at = now() where id = $1 and outcome is null returning id
   )
   delete from upload_piece using done where upload_piece.upload_id = done.id`,
);

export const deletePartial = statement<{ id: string }>(
  'partial-upload/delete',
  `with gone as (
     delete from partial_upload where id = $1 returning id
   ), keys as (
     delete from data_key using gone where data_key.owner = 'upload ' || gone.id
   )
   select id from gone`,
);

/** Those that nobody went on with since $1. */
export const deleteOldPartials = statement<{ id: string }>(
  'partial-upload/delete-old',
  `with gone as (
     delete from partial_upload
     where id in (select id from partial_upload where touched_at < $1 order by touched_at limit $2)
     returning id
   ), keys as (
     delete from data_key using gone where data_key.owner = 'upload ' || gone.id
   )
   select id from gone`,
);
