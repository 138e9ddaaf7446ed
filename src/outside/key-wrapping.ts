/**
 * Who keeps the master key: a file or a variable outside the database (`local-keys.ts`), or a service on another machine
 * (`key-service.ts`). The program hands over the keys of records and gets them back encrypted; it keeps only those.
 */
export interface WrappedKey {
  /** Names the master key, which changes when it is rotated; at most 100 characters. */
  readonly wrapping: string;
  readonly wrapped: Buffer;
}

export interface KeyWrapping {
  /** Wraps keys of 32 bytes by the present master key, in order. */
  readonly wrap: (keys: readonly Buffer[]) => Promise<readonly WrappedKey[]>;
  /** Unwraps keys, in order, also those that an earlier master key wrapped; throws when one does not open. */
  readonly unwrap: (keys: readonly WrappedKey[]) => Promise<readonly Buffer[]>;
}

/** The keeper of the master key does not answer, or refuses. Holds no key. */
export class KeyWrappingFailure extends Error {
  constructor(message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.name = 'KeyWrappingFailure';
  }
}
