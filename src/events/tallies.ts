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
 * The counts of a batch: taken from what is known of them, then kept up to date as decisions are taken one after another,
 * so that the third request of one batch sees what the first two did. What nothing is known of is taken for nought: the
 * write fails if that is wrong, and the batch is decided again with the counts read.
 */
export interface TallySheet {
  readonly countsFor: (service: Service, answers: Answers, now: Date) => Readonly<Record<string, number>>;
  readonly note: (service: Service, before: CaseRecord | undefined, after: CaseRecord) => void;
  readonly changes: () => readonly TallyChange[];
}

/** Running numbers as the database has them, by slot. */
export type KnownTallies = ReadonlyMap<string, number>;

export const nothingKnown: KnownTallies = new Map();

interface Counted {
  readonly service: Service;
  readonly answers: Answers;
}

const slotId = (service: string, name: string, key: string): string => `${service} ${name} ${key}`;

export const createTallySheet = (secrets: Secrets, known: KnownTallies, now: Date): TallySheet => {
  const slots = new Map<string, Slot>();
  const slotsOf = memoize(({ service, answers }: Counted) =>
    tallyKeys(secrets, { service, answers }, now).map(({ name, key, id }) => {
      const seen = known.get(id);
      const slot = slots.get(id) ?? { key, name, service: service.id, seen, n: seen ?? 0 };
      slots.set(id, slot);
      return slot;
    }),
  );
  return {
    countsFor: (service, answers) => Object.fromEntries(slotsOf({ service, answers }).map(({ name, n }) => [name, n])),
    note: (service, before, after) => {
      const isCorrected = before !== undefined && before.answers !== after.answers;
      // A correction may take a record out of one count and into another.
      if (isCorrected) {
        for (const slot of slotsOf({ service, answers: before.answers }))
          slot.n += tallyChange(service, slot.name, before, undefined);
      }
      for (const slot of slotsOf({ service, answers: after.answers }))
        slot.n += tallyChange(service, slot.name, isCorrected ? undefined : before, after);
    },
    changes: () => [...slots.values()],
  };
};

/** Reads the counts that these records look at. */
export const readTallies = async (
  database: Queryable,
  secrets: Secrets,
  batch: readonly Counted[],
  now: Date,
): Promise<KnownTallies> => {
  const wanted = batch.flatMap((counted) =>
    tallyKeys(secrets, counted, now).map(({ name, key }) => ({ name, key, service: counted.service.id })),
  );
  if (wanted.length === 0) return nothingKnown;
  const rows = await database.run(findTallies, [
    wanted.map(({ key }) => key.toString('hex')),
    wanted.map(({ name }) => name),
    wanted.map(({ service }) => service),
  ]);
  return new Map(rows.map(({ key, name, service, n }) => [slotId(service, name, key), n]));
};

const tallyKeys = (secrets: Secrets, { service, answers }: Counted, now: Date) =>
  tallyValues(service, answers, now).map(({ name, values }) => {
    const key = secrets.mac('tally', service.id, name, ...values).subarray(0, 16);
    return { name, key, id: slotId(service.id, name, key.toString('hex')) };
  });

/** The keys of a record's counts are looked at twice: before its decision and after. */
const memoize = <Result>(compute: (counted: Counted) => Result) => {
  const made = new WeakMap<Answers, Result>();
  return (counted: Counted): Result => {
    const result = made.get(counted.answers) ?? compute(counted);
    made.set(counted.answers, result);
    return result;
  };
};
