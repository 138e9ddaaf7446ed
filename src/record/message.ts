import { getState, type Service } from '../definition/service.ts';
import type { CaseRecord } from './fold.ts';

/** The state whose message the applicant gets for what just happened, or undefined: one message per command at most. */
export const messageAfter = (
  service: Service,
  before: CaseRecord | undefined,
  after: CaseRecord,
): string | undefined => {
  if (before?.state === after.state || !service.messages.has(after.state)) return undefined;
  // Coming back to where it waited for an answer tells the applicant nothing new.
  const resumed =
    before !== undefined &&
    getState(service, before.state).meaning === 'waiting' &&
    getState(service, after.state).meaning === 'open';
  return resumed ? undefined : after.state;
};
