import { getState, type Service } from '../definition/service.ts';
import type { Decision, DecisionContext } from './decide.ts';
import { fold } from './fold.ts';

/** Puts somebody in charge of a record that has arrived, unless a rule decided it in the same moment: then it is nobody's turn. */
export const assignAtArrival = (service: Service, decision: Decision, context: DecisionContext): Decision => {
  const { record, events } = decision;
  const [submitted, ...rest] = events;
  if (!service.assignment || submitted?.kind !== 'submitted') return decision;
  if (record.assignee !== undefined || getState(service, record.state).meaning !== 'open') return decision;
  const to = context.nextAssignee?.(service, record.institution);
  if (to === undefined) return decision;
  const assigned = [{ ...submitted, facts: { ...submitted.facts, assigned: { to } } }, ...rest];
  return { events: assigned, record: fold(record.id, assigned) };
};
