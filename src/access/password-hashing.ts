import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { createWorkQueue, type WorkQueue } from './work-queue.ts';

/**
 * Passwords are kept as scrypt (RFC 7914) hashes that carry their own cost: `$scrypt$ln=14,r=8,p=5$salt$hash`, salt and
 * hash in base64. The cost is one of those that the OWASP Password Storage Cheat Sheet holds equal; of them it is the
 * one that needs little memory, 16 MiB. A hash takes about 0.1 to 0.2 s of one core, on a thread of its own.
 */
export interface PasswordHashing {
  readonly hash: (password: string) => Promise<string>;
  /** False for a wrong password and for a hash that is not of the form above. Refuses with `overloaded` like `hash`. */
  readonly verify: (attempt: { hash: string; password: string }) => Promise<boolean>;
  /** Refuses with `overloaded` when as many are waiting as may: asked before anything else is done for a sign-in. */
  readonly assertRoom: () => void;
}

interface Cost {
  /** Binary logarithm of scrypt's N. */
  readonly ln: number;
  readonly r: number;
  readonly p: number;
}

const standardCost: Cost = { ln: 14, r: 8, p: 5 };
const saltBytes = 16;
const hashBytes = 32;

const derive = (password: string, salt: Buffer, { ln, r, p }: Cost, bytes: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const N = 2 ** ln;
    // Keyboards write the same letters in several ways: NFKC makes them one, as NIST SP 800-63B asks.
    scrypt(password.normalize('NFKC'), salt, bytes, { N, r, p, maxmem: 256 * N * r }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });

const pattern = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([\w+/=]+)\$([\w+/=]+)$/;

const parse = (hash: string): { cost: Cost; salt: Buffer; key: Buffer } | undefined => {
  const [, ln, r, p, salt, key] = pattern.exec(hash) ?? [];
  if (!salt || !key) return undefined;
  const cost = { ln: Number(ln), r: Number(r), p: Number(p) };
  return { cost, salt: Buffer.from(salt, 'base64'), key: Buffer.from(key, 'base64') };
};

/** One core is always left to the pages; beyond a few seconds of waiting a clear "busy" serves better. */
const defaultQueue = (): WorkQueue =>
  createWorkQueue({ atOnce: Math.min(3, Math.max(1, availableParallelism() - 1)), waiting: 16, retryAfter: 5 });

export const createPasswordHashing = (
  queue: WorkQueue = defaultQueue(),
  cost: Cost = standardCost,
): PasswordHashing => ({
  assertRoom: queue.assertRoom,
  hash: async (password) => {
    const salt = randomBytes(saltBytes);
    const key = await queue.run(() => derive(password, salt, cost, hashBytes));
    return `$scrypt$ln=${cost.ln},r=${cost.r},p=${cost.p}$${salt.toString('base64')}$${key.toString('base64')}`;
  },
  verify: async ({ hash, password }) => {
    const stored = parse(hash);
    if (!stored) return false;
    const key = await queue.run(() => derive(password, stored.salt, stored.cost, stored.key.length));
    return timingSafeEqual(key, stored.key);
  },
});
