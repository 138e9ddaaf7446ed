import { statement } from '../base/database.ts';
import type { Inputs } from '../form/fields/field-type.ts';

export interface DraftRow {
  readonly answers: Inputs;
  readonly version: number;
  readonly began_under: number;
}

export const findDraftStatement = statement<DraftRow>(
  'draft/find',
  `select answers, service_version as version, coalesce(began_under, service_version) as began_under
   from draft
   where id = $1 and service = $2`,
);

/** A row where the draft is an applicant's: what a civil servant has begun is opened in the console only. */
export const findApplicantDraft = statement(
  'draft/find-of-applicant',
  `select 1 from draft
   where id = $1 and service = $2 and not exists (select from entry_draft where draft_id = draft.id)`,
);

export const insertDraft = statement(
  'draft/insert',
  'insert into draft (id, service, service_version, locale, answers, began_under) values ($1, $2, $3, $4, $5, $3)',
);

/** Pages are kept one by one, so that two windows on the same form do not undo each other. No row: it was submitted or swept. */
export const updateDraft = statement<{ id: string }>(
  'draft/update',
  `update draft
   set answers = answers || $5::jsonb, service_version = $3, locale = $4, updated_at = now()
   where id = $1 and service = $2
   returning id`,
);

/** Puts a draft as another version reads it in place of what it was; no row when somebody did meanwhile. Values: id, version before, version now, answers. */
export const crossDraftStatement = statement<{ id: string }>(
  'draft/cross',
  `update draft
   set answers = $4, service_version = $3, began_under = coalesce(began_under, service_version)
   where id = $1 and service_version = $2
   returning id`,
);

/** With the key of what was sensitive in it. */
export const deleteDraft = statement(
  'draft/delete',
  `with key as (delete from data_key where owner = 'draft ' || $1::text)
   delete from draft where id = $1::uuid`,
);

export const deleteOldDrafts = statement<{ id: string }>(
  'draft/delete-old',
  `with gone as (
     delete from draft
     where id in (select id from draft where updated_at < $1 order by updated_at limit $2)
     returning id
   ), keys as (
     delete from data_key using gone where data_key.owner = 'draft ' || gone.id
   )
   select id from gone`,
);
