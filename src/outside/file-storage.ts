/**
 * Where what files hold may lie. Each knows contents by a key of the program's own making, never by what somebody sent.
 * Putting and removing may be repeated: a second time changes nothing.
 */
export const storageNames = ['database', 'disk', 's3'] as const;
export type StorageName = (typeof storageNames)[number];

export interface FileStorage {
  /** Resolves when the content outlives a power cut. */
  readonly put: (key: string, content: Buffer) => Promise<void>;
  /** Undefined: there is nothing under that key. */
  readonly get: (key: string) => Promise<Buffer | undefined>;
  readonly remove: (key: string) => Promise<void>;
  /** Throws a StorageFailure when nothing can be kept there. */
  readonly check: () => Promise<void>;
}

/** A storage does not answer, or refuses; the message holds nothing of what was sent. */
export class StorageFailure extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StorageFailure';
  }
}
