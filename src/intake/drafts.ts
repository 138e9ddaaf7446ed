import { randomUUID } from 'node:crypto';
import type { Queryable } from '../base/database.ts';
import type { Locale } from '../base/texts.ts';
import type { Catalogue, PublishedService } from '../catalogue/catalogue.ts';
import { crossInputs } from '../form/crossing.ts';
import type { Inputs } from '../form/fields/field-type.ts';
import {
  crossDraftStatement,
  deleteDraft,
  deleteOldDrafts,
  findApplicantDraft,
  findDraftStatement,
  insertDraft,
  updateDraft,
} from './draft-queries.ts';
import { findKeys } from './submission-queries.ts';

/**
 * A form that is being filled in: what was typed, by input name, exactly as typed. Its id is the key under which it will
 * be submitted, so that sending it twice makes one record; it is a secret between the program and one browser.
 */
export interface Draft {
  readonly id: string;
  readonly inputs: Inputs;
  /** The version whose questions the inputs answer. */
  readonly versionId: number;
  /** The version under which its person began. */
  readonly beganUnder: number;
}

/** How long an untouched draft is kept. */
export const draftDays = 14;

/** Whether there is such a draft, and an applicant's: its link opens it on another device. */
export const isDraftOfApplicant = async (database: Queryable, service: string, id: string): Promise<boolean> =>
  (await database.run(findApplicantDraft, [id, service])).length > 0;

export const findDraft = async (database: Queryable, service: string, id: string): Promise<Draft | undefined> => {
  const [row] = await database.run(findDraftStatement, [id, service]);
  return row && { id, inputs: row.answers, versionId: row.version, beganUnder: row.began_under };
};

/** The draft as the version that is in force asks for it: what was renamed crosses over, what is gone is kept. */
export const findDraftFor = async (
  database: Queryable,
  catalogue: Pick<Catalogue, 'getCrossing'>,
  { service, versionId }: PublishedService,
  id: string,
): Promise<Draft | undefined> => {
  const draft = await findDraft(database, service.id, id);
  if (!draft || draft.versionId === versionId) return draft;
  const inputs = crossInputs(await catalogue.getCrossing(draft.versionId, versionId), draft.inputs);
  const crossed = await database.run(crossDraftStatement, [id, draft.versionId, versionId, JSON.stringify(inputs)]);
  // Another window brought it over, or sent it, at the same moment.
  return crossed.length > 0 ? { ...draft, inputs, versionId } : findDraft(database, service.id, id);
};

/** Adds what was typed on a page to a draft, or to a new one when there is none (any more); gives the id to go on with. */
export const saveDraft = async (
  database: Queryable,
  id: string | undefined,
  { service, versionId }: PublishedService,
  locale: Locale,
  inputs: Inputs,
): Promise<string> => {
  const values = [service.id, versionId, locale, JSON.stringify(inputs)];
  if (id !== undefined && (await database.run(updateDraft, [id, ...values])).length > 0) return id;
  // Never the old id again: it may have become the key of a record.
  const fresh = randomUUID();
  await database.run(insertDraft, [fresh, ...values]);
  return fresh;
};

export const removeDraft = async (database: Queryable, id: string): Promise<void> => {
  await database.run(deleteDraft, [id]);
};

/** The record that a draft became when it was submitted, or undefined: a lost answer is asked for again. */
export const findRecordOfDraft = async (
  database: Queryable,
  service: string,
  id: string,
): Promise<number | undefined> => (await database.run(findKeys, [[id], [service]]))[0]?.record_id;

/** Removes drafts that nobody touched for `draftDays`, at most `limit` of them; gives how many. */
export const sweepDrafts = async (database: Queryable, now: Date, limit = 1_000): Promise<number> =>
  (await database.run(deleteOldDrafts, [new Date(+now - draftDays * 86_400_000), limit])).length;
