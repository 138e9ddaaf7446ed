import { type Action, getState, type Service } from '../definition/service.ts';
import type { Answers } from '../form/fields/field-type.ts';
import { holds } from '../form/validate.ts';
import { assignAtArrival } from './arrival.ts';
import { clockEvent, type ClockContext } from './clock.ts';
import type { Acted, Actor, Channel, EventFacts, RecordEvent, Submitted } from './events.ts';
import { apply, type CaseRecord } from './fold.ts';
import type { RuledRecord, Step } from './noun.ts';
import { recordValues } from './record-values.ts';
import { recordNouns } from './nouns.ts';
import type { NextAssignee } from './nouns/assignment.ts';
import { correctionBy, editedAnswers } from './nouns/edit.ts';
import { type FindInstitutionFor, routeRecord } from './nouns/route.ts';
import { institutionAfter } from './nouns/transfer.ts';

/** What a decision depends on besides the record and the command. */
export interface DecisionContext extends ClockContext {
  /** How many other records each declared count finds for these answers. */
  readonly counts: Readonly<Record<string, number>>;
  readonly findInstitutionFor: FindInstitutionFor;
  /** The institution at which it is being entered; none: the applicant sends it. */
  readonly enteredAt?: string;
  /** Whose turn it is; left out where the service gives turns to nobody. */
  readonly nextAssignee?: NextAssignee | undefined;
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
  /** The civil servant who enters it; left out: the applicant. */
  readonly actor?: Actor;
}

/** A valid submission becomes a record, and whatever follows from the declaration by itself happens at once. */
export const decideSubmission = (service: Service, submission: Submission, context: DecisionContext): Decision => {
  const state = service.initialState;
  const { answers, channel, locale, actor = { kind: 'applicant' } as const } = submission;
  const { enteredAt } = context;
  const values = ruleValues(service, { state, channel, answers }, context);
  const { institution, route } = routeRecord(service, answers, values, context);
  const step = {
    service,
    record: undefined,
    action: undefined,
    actor,
    state,
    institution,
    answers,
    inputs: {},
    context,
    values: () => values,
  };
  const submitted: Submitted = {
    kind: 'submitted',
    at: context.now,
    actor,
    facts: {
      state,
      channel,
      locale,
      institution,
      route,
      ...(enteredAt !== undefined && { enteredAt }),
      ...factsOfNouns(step),
    },
    content: answers,
  };
  const decided = followUp(
    service,
    { events: [submitted], record: apply(submission.id, undefined, submitted) },
    context,
  );
  return assignAtArrival(service, decided, context);
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
  const acted = actedEvent(service, record, action, actor, context, inputs);
  return followUp(service, { events: [acted], record: apply(record.id, record, acted) }, context);
};

/** Reminders and ends of deadlines and tasks whose time has come; undefined when nothing has to happen by itself. */
export const decideDeadline = (service: Service, record: CaseRecord, context: ClockContext): Decision | undefined => {
  const events: RecordEvent[] = [];
  let after = record;
  // Each starts something anew at this moment at the earliest, hence has its turn once.
  for (let turn = 0; turn <= record.tasks.length; turn++) {
    const event = clockEvent(service, after, context);
    if (!event) break;
    events.push(event);
    after = apply(record.id, after, event);
  }
  return events.length > 0 ? { events, record: after } : undefined;
};

/** Automatic actions, until none applies. A declaration whose rules chase each other stops after as many steps as it has actions. */
const followUp = (service: Service, decision: Decision, context: DecisionContext): Decision => {
  let { record } = decision;
  const events = [...decision.events];
  for (let step = 0; step < service.actions.size; step++) {
    const action = nextAutomaticAction(service, record, context);
    if (!action) break;
    const acted = actedEvent(service, record, action, { kind: 'system' }, context, {});
    events.push(acted);
    record = apply(record.id, record, acted);
  }
  return { events, record };
};

const nextAutomaticAction = (service: Service, record: CaseRecord, context: DecisionContext): Action | undefined => {
  let values: Readonly<Record<string, unknown>> | undefined;
  for (const action of service.actions.values()) {
    if (!action.automatic || !action.from.includes(record.state)) continue;
    values ??= ruleValues(service, record, context);
    if (holds(action.automatic.when, values, context.now)) return action;
  }
  return undefined;
};

/** What rules look at: the answers, the channel, the state, and what the nouns add. */
export const ruleValues = (
  service: Service,
  record: RuledRecord,
  context: Pick<DecisionContext, 'counts' | 'now'>,
): Record<string, unknown> => {
  const values = recordValues(service, record);
  values['state'] = record.state;
  for (const { name } of service.counts) values[name] = BigInt(context.counts[name] ?? 0);
  for (const noun of recordNouns) Object.assign(values, noun.values?.(service, record, context));
  return values;
};

/** The state in which an action leaves a record. */
export const stateAfter = ({ state, previousState }: CaseRecord, { to }: Action): string =>
  to === 'previous' ? (previousState ?? state) : (to ?? state);

const factsOfNouns = (step: Step): Partial<EventFacts> => {
  const facts: Partial<EventFacts> = {};
  for (const noun of recordNouns) Object.assign(facts, noun.decide?.(step));
  return facts;
};

const actedEvent = (
  service: Service,
  record: CaseRecord,
  action: Action,
  actor: Actor,
  context: DecisionContext,
  inputs: Answers,
): Acted => {
  const { name: state } = getState(service, stateAfter(record, action));
  const correction = correctionBy(action, record, inputs);
  const answers = correction ? editedAnswers(record.answers, correction.fields, correction.values) : record.answers;
  const institution = institutionAfter(service, record, action, { answers, inputs }, context.findInstitutionFor);
  // What takes effect stands in the event itself, whoever wrote it first: the record needs no other event to be told.
  const content = { ...inputs, ...correction?.values };
  return {
    kind: 'acted',
    at: context.now,
    actor,
    facts: {
      action: action.name,
      state,
      ...(actor.kind === 'system' && { automatic: { counts: context.counts } }),
      ...factsOfNouns({
        service,
        record,
        action,
        actor,
        state,
        institution,
        answers,
        inputs,
        context,
        values: () => ruleValues(service, { ...record, state, answers }, context),
      }),
    },
    ...(Object.keys(content).length > 0 && { content }),
  };
};
