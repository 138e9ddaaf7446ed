import { conflictKind } from '../base/database-conflict.ts';
import type { Database, Transaction } from '../base/database.ts';
import type { IdBlocks } from '../base/id-blocks.ts';
import { Problem } from '../base/problem.ts';
import type { PublishedService } from '../catalogue/catalogue.ts';
import type { Service } from '../definition/service.ts';
import { writeWithBeside } from '../events/beside.ts';
import type { EngineParts } from '../events/engine.ts';
import { createTallySheet, nothingKnown, readTallies } from '../events/tallies.ts';
import type { DecisionToWrite, IssuedCredential } from '../events/write-decisions.ts';
import type { Answers } from '../form/fields/field-type.ts';
import { decideSubmission } from '../record/decide.ts';
import type { AccountActor, Channel } from '../record/events.ts';
import type { NextAssignee } from '../record/nouns/assignment.ts';
import { findFirstDocuments, findKeys, type KeyRow } from './submission-queries.ts';

export type BatchParts = EngineParts & { readonly recordIds: IdBlocks };

/** A submission whose answers were read and found right. */
export interface Item {
  readonly published: PublishedService;
  readonly key: string;
  readonly mac: Buffer;
  readonly answers: Answers;
  readonly channel: Channel;
  readonly locale: string;
  readonly actor: AccountActor | undefined;
}

/** What became of a submission. `repeated`: the key was known, this is the answer given then. */
export interface Receipt {
  readonly recordId: number;
  readonly state: string;
  readonly documents: readonly IssuedCredential[];
  readonly repeated: boolean;
}

/** What became of one of many submissions. */
export type Outcome = Receipt | Error;

/** What is written in the transaction of a batch, knowing what becomes of each of its submissions. */
export type WriteAlso = (transaction: Transaction, outcomes: readonly Outcome[]) => Promise<void>;

const attempts = 4;

export const findEarlier = async (
  database: Database,
  service: string,
  key: string,
  mac: Buffer,
): Promise<Receipt | undefined> => {
  const [row] = await database.run(findKeys, [[key], [service]]);
  return row && answerAgain(database, row, mac);
};

/** Of many at once nobody is shown the documents again. */
export const knownOf = (row: KeyRow, mac: Buffer): Outcome =>
  row.data_mac.equals(mac)
    ? { recordId: row.record_id, state: row.state, documents: [], repeated: true }
    : new Problem('key-reused');

const answerAgain = async (database: Database, row: KeyRow, mac: Buffer): Promise<Receipt> => {
  if (!row.data_mac.equals(mac)) throw new Problem('key-reused');
  return {
    recordId: row.record_id,
    state: row.state,
    documents: await database.run(findFirstDocuments, [row.record_id]),
    repeated: true,
  };
};

/**
 * Writes a batch when its turn has come: first taking every key for new and every count for nought, which nearly always holds and saves a round
 * trip; if the database says that something did not hold, again with what it knows. If a batch fails for other reasons,
 * each item is written alone, so that one cannot take the others down.
 */
export const flush = async (
  parts: BatchParts,
  items: readonly Item[],
  also?: WriteAlso,
  turn?: Promise<void>,
): Promise<readonly (Receipt | Error)[]> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await writeBatch(parts, items, attempt > 1, also, turn);
    } catch (error) {
      if (conflictKind(error) !== undefined && attempt < attempts) continue;
      // Whoever writes along does not want it any more.
      if (also && error instanceof Problem) throw error;
      if (items.length === 1 || !(error instanceof Error)) throw error;
      return Promise.all(
        items.map(async (item) => (await flush(parts, [item]).catch((failure: Error) => [failure]))[0] ?? error),
      );
    }
  }
};

/** Who gets records in turn, where a service of the batch shares them out; undefined, and not a moment lost, where none does. */
const turnsOf = async (
  { staffing }: EngineParts,
  items: readonly Item[],
  turn: Promise<void> | undefined,
): Promise<ReadonlyMap<Service, NextAssignee | undefined> | undefined> => {
  if (!items.some(({ published }) => published.service.assignment)) return undefined;
  // Whose turn it is depends on what came before.
  await turn;
  const services = new Set(items.map(({ published }) => published.service));
  return new Map(
    await Promise.all([...services].map(async (service) => [service, await staffing.turnsFor(service)] as const)),
  );
};

