import { conflictKind } from '../base/database-conflict.ts';
import type { Database, Queryable } from '../base/database.ts';
import { writeWithBeside } from '../events/beside.ts';
import { findRecord, type LoadParts } from '../events/load-record.ts';
import { referenceOf } from '../events/reference.ts';
import type { WriteParts } from '../events/write-decisions.ts';
import type { ServiceVersion } from '../access/scope.ts';
import { apply } from '../record/fold.ts';
import { addMonths, erasureByRule } from '../record/retention.ts';
import {
  type ErasurePreviewRow,
  keepErasureFailure,
  listErasureFailures,
  listToErase,
  previewErasures,
  purgeMessages,
} from './retention-queries.ts';

/** What erasing by rule needs from the rest of the program. */
export interface RetentionParts extends LoadParts, Pick<WriteParts, 'secrets' | 'dataKeys'> {
  readonly database: Database;
  readonly dataKeys: WriteParts['dataKeys'];
  /** Every version under which there are records. */
  readonly listVersions: () => Promise<readonly ServiceVersion[]>;
}

const day = 86_400_000;

/** For each version, since when a record must have been over to be erased at a moment. */
const keptUntil = (versions: readonly ServiceVersion[], moment: Date): string =>
  JSON.stringify(
    versions.map(({ versionId, service }) => ({
      service: service.id,
      version: versionId,
      since: addMonths(moment, -service.keepMonths),
    })),
  );

/**
 * Erases what records say of persons when the time that their declaration gives is over, each in a transaction of its own and
 * never while something runs (see `erasureByRule`). One that fails holds up no other: it is kept in sight and tried again a
 * day later; the error is thrown in the end. Gives how many were erased.
 */
export const eraseByRule = async (parts: RetentionParts, now: Date, batch = 100): Promise<number> => {
  const kept = keptUntil(await parts.listVersions(), now);
  const failures: unknown[] = [];
  let [erased, after] = [0, 0];
  for (;;) {
    const rows = await parts.database.run(listToErase, [kept, after, batch, new Date(+now - day)]);
    for (const { id } of rows) {
      try {
        if (await eraseOne(parts, id, now)) erased++;
      } catch (error) {
        failures.push(error);
        await parts.database.run(keepErasureFailure, [id, now, (error as Error).name]);
      }
    }
    const last = rows.at(-1);
    if (!last || rows.length < batch) break;
    after = last.id;
  }
  if (failures.length > 0) throw failures[0];
  return erased;
};

const attempts = 3;

const eraseOne = async (parts: RetentionParts, id: number, now: Date): Promise<boolean> => {
  for (let attempt = 1; ; attempt++) {
    const loaded = await findRecord(parts, id);
    const event = loaded && erasureByRule(loaded.service, loaded.record, now);
    if (!event) return false;
    const { service, versionId, record: before, digest } = loaded;
    const decision = { events: [event], record: apply(id, before, event) };
    try {
      const write = { service, versionId, before: { record: before, digest }, decision };
      await writeWithBeside(parts.database, [write], [], { ...parts, ...nothingElse });
      return true;
    } catch (error) {
      // Somebody acted on it meanwhile: it is looked at again.
      if (conflictKind(error) === undefined || attempt === attempts) throw error;
    }
  }
};

/** Erasing issues no document and tells nobody: the number to write to is gone. */
const nothingElse = {
  sign: () => {
    throw new Error('erasing issues nothing');
  },
  delivers: false,
};

export interface ErasurePreview {
  /** By service, what is due by that moment. What still runs then stays. */
  readonly due: readonly ErasurePreviewRow[];
  readonly failures: readonly { readonly reference: string; readonly at: Date; readonly error: string }[];
}

/** What rules will have erased by a moment, as far as nothing more happens; and what could not be erased. */
export const previewErasure = async (
  { database, listVersions }: Pick<RetentionParts, 'database' | 'listVersions'>,
  moment: Date,
): Promise<ErasurePreview> => {
  const versions = await listVersions();
  const prefixes = new Map(versions.map(({ service }) => [service.id, service.referencePrefix]));
  const [due, failures] = await Promise.all([
    database.run(previewErasures, [keptUntil(versions, moment)]),
    database.run(listErasureFailures),
  ]);
  return {
    due,
    failures: failures.map(({ id, service, at, error }) => ({
      reference: referenceOf(prefixes.get(service) ?? '', id),
      at,
      error,
    })),
  };
};

const messagesAtOnce = 1_000;

/** Removes messages that were delivered, or given up, more than `days` ago; gives whether there are more. */
export const purgeOldMessages = async (database: Queryable, now: Date, days: number): Promise<boolean> =>
  (await database.run(purgeMessages, [new Date(+now - days * day), messagesAtOnce])).length === messagesAtOnce;
