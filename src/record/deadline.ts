import { type Deadline, getState, type Service } from '../definition/service.ts';
import type { DeadlineChange, Running } from './events.ts';
import type { CaseRecord } from './fold.ts';

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
export const deadlineChange = (
  service: Service,
  record: CaseRecord,
  state: string,
  now: Date,
): DeadlineChange | undefined => {
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
