import type { Queryable } from '../base/database.ts';
import type { Secrets } from '../base/secrets.ts';
import type { Service } from '../definition/service.ts';
import type { Answers } from '../form/fields/field-type.ts';
import type { CaseRecord } from '../record/fold.ts';
import { tallyChange, tallyValues } from '../record/tallies.ts';
import { findTallies } from './write-queries.ts';

/** A running number that a write sets: `seen` is what it was when read (undefined: there was none). */
export interface TallyChange {
  readonly key: Buffer;
  readonly name: string;
  readonly service: string;
  readonly seen: number | undefined;
  readonly n: number;
}

interface Slot {
  readonly key: Buffer;
  readonly name: string;
  readonly service: string;
  seen: number | undefined;
  n: number;
}

/**
 * The counts of a batch: read once for all its records, then kept up to date as decisions are taken one after another,
 * so that the third request of one batch sees what the first two did.
 */
export interface TallySheet {
  readonly countsFor: (service: Service, answers: Answers, now: Date) => Readonly<Record<string, number>>;
  readonly note: (service: Service, before: CaseRecord | undefined, after: CaseRecord) => void;
  readonly changes: () => readonly TallyChange[];
}

export const readTallies = async (
  database: Queryable,
  secrets: Secrets,
  batch: readonly { readonly service: Service; readonly answers: Answers }[],
  now: Date,
): Promise<TallySheet> => {
  const slots = new Map<string, Slot>();
  const keysOf = new WeakMap<Answers, readonly string[]>();
  const slotsOf = (service: Service, answers: Answers): readonly Slot[] => {
    let keys = keysOf.get(answers);
    if (!keys) {
      keys = tallyValues(service, answers, now).map(({ name, values }) => {
        const key = secrets.mac('tally', service.id, name, ...values).subarray(0, 16);
        const id = `${service.id} ${name} ${key.toString('hex')}`;
        if (!slots.has(id)) slots.set(id, { key, name, service: service.id, seen: undefined, n: 0 });
        return id;
      });
      keysOf.set(answers, keys);
    }
    return keys.flatMap((id) => slots.get(id) ?? []);
  };
  for (const { service, answers } of batch) slotsOf(service, answers);
  for (const service of new Set([...slots.values()].map((slot) => slot.service))) {
    const wanted = [...slots.values()].filter((slot) => slot.service === service);
    const rows = await database.run(findTallies, [wanted.map(({ key }) => key.toString('hex')), wanted.map(({ name }) => name), service]);
    for (const { key, name, n } of rows) {
      const slot = slots.get(`${service} ${name} ${key}`);
      if (slot) Object.assign(slot, { seen: n, n });
    }
  }
  return {
    countsFor: (service, answers) => Object.fromEntries(slotsOf(service, answers).map(({ name, n }) => [name, n])),
    note: (service, before, after) => {
      for (const slot of slotsOf(service, after.answers)) slot.n += tallyChange(service, slot.name, before, after);
    },
    changes: () => [...slots.values()].filter(({ seen, n }) => n !== (seen ?? 0)),
  };
};
