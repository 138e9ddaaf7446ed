import type { Database } from '../base/database.ts';
import { Problem } from '../base/problem.ts';
import { addKeyUse, type ApiKeyRow, findKeyByHash } from './api-key-queries.ts';
import { hashOfKey, isKey } from './api-key-text.ts';
import { type AttemptLimit, createAttemptLimit } from './attempt-limit.ts';
import { clientNetwork } from './client-network.ts';
import type { Staff } from './grant.ts';

/**
 * Who a key is: an institution's own system, which may do what somebody with its one grant may, by the same code. A key that
 * has ended, one that never was and a text that is none get the same answer.
 */
export interface ApiKeys {
  /**
   * The holder of a key that is sent from an address, or the Problem: not a key that holds (and too many of these from one
   * network have to wait), or more requests than the key may make. What is ended is noticed within `cacheSeconds`.
   */
  readonly identify: (key: string, address: string) => Promise<Staff>;
  /** Writes down how often keys were used; also when the program stops. */
  readonly flush: () => Promise<void>;
}

const cacheSeconds = 3;
const cacheSize = 1_000;

export const standingOfKey = (
  { valid_until: until, ends_at: ends }: Pick<ApiKeyRow, 'valid_until' | 'ends_at'>,
  now: Date,
): 'standing' | 'over' | 'ended' => {
  if (ends && ends <= now) return 'ended';
  return until <= now ? 'over' : 'standing';
};

/** When it ends, by itself or since somebody said so. */
export const endOfKey = ({ valid_until: until, ends_at: ends }: Pick<ApiKeyRow, 'valid_until' | 'ends_at'>): Date =>
  ends ?? until;

const holderOf = (row: ApiKeyRow): Staff => {
  const { id, name, institution, role, services, demonstration } = row;
  return {
    accountId: id,
    sessionId: '',
    email: '',
    name: { ar: name, fr: name, en: name },
    locale: 'ar',
    demonstration,
    grants: [{ role, institution, services, until: +endOfKey(row) }],
    key: { id, name },
  };
};

interface Known {
  readonly row: ApiKeyRow;
  readonly holder: Staff;
}

interface Use {
  readonly key: string;
  readonly day: string;
  requests: number;
  refused: number;
  last: Date;
}

export const createApiKeys = (options: {
  readonly database: Pick<Database, 'run'>;
  /** Whether the published key of the demonstration works. */
  readonly demonstration: boolean;
  readonly now: () => Date;
  /** Wrong keys that one network may send in a quarter of an hour. */
  readonly mostFailures?: number;
}): ApiKeys => {
  const { database, demonstration, now, mostFailures = 20 } = options;
  const failures = createAttemptLimit({ attempts: mostFailures, seconds: 900, now: () => +now() });
  const limits = new Map<string, AttemptLimit>();
  const cache = new Map<string, { readonly known: Promise<Known | undefined>; readonly until: number }>();
  let uses = new Map<string, Use>();

  const read = async (hash: Buffer): Promise<Known | undefined> => {
    const [row] = await database.run(findKeyByHash, [hash]);
    return row && { row, holder: holderOf(row) };
  };

  const load = (key: string): Promise<Known | undefined> => {
    const hash = hashOfKey(key);
    const name = hash.toString('base64');
    const kept = cache.get(name);
    if (kept && kept.until > +now()) return kept.known;
    const known = read(hash);
    // Only what exists is kept: wrong keys would push the others out.
    known.then(
      (found) => found ?? cache.delete(name),
      () => cache.delete(name),
    );
    cache.delete(name);
    cache.set(name, { known, until: +now() + cacheSeconds * 1_000 });
    const oldest = cache.keys().next();
    if (cache.size > cacheSize && !oldest.done) cache.delete(oldest.value);
    return known;
  };

  const limitOf = ({ id, per_minute: perMinute }: ApiKeyRow): AttemptLimit => {
    const limit =
      limits.get(id) ?? createAttemptLimit({ attempts: perMinute, seconds: 60, keys: 1, now: () => +now() });
    limits.set(id, limit);
    return limit;
  };

  const note = ({ id }: ApiKeyRow, isRefused: boolean): void => {
    const at = now();
    const day = at.toISOString().slice(0, 10);
    const use = uses.get(id + day) ?? { key: id, day, requests: 0, refused: 0, last: at };
    use.requests += 1;
    use.refused += Number(isRefused);
    use.last = at;
    uses.set(id + day, use);
  };

  return {
    identify: async (key, address) => {
      const client = clientNetwork(address);
      const wait = failures.take(client);
      if (wait > 0) throw new Problem('too-many-requests', { retryAfter: wait });
      const known = isKey(key) ? await load(key) : undefined;
      if (!known || standingOfKey(known.row, now()) !== 'standing' || (known.row.demonstration && !demonstration))
        throw new Problem('sign-in-required');
      failures.giveBack(client);
      const seconds = limitOf(known.row).take('');
      note(known.row, seconds > 0);
      if (seconds > 0) throw new Problem('too-many-requests', { retryAfter: seconds });
      return known.holder;
    },
    flush: async () => {
      if (uses.size === 0) return;
      const all = [...uses.values()];
      uses = new Map();
      const column = (pick: (use: Use) => unknown) => all.map(pick);
      await database.run(addKeyUse, [
        column(({ key }) => key),
        column(({ day }) => day),
        column(({ requests }) => requests),
        column(({ refused }) => refused),
        column(({ last }) => last),
      ]);
    },
  };
};
