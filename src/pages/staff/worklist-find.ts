import type { Service } from '../../definition/service.ts';
import { readReference, referenceOf } from '../../events/reference.ts';
import { latinDigits } from '../../form/digits.ts';
import { isWholeIndex, numberHashes } from '../../projections/search-index.ts';
import { wantedWords } from '../../projections/search-query.ts';
import { searchRecords } from '../../projections/worklist-search.ts';
import type { WorklistFilter } from '../../projections/worklist.ts';
import type { Desk, Work } from './desk.ts';
import type { Listed } from './worklist-data.ts';
import { readId, type WorklistQuery } from './worklist-query.ts';

/** The records that a search finds among those that a filter lets pass. */
export const searchRows = async (
  { parts }: Desk,
  { scope, versions }: Work,
  { q, after, exact }: WorklistQuery,
  filter: WorklistFilter,
  limit: number,
): Promise<Listed> => {
  const { database, secrets, searchIndex, world } = parts;
  const { now, readPhone } = world();
  const words = wantedWords(q, readPhone, numberHashes(secrets));
  if (words === undefined)
    return { rows: [], before: undefined, after: undefined, partly: false, found: { exactly: 0 } };
  await searchIndex.caughtUp();
  const wanted = { words, filter, now, limit, below: readId(after), exactly: exact };
  const [{ rows, count, below }, isWhole] = await Promise.all([
    searchRecords(database, scope, versions, wanted),
    isWholeIndex(database),
  ]);
  return {
    rows,
    before: undefined,
    after: below === undefined ? undefined : String(below),
    partly: !isWhole,
    // What is not read yet is not counted either.
    found: isWhole ? count : undefined,
  };
};

/** The reference that was typed, with its letters or without; undefined when it is something else. */
export const findTypedReference = (services: readonly Service[], typed: string): string | undefined => {
  const text = latinDigits(typed);
  for (const candidate of [text, ...services.map(({ referencePrefix }) => referencePrefix + text)]) {
    const read = readReference(candidate);
    if (read && services.some(({ referencePrefix }) => referencePrefix === read.prefix))
      return referenceOf(read.prefix, read.id);
  }
  return undefined;
};
