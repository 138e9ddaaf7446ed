import type { Action } from '../definition/service.ts';
import type { Candidate } from './allowed-actions.ts';
import type { Actor } from './events.ts';

/**
 * Whose hands do something: those of who is there, and of who is stood in for. Where two must agree, a deputy does not agree
 * to what was done by the person whose rights these are, nor that person to what the deputy did so.
 */
export const isSameHand = (hands: readonly string[], actor: Actor): boolean =>
  actor.kind === 'account' && (hands.includes(actor.account) || (actor.for !== undefined && hands.includes(actor.for)));

/** The hands with which a candidate may do an action: one set for each right by which it may, in the order of preference. */
export const handsFor = (candidate: Candidate, action: Action): readonly (readonly string[])[] => {
  if (candidate.kind === 'applicant') return [];
  const sets = candidate.handsFor?.(action) ?? [];
  return sets.length > 0 ? sets : [[candidate.account]];
};
