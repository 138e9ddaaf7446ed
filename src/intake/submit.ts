import type { Database } from '../base/database.ts';
import { conflictKind } from '../base/database-conflict.ts';
import type { IdBlocks } from '../base/id-blocks.ts';
import { Problem } from '../base/problem.ts';
import { canonicalJson } from '../base/canonical-json.ts';
import type { PublishedService } from '../catalogue/catalogue.ts';
import { type EngineParts } from '../events/engine.ts';
import { namesRecords } from '../events/referred-records.ts';
import { createTallySheet, nothingKnown, readTallies } from '../events/tallies.ts';
import { writeWithBeside } from '../events/beside.ts';
import type { DecisionToWrite, IssuedCredential } from '../events/write-decisions.ts';
import type { Service } from '../definition/service.ts';
import type { Answers } from '../form/fields/field-type.ts';
import { type Sent, validate } from '../form/validate.ts';
import type { NextAssignee } from '../record/nouns/assignment.ts';
import { decideSubmission } from '../record/decide.ts';
import type { AccountActor, Channel } from '../record/events.ts';
import { createCoalescer } from './coalescer.ts';
import { findFirstDocuments, findKeys, type KeyRow } from './submission-queries.ts';

export interface SubmissionRequest {
  readonly published: PublishedService;
  /** UUID chosen by the sender; the same one again means the same submission. */
  readonly key: string;
  readonly sent: Sent;
  /** What came in, where it was given under an earlier version and `sent` is how it reads now: by that a resend is known. */
  readonly original?: Sent | undefined;
  readonly channel: Channel;
  readonly locale: string;
  /** The civil servant who enters it; left out: the applicant. */
  readonly actor?: AccountActor | undefined;
}

/** What became of a submission. `repeated`: the key was known, this is the answer given then. */
export interface Receipt {
  readonly recordId: number;
  readonly state: string;
  readonly documents: readonly IssuedCredential[];
  readonly repeated: boolean;
}

export interface Intake {
  /** Answers after commit, or throws a Problem. */
  readonly submit: (request: SubmissionRequest) => Promise<Receipt>;
  /** The answer that was given to this submission before, also where its service takes no new ones; undefined: there was none. */
  readonly findAgain: (service: string, key: string, sent: Sent) => Promise<Receipt | undefined>;
  readonly load: () => number;
  readonly drained: () => Promise<void>;
}

interface Item {
  readonly published: PublishedService;
  readonly key: string;
  readonly mac: Buffer;
  readonly answers: Answers;
  readonly channel: Channel;
  readonly locale: string;
  readonly actor: AccountActor | undefined;
}

const attempts = 4;

export const createIntake = (parts: EngineParts & { readonly recordIds: IdBlocks }): Intake => {
  const coalescer = createCoalescer<Item, Receipt>({
    flush: (items) => flush(parts, items),
    maxBatch: 256,
    maxWaiting: 2_048,
    concurrency: 2,
  });
  const macOf = (service: string, sent: Sent): Buffer =>
    parts.secrets.mac('submission', service, canonicalJson(sent)).subarray(0, 16);
  return {
    load: coalescer.load,
    drained: coalescer.drained,
    findAgain: (service, key, sent) => findEarlier(parts.database, service, key, macOf(service, sent)),
    submit: async ({ published, key, sent, original = sent, channel, locale, actor }) => {
      const mac = macOf(published.service.id, original);
      if (namesRecords(published.service.enteredFields)) await parts.referred.know(sent);
      const { answers, errors } = validate(published.service.enteredFields, sent, parts.world(), { channel });
      if (errors.length > 0) {
        // A resend may come when a date that was ahead has passed: what was accepted then is answered again.
        const earlier = await findEarlier(parts.database, published.service.id, key, mac);
        if (earlier) return earlier;
        throw new Problem('invalid-data', { errors });
      }
      return coalescer.add({ published, key: key.toLowerCase(), mac, answers, channel, locale, actor });
    },
  };
};

const findEarlier = async (
  database: Database,
  service: string,
  key: string,
  mac: Buffer,
): Promise<Receipt | undefined> => {
  const [row] = await database.run(findKeys, [[key], [service]]);
  return row && answerAgain(database, row, mac);
};

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
 * Writes a batch: first taking every key for new and every count for nought, which nearly always holds and saves a round
 * trip; if the database says that something did not hold, again with what it knows. If a batch fails for other reasons,
 * each item is written alone, so that one cannot take the others down.
 */
const flush = async (
  parts: EngineParts & { readonly recordIds: IdBlocks },
  items: readonly Item[],
): Promise<readonly (Receipt | Error)[]> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await writeBatch(parts, items, attempt > 1);
    } catch (error) {
      if (conflictKind(error) !== undefined && attempt < attempts) continue;
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
): Promise<ReadonlyMap<Service, NextAssignee | undefined> | undefined> => {
  if (!items.some(({ published }) => published.service.assignment)) return undefined;
  const services = new Set(items.map(({ published }) => published.service));
  return new Map(
    await Promise.all([...services].map(async (service) => [service, await staffing.turnsFor(service)] as const)),
  );
};

const writeBatch = async (
  parts: EngineParts & { readonly recordIds: IdBlocks },
  items: readonly Item[],
  informed: boolean,
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
  const turns = await turnsOf(parts, items);
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
      results[index] = answerAgain(database, row, item.mac).catch((error: Error) => error);
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
  if (fresh.length > 0) {
    const issued = await writeWithBeside(
      database,
      fresh.map(({ toWrite }) => toWrite),
      tallies.changes(),
      parts,
    );
    parts.afterWrite();
    for (const [position, { index, toWrite }] of fresh.entries()) {
      const { record } = toWrite.decision;
      results[index] = { recordId: record.id, state: record.state, documents: issued[position] ?? [], repeated: false };
    }
  }
  // A key that came twice in one batch: the second gets what the first got.
  for (const [index, item] of items.entries()) {
    const first = indexOfKey.get(`${item.published.service.id} ${item.key}`);
    if (results[index] === undefined && first !== undefined) {
      results[index] = items[first]?.mac.equals(item.mac)
        ? { ...((await results[first]) as Receipt), repeated: true }
        : new Problem('key-reused');
    }
  }
  return Promise.all(results);
};
