import type { Deadline } from '../../definition/nouns/deadlines.ts';
import { getState, type Service } from '../../definition/service.ts';
import type { DeadlineChange, Running } from '../events.ts';
import type { CaseRecord } from '../fold.ts';
import type { RecordNoun } from '../noun.ts';

const startIn = (deadline: Deadline, now: Date): Running => ({
  name: deadline.name,
  dueAt: new Date(+now + deadline.milliseconds).toISOString(),
});

/** The deadline that runs in a state, if the service declares one. */
export const deadlineIn = (service: Service, state: string, now: Date): Running | undefined => {
  const deadline = service.deadlines.find((candidate) => candidate.in.has(state));
  return deadline && startIn(deadline, now);
};

/**
 * What going to a state does to the deadline. A waiting state pauses it; coming back from there resumes it with what was
 * left; any other state in which it does not run ends it; a state in which one runs starts it anew unless it was running.
 */
const deadlineChange = (service: Service, record: CaseRecord, state: string, now: Date): DeadlineChange | undefined => {
  const current = record.deadline;
  const waiting = getState(service, state).meaning === 'waiting';
  if (waiting)
    return current && 'dueAt' in current
      ? { change: 'paused', name: current.name, left: Math.max(0, +current.dueAt - +now) }
      : undefined;
  const here = service.deadlines.find((deadline) => deadline.in.has(state));
  if (!here) return current || record.escalatedTo.length > 0 ? { change: 'over' } : undefined;
  if (current && 'left' in current && current.name === here.name)
    return { change: 'runs', name: here.name, dueAt: new Date(+now + current.left).toISOString() };
  if (current?.name === here.name) return undefined;
  const escalatedHere =
    record.escalatedTo.length > 0 &&
    (here.in.has(record.state) || getState(service, record.state).meaning === 'waiting');
  return escalatedHere ? undefined : { change: 'runs', ...startIn(here, now) };
};

export const deadlines: RecordNoun = {
  decide: ({ service, record, state, context: { now } }) => {
    if (record) {
      const deadline = deadlineChange(service, record, state, now);
      return deadline && { deadline };
    }
    const started = deadlineIn(service, state, now);
    return started && { deadline: started };
  },
  apply: (before, event) => {
    if (event.kind === 'deadline-passed') return { deadline: undefined, escalatedTo: event.facts.escalatedTo };
    const change = event.facts.deadline;
    if (!before) return { deadline: change && deadlineAfter(change), escalatedTo: [] };
    return change === undefined
      ? {}
      : { deadline: deadlineAfter(change), ...(change.change === 'over' && { escalatedTo: [] }) };
  },
};

const deadlineAfter = (change: DeadlineChange): CaseRecord['deadline'] => {
  switch (change.change) {
    case 'runs':
    case undefined:
      return { name: change.name, dueAt: new Date(change.dueAt) };
    case 'paused':
      return { name: change.name, left: change.left };
    case 'over':
      return undefined;
  }
};
