import { erasedBy } from '../record/nouns/erase.ts';
import type { Beside } from './beside.ts';
import { eraseRecords } from './erasure-queries.ts';

/**
 * What a person said goes in the transaction of the event that erases it: contents of events, files, drafts of messages, the
 * texts of documents, and the key under which sensitive answers lie, so that copies of these are of no use either.
 */
export const erasures: Beside = {
  concerns: (_service, { events }) => events.some((event) => erasedBy(event) !== undefined),
  write: async (transaction, decisions) => {
    for (const { decision } of decisions) {
      const { id, documents, erased } = decision.record;
      if (!erased) continue;
      // oxlint-disable-next-line no-await-in-loop -- one transaction has one connection
      await transaction.run(eraseRecords, [[id], documents.map((document) => document.id), erased.at]);
    }
  },
};
