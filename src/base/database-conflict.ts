import pg from 'pg';

/** Errors of PostgreSQL after which the same work, done again on what is there now, may succeed. */
export type Conflict = 'same-key' | 'changed-meanwhile' | 'try-again';

export const conflictKind = (error: unknown): Conflict | undefined => {
  if (!(error instanceof pg.DatabaseError)) return undefined;
  switch (error.code) {
    case '23505': // unique_violation
      return error.constraint === 'record_key' ? 'same-key' : 'changed-meanwhile';
    case '40001': // serialization_failure: also how write_decisions says that a count moved since it was read
    case '40P01': // deadlock_detected
      return 'try-again';
    default:
      return undefined;
  }
};
