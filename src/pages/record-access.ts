import { Problem } from '../base/problem.ts';
import { exceptionalActor, exceptionalReader, openedUntil } from '../access/break-glass.ts';
import { clientNetwork } from '../access/client-network.ts';
import type { Covers, Staff } from '../access/grant.ts';
import { readingAs, type ReadingAs } from '../access/reading-purpose.ts';
import { findOpenOpening, type Opening, type ReadingWay } from '../access/readings.ts';
import { actorFor, candidateOf, readerOf } from '../access/record-access.ts';
import { maySee, overseeing, seesBasket } from '../access/sight.ts';
import { findRecord, type LoadedRecord } from '../events/load-record.ts';
import { readReference, referenceOf } from '../events/reference.ts';
import { isSecretOf } from '../events/secret.ts';
import { latinDigits } from '../form/digits.ts';
import type { Candidate } from '../record/allowed-actions.ts';
import type { Action } from '../definition/service.ts';
import type { Actor } from '../record/events.ts';
import { closedTo, seenRecord, sensitiveNames } from '../record/field-access.ts';
import { fold } from '../record/fold.ts';
import { leftBy } from '../record/institution-of.ts';
import type { Parts } from './parts.ts';

/**
 * A record that was opened, and as whom: what may be done with it depends on that. `record` and `events` hold nothing that
 * this reader may not see.
 */
export interface OpenedRecord extends LoadedRecord {
  readonly reference: string;
  /** All of it, for deciding what may be done and never to be shown: conditions look at answers that the reader does not see. */
  readonly whole: LoadedRecord;
  readonly reader: Candidate;
  readonly candidate: Candidate;
  readonly actorOf: (action: Action | undefined) => Actor;
  /** This account sees what happened until the record was handed over to that institution, and nothing of it since. */
  readonly handedOverTo?: string;
  /** As what a civil servant reads it, and whether since the account oversees the service. */
  readonly readAs?: ReadingAs & { readonly oversees: boolean };
  /** Names of the sensitive answers that there are and that this reader may open, and has not. */
  readonly closed: readonly string[];
  /** Until when the sensitive answers are open to this account. */
  readonly opening?: Opening | undefined;
  /** This account has no right to it and opened it in an emergency: it reads it until then. */
  readonly openedByExceptionUntil?: Date;
}

/** The reference in its official form, or the Problem that an unknown one gets. */
export const normaliseReference = (
  parts: Parts,
  typed: string,
): { readonly reference: string; readonly id: number } => {
  const read = readReference(latinDigits(typed));
  if (!read || !parts.catalogue.known.some(({ service }) => service.referencePrefix === read.prefix))
    throw new Problem('unknown-record');
  return { reference: referenceOf(read.prefix, read.id), id: read.id };
};

/**
 * Opens a record by its secret. A wrong secret and an unknown reference get the same answer, and after too many of them
 * the client's network has to wait; right ones are not counted. `address` is the client's.
 */
export const openBySecret = async (
  parts: Parts,
  address: string,
  typedReference: string,
  typedSecret: string,
): Promise<OpenedRecord> => {
  const client = clientNetwork(address);
  const wait = parts.secretFailures.take(client);
  if (wait > 0) throw new Problem('too-many-requests', { retryAfter: wait });
  try {
    const { reference } = normaliseReference(parts, typedReference);
    if (!isSecretOf(parts.secrets, reference, latinDigits(typedSecret))) throw new Problem('unknown-record');
    const opened = await openAsApplicant(parts, reference);
    parts.secretFailures.giveBack(client);
    return opened;
  } catch (error) {
    if (!(error instanceof Problem && error.code === 'unknown-record')) parts.secretFailures.giveBack(client);
    throw error;
  }
};

/** Opens a record for an applicant who has proved to hold its secret (see `openBySecret` and the cookie of track pages). */
export const openAsApplicant = async (parts: Parts, reference: string): Promise<OpenedRecord> => {
  const loaded = await load(parts, reference);
  const candidate = { kind: 'applicant' } as const;
  const seen = seenRecord(loaded.service, loaded, candidate);
  return {
    ...loaded,
    ...seen,
    whole: loaded,
    reader: candidate,
    reference,
    candidate,
    actorOf: () => ({ kind: 'applicant' }),
    closed: [],
  };
};

/** The same reader's view of a record to which something has happened. */
export const reopen = (opened: OpenedRecord, loaded: LoadedRecord): OpenedRecord => ({
  ...opened,
  ...loaded,
  ...seenRecord(loaded.service, loaded, opened.reader),
  whole: loaded,
  closed: closedAnswers(loaded, opened.reader),
});

/**
 * Opens a record for a civil servant, or says that there is none: what one may not see does not exist. What is read is written
 * down, in which way; `nothing` where the answer shows nothing of the record.
 */
