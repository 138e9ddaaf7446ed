import { randomUUID } from 'node:crypto';
import type { Database, Queryable } from '../base/database.ts';
import { Problem } from '../base/problem.ts';
import type { Locale } from '../base/texts.ts';
import type { Catalogue, PublishedService } from '../catalogue/catalogue.ts';
import { dropDataKeys } from '../events/data-key-queries.ts';
import { type DataKeys, draftOwner, keepNewKeys } from '../events/data-keys.ts';
import { hasSealed, sealValues, unsealValues } from '../events/sealed-answers.ts';
import { crossInputs } from '../form/crossing.ts';
import type { Inputs } from '../form/fields/field-type.ts';
import { sensitiveNames } from '../record/field-access.ts';
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

/** What keeping drafts needs from the rest of the program. */
export interface DraftParts {
  readonly database: Database;
  readonly dataKeys: Pick<DataKeys, 'find' | 'make'>;
}

const keyOfDraft = async ({ database, dataKeys }: DraftParts, id: string): Promise<Buffer | undefined> =>
  (await dataKeys.find(database, [draftOwner(id)])).get(draftOwner(id));

/** Writes a draft under its key, or under a new one where it has none yet; false when `write` found no draft. */
const writeUnderKey = async (
  parts: DraftParts,
  id: string,
  known: Buffer | undefined,
  write: (queryable: Queryable, key: Buffer) => Promise<boolean>,
): Promise<boolean> => {
  if (known) return write(parts.database, known);
  const [made] = await parts.dataKeys.make([draftOwner(id)]);
  if (!made) throw new Error('no key was made');
  return parts.database.transaction(async (transaction) => {
    // Another window has made one at the same moment: it has kept what it wrote, and this page is sent again.
    if (!(await keepNewKeys(transaction, [made])).has(draftOwner(id))) throw new Problem('state-changed');
    const isWritten = await write(transaction, made.key);
    if (!isWritten) await transaction.run(dropDataKeys, [[draftOwner(id)]]);
    return isWritten;
  });
};

export const findDraft = async (parts: DraftParts, service: string, id: string): Promise<Draft | undefined> => {
  const [row] = await parts.database.run(findDraftStatement, [id, service]);
  if (!row) return undefined;
  const key = hasSealed(row.answers) ? await keyOfDraft(parts, id) : undefined;
  const inputs = unsealValues(row.answers, key, draftOwner(id));
  return { id, inputs, versionId: row.version, beganUnder: row.began_under };
};

/** Inputs as they are kept: those of sensitive questions sealed, whatever their part in the question. */
const keptInputs = (published: PublishedService, inputs: Inputs, key: Buffer, id: string): string => {
  const sensitive = sensitiveNames(published.service);
  return JSON.stringify(sealValues(inputs, (name) => sensitive.has(name.split('.')[0] ?? name), key, draftOwner(id)));
};

const isSensitive = ({ service }: PublishedService): boolean => sensitiveNames(service).size > 0;

/** The draft as the version that is in force asks for it: what was renamed crosses over, what is gone is kept. */
export const findDraftFor = async (
  parts: DraftParts & { readonly catalogue: Pick<Catalogue, 'getCrossing'> },
  published: PublishedService,
  id: string,
): Promise<Draft | undefined> => {
  const { service, versionId } = published;
  const draft = await findDraft(parts, service.id, id);
  if (!draft || draft.versionId === versionId) return draft;
  const inputs = crossInputs(await parts.catalogue.getCrossing(draft.versionId, versionId), draft.inputs);
  const cross = async (queryable: Queryable, kept: string) =>
    (await queryable.run(crossDraftStatement, [id, draft.versionId, versionId, kept])).length > 0;
  const crossed = isSensitive(published)
    ? await writeUnderKey(parts, id, await keyOfDraft(parts, id), (queryable, key) =>
        cross(queryable, keptInputs(published, inputs, key, id)),
      )
    : await cross(parts.database, JSON.stringify(inputs));
  // Another window brought it over, or sent it, at the same moment.
  return crossed ? { ...draft, inputs, versionId } : findDraft(parts, service.id, id);
};

/** Adds what was typed on a page to a draft, or to a new one when there is none (any more); gives the id to go on with. */
export const saveDraft = async (
  parts: DraftParts,
  id: string | undefined,
  published: PublishedService,
  locale: Locale,
  inputs: Inputs,
): Promise<string> => {
  const { database } = parts;
  const { service, versionId } = published;
  const update = async (queryable: Queryable, draft: string, kept: string) =>
    (await queryable.run(updateDraft, [draft, service.id, versionId, locale, kept])).length > 0;
  const insert = async (queryable: Queryable, draft: string, kept: string) => {
    await queryable.run(insertDraft, [draft, service.id, versionId, locale, kept]);
    return true;
  };
  // Never the old id again: it may have become the key of a record.
  const fresh = randomUUID();
  if (!isSensitive(published)) {
    const kept = JSON.stringify(inputs);
    if (id !== undefined && (await update(database, id, kept))) return id;
    await insert(database, fresh, kept);
    return fresh;
  }
  const keep = (draft: string, known: Buffer | undefined, write: typeof update) =>
    writeUnderKey(parts, draft, known, (queryable, key) =>
      write(queryable, draft, keptInputs(published, inputs, key, draft)),
    );
  if (id !== undefined && (await keep(id, await keyOfDraft(parts, id), update))) return id;
  await keep(fresh, undefined, insert);
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
