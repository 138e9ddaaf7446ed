import type { Database, Transaction } from '../base/database.ts';
import { conflictKind } from '../base/database-conflict.ts';
import type { IdBlocks } from '../base/id-blocks.ts';
import { type FieldError, Problem } from '../base/problem.ts';
import type { Text } from '../base/texts.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Action } from '../definition/service.ts';
import type { Answers, Given } from '../form/fields/field-type.ts';
import type { Consent } from '../form/fields/consent.ts';
import { type Sent, validate } from '../form/validate.ts';
import type { World } from '../form/world.ts';
import { type Candidate, findRefusal, isForOthers, type Refusal } from '../record/allowed-actions.ts';
import { askedOf } from '../record/asked-action.ts';
import { transferFaults } from '../record/nouns/transfer.ts';
import { type Decision, type DecisionContext, decideAction, decideDeadline } from '../record/decide.ts';
import type { Actor, Channel } from '../record/events.ts';
import { decideConsent } from '../record/decide-consent.ts';
import type { CaseRecord } from '../record/fold.ts';
import { proposalFaults } from '../record/nouns/proposals.ts';
import type { FindInstitutionFor } from '../record/nouns/route.ts';
import { readInputs } from '../record/read-inputs.ts';
import { recordValues } from '../record/record-values.ts';
import type { Files } from '../outside/files.ts';
import type { VirusScan } from '../outside/virus-scanner.ts';
import type { Calendar } from '../territory/calendar.ts';
import { findRecord, type LoadedRecord } from './load-record.ts';
import { namesRecords, type ReferredRecords } from './referred-records.ts';
import { findOverdue } from './record-queries.ts';
import { nobodyToChoose, type Staffing, withColleagues } from './staffing.ts';
import { createTallySheet, nothingKnown, readTallies } from './tallies.ts';
import { writeWithBeside } from './beside.ts';
import type { WriteParts } from './write-decisions.ts';

/** What changing records needs from the rest of the program. */
export interface EngineParts extends WriteParts {
  readonly database: Database;
  readonly catalogue: Catalogue;
  readonly documentIds: IdBlocks;
  readonly findInstitutionFor: FindInstitutionFor;
  /** The institution in service that another answers to. */
  readonly findInstitutionAbove: (institution: string) => string | undefined;
  /** On which working days and hours are counted. */
  readonly calendar: Calendar;
  readonly staffing: Staffing;
  /** What files hold. */
  readonly files: Files;
  /** What is done about viruses in them. */
  readonly scan: VirusScan;
  readonly world: () => World;
  /** Records that answers name. */
  readonly referred: Pick<ReferredRecords, 'know' | 'search'>;
  /** Told after each commit: there may be messages to deliver. Must cost nothing. */
  readonly afterWrite: () => void;
}

export interface ActionRequest {
  readonly recordId: number;
  readonly action: string;
  readonly candidate: Candidate;
  readonly actor: Actor;
  readonly sent: Sent;
  /** The last event that the person saw, when the page or client says so: what happened since is not acted upon blindly. */
  readonly seenEvent?: number;
  /** What is written in the same transaction, so that neither is ever there without the other. */
  readonly also?: Also;
}

type Also = (transaction: Transaction, after: CaseRecord) => Promise<void>;

const attempts = 4;

/** What the questions of an action may look at: the answers of the record, and how it came in. */
export const givenTo = ({ service, record }: Pick<LoadedRecord, 'service' | 'record'>): Given =>
  recordValues(service, record);

/** An action as it is asked of one person on one record now: what is asked, checked and decided goes by this. */
export const askedHere = (
  parts: Pick<EngineParts, 'staffing' | 'calendar'>,
  { service, record }: Pick<LoadedRecord, 'service' | 'record'>,
  action: Action,
  candidate: Candidate,
): Promise<Action> => withColleagues(parts, service, record, askedOf(service, record, action, candidate));

/** What is wrong with what was said besides what its questions tell. */
const faultsOf = (record: CaseRecord, action: Action, answers: Answers): readonly FieldError[] => [
  ...proposalFaults(record, action, answers),
  ...transferFaults(record, action, answers),
];

