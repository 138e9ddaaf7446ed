import { assigneeQuestion } from '../../definition/nouns/assignment.ts';
import type { Action, Service } from '../../definition/service.ts';
import { type Actor, isByClock } from '../events.ts';
import type { RecordNoun, Step } from '../noun.ts';

export interface AssignmentFacts {
  /** The account that is in charge from now on; without one, nobody is. */
  readonly assigned: { readonly to?: string };
}

/** The account of who was in charge was closed, or that person is away: somebody else is in charge now, or nobody. */
export interface Reassigned {
  readonly kind: 'reassigned';
  readonly at: Date;
  /** Who closed it; the program itself where somebody is away. */
  readonly actor: Actor;
  readonly facts: AssignmentFacts & {
    /** Who is away, and until when. */
    readonly absent?: { readonly account: string; readonly until: string };
  };
  readonly content?: never;
}

/** Whose turn it is to get a record of the service in the institution's basket; undefined: nobody is there. */
export type NextAssignee = (service: Service, institution: string) => string | undefined;

/** Somebody who gets records in turn, and where. */
export interface TurnTaker {
  readonly account: string;
  readonly institution: string;
}

/**
 * Takes the turn of whoever had the last one longest ago, and notes it: those at the institution itself, or if there are
 * none those above it who answer for it. Who never had one comes first, and among equals the order of their ids decides, so
 * that the same past gives the same next.
 * @param last by account: the higher the later.
 */
export const takeTurn = (
  people: readonly TurnTaker[],
  last: Map<string, number>,
  institution: string,
  covers: (holder: string, institution: string) => boolean,
): string | undefined => {
  const here = people.filter((person) => person.institution === institution);
  const able = here.length > 0 ? here : people.filter((person) => covers(person.institution, institution));
  const turnOf = (account: string): number => last.get(account) ?? -1;
  let next: string | undefined;
  for (const { account } of able) {
    if (next === undefined || turnOf(account) < turnOf(next) || (turnOf(account) === turnOf(next) && account < next))
      next = account;
  }
  if (next !== undefined) last.set(next, Math.max(0, ...last.values()) + 1);
  return next;
};

/** What an action needs of who is in charge: to be that person, not to be, or that anybody is. */
export type NeededHolder = 'self' | 'other' | 'held';

export const neededHolder = ({ assign, onlyAssignee }: Action): NeededHolder | undefined => {
  if (onlyAssignee) return 'self';
  switch (assign) {
    case 'me':
      return 'other';
    case 'nobody':
      return 'held';
    case 'person':
    case 'round-robin':
    case undefined:
      return undefined;
  }
};

/** Whether anybody can be in charge of records of a service. */
export const usesAssignees = (service: Service): boolean =>
  service.assignment !== undefined || [...service.actions.values()].some(({ assign }) => assign !== undefined);

const assigneeAfter = ({ service, record, action, actor, inputs, institution, context }: Step): string | undefined => {
  switch (action?.assign) {
    case 'me':
      return actor.kind === 'account' ? actor.account : record?.assignee;
    case 'person': {
      const chosen = inputs[assigneeQuestion];
      return typeof chosen === 'string' ? chosen : record?.assignee;
    }
    case 'round-robin':
      return context.nextAssignee?.(service, institution);
    case 'nobody':
      return undefined;
    case undefined:
      if (institution === record?.institution) return record.assignee;
      return service.assignment && context.nextAssignee?.(service, institution);
  }
};

export const assignment: RecordNoun = {
  decide: (step) => {
    if (!step.record) return undefined;
    const to = assigneeAfter(step);
    return to === step.record.assignee ? undefined : { assigned: to === undefined ? {} : { to } };
  },
  apply: (_before, event) => {
    // A record that goes one institution higher since it is late leaves the hands that it was in.
    if (event.kind === 'deadline-passed' && event.facts.institution !== undefined) return { assignee: undefined };
    if (event.kind === 'reassigned') return { assignee: event.facts.assigned.to };
    return isByClock(event) || !event.facts.assigned ? undefined : { assignee: event.facts.assigned.to };
  },
};
