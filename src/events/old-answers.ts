import type { Database, Transaction } from '../base/database.ts';
import { seal } from '../base/sealed-box.ts';
import type { Secrets } from '../base/secrets.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Service } from '../definition/service.ts';
import type { Answers } from '../form/fields/field-type.ts';
import { sensitiveNames } from '../record/field-access.ts';
import { type DataKeys, keepNewKeys, recordOwner, uploadOwner } from './data-keys.ts';
import { findRecord } from './load-record.ts';
import {
  findOldAnswers,
  listContents,
  listOldRecords,
  listOpenFiles,
  lockRecord,
  noteOldAnswers,
  type OldContentRow,
  putContent,
  putListed,
  putSealedFile,
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
  if (!seen.some((row) => isOpen(service, row))) return false;
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
    await sealFiles(parts, transaction, service, id, open);
    return true;
  });
};

const sealFiles = async (
  { dataKeys, secrets }: OldAnswersParts,
  transaction: Transaction,
  service: Service,
  record: number,
  open: readonly OldContentRow[],
): Promise<void> => {
  const named = open.flatMap(({ content }) => filesIn(service, content as Answers)).filter(({ sealed }) => sealed);
  const ids = [...new Set(named.map(({ file }) => file.id))];
  const files = ids.length === 0 ? [] : await transaction.run(listOpenFiles, [record, ids]);
  const keys = await dataKeys.make(files.map(({ id }) => uploadOwner(id)));
  await keepNewKeys(transaction, keys);
  for (const [index, file] of files.entries()) {
    const { name, sha256 } = uploadMarks(secrets, file);
    const content = seal(keys[index]!.key, uploadOwner(file.id), file.content);
    // oxlint-disable-next-line no-await-in-loop -- one transaction has one connection
    await transaction.run(putSealedFile, [file.id, name, sha256, content]);
  }
};
