import type { Queryable } from '../base/database.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Service } from '../definition/service.ts';
import type { RecordEvent } from '../record/events.ts';
import { type CaseRecord, fold } from '../record/fold.ts';
import { findEvents } from './record-queries.ts';

/** A record with all that happened to it and the declaration it is pinned to. */
export interface LoadedRecord {
  readonly service: Service;
  readonly versionId: number;
  readonly record: CaseRecord;
  readonly events: readonly RecordEvent[];
  /** Digest of the last event. */
  readonly digest: Buffer;
}

/** Replays a record from its events, or undefined when there is none with that id. */
export const findRecord = async (
  database: Queryable,
  catalogue: Catalogue,
  id: number,
): Promise<LoadedRecord | undefined> => {
  const rows = await database.run(findEvents, [id]);
  const last = rows.at(-1);
  if (!last) return undefined;
  // The rows hold what `writeDecisions` stored, which the types of RecordEvent describe.
  const events = rows.map(
    ({ kind, at, actor, facts, content }) =>
      ({ kind, at, actor, facts, ...(content !== null && { content }) }) as RecordEvent,
  );
  return {
    service: await catalogue.getVersion(last.service_version),
    versionId: last.service_version,
    record: fold(id, events),
    events,
    digest: last.digest,
  };
};
