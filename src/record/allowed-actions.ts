import type { Action, Service } from '../definition/service.ts';
import type { Actor } from './events.ts';
import type { CaseRecord } from './fold.ts';

/** Why somebody may not do an action now. */
export type Refusal = 'wrong-state' | 'other-role' | 'other-person';

/** Who wants to act: an applicant, or an account with the roles it holds over this record. */
export type Candidate =
  | { readonly kind: 'applicant' }
  | { readonly kind: 'account'; readonly account: string; readonly roles: ReadonlySet<string> };

/** The refusal that keeps `candidate` from doing the action on the record as it stands, or undefined. */
export const findRefusal = (record: CaseRecord, action: Action, candidate: Candidate): Refusal | undefined => {
  if (!action.from.includes(record.state)) return 'wrong-state';
  const entitled =
    candidate.kind === 'applicant'
      ? action.by.includes('applicant')
      : action.by.some((role) => candidate.roles.has(role));
  if (!entitled) return 'other-role';
  const sameHand = (actor: Actor) =>
    candidate.kind === 'account' && actor.kind === 'account' && actor.account === candidate.account;
  return record.done.some(({ action: name, actor }) => action.otherThan.includes(name) && sameHand(actor))
    ? 'other-person'
    : undefined;
};

/** Every action of the present state with what this candidate would be told: allowed ones have no refusal. */
export const actionsFor = (
  service: Service,
  record: CaseRecord,
  candidate: Candidate,
): readonly { readonly action: Action; readonly refusal: Refusal | undefined }[] =>
  [...service.actions.values()]
    .map((action) => ({ action, refusal: findRefusal(record, action, candidate) }))
    .filter(({ refusal }) => refusal !== 'wrong-state');
