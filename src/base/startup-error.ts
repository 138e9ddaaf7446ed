/**
 * Something outside the program keeps it from starting or from going on: a wrong setting, a folder, the database. The message is
 * for the person who runs it and says what to do; whoever catches it prints the message alone and exits with code 1.
 */
export class StartupError extends Error {
  constructor(message: string, options: { cause?: unknown } = {}) {
    super(message, options);
    this.name = 'StartupError';
  }
}

/** The code of a system or database error ("ENOENT", "28P01"), looking into its causes; undefined when it has none. */
export const findErrorCode = (error: unknown): string | undefined => {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  const inner: unknown = error instanceof AggregateError ? error.errors[0] : error.cause;
  return findErrorCode(inner);
};

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
