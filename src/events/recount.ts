import { conflictKind } from '../base/database-conflict.ts';
import type { Database } from '../base/database.ts';
import type { Recounted } from '../record/events.ts';
import { apply } from '../record/fold.ts';
import { recountedEvent } from '../record/recount-deadlines.ts';
import type { Calendar } from '../territory/calendar.ts';
import { keepCalendar } from '../territory/calendar-store.ts';
import { writeWithBeside } from './beside.ts';
import { findRecord, type LoadedRecord, type LoadParts } from './load-record.ts';
import { listRunning } from './record-queries.ts';
import { referenceOf } from './reference.ts';
import type { WriteParts } from './write-decisions.ts';

/** What is due at another time on the calendar of today. */
export interface RecountedRecord {
  readonly reference: string;
  readonly before: LoadedRecord['record'];
  readonly facts: Recounted['facts'];
}

export interface RecountOptions extends LoadParts, Pick<WriteParts, 'secrets' | 'dataKeys'> {
  readonly database: Database;
  readonly dataKeys: WriteParts['dataKeys'];
  readonly calendar: Calendar;
  readonly now: () => Date;
  /** Only records of this service. */
  readonly service?: string | undefined;
  /** Whether what differs is written; otherwise it is only told. */
  readonly write: boolean;
  readonly onFound: (found: RecountedRecord) => void;
}

export interface RecountSummary {
  readonly looked: number;
  readonly differing: number;
}

const batch = 200;
const attempts = 4;

/**
 * Counts what runs now on the calendar of today and writes what differs, each record in a transaction of its own. What was
 * put right does not differ any more: a run that was interrupted is finished by the next one, and one more changes nothing.
 */
export const recountAll = async (options: RecountOptions): Promise<RecountSummary> => {
  const { database, calendar, service, write } = options;
  if (write) await keepCalendar(database, calendar);
  let [looked, differing, after] = [0, 0, 0];
  for (;;) {
    const rows = await database.run(listRunning, [service ?? null, after, batch]);
    for (const { id } of rows) {
      looked++;
      const found = await recountOne(options, id);
      if (!found) continue;
      differing++;
      options.onFound(found);
    }
    const last = rows.at(-1);
    if (!last) return { looked, differing };
    after = last.id;
  }
};

const recountOne = async (options: RecountOptions, id: number): Promise<RecountedRecord | undefined> => {
  const { database, calendar, now, write } = options;
  for (let attempt = 1; ; attempt++) {
    const loaded = await findRecord(options, id);
    if (!loaded) return undefined;
    const { service, versionId, record: before, digest, events } = loaded;
    const event = recountedEvent(service, events, calendar, now());
    if (!event) return undefined;
    const found = { reference: referenceOf(service.referencePrefix, id), before, facts: event.facts };
    if (!write) return found;
    const decision = { events: [event], record: apply(id, before, event) };
    try {
      await writeWithBeside(database, [{ service, versionId, before: { record: before, digest }, decision }], [], {
        ...options,
        ...nothingElse,
      });
      return found;
    } catch (error) {
      // Somebody acted on it meanwhile: it is counted again as it stands then.
      if (conflictKind(error) === undefined || attempt === attempts) throw error;
    }
  }
};

/** Counting again issues no document and tells the applicant nothing. */
const nothingElse = {
  sign: () => {
    throw new Error('counting again issues nothing');
  },
  delivers: true,
};