const writeBatch = async (
  parts: BatchParts,
  items: readonly Item[],
  informed: boolean,
  also?: WriteAlso,
  turn?: Promise<void>,
): Promise<readonly (Receipt | Error)[]> => {
  const { database, secrets, recordIds, documentIds, findInstitutionFor, findInstitutionAbove, calendar } = parts;
  const { now } = parts.world();
  const [keys, counts, newRecords, newDocuments] = await Promise.all([
    informed
      ? database.run(findKeys, [items.map(({ key }) => key), items.map(({ published }) => published.service.id)])
      : [],
    informed
      ? readTallies(
          database,
          secrets,
          items.map(({ published, answers }) => ({ service: published.service, answers })),
          now,
        )
      : nothingKnown,
    recordIds.reserve(items.length),
    documentIds.reserve(items.length),
  ]);
  const turns = await turnsOf(parts, items, turn);
  const tallies = createTallySheet(secrets, counts, now);
  const rowOf = new Map(keys.map((row) => [`${row.service} ${row.key}`, row]));
  const results: (Receipt | Error | Promise<Receipt | Error>)[] = [];
  const fresh: { readonly index: number; readonly toWrite: DecisionToWrite }[] = [];
  const indexOfKey = new Map<string, number>();
  for (const [index, item] of items.entries()) {
    const { service, versionId } = item.published;
    const id = `${service.id} ${item.key}`;
    const row = rowOf.get(id);
    const twin = indexOfKey.get(id);
    if (row) {
      results[index] = also
        ? knownOf(row, item.mac)
        : answerAgain(database, row, item.mac).catch((error: Error) => error);
    } else if (twin === undefined) {
      const { answers, channel, locale, actor } = item;
      const submission = { id: newRecords.next(), answers, channel, locale, ...(actor && { actor }) };
      const context = {
        now,
        counts: tallies.countsFor(service, item.answers, now),
        calendar,
        findInstitutionFor,
        findInstitutionAbove,
        nextAssignee: turns?.get(service),
        nextDocumentId: newDocuments.next,
        ...(actor && { enteredAt: actor.institution }),
      };
      const decision = decideSubmission(service, submission, context);
      tallies.note(service, undefined, decision.record);
      indexOfKey.set(id, index);
      fresh.push({
        index,
        toWrite: { service, versionId, before: undefined, decision, key: { key: item.key, mac: item.mac } },
      });
    }
  }
  newRecords.release();
  newDocuments.release();
  // A key that came twice in one batch: the second gets what the first got.
  const resultsWith = (issued: readonly (readonly IssuedCredential[])[]): Promise<readonly Outcome[]> => {
    for (const [position, { index, toWrite }] of fresh.entries()) {
      const { record } = toWrite.decision;
      results[index] = { recordId: record.id, state: record.state, documents: issued[position] ?? [], repeated: false };
    }
    return Promise.all(
      items.map(async (item, index) => {
        const own = results[index];
        if (own !== undefined) return own;
        const first = indexOfKey.get(`${item.published.service.id} ${item.key}`) ?? -1;
        return items[first]?.mac.equals(item.mac)
          ? { ...((await results[first]) as Receipt), repeated: true }
          : new Problem('key-reused');
      }),
    );
  };
  if (fresh.length === 0 && !also) return resultsWith([]);
  const toWrite = fresh.map((each) => each.toWrite);
  const write = async (transaction: Transaction) => also?.(transaction, await resultsWith([]));
  if (fresh.length === 0) await turn;
  const issued =
    fresh.length === 0
      ? await database.transaction((transaction) => write(transaction).then(() => []))
      : await writeWithBeside(database, toWrite, tallies.changes(), parts, also && write, turn);
  parts.afterWrite();
  return resultsWith(issued);
};
