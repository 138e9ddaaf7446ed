import type { Database, Transaction } from '../base/database.ts';
import type { Service } from '../definition/service.ts';
import { recordLinks } from './record-links.ts';
import { surveyRounds } from './survey-rounds.ts';
import type { TallyChange } from './tallies.ts';
import { uploadsOfRecords } from './uploads.ts';
import { type DecisionToWrite, type IssuedCredential, writeDecisions, type WriteParts } from './write-decisions.ts';

/** A projection that only some services need: it is written in the transaction of the decisions, beside the record. */
export interface Beside {
  readonly concerns: (service: Service) => boolean;
  readonly write: (transaction: Transaction, decisions: readonly DecisionToWrite[]) => Promise<void>;
}

const all: readonly Beside[] = [surveyRounds, recordLinks, uploadsOfRecords];

/**
 * Writes decisions and what is kept beside their records, in one transaction. Services that need nothing beside pay nothing
 * for it: their decisions are written in a single call.
 */
export const writeWithBeside = (
  database: Database,
  decisions: readonly DecisionToWrite[],
  tallies: readonly TallyChange[],
  parts: WriteParts,
): Promise<readonly (readonly IssuedCredential[])[]> => {
  const needed = all.flatMap((beside) => {
    const concerned = decisions.filter(({ service }) => beside.concerns(service));
    return concerned.length > 0 ? [{ beside, concerned }] : [];
  });
  if (needed.length === 0) return writeDecisions(database, decisions, tallies, parts);
  return database.transaction(async (transaction) => {
    const issued = await writeDecisions(transaction, decisions, tallies, parts);
    for (const { beside, concerned } of needed) await beside.write(transaction, concerned);
    return issued;
  });
};