export const openAsStaff = async (
  parts: Parts,
  typedReference: string,
  staff: Staff,
  way: ReadingWay | 'nothing',
): Promise<OpenedRecord> => {
  const { reference } = normaliseReference(parts, typedReference);
  const present = await load(parts, reference);
  const { covers } = parts;
  const isVisible = maySee(staff, present.service, present.record, covers);
  const until = isVisible ? undefined : await openedUntil(parts.database, staff, present.record.id);
  if (until) return asException(parts, present, { reference, staff, until, way });
  const loaded = isVisible ? present : asHandedOver(staff, present, covers);
  if (!loaded) throw new Problem('unknown-record');
  const { service, record } = loaded;
  const opening = await findOpeningOf(parts, loaded, staff);
  const reader: Candidate = { ...readerOf(staff, service, record, covers), ...(opening && { opened: true }) };
  const readAs = readingAs(staff, service, present.record, covers);
  const oversees = overseeing(staff, service, present.record).length > 0;
  if (way !== 'nothing')
    parts.readings.note({ recordId: record.id, at: parts.world().now, account: staff.accountId, ...readAs, way });
  return {
    ...loaded,
    ...seenRecord(service, loaded, reader),
    whole: loaded,
    reader,
    reference,
    candidate: candidateOf(staff, service, record, covers),
    actorOf: (action) => actorFor(staff, service, record, action, covers),
    ...(!isVisible && { handedOverTo: record.institution }),
    readAs: { ...readAs, oversees },
    opening,
    closed: closedAnswers(loaded, reader),
  };
};

/** A record that somebody opened in an emergency: to read, whole, and for nothing else. */
const asException = async (
  parts: Parts,
  present: LoadedRecord,
  { reference, staff, until, way }: Exception,
): Promise<OpenedRecord> => {
  const { service, record } = present;
  const opening = await findOpeningOf(parts, present, staff);
  const reader: Candidate = { ...exceptionalReader(staff, service), ...(opening && { opened: true }) };
  const actor = exceptionalActor(staff, service);
  const readAs = { role: actor.role, institution: actor.institution, purpose: 'break-glass' } as const;
  if (way !== 'nothing')
    parts.readings.note({ recordId: record.id, at: parts.world().now, account: staff.accountId, ...readAs, way });
  return {
    ...present,
    ...seenRecord(service, present, reader),
    whole: present,
    reader,
    reference,
    candidate: { kind: 'account', account: staff.accountId, roles: new Set() },
    actorOf: () => actor,
    readAs: { ...readAs, oversees: false },
    opening,
    closed: closedAnswers(present, reader),
    openedByExceptionUntil: until,
  };
};

interface Exception {
  readonly reference: string;
  readonly staff: Staff;
  readonly until: Date;
  readonly way: ReadingWay | 'nothing';
}

/**
 * A record as it was when an institution that this account works for handed it over: who gave it away still sees that and
 * to whom, and nothing of what happened since. Undefined where it never did.
 */
const asHandedOver = (staff: Staff, present: LoadedRecord, covers: Covers): LoadedRecord | undefined => {
  const { service, record, events } = present;
  const left = events.findLastIndex((event, index) => {
    const from = leftBy(event);
    if (from === undefined) return false;
    const then = fold(record.id, events.slice(0, index + 1));
    return seesBasket(staff, service, { ...then, institution: from }, covers);
  });
  if (left === -1) return undefined;
  const until = events.slice(0, left + 1);
  return { ...present, events: until, record: fold(record.id, until) };
};

/** The opening by which this account reads the sensitive answers now; nobody asks where there are none. */
const findOpeningOf = async (
  parts: Parts,
  { service, record }: LoadedRecord,
  { accountId }: Staff,
): Promise<Opening | undefined> =>
  sensitiveNames(service).size === 0
    ? undefined
    : findOpenOpening(parts.database, record.id, accountId, parts.world().now);

/** Sensitive answers of a record, in its form or in what was said since, that this reader may open and has not. */
const closedAnswers = ({ service, record, events }: LoadedRecord, reader: Candidate): readonly string[] => {
  const names = closedTo(service, reader);
  if (names.size === 0) return [];
  const answered = new Set([
    ...Object.keys(record.answers),
    ...events.flatMap(({ content }) => Object.keys(content ?? {})),
  ]);
  return [...names].filter((name) => answered.has(name));
};

const load = async (parts: Parts, reference: string): Promise<LoadedRecord> => {
  const loaded = await findRecord(parts.engine, normaliseReference(parts, reference).id);
  // The letters must be the service's own, or two references would name one record.
  if (!loaded || referenceOf(loaded.service.referencePrefix, loaded.record.id) !== reference)
    throw new Problem('unknown-record');
  return loaded;
};
