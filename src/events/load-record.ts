import type { Queryable } from '../base/database.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Service } from '../definition/service.ts';
import type { RecordEvent } from '../record/events.ts';
import { type CaseRecord, fold } from '../record/fold.ts';
import { type DataKeys, recordOwner } from './data-keys.ts';
import { type EventRow, findEvents, findEventsOfMany } from './record-queries.ts';
import { hasSealed, placeOfEvent, unsealValues } from './sealed-answers.ts';

/** A record with all that happened to it and the declaration it is pinned to. */
export interface LoadedRecord {
  readonly service: Service;
  readonly versionId: number;
  readonly record: CaseRecord;
  readonly events: readonly RecordEvent[];
  /** Digest of the last event. */
  readonly digest: Buffer;
}

/** What loading records needs from the rest of the program. */
export interface LoadParts {
  readonly database: Queryable;
  readonly catalogue: Catalogue;
  readonly dataKeys: Pick<DataKeys, 'find'>;
}

/** An event as it was stored, with its sensitive words opened. What has no key any more was erased. */
export const eventOfRow = (
  record: number,
  { number, kind, at, actor, facts, content }: Pick<EventRow, 'number' | 'kind' | 'at' | 'actor' | 'facts' | 'content'>,
  key: Buffer | undefined,
): RecordEvent =>
  // The rows hold what `write-decisions.ts` stored, which the types of RecordEvent describe.
  ({
    kind,
    at,
    actor,
    facts,
    ...(content !== null && {
      content: unsealValues(content as Readonly<Record<string, unknown>>, key, placeOfEvent(record, number)),
    }),
  }) as RecordEvent;

/** Replays a record from its events, or undefined when there is none with that id. */
export const findRecord = async (parts: LoadParts, id: number): Promise<LoadedRecord | undefined> => {
  const { database, dataKeys } = parts;
  const rows = await database.run(findEvents, [id]);
  const owner = recordOwner(id);
  const key = rows.some(({ content }) => hasSealed(content))
    ? (await dataKeys.find(database, [owner])).get(owner)
    : undefined;
  return replay(parts, id, rows, key);
};

/** Those of these records that there are, by their ids. */
export const findRecords = async (
  parts: LoadParts,
  ids: readonly number[],
): Promise<ReadonlyMap<number, LoadedRecord>> => {
  const { database, dataKeys } = parts;
  const byRecord = Map.groupBy(await database.run(findEventsOfMany, [ids]), (row) => row.record_id);
  const sealed = [...byRecord].flatMap(([id, rows]) =>
    rows.some(({ content }) => hasSealed(content)) ? [recordOwner(id)] : [],
  );
  const keys = await dataKeys.find(database, sealed);
  const records = new Map<number, LoadedRecord>();
  for (const [id, rows] of byRecord) {
    const loaded = await replay(parts, id, rows, keys.get(recordOwner(id)));
    if (loaded) records.set(id, loaded);
  }
  return records;
};

const replay = async (
  { catalogue }: Pick<LoadParts, 'catalogue'>,
  id: number,
  rows: readonly EventRow[],
  key: Buffer | undefined,
): Promise<LoadedRecord | undefined> => {
  const last = rows.at(-1);
  if (!last) return undefined;
  const events = rows.map((row) => eventOfRow(id, row, key));
  return {
    service: await catalogue.getVersion(last.service_version),
    versionId: last.service_version,
    record: fold(id, events),
    events,
    digest: last.digest,
  };
};
