import { Problem } from '../base/problem.ts';
import type { Staff } from './grant.ts';

/** A sensitive act is for who has shown lately who it is, so that a desk that was left open is not enough. Milliseconds. */
export const freshFor = 10 * 60 * 1_000;

/** A form that was begun in time may be sent a little later. */
export const freshForSending = 30 * 60 * 1_000;

export const isFresh = (staff: Staff, milliseconds = freshFor, now = Date.now()): boolean =>
  staff.provedAt !== undefined && now - +staff.provedAt < milliseconds;

/** Refuses with `fresh-sign-in-required`, which pages answer by asking again who it is; see the `fresh` of routes. */
export const requireFreshSignIn = (staff: Staff, milliseconds = freshFor, now = Date.now()): void => {
  if (!isFresh(staff, milliseconds, now)) throw new Problem('fresh-sign-in-required');
};