/** Does an action on a record, or throws a Problem. Answered after commit. */
export const act = (parts: EngineParts, request: ActionRequest): Promise<LoadedRecord> => {
  const decide = async (loaded: LoadedRecord, context: DecisionContext): Promise<Decision | undefined> => {
    const declared = loaded.service.actions.get(request.action);
    const refusal = declared
      ? findRefusal(loaded.service, loaded.record, declared, request.candidate, context.now)
      : 'wrong-state';
    if (!declared || refusal) throw refuse(refusal ?? 'wrong-state', declared);
    const action = await askedHere(parts, loaded, declared, request.candidate);
    if (request.seenEvent !== undefined && request.seenEvent !== loaded.record.lastEvent)
      throw new Problem('state-changed');
    const nobody = nobodyToChoose(loaded.service, loaded.record, action);
    if (nobody)
      throw new Problem('not-possible', { errors: [{ path: '', code: 'nobody-qualified', message: nobody }] });
    if (namesRecords(action.fields)) await parts.referred.know(request.sent);
    const read = readInputs(loaded.service, loaded.record, action, request.sent, parts.world());
    const wrong = read.errors.length > 0 ? read.errors : faultsOf(loaded.record, read.action, read.answers);
    if (wrong.length > 0) throw new Problem('invalid-data', { errors: wrong });
    if (read.isNothingNew) return undefined;
    return decideAction(loaded.service, loaded.record, read.action, request.actor, read.answers, context);
  };
  return change(parts, request.recordId, decide, request.also);
};

export interface ConsentRequest {
  readonly recordId: number;
  readonly purpose: string;
  /** What was read and agreed to, as a program or a page sends it; undefined: the consent is taken back. */
  readonly consent: unknown;
  readonly channel: Channel;
}

/** The person gives or takes back a consent, whatever the state; nothing happens where it stands so already. */
export const changeConsent = (parts: EngineParts, request: ConsentRequest): Promise<LoadedRecord> =>
  change(parts, request.recordId, async ({ service, record }, { now }) => {
    const field = service.purposes.get(request.purpose)?.field;
    if (!field) throw new Problem('not-found');
    const { answers, errors } = validate(
      [{ ...field, required: request.consent !== undefined, show: undefined }],
      request.consent === undefined ? {} : { [field.name]: request.consent },
      parts.world(),
    );
    if (errors.length > 0) throw new Problem('invalid-data', { errors });
    const consent = answers[field.name] as Consent | undefined;
    return decideConsent(service, record, { purpose: request.purpose, consent }, { at: now, channel: request.channel });
  });

/**
 * Reminds of deadlines and lets passed ones call upon whom the declaration says; gives how many records that concerned, each
 * in a transaction of its own. What was missed while no program ran happens once, now. A record that fails does not
 * hold up the others: they are done first, then its error is thrown.
 */
export const passDeadlines = async (parts: EngineParts, limit: number): Promise<number> => {
  const now = parts.world().now;
  const due = await parts.database.run(findOverdue, [now, limit]);
  const failures: unknown[] = [];
  for (const { id } of due) {
    await change(parts, id, (loaded, context) =>
      Promise.resolve(decideDeadline(loaded.service, loaded.record, context)),
    ).catch((error) => failures.push(error));
  }
  if (failures.length > 0) throw failures[0];
  return due.length;
};

