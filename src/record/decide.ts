import { type Action, getState, type Service } from '../definition/service.ts';
import type { Answers } from '../form/fields/field-type.ts';
import { expressionValues, holds } from '../form/validate.ts';
import { deadlineChange, deadlineIn } from './deadline.ts';
import type { Acted, Actor, Channel, DeadlinePassed, IssuedDocument, RecordEvent, Submitted } from './events.ts';
import { apply, type CaseRecord } from './fold.ts';
import { type FindInstitutionFor, routeRecord } from './route.ts';

/** What a decision depends on besides the record and the command. */
export interface DecisionContext {
  readonly now: Date;
  /** How many other records each declared count finds for these answers. */
  readonly counts: Readonly<Record<string, number>>;
  readonly findInstitutionFor: FindInstitutionFor;
  /** A number for a document that is about to be issued. */
  readonly nextDocumentId: () => number;
}

export interface Decision {
  readonly events: readonly RecordEvent[];
  readonly record: CaseRecord;
}

export interface Submission {
  readonly id: number;
  readonly answers: Answers;
  readonly channel: Channel;
  readonly locale: string;
}

/** A valid submission becomes a record, and whatever follows from the declaration by itself happens at once. */
export const decideSubmission = (service: Service, submission: Submission, context: DecisionContext): Decision => {
  const state = service.initialState;
  const { institution, route } = routeRecord(
    service,
    ruleValues(service, submission.answers, state, context),
    context.now,
    context.findInstitutionFor,
  );
  const deadline = deadlineIn(service, state, context.now);
  const submitted: Submitted = {
    kind: 'submitted',
    at: context.now,
    actor: { kind: 'applicant' },
    facts: {
      state,
      channel: submission.channel,
      locale: submission.locale,
      institution,
      route,
      ...(deadline && { deadline }),
    },
    content: submission.answers,
  };
  return followUp(service, { events: [submitted], record: apply(submission.id, undefined, submitted) }, context);
};

/** An action that was found allowed (see `findRefusal`) and whose inputs were validated. */
export const decideAction = (
  service: Service,
  record: CaseRecord,
  action: Action,
  actor: Actor,
  inputs: Answers,
  context: DecisionContext,
): Decision => {
  const acted = actedEvent(
    service,
    record,
    action,
    actor,
    context,
    Object.keys(inputs).length > 0 ? inputs : undefined,
  );
  return followUp(service, { events: [acted], record: apply(record.id, record, acted) }, context);
};

/** A deadline that has passed calls upon the declared roles; undefined when it no longer runs or is not due. */
export const decideDeadline = (service: Service, record: CaseRecord, now: Date): Decision | undefined => {
  const running = record.deadline;
  if (!running || !('dueAt' in running) || running.dueAt > now) return undefined;
  const declared = service.deadlines.find(({ name }) => name === running.name);
  const passed: DeadlinePassed = {
    kind: 'deadline-passed',
    at: now,
    actor: { kind: 'system' },
    facts: { deadline: running.name, escalatedTo: declared?.escalate ?? [] },
  };
  return { events: [passed], record: apply(record.id, record, passed) };
};

/** Automatic actions, until none applies. A declaration whose rules chase each other stops after as many steps as it has actions. */
const followUp = (service: Service, decision: Decision, context: DecisionContext): Decision => {
  let { record } = decision;
  const events = [...decision.events];
  for (let step = 0; step < service.actions.size; step++) {
    const action = nextAutomaticAction(service, record, context);
    if (!action) break;
    const acted = actedEvent(service, record, action, { kind: 'system' }, context, undefined);
    events.push(acted);
    record = apply(record.id, record, acted);
  }
  return { events, record };
};

const nextAutomaticAction = (service: Service, record: CaseRecord, context: DecisionContext): Action | undefined => {
  const values = ruleValues(service, record.answers, record.state, context);
  for (const action of service.actions.values()) {
    if (action.automatic && action.from.includes(record.state) && holds(action.automatic.when, values, context.now))
      return action;
  }
  return undefined;
};

/** What rules look at: the answers, the state, and the declared counts. */
const ruleValues = (
  service: Service,
  answers: Answers,
  state: string,
  context: DecisionContext,
): Record<string, unknown> => {
  const values = expressionValues(service.fields.values(), answers);
  values['state'] = state;
  for (const { name } of service.counts) values[name] = BigInt(context.counts[name] ?? 0);
  return values;
};

const actedEvent = (
  service: Service,
  record: CaseRecord,
  action: Action,
  actor: Actor,
  context: DecisionContext,
  content: Answers | undefined,
): Acted => {
  const state = action.to === 'previous' ? (record.previousState ?? record.state) : action.to;
  const deadline = deadlineChange(service, record, state, context.now);
  const issued = action.issue === undefined ? [] : [issueDocument(service, record, action.issue, context)];
  const revoked = record.documents
    .filter((document) => document.kind === action.revoke && !document.revoked)
    .map(({ id }) => id);
  return {
    kind: 'acted',
    at: context.now,
    actor,
    facts: {
      action: action.name,
      state: getState(service, state).name,
      ...(actor.kind === 'system' && { automatic: { counts: context.counts } }),
      ...(issued.length > 0 && { issued }),
      ...(revoked.length > 0 && { revoked }),
      ...(deadline && { deadline }),
    },
    ...(content && { content }),
  };
};

const issueDocument = (
  service: Service,
  record: CaseRecord,
  kind: string,
  context: DecisionContext,
): IssuedDocument => {
  const declared = service.documents.get(kind);
  const from = declared?.from && record.answers[declared.from];
  const until = declared?.until && record.answers[declared.until];
  return { id: context.nextDocumentId(), kind, ...(from && { from }), ...(until && { until }) };
};
