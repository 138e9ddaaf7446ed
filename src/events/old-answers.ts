import type { Database, Transaction } from '../base/database.ts';
import { seal } from '../base/sealed-box.ts';
import type { Secrets } from '../base/secrets.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Service } from '../definition/service.ts';
import type { Answers } from '../form/fields/field-type.ts';
import { StorageFailure } from '../outside/file-storage.ts';
import type { Files } from '../outside/files.ts';
import { sensitiveNames } from '../record/field-access.ts';
import { type DataKeys, keepNewKeys, recordOwner, uploadOwner } from './data-keys.ts';
import { findRecord } from './load-record.ts';
import {
  findOldAnswers,
  listContents,
  listOldRecords,
  listOpenFiles,
  lockRecord,
  markSealedFile,
  noteOldAnswers,
  type OldContentRow,
  putContent,
  putListed,
  replaceContent,
} from './old-answers-queries.ts';
import { hasSealed, listedAnswers, placeOfEvent, sealSalt, sealValues } from './sealed-answers.ts';
import { filesIn, uploadMarks } from './uploads.ts';

/**
 * Encrypts what was answered to sensitive questions before the program did so, record by record, each in one transaction that
 * leaves events, commitments and digests as they are. What is done is known by its shape, so it may be begun again at any time.
 */
export interface OldAnswersParts {
  readonly database: Database;
  readonly catalogue: Catalogue;
  readonly dataKeys: DataKeys;
  readonly secrets: Pick<Secrets, 'mac'>;
  readonly files: Pick<Files, 'get' | 'keep'>;
}

const recordsAtOnce = 200;

/** Looks at some more records; gives whether there are more. */
export const sealOldAnswers = async (parts: OldAnswersParts, limit = recordsAtOnce): Promise<boolean> => {
  const { database, catalogue } = parts;
  const [progress] = await database.run(findOldAnswers);
  if (!progress || progress.done) return false;
  const records = await database.run(listOldRecords, [progress.upTo, progress.last, limit]);
  let sealed = 0;
  for (const { id, version } of records) {
    const service = await catalogue.getVersion(version);
    if (sensitiveNames(service).size > 0 && (await sealRecord(parts, service, id))) sealed++;
  }
  const more = records.length === limit;
  await database.run(noteOldAnswers, [more ? records.at(-1)!.id : progress.last, sealed, !more]);
  return more;
};

/** A row whose sensitive words were written as they were said: with one of them sealed, all are. */
const isOpen = (service: Service, { content }: OldContentRow): boolean =>
  Object.keys(content).some((name) => sensitiveNames(service).has(name)) && !hasSealed(content);

const sealRecord = async (parts: OldAnswersParts, service: Service, id: number): Promise<boolean> => {
  const { database, dataKeys } = parts;
  const seen = await database.run(listContents, [id]);
  const readable = seen.filter((row) => isOpen(service, row));
  if (readable.length === 0) return false;
  await sealFiles(parts, service, id, readable);
  // Made before the transaction, which must not wait for whoever keeps the master key.
  const made = await dataKeys.make([recordOwner(id)]);
  return database.transaction(async (transaction) => {
    const [locked] = await transaction.run(lockRecord, [id]);
    const open = (await transaction.run(listContents, [id])).filter((row) => isOpen(service, row));
    if (!locked || open.length === 0) return false;
    const loaded = await findRecord({ ...parts, database: transaction }, id);
    await keepNewKeys(transaction, made);
    const key = (await dataKeys.find(transaction, [recordOwner(id)])).get(recordOwner(id));
    if (!loaded || !key) throw new Error(`record ${id} cannot be encrypted: it has no key`);
    for (const { number, salt, content } of open) {
      const place = placeOfEvent(id, number);
      const kept = sealValues(content, (name) => sensitiveNames(service).has(name), key, place);
      // oxlint-disable-next-line no-await-in-loop -- one transaction has one connection
      await transaction.run(putContent, [id, number, sealSalt(key, place, salt), JSON.stringify(kept)]);
    }
    const hidesNumber = service.applicant.phone !== undefined && sensitiveNames(service).has(service.applicant.phone);
    const listed = listedAnswers(service, loaded.record.answers, parts.secrets);
    await transaction.run(putListed, [id, JSON.stringify(listed), hidesNumber]);
    return true;
  });
};

/**
 * Files first: were they last, a stop would leave them readable in a record that looks as if all were done. What they hold
 * is exchanged with their row in one transaction, and so in the database, wherever it lay; from there it is moved as any other.
 */
const sealFiles = async (
  { database, dataKeys, secrets, files }: OldAnswersParts,
  service: Service,
  record: number,
  open: readonly OldContentRow[],
): Promise<void> => {
  const named = open.flatMap(({ content }) => filesIn(service, content as Answers)).filter(({ sealed }) => sealed);
  const ids = [...new Set(named.map(({ file }) => file.id))];
  for (const file of ids.length === 0 ? [] : await database.run(listOpenFiles, [record, ids])) {
    const { id, storage } = file;
    const content = await files.get(storage, id);
    if (!content) throw new StorageFailure(`a file is not in its storage (${storage})`);
    const made = await dataKeys.make([uploadOwner(id)]);
    const sealed = seal(made[0]!.key, uploadOwner(id), content);
    const { name, sha256 } = uploadMarks(secrets, file);
    const mark = async (transaction: Transaction): Promise<boolean> => {
      const marked = await transaction.run(markSealedFile, [id, name, sha256, storage, 'database']);
      if (marked.length > 0) await keepNewKeys(transaction, made);
      return marked.length > 0;
    };
    if (storage !== 'database') await files.keep(id, sealed, mark, 'database');
    else
      await database.transaction(async (transaction) => {
        if (await mark(transaction)) await transaction.run(replaceContent, [id, sealed]);
      });
  }
};