/** Loads, decides and writes; when somebody else wrote in between, loads and decides again on what is there then. */
export const change = async (
  parts: EngineParts,
  recordId: number,
  decide: (loaded: LoadedRecord, context: DecisionContext) => Promise<Decision | undefined>,
  also?: Also,
): Promise<LoadedRecord> => {
  const { database, secrets, documentIds, findInstitutionFor, findInstitutionAbove, calendar } = parts;
  let answersAfter: Answers | undefined;
  for (let attempt = 1; ; attempt++) {
    const loaded = await findRecord(parts, recordId);
    if (!loaded) throw new Problem('unknown-record');
    const { service, record, versionId, digest } = loaded;
    const { now } = parts.world();
    const counted = [record.answers, ...(answersAfter ? [answersAfter] : [])].map((answers) => ({ service, answers }));
    const known = attempt === 1 ? nothingKnown : await readTallies(database, secrets, counted, now);
    const tallies = createTallySheet(secrets, known, now);
    const nextAssignee = await parts.staffing.turnsFor(service);
    const newDocuments = await documentIds.reserve(service.actions.size);
    const context = {
      now,
      counts: tallies.countsFor(service, record.answers, now),
      calendar,
      findInstitutionFor,
      findInstitutionAbove,
      nextAssignee,
      nextDocumentId: newDocuments.next,
    };
    const decision = await decide(loaded, context).finally(newDocuments.release);
    if (!decision) return loaded;
    tallies.note(service, record, decision.record);
    answersAfter = decision.record.answers;
    try {
      await writeWithBeside(
        database,
        [{ service, versionId, before: { record, digest }, decision }],
        tallies.changes(),
        parts,
        also && ((transaction) => also(transaction, decision.record)),
      );
      parts.afterWrite();
      return { ...loaded, record: decision.record, events: [...loaded.events, ...decision.events] };
    } catch (error) {
      if (conflictKind(error) === undefined || attempt === attempts) throw error;
    }
  }
};

const refusalWords: Readonly<Record<Exclude<Refusal, 'condition'>, Text>> = {
  'wrong-state': {
    ar: 'لم يعد هذا الإجراء ممكنًا في الحالة الحالية للطلب. افتح الصفحة من جديد لترى آخر حالة.',
    fr: 'Cette action n’est plus possible dans l’état actuel. Rouvrez la page pour le voir.',
    en: 'This can no longer be done in the present state. Open the page again to see it.',
  },
  'other-role': {
    ar: 'هذا الإجراء من صلاحية دور آخر.',
    fr: 'Cette action revient à un autre rôle.',
    en: 'This is for another role to do.',
  },
  'other-person': {
    ar: 'سبق أن قرّرتَ في هذا الطلب: يجب أن ينظر فيه موظف آخر.',
    fr: 'Vous avez déjà décidé de cette demande : un autre agent doit l’examiner.',
    en: 'You already decided on this record: another agent has to examine it.',
  },
  'nothing-proposed': {
    ar: 'لا اقتراح تعديل مفتوحًا على هذا السجل.',
    fr: 'Aucune modification n’est proposée pour le moment.',
    en: 'No change is proposed at the moment.',
  },
  'own-proposal': {
    ar: 'أنت من قدّم هذا الاقتراح: يجب أن يقبله شخص آخر.',
    fr: 'Vous avez fait cette proposition : une autre personne doit l’accepter.',
    en: 'You made this proposal: another person has to accept it.',
  },
  'not-assignee': {
    ar: 'هذا الإجراء محصور بالموظف المكلَّف بالطلب.',
    fr: 'Seule la personne à qui la demande est confiée peut le faire.',
    en: 'Only the person in charge of this record may do this.',
  },
  'not-running': {
    ar: 'انقضت المهلة، فلا يمكن تمديدها بعد.',
    fr: 'Le délai est passé : il ne peut plus être prolongé.',
    en: 'The time limit has passed: it can no longer be extended.',
  },
  'extended-enough': {
    ar: 'مُدِّدت هذه المهلة العدد الأقصى من المرات المسموح به، ولا تُمدَّد من جديد.',
    fr: 'Ce délai a été prolongé autant de fois que la règle le permet.',
    en: 'This time limit has been extended as often as the rule allows.',
  },
};

/** Why an action may not be done; the service has its own words for the conditions that it sets. */
export const sayRefusal = (refusal: Refusal, action: Action | undefined): Text =>
  refusal === 'condition' ? (action?.when?.unless ?? refusalWords['wrong-state']) : refusalWords[refusal];

const refuse = (refusal: Refusal, action: Action | undefined): Problem =>
  new Problem(refusal === 'wrong-state' ? 'state-changed' : isForOthers(refusal) ? 'not-allowed' : 'not-possible', {
    errors: [{ path: '', code: refusal, message: sayRefusal(refusal, action) }],
  });
