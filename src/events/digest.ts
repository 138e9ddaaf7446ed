import { randomBytes } from 'node:crypto';
import { canonicalJson } from '../base/canonical-json.ts';
import { sha256Hex } from '../base/sha256.ts';
import type { RecordEvent } from '../record/events.ts';

/** An event with what binds it: the commitment to its content, and the digest that chains it to the one before. */
export interface SealedEvent {
  readonly number: number;
  readonly event: RecordEvent;
  readonly salt: Buffer | undefined;
  readonly commitment: Buffer | undefined;
  readonly digest: Buffer;
}

const sha256 = (prefix: Buffer, text: string): Buffer => Buffer.from(sha256Hex(prefix, text), 'hex');

// Asking the system for sixteen bytes costs as much as for four thousand.
let pool = Buffer.alloc(0);
const nextSalt = (): Buffer => {
  if (pool.length < 16) pool = randomBytes(4_096);
  const salt = pool.subarray(0, 16);
  pool = pool.subarray(16);
  return salt;
};

const noDigest = Buffer.alloc(32);

/** commitment = SHA-256(salt ‖ canonical content). The salt keeps short contents from being guessed. */
export const commitTo = (salt: Buffer, content: unknown): Buffer => sha256(salt, canonicalJson(content));

/** digest = SHA-256(previous digest ‖ canonical {record, number, kind, at, actor, facts, commitment}). */
export const digestOf = (
  recordId: number,
  number: number,
  event: RecordEvent,
  commitment: Buffer | undefined,
  previous: Buffer = noDigest,
): Buffer => {
  const { kind, at, actor, facts } = event;
  return sha256(
    previous,
    canonicalJson({
      record: recordId,
      number,
      kind,
      at: at.toISOString(),
      actor,
      facts,
      commitment: commitment?.toString('hex'),
    }),
  );
};

/** Seals events that follow event number `last`, whose digest is `previous`. */
export const sealEvents = (
  recordId: number,
  events: readonly RecordEvent[],
  last = 0,
  previous?: Buffer,
): readonly SealedEvent[] => {
  let digest = previous;
  return events.map((event, index) => {
    const number = last + index + 1;
    const salt = event.content === undefined ? undefined : nextSalt();
    const commitment = salt && commitTo(salt, event.content);
    digest = digestOf(recordId, number, event, commitment, digest);
    return { number, event, salt, commitment, digest };
  });
};
