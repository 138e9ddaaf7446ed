import type { Field, Service } from '../definition/service.ts';
import type { Answers } from '../form/fields/field-type.ts';
import type { Candidate } from './allowed-actions.ts';
import type { RecordEvent } from './events.ts';
import type { CaseRecord } from './fold.ts';
import { withoutNotes } from './nouns/said-to.ts';

/**
 * Who reads and who changes single answers. Everything that shows answers to civil servants gets them from here, so that
 * an answer that a role must not read never reaches its pages, lists or programs.
 */
type Access = Pick<Field, 'seenBy' | 'changedBy' | 'needsConsent'>;

/** Whether the answers to a question are for this reader; applicants always see their own. */
export const maySee = (field: Access, reader: Candidate): boolean => {
  if (reader.kind === 'applicant') return true;
  const isForRole = field.seenBy === undefined || field.seenBy.some((role) => reader.roles.has(role));
  return isForRole && !lacksConsent(field, reader);
};

/** Whether only the consent of the person would open the answer to this reader. */
export const lacksConsent = ({ needsConsent }: Pick<Field, 'needsConsent'>, reader: Candidate): boolean =>
  needsConsent !== undefined &&
  reader.kind === 'account' &&
  reader.consents !== undefined &&
  !reader.consents.has(needsConsent);

/** Whether this person may correct an answer or propose another: what one may not read one may not write. */
export const mayChange = (field: Access, candidate: Candidate): boolean => {
  const { changedBy } = field;
  if (!maySee(field, candidate)) return false;
  if (changedBy === undefined) return true;
  return candidate.kind === 'applicant'
    ? changedBy.includes('applicant')
    : changedBy.some((role) => candidate.roles.has(role));
};

// Most services let everybody who reads a record read all of it: they pay for one look-up.
const restricted = new WeakMap<Service, readonly Field[]>();

const restrictedFields = (service: Service): readonly Field[] => {
  const known = restricted.get(service);
  if (known) return known;
  const all = [...service.fields.values(), ...[...service.actions.values()].flatMap(({ fields }) => fields)];
  const found = all.filter(({ seenBy, needsConsent }) => seenBy !== undefined || needsConsent !== undefined);
  restricted.set(service, found);
  return found;
};

const sensitive = new WeakMap<Service, ReadonlySet<string>>();

/** Names of the questions, of the form and of actions, whose answers are sensitive: kept encrypted, and read when opened. */
export const sensitiveNames = (service: Service): ReadonlySet<string> => {
  const known = sensitive.get(service);
  if (known) return known;
  const all = [...service.fields.values(), ...[...service.actions.values()].flatMap(({ fields }) => fields)];
  const names = new Set(all.flatMap(({ name, protect }) => (protect === 'sensitive' ? [name] : [])));
  sensitive.set(service, names);
  return names;
};

/** Names of the answers, to the form and to actions, that are not for this reader, whatever is opened. */
export const notFor = (service: Service, reader: Candidate): ReadonlySet<string> =>
  new Set(restrictedFields(service).flatMap((field) => (maySee(field, reader) ? [] : [field.name])));

/** Names of the answers that this reader may open, and has not. */
export const closedTo = (service: Service, reader: Candidate): ReadonlySet<string> => {
  const names = sensitiveNames(service);
  if (names.size === 0 || reader.kind === 'applicant' || reader.opened) return none;
  const others = notFor(service, reader);
  return new Set([...names].filter((name) => !others.has(name)));
};
const none: ReadonlySet<string> = new Set();

/** Names of the answers, to the form and to actions, that this reader does not see: they are for others, or sensitive and not opened. */
export const hiddenFrom = (service: Service, reader: Candidate): ReadonlySet<string> =>
  new Set([...notFor(service, reader), ...closedTo(service, reader)]);

/** The answers without those of these names. */
export const withoutAnswers = (answers: Answers, hidden: ReadonlySet<string>): Answers => {
  for (const name of hidden)
    if (Object.hasOwn(answers, name))
      return Object.fromEntries(Object.entries(answers).filter(([each]) => !hidden.has(each)));
  return answers;
};

/** A record and its events with nothing in them that this reader may not see. */
export const seenRecord = <Seen extends { readonly record: CaseRecord; readonly events: readonly RecordEvent[] }>(
  service: Service,
  { record, events: all }: Seen,
  reader: Candidate,
): Pick<Seen, 'record' | 'events'> => {
  const events = reader.kind === 'applicant' ? withoutNotes(service, all) : all;
  const hidden = hiddenFrom(service, reader);
  if (hidden.size === 0) return { record, events };
  return {
    record: {
      ...record,
      answers: withoutAnswers(record.answers, hidden),
      verdicts: Object.fromEntries(Object.entries(record.verdicts).filter(([name]) => !hidden.has(name))),
      proposals: record.proposals.map((proposal) => ({
        ...proposal,
        values: withoutAnswers(proposal.values, hidden),
        base: withoutAnswers(proposal.base, hidden),
      })),
    },
    events: events.map((event) =>
      event.content === undefined
        ? event
        : ({ ...event, content: withoutAnswers(event.content, hidden) } as RecordEvent),
    ),
  };
};
