import { type Action, getState, type Service } from '../definition/service.ts';
import type { CaseRecord } from './fold.ts';

/** Which message the applicant gets: that of the state at which the record arrived, or that of an action that was done. */
export type Told = { readonly state: string } | { readonly action: string };

const actionPrefix = 'actions.';

/** Under what name a message is kept until it is sent. */
export const templateOf = (told: Told): string => ('state' in told ? told.state : `${actionPrefix}${told.action}`);

export const readTemplate = (template: string): Told =>
  template.startsWith(actionPrefix) ? { action: template.slice(actionPrefix.length) } : { state: template };

/** What the applicant is told of what just happened, or undefined: one message per command at most. `action`: the last that was done. */
export const messageAfter = (
  service: Service,
  before: CaseRecord | undefined,
  after: CaseRecord,
  action?: Pick<Action, 'name' | 'tell' | 'message'>,
): Told | undefined => {
  if (action?.tell === false) return undefined;
  const arrived = isNews(service, before, after) ? { state: after.state } : undefined;
  if (!action?.tell) return arrived;
  // The service's own words for the action say more than those for the state.
  return arrived && !action.message ? arrived : { action: action.name };
};

const isNews = (service: Service, before: CaseRecord | undefined, after: CaseRecord): boolean => {
  if (before?.state === after.state || !service.messages.has(after.state)) return false;
  // Coming back to where it waited for an answer tells the applicant nothing new.
  return !(
    before !== undefined &&
    getState(service, before.state).meaning === 'waiting' &&
    getState(service, after.state).meaning === 'open'
  );
};
