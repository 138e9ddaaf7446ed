import type { Database, Queryable, Transaction } from '../base/database.ts';
import type { Service } from '../definition/service.ts';
import { sensitiveNames } from '../record/field-access.ts';
import { keepNewRecordKeys, type NewDataKey, recordOwner } from './data-keys.ts';
import type { Decision } from '../record/decide.ts';
import { openedRecords } from './opened-records.ts';
import { erasures } from './erasures.ts';
import { recordLinks } from './record-links.ts';
import { recordPoints } from './record-points.ts';
import { recordSubjects } from './record-subjects.ts';
import { surveyRounds } from './survey-rounds.ts';
import type { TallyChange } from './tallies.ts';
import { uploadsOfRecords } from './uploads.ts';
import {
  type DecisionToWrite,
  type IssuedCredential,
  noKeys,
  prepareDecisions,
  type RecordKeys,
  type WriteParts,
} from './write-decisions.ts';

/** A projection that only some services need: it is written in the transaction of the decisions, beside the record. */
export interface Beside {
  readonly concerns: (service: Service, decision: Decision) => boolean;
  readonly write: (
    transaction: Transaction,
    decisions: readonly DecisionToWrite[],
    parts: Pick<WriteParts, 'secrets'>,
  ) => Promise<void>;
}

const all: readonly Beside[] = [
  surveyRounds,
  recordLinks,
  recordSubjects,
  recordPoints,
  uploadsOfRecords,
  openedRecords,
  erasures,
];

/**
 * Writes decisions and what is kept beside their records, in one transaction. Services that need nothing beside pay nothing
 * for it: their decisions are written in a single call.
 * @param also what the caller writes in the same transaction
 * @param turn until then nothing is written, though all is made ready
 */
export const writeWithBeside = async (
  database: Database,
  decisions: readonly DecisionToWrite[],
  tallies: readonly TallyChange[],
  parts: WriteParts,
  also?: (transaction: Transaction) => Promise<void>,
  turn?: Promise<void>,
): Promise<readonly (readonly IssuedCredential[])[]> => {
  const needed = all.flatMap((beside) => {
    const concerned = decisions.filter(({ service, decision }) => beside.concerns(service, decision));
    return concerned.length > 0 ? [{ beside, concerned }] : [];
  });
  const { keys, made } = await keysFor(database, decisions, parts);
  const { issued, write } = prepareDecisions(decisions, tallies, parts, keys);
  await turn;
  if (needed.length === 0 && made.length === 0 && !also) {
    await write(database);
    return issued;
  }
  return database.transaction(async (transaction) => {
    await write(transaction);
    await keepNewRecordKeys(transaction, made);
    for (const { beside, concerned } of needed) await beside.write(transaction, concerned, parts);
    await also?.(transaction);
    return issued;
  });
};

const saysSensitive = ({ service, decision }: DecisionToWrite): boolean => {
  const names = sensitiveNames(service);
  return (
    names.size > 0 && decision.events.some(({ content }) => Object.keys(content ?? {}).some((name) => names.has(name)))
  );
};

/** The keys of those records of which something sensitive is written, and those among them that are new. */
const keysFor = async (
  database: Queryable,
  decisions: readonly DecisionToWrite[],
  { dataKeys }: Pick<WriteParts, 'dataKeys'>,
): Promise<{ readonly keys: RecordKeys; readonly made: readonly NewDataKey[] }> => {
  const sensitive = decisions.filter(saysSensitive);
  if (sensitive.length === 0) return { keys: noKeys, made: [] };
  const owners = (wanted: readonly DecisionToWrite[]) => wanted.map(({ decision }) => recordOwner(decision.record.id));
  const known = await dataKeys.find(database, owners(sensitive.filter(({ before }) => before !== undefined)));
  const lacking = sensitive.filter(({ decision }) => !known.has(recordOwner(decision.record.id)));
  const made = await dataKeys.make(owners(lacking));
  const fresh = new Map(made.map(({ owner, key }) => [owner, key]));
  const keys = new Map<number, Buffer>();
  for (const { decision } of sensitive) {
    const owner = recordOwner(decision.record.id);
    const key = known.get(owner) ?? fresh.get(owner);
    if (key) keys.set(decision.record.id, key);
  }
  return { keys, made };
};
