import { createHash, randomBytes } from 'node:crypto';
import type { Queryable } from '../base/database.ts';
import { sealingKeyBytes } from '../base/sealed-box.ts';
import type { KeyWrapping, WrappedKey } from '../outside/key-wrapping.ts';
import {
  type DataKeyRow,
  findDataKeys,
  keepDataKeys,
  keepRecordKeys,
  listOtherwiseWrapped,
  rewrapDataKeys,
} from './data-key-queries.ts';

/**
 * The keys under which sensitive answers lie: one for each record, draft and file, wrapped by the master key that
 * `KeyWrapping` keeps. New ones are wrapped ahead of time and read ones are known for a minute, so that a submission waits
 * for no key service and a page for one answer at most.
 */
export interface NewDataKey extends WrappedKey {
  readonly owner: string;
  readonly key: Buffer;
}

export interface DataKeys {
  /** A key for each owner. Keep them (`keepNewKeys`) in the transaction that writes what they seal. */
  readonly make: (owners: readonly string[]) => Promise<readonly NewDataKey[]>;
  /** The keys of those owners that have one. */
  readonly find: (database: Queryable, owners: readonly string[]) => Promise<ReadonlyMap<string, Buffer>>;
  /** What the master key is called that wraps now. */
  readonly present: () => Promise<string | undefined>;
  /** Wraps anew, by the present master key, up to `limit` keys that an earlier one wrapped; gives how many there were. */
  readonly rewrap: (database: Queryable, limit: number) => Promise<number>;
}

export const recordOwner = (id: number): string => `record ${id}`;
export const draftOwner = (id: string): string => `draft ${id}`;
export const uploadOwner = (id: string): string => `upload ${id}`;

const readyAtOnce = 200;
const knownFor = 60_000;
const mostKnown = 5_000;

type Ready = WrappedKey & { readonly key: Buffer };

export const createDataKeys = (wrapping: KeyWrapping, clock: () => number = Date.now): DataKeys => {
  let ready: Ready[] = [];
  let refill: Promise<void> | undefined;
  const known = new Map<string, { readonly key: Buffer; readonly until: number }>();

  const wrapMore = async (count: number): Promise<Ready[]> => {
    const keys = Array.from({ length: count }, () => randomBytes(sealingKeyBytes));
    const wrapped = await wrapping.wrap(keys);
    return wrapped.map((each, index) => ({ ...each, key: keys[index]! }));
  };
  /** In the background; whoever needs more than is ready then waits for its own. */
  const fill = (): void => {
    if (refill || ready.length > readyAtOnce / 2) return;
    refill = wrapMore(readyAtOnce)
      .then((more) => void (ready = [...ready, ...more]))
      .catch(() => undefined)
      .finally(() => (refill = undefined));
  };
  const idOf = ({ wrapping: name, wrapped }: WrappedKey): string =>
    `${name} ${createHash('sha256').update(wrapped).digest('base64')}`;
  const remember = (wrapped: WrappedKey, key: Buffer): void => {
    known.set(idOf(wrapped), { key, until: clock() + knownFor });
    const [oldest] = known.size > mostKnown ? known.keys() : [];
    if (oldest !== undefined) known.delete(oldest);
  };

  /** Known by wrapping something. */
  const present = async () => (await wrapping.wrap([randomBytes(sealingKeyBytes)]))[0]?.wrapping;

  return {
    make: async (owners) => {
      const taken = ready.splice(0, owners.length);
      fill();
      const all =
        taken.length === owners.length ? taken : [...taken, ...(await wrapMore(owners.length - taken.length))];
      return owners.map((owner, index) => ({ ...all[index]!, owner }));
    },
    find: async (database, owners) => {
      if (owners.length === 0) return new Map();
      const rows = await database.run(findDataKeys, [owners]);
      const keys = new Map<string, Buffer>();
      const unknown: DataKeyRow[] = [];
      for (const row of rows) {
        const found = known.get(idOf(row));
        if (found && found.until > clock()) keys.set(row.owner, found.key);
        else unknown.push(row);
      }
      if (unknown.length > 0) {
        const unwrapped = await wrapping.unwrap(unknown);
        unknown.forEach((row, index) => {
          keys.set(row.owner, unwrapped[index]!);
          remember(row, unwrapped[index]!);
        });
      }
      return keys;
    },
    present,
    rewrap: async (database, limit) => {
      const now = await present();
      if (now === undefined) return 0;
      const old = await database.run(listOtherwiseWrapped, [now, limit]);
      if (old.length === 0) return 0;
      const anew = await wrapping.wrap(await wrapping.unwrap(old));
      await database.run(rewrapDataKeys, [
        old.map(({ owner }) => owner),
        old.map(({ wrapped }) => wrapped),
        anew.map((each) => each.wrapping),
        anew.map(({ wrapped }) => wrapped),
      ]);
      return old.length;
    },
  };
};

const columnsOf = (keys: readonly NewDataKey[]) => [
  keys.map(({ owner }) => owner),
  keys.map(({ wrapping }) => wrapping),
  keys.map(({ wrapped }) => wrapped),
];

/** Keeps the keys of records that had none; a conflict where one has got one meanwhile. */
export const keepNewRecordKeys = async (database: Queryable, keys: readonly NewDataKey[]): Promise<void> => {
  if (keys.length > 0) await database.run(keepRecordKeys, columnsOf(keys));
};

/** Keeps new keys; gives the owners that had none until now. */
export const keepNewKeys = async (database: Queryable, keys: readonly NewDataKey[]): Promise<ReadonlySet<string>> => {
  if (keys.length === 0) return new Set();
  const rows = await database.run(keepDataKeys, columnsOf(keys));
  return new Set(rows.map(({ owner }) => owner));
};
