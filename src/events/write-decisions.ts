import type { Queryable } from '../base/database.ts';
import type { Secrets } from '../base/secrets.ts';
import { getState, type Service } from '../definition/service.ts';
import { phoneOfApplicant } from '../form/applicant.ts';
import { barredActions } from '../record/allowed-actions.ts';
import { nextMoment } from '../record/clock.ts';
import type { Decision } from '../record/decide.ts';
import { isByClock } from '../record/events.ts';
import type { CaseRecord } from '../record/fold.ts';
import { sensitiveNames } from '../record/field-access.ts';
import { isUrgent } from '../record/nouns/priority.ts';
import { isEscalated, type RecordTask } from '../record/nouns/tasks.ts';
import { messageAfter, templateOf } from '../record/message.ts';
import { contactOf } from './contact.ts';
import type { DataKeys } from './data-keys.ts';
import { type SealedEvent, sealEvents } from './digest.ts';
import { listedAnswers, placeOfEvent, sealSalt, sealValues } from './sealed-answers.ts';
import type { TallyChange } from './tallies.ts';
import { writeDecisionsStatement } from './write-queries.ts';

/** A decision with all that is written with it. */
export interface DecisionToWrite {
  readonly service: Service;
  readonly versionId: number;
  readonly before: { readonly record: CaseRecord; readonly digest: Buffer } | undefined;
  readonly decision: Decision;
  /** Only for submissions: what lets a resend find this record. */
  readonly key?: { readonly key: string; readonly mac: Buffer };
}

/** Makes the signed text of a document; runs before the write, so that what is stored is what was answered. */
export type SignDocument = (service: Service, record: CaseRecord, documentId: number, at: Date) => string;

export interface WriteParts {
  readonly sign: SignDocument;
  /** Whether messages go out through a gateway; without one they count as sent as soon as they are written. */
  readonly delivers: boolean;
  /** Makes keyed hashes. */
  readonly secrets: Secrets;
  /** Keys under which sensitive answers lie. */
  readonly dataKeys: DataKeys;
}

/** The keys under which the sensitive answers of records lie, by record. */
export type RecordKeys = ReadonlyMap<number, Buffer>;
export const noKeys: RecordKeys = new Map();

export interface IssuedCredential {
  readonly id: number;
  readonly kind: string;
  readonly credential: string;
}

