/** Where a command says what it has to say. */
export interface Terminal {
  readonly out: (line: string) => void;
  readonly error: (line: string) => void;
  /** Whether a person reads it as it comes, so that colours are of use. */
  readonly isPerson: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** One word after `diwan`. */
export interface Command {
  /** What may follow the word, such as `[--lang ar|fr|en] <id>`. */
  readonly usage: string;
  /** Gives the exit code. Throws a UsageError when it was called wrongly. */
  readonly run: (words: readonly string[], terminal: Terminal) => Promise<number>;
}

/** What was asked for cannot be understood, or not be found; the message says what to write. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}
