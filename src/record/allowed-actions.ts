import type { Action, Service } from '../definition/service.ts';
import { holds } from '../form/validate.ts';
import { ruleValues } from './decide.ts';
import type { Actor } from './events.ts';
import type { CaseRecord } from './fold.ts';

/** Why somebody may not do an action now. */
export type Refusal = 'wrong-state' | 'other-role' | 'other-person' | 'condition';

/** Who wants to act: an applicant, or an account with the roles it holds over this record. */
export type Candidate =
  | { readonly kind: 'applicant' }
  | { readonly kind: 'account'; readonly account: string; readonly roles: ReadonlySet<string> };

/** The refusal that keeps `candidate` from doing the action on the record as it stands, or undefined. */
export const findRefusal = (
  service: Service,
  record: CaseRecord,
  action: Action,
  candidate: Candidate,
  now: Date,
): Refusal | undefined => {
  if (!action.from.includes(record.state)) return 'wrong-state';
  const entitled =
    candidate.kind === 'applicant'
      ? action.by.includes('applicant')
      : action.by.some((role) => candidate.roles.has(role));
  if (!entitled) return 'other-role';
  const sameHand = (actor: Actor) =>
    candidate.kind === 'account' && actor.kind === 'account' && actor.account === candidate.account;
  if (record.done.some(({ action: name, actor }) => action.otherThan.includes(name) && sameHand(actor)))
    return 'other-person';
  // Guards do not look at counts, which only a write can be sure of.
  const isMet = !action.when || holds(action.when.holds, ruleValues(service, record, { counts: {}, now }), now);
  return isMet ? undefined : 'condition';
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
