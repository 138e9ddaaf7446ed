import type { Actor } from '../events.ts';

/** Somebody without a right to the record opened it in an emergency, for the reason that is its content. */
export interface OpenedByException {
  readonly kind: 'opened-by-exception';
  readonly at: Date;
  readonly actor: Actor;
  readonly facts: {
    /** Until when it is open to that person. */
    readonly until: string;
    /** The accounts that were told at once. */
    readonly told: readonly string[];
  };
  readonly content?: { readonly [reasonKey]: string };
}

/** Under what name the reason stands in the content of the event. */
export const reasonKey = 'exception_reason';
