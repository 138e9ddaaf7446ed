import type { Action, Service } from '../definition/service.ts';
import { holds } from '../form/validate.ts';
import { askedOf } from './asked-action.ts';
import { ruleValues } from './decide.ts';
import type { CaseRecord } from './fold.ts';
import { handsFor, isSameHand } from './hands.ts';
import { extensionRefusal } from './nouns/deadlines.ts';
import { neededHolder } from './nouns/assignment.ts';
import { proposalRefusal } from './nouns/proposals.ts';
import { findOpenTask, type RecordTask } from './nouns/tasks.ts';
import { isThereAlready } from './nouns/transfer.ts';

/** Why somebody may not do an action now. */
export type Refusal =
  | 'wrong-state'
  | 'other-role'
  | 'other-person'
  | 'condition'
  /** There is no proposal to decide on. */
  | 'nothing-proposed'
  /** Who made a proposal does not accept it. */
  | 'own-proposal'
  /** Only who is in charge may do it. */
  | 'not-assignee'
  /** The deadline that it extends has passed, or does not run. */
  | 'not-running'
  /** It was extended as often as may be. */
  | 'extended-enough';

const ofPersons: ReadonlySet<Refusal> = new Set(['other-role', 'other-person', 'own-proposal', 'not-assignee']);

/** Whether somebody else could do it now; nobody can otherwise. */
export const isForOthers = (refusal: Refusal): boolean => ofPersons.has(refusal);

/** Who wants to act: an applicant, or an account with the roles it holds over this record. */
export type Candidate =
  | { readonly kind: 'applicant' }
  | {
      readonly kind: 'account';
      readonly account: string;
      readonly roles: ReadonlySet<string>;
      /**
       * The purposes to which the person consents, for who reads from outside the institution in charge; left out for who is
       * in charge.
       */
      readonly consents?: ReadonlySet<string>;
      /** Has opened the sensitive answers of this record, for a reason that its applicant reads. */
      readonly opened?: true;
      /** The roles held over what was asked of another institution; left out: none. */
      readonly rolesAt?: (institution: string) => ReadonlySet<string>;
      /** See `hands.ts`; left out: its own only. */
      readonly handsFor?: (action: Action) => readonly (readonly string[])[];
    };

/** The refusal that keeps `candidate` from doing the action on the record as it stands, or undefined. */
export const findRefusal = (
  service: Service,
  record: CaseRecord,
  action: Action,
  candidate: Candidate,
  now: Date,
): Refusal | undefined => {
  if (!action.from.includes(record.state) || isThereAlready(record, action)) return 'wrong-state';
  const task = action.answers === undefined ? undefined : findOpenTask(record, action.answers);
  if (action.answers !== undefined && !task) return 'wrong-state';
  const roles = rolesFor(candidate, task);
  const entitled = action.by.some((role) => roles.has(role));
  if (!entitled || !mayCorrect(service, record, action, candidate)) return 'other-role';
  const undecidable = proposalRefusal(service, record, action, candidate);
  if (undecidable) return undecidable;
  if (isTooClose(record, action, candidate)) return 'other-person';
  const unheld = holderRefusal(record, action, candidate);
  if (unheld) return unheld;
  const unextendable = extensionRefusal(record, action);
  if (unextendable) return unextendable;
  return isMet(service, record, action, now) ? undefined : 'condition';
};

/** Guards do not look at counts, which only a write can be sure of. */
const isMet = (service: Service, record: CaseRecord, { when }: Action, now: Date): boolean =>
  !when || holds(when.holds, ruleValues(service, record, { counts: {}, now }), now);

/**
 * The actions of the present state that nobody can do as the record stands, whoever it is: what lists of work leave out.
 * A condition that looks at the clock is judged at the moment of the last event.
 */
export const barredActions = (service: Service, record: CaseRecord, now: Date): readonly string[] => {
  const barred: string[] = [];
  for (const action of service.actions.values()) {
    if (!action.from.includes(record.state) || action.answers !== undefined) continue;
    const decides = action.accept !== undefined || action.decline;
    if (
      isThereAlready(record, action) ||
      (decides && record.proposals.length === 0) ||
      extensionRefusal(record, action) !== undefined ||
      !isMet(service, record, action, now)
    )
      barred.push(action.name);
  }
  return barred;
};

/** Whether it did, or has a hand in, what another person must have done. */
const isTooClose = (record: CaseRecord, action: Action, candidate: Candidate): boolean => {
  if (candidate.kind === 'applicant' || action.otherThan.length === 0) return false;
  const done = record.done.filter(({ action: name }) => action.otherThan.includes(name));
  return handsFor(candidate, action).every((hands) => done.some(({ actor }) => isSameHand(hands, actor)));
};

const applicantOnly: ReadonlySet<string> = new Set(['applicant']);
const nothing: ReadonlySet<string> = new Set();

/** A task is answered by roles held over the institution that it was given to, wherever the record itself is. */
const rolesFor = (candidate: Candidate, task: RecordTask | undefined): ReadonlySet<string> => {
  if (candidate.kind === 'applicant') return applicantOnly;
  return task ? (candidate.rolesAt?.(task.institution) ?? nothing) : candidate.roles;
};

/** What is the matter with who is in charge. To take what one has, or put down what nobody has, is not even offered. */
const holderRefusal = (record: CaseRecord, action: Action, candidate: Candidate): Refusal | undefined => {
  const isMine = candidate.kind === 'account' && record.assignee === candidate.account;
  switch (neededHolder(action)) {
    case 'self':
      return isMine ? undefined : 'not-assignee';
    case 'other':
      return isMine ? 'wrong-state' : undefined;
    case 'held':
      return record.assignee === undefined ? 'wrong-state' : undefined;
    case undefined:
      return undefined;
  }
};

/** Whether an action that corrects or proposes answers has any left that this person may change. */
const mayCorrect = (service: Service, record: CaseRecord, action: Action, candidate: Candidate): boolean => {
  if (action.edit.length + action.propose.length === 0) return true;
  const { edit, propose } = askedOf(service, record, action, candidate);
  return edit.length + propose.length > 0;
};

/** Every action of the present state with what this candidate would be told: allowed ones have no refusal. */
export const actionsFor = (
  service: Service,
  record: CaseRecord,
  candidate: Candidate,
  now: Date,
): readonly { readonly action: Action; readonly refusal: Refusal | undefined }[] =>
  [...service.actions.values()]
    .map((action) => ({ action, refusal: findRefusal(service, record, action, candidate, now) }))
    .filter(({ refusal }) => refusal !== 'wrong-state');
