import { setImmediate as nextTurn, setTimeout as rest } from 'node:timers/promises';
import type { Database, Queryable, Transaction } from '../base/database.ts';
import type { Secrets } from '../base/secrets.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { contactOf, identityOf } from '../events/contact.ts';
import { type NumberHashes, searchWords, wordsEdition } from '../record/search-words.ts';
import {
  findPosition,
  findProgress,
  listBelow,
  listChanged,
  lockProgress,
  noteBelow,
  noteUpTo,
  type SearchProgressRow,
  type ToReadRow,
  writeWords,
} from './search-index-queries.ts';
import { lastRecordId } from './worklist-queries.ts';

export interface SearchIndexParts {
  readonly database: Database;
  readonly catalogue: Pick<Catalogue, 'getVersion'>;
  readonly secrets: Pick<Secrets, 'mac'>;
  /** Submissions are being written, which come first. */
  readonly isBusy?: () => boolean;
}

/** Keeps the words by which records are found. */
export interface SearchIndex {
  /** Reads records that changed, then older ones that were not read yet; gives whether there are more. */
  readonly follow: () => Promise<boolean>;
  /** What was written until now is found, unless that is so much that it is still being read. */
  readonly caughtUp: () => Promise<void>;
}

export const numberHashes = (secrets: Pick<Secrets, 'mac'>): NumberHashes => ({
  phone: (number) => contactOf(secrets, number).toString('base64url'),
  identity: (number) => identityOf(secrets, number).toString('base64url'),
});

/** Whether the words of all records were read by the rule of this program. */
export const isWholeIndex = async (database: Queryable): Promise<boolean> => {
  const [progress] = await database.run(findProgress);
  return progress?.edition === wordsEdition && progress.below === null;
};

const eventsAtOnce = 500;
const recordsAtOnce = 500;
const readInOneTurn = 25;
/** How long whoever submits is let go first before some more is read nevertheless. Milliseconds. */
const mostPatience = 2_000;
const lookAgain = 50;

/**
 * Changes are found by the numbers of events, which are given before their transactions commit and so may appear out of order.
 * Every stretch of numbers is therefore looked at twice: at once, and when all that had begun by then has ended. What was read
 * already is known by the record's last event.
 */
export const createSearchIndex = ({
  database,
  catalogue,
  secrets,
  isBusy = () => false,
}: SearchIndexParts): SearchIndex => {
  const hashes = numberHashes(secrets);
  let ahead = 0;
  let mark: { readonly last: number; readonly next: number } | undefined;
  let running: Promise<boolean> = Promise.resolve(false);
  let waiting: Promise<boolean> | undefined;

  const read = async (transaction: Transaction, rows: readonly ToReadRow[]): Promise<void> => {
    const given: object[] = [];
    for (const [index, { id, versionId, institution, standing, lastEvent, data }] of rows.entries()) {
      // oxlint-disable-next-line no-await-in-loop -- so that others are served in between
      if (index % readInOneTurn === 0) await nextTurn();
      const service = await catalogue.getVersion(versionId);
      for (const { audience, words } of searchWords(service, institution, standing, data, hashes))
        given.push({ id, audience, last_event: lastEvent, words });
    }
    if (rows.length > 0) await transaction.run(writeWords, [JSON.stringify(given), rows.map(({ id }) => id)]);
  };

  const letOthersFirst = async (): Promise<void> => {
    for (let waited = 0; isBusy() && waited < mostPatience; waited += lookAgain) await rest(lookAgain);
  };

  const readEvents = async (from: number, to: number): Promise<void> => {
    for (let at = from; at < to; at += eventsAtOnce) {
      // oxlint-disable-next-line no-await-in-loop -- one stretch after the other
      await letOthersFirst();
      // oxlint-disable-next-line no-await-in-loop -- one stretch after the other
      await database.transaction(async (transaction) => {
        await transaction.run(lockProgress);
        await read(transaction, await transaction.run(listChanged, [at, Math.min(to, at + eventsAtOnce)]));
      });
    }
  };

  const followOnce = async (): Promise<boolean> => {
    const [progress] = await database.run(findProgress);
    const [position] = await database.run(findPosition);
    if (!progress || !position) return false;
    await readEvents(Math.max(ahead, progress.upTo), position.last);
    ahead = Math.max(ahead, position.last);
    if (mark && position.oldest >= mark.next) {
      await readEvents(progress.upTo, mark.last);
      await database.run(noteUpTo, [mark.last]);
      mark = undefined;
    }
    if (ahead > progress.upTo) mark ??= position;
    await letOthersFirst();
    return readOlder(database, progress, read);
  };

  // Whoever asks while one look is under way shares the next.
  const follow = (): Promise<boolean> => {
    waiting ??= running.then(begin, begin);
    return waiting;
  };
  const begin = (): Promise<boolean> => {
    waiting = undefined;
    running = followOnce();
    return running;
  };

  return {
    follow,
    caughtUp: async () => {
      await Promise.race([
        follow().catch(() => false),
        new Promise((resolve) => setTimeout(resolve, mostWait).unref()),
      ]);
    },
  };
};

const mostWait = 400;

/** Some more of the records that were there before their words were kept, or whose words are read by another rule. */
const readOlder = async (
  database: Database,
  known: SearchProgressRow,
  read: (transaction: Transaction, rows: readonly ToReadRow[]) => Promise<void>,
): Promise<boolean> => {
  if (known.edition === wordsEdition && known.below === null) return false;
  return database.transaction(async (transaction) => {
    const [progress] = await transaction.run(lockProgress);
    if (!progress || (progress.edition === wordsEdition && progress.below === null)) return false;
    const isNew = progress.edition !== wordsEdition || progress.below === null;
    const below = isNew ? ((await transaction.run(lastRecordId))[0]?.last ?? 0) + 1 : progress.below;
    const rows = await transaction.run(listBelow, [below, recordsAtOnce]);
    await read(
      transaction,
      rows.filter(({ erased }) => !erased),
    );
    const last = rows.length < recordsAtOnce ? null : rows.at(-1)!.id;
    await transaction.run(noteBelow, [last, wordsEdition]);
    return last !== null;
  });
};