const hex = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`;

/** Decisions in the words in which the database takes them. */
export interface PreparedDecisions {
  /** The documents issued by each, in order. */
  readonly issued: readonly (readonly IssuedCredential[])[];
  /** Writes them and their consequences whole or not at all. */
  readonly write: (database: Queryable) => Promise<void>;
}

/** All the work that needs no database: it is done before a transaction begins, which others may wait for. */
export const prepareDecisions = (
  decisions: readonly DecisionToWrite[],
  tallies: readonly TallyChange[],
  { sign, delivers, secrets }: Pick<WriteParts, 'sign' | 'delivers' | 'secrets'>,
  keys: RecordKeys,
): PreparedDecisions => {
  const records = [];
  const events = [];
  const documents: object[] = [];
  const revocations = [];
  const messages = [];
  const tasks: object[] = [];
  const issuedByDecision: IssuedCredential[][] = [];
  const institutionsToTell = new Set<string>();
  const inWords = createInstantWriter();

  for (const { service, versionId, before, decision, key } of decisions) {
    const { record } = decision;
    const phone = phoneOfApplicant(service, record.answers);
    records.push({
      ...recordRow(service, versionId, record, inWords),
      data: listedAnswers(service, record.answers, secrets),
      ...(phone !== undefined && { contact: hex(contactOf(secrets, phone)) }),
      ...(key && { key: key.key, key_mac: hex(key.mac) }),
    });
    for (const sealed of sealEvents(record.id, decision.events, before?.record.lastEvent, before?.digest)) {
      const { number, event, commitment, digest } = sealed;
      const { kind, at, actor, facts } = event;
      const bound = { record_id: record.id, number, kind, at: inWords(at), actor, facts, digest: hex(digest) };
      events.push(
        commitment
          ? { ...bound, commitment: hex(commitment), ...keptContent(service, record.id, sealed, keys.get(record.id)) }
          : bound,
      );
    }
    const issued = decision.events.flatMap((event) => (event.kind === 'acted' ? (event.facts.issued ?? []) : []));
    const at = inWords(record.updatedAt);
    const credentials = issued.map(({ id, kind }) => ({
      id,
      kind,
      credential: sign(service, record, id, record.updatedAt),
    }));
    issued.forEach(({ id, kind, from, until }, index) =>
      documents.push({
        id,
        record_id: record.id,
        kind,
        issued_at: at,
        valid_from: from,
        valid_until: until,
        credential: credentials[index]?.credential,
      }),
    );
    issuedByDecision.push(credentials);
    for (const event of decision.events) {
      if (event.kind === 'acted') for (const id of event.facts.revoked ?? []) revocations.push({ id, revoked_at: at });
    }
    const done = decision.events.findLast((event) => event.kind === 'acted');
    const last = done?.kind === 'acted' ? service.actions.get(done.facts.action) : undefined;
    const message = messageAfter(service, before?.record, record, last);
    if (message !== undefined && phone !== undefined) {
      messages.push({
        record_id: record.id,
        template: templateOf(message),
        channel: 'sms',
        // Who sends it asks the record for a sensitive number.
        recipient: sensitiveNames(service).has(service.applicant.phone ?? '') ? '' : phone,
        locale: record.locale,
        values: { event: record.lastEvent },
        ...(delivers ? { status: 'waiting' } : { status: 'sent', sent_at: at }),
      });
    }
    if (isOpen(service, record) || before) institutionsToTell.add(record.institution);
    if (before && before.record.institution !== record.institution) institutionsToTell.add(before.record.institution);
    for (const task of changedTasks(decision, before?.record)) {
      tasks.push(taskRow(service, versionId, record, task, inWords));
      institutionsToTell.add(task.institution);
    }
  }
  const told = institutionsToTell.size > 0 ? JSON.stringify([...institutionsToTell].slice(0, 50)) : null;
  const isNew = ({ seen, n }: TallyChange) => seen === undefined && n !== 0;
  const tallyRow = ({ key, name, service, seen, n }: TallyChange) => ({ key: hex(key), name, service, seen, n });
  const lists = [
    records,
    events,
    tallies.filter(isNew).map(tallyRow),
    tallies.filter((tally) => !isNew(tally)).map(tallyRow),
    documents,
    revocations,
    messages,
    tasks,
  ];
  const values = [...lists.map((rows) => (rows.length > 0 ? JSON.stringify(rows) : null)), told];
  return {
    issued: issuedByDecision,
    write: async (database) => void (await database.run(writeDecisionsStatement, values)),
  };
};

/** What was said at an event, as it is kept: with sensitive words in it, these and the salt of its commitment are sealed. */
const keptContent = (
  service: Service,
  record: number,
  { number, event, salt }: SealedEvent,
  key: Buffer | undefined,
) => {
  const content = event.content ?? {};
  const sensitive = sensitiveNames(service);
  if (!salt) return {};
  if (!Object.keys(content).some((name) => sensitive.has(name))) return { salt: hex(salt), content };
  if (!key) throw new Error(`record ${record} has sensitive answers and no key`);
  const place = placeOfEvent(record, number);
  return {
    salt: hex(sealSalt(key, place, salt)),
    content: sealValues(content, (name) => sensitive.has(name), key, place),
  };
};

const isOpen = (service: Service, record: CaseRecord): boolean => getState(service, record.state).meaning === 'open';

/** The tasks of which a decision changes what lists say, as they are after it. */
const changedTasks = ({ events, record }: Decision, before: CaseRecord | undefined): readonly RecordTask[] => {
  if (record.tasks.length === 0 || (before && record.priority !== before.priority)) return record.tasks;
  const changed = new Set(
    events.flatMap((event) => {
      if (event.kind === 'task-overdue') return [event.facts.task];
      if (event.kind === 'recounted') return (event.facts.tasks ?? []).map(({ name }) => name);
      if (event.kind === 'succeeded') return Object.keys(event.facts.tasks ?? {});
      const { opened = [], answered, withdrawn = [] } = (isByClock(event) ? undefined : event.facts.tasks) ?? {};
      return [...opened.map(({ name }) => name), ...(answered ? [answered.name] : []), ...withdrawn];
    }),
  );
  return record.tasks.filter(({ name }) => changed.has(name));
};

/** How a task stands, as lists read it. */
export const taskRow = (
  service: Service,
  versionId: number,
  record: CaseRecord,
  task: RecordTask,
  inWords: (instant: Date) => string,
) => ({
  record_id: record.id,
  name: task.name,
  service_version: versionId,
  institution: task.institution,
  open: task.standing === 'open',
  escalated: isEscalated(task),
  urgent: isUrgent(service, record),
  opened_at: inWords(task.openedAt),
  ...(task.dueAt && { due_at: inWords(task.dueAt) }),
  ...(task.standing === 'answered' && { outcome: task.outcome }),
  ...(task.standing !== 'open' && { ended_at: inWords(task.at) }),
});

/** Instants as text. Those of one batch are nearly all the same one. */
const createInstantWriter = () => {
  let last: Date | undefined;
  let words = '';
  return (instant: Date): string => {
    if (instant !== last) {
      last = instant;
      words = instant.toISOString();
    }
    return words;
  };
};

/** How a record stands, as lists read it. */
export const recordRow = (
  service: Service,
  versionId: number,
  record: CaseRecord,
  inWords: (instant: Date) => string,
) => {
  const next = nextMoment(record);
  const barred = barredActions(service, record, record.updatedAt);
  return {
    id: record.id,
    service: service.id,
    service_version: versionId,
    state: record.state,
    open: isOpen(service, record),
    institution: record.institution,
    escalated: record.escalatedTo.length > 0,
    ...(record.deadline && {
      deadline: record.deadline.name,
      ...('dueAt' in record.deadline && { due_at: record.deadline.dueAt }),
    }),
    ...(next && { next_at: next }),
    data: record.answers,
    channel: record.channel,
    locale: record.locale,
    submitted_at: inWords(record.submittedAt),
    updated_at: inWords(record.updatedAt),
    last_event: record.lastEvent,
    ...(record.assignee !== undefined && { assignee: record.assignee }),
    ...(isUrgent(service, record) && { urgent: true }),
    ...(barred.length > 0 && { barred }),
  };
};
