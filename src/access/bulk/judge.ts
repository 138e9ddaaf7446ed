import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Action, Service } from '../../definition/service.ts';
import { askedHere, type EngineParts, sayRefusal } from '../../events/engine.ts';
import { findRecords, type LoadedRecord } from '../../events/load-record.ts';
import { referenceOf } from '../../events/reference.ts';
import { nobodyToChoose } from '../../events/staffing.ts';
import { phoneOfApplicant } from '../../form/applicant.ts';
import { actionsFor, findRefusal } from '../../record/allowed-actions.ts';
import { stateAfter } from '../../record/decide.ts';
import { askedAs, isForMany } from '../../record/in-bulk.ts';
import { messageAfter } from '../../record/message.ts';
import type { Covers } from '../grant.ts';
import type { Holder } from '../holder.ts';
import { candidateOf } from '../record-access.ts';
import { maySee } from '../sight.ts';
import type { Offer } from './bulk-queries.ts';
import { type Reason, reasonOf } from './bulk-reasons.ts';

/** What acting on many records needs from the rest of the program. */
export interface BulkParts extends EngineParts {
  readonly covers: Covers;
}

/** A record that somebody chose. */
export interface Chosen {
  readonly number: number;
  readonly reference: string;
  /** Undefined: what was sent is no reference. */
  readonly id: number | undefined;
  /** The last event that its sender saw, where a program says so. */
  readonly seenEvent?: number | undefined;
}

/** What is decided on one of them, before anything is done. */
interface Judgement {
  readonly number: number;
  readonly reference: string;
  readonly seen: number | null;
  readonly status: 'ready' | 'out';
  readonly reason: Reason | null;
}

export interface Judged {
  readonly all: readonly Judgement[];
  readonly possible: number;
  /** How many applicants get a message. */
  readonly told: number;
  /** Some of the records on which it can be done: by them the action is asked. */
  readonly samples: readonly LoadedRecord[];
}

const readAtOnce = 100;
/** By so many records what is said is judged before it is begun. */
export const samplesKept = 20;

/** One of the chosen as it stands now; without a record where its sender sees none. */
interface Looked {
  readonly chosen: Chosen;
  readonly loaded: LoadedRecord | undefined;
}

async function* lookAt(parts: BulkParts, holder: Holder, all: readonly Chosen[]): AsyncGenerator<readonly Looked[]> {
  for (let at = 0; at < all.length; at += readAtOnce) {
    const some = all.slice(at, at + readAtOnce);
    const records = await findRecords(
      parts,
      some.flatMap(({ id }) => id ?? []),
    );
    yield some.map((chosen) => {
      const loaded = records.get(chosen.id ?? -1);
      const isThere = loaded && isSeen(parts, holder, loaded, chosen.reference);
      return { chosen, loaded: isThere ? loaded : undefined };
    });
    await nextTurn();
  }
}

/** What one may not see does not exist; nor does a record under another one's letters. */
export const isSeen = (
  { covers }: Pick<BulkParts, 'covers'>,
  holder: Holder,
  { service, record }: LoadedRecord,
  reference: string,
): boolean => referenceOf(service.referencePrefix, record.id) === reference && maySee(holder, service, record, covers);

/** The actions that can be done on some of these records together, those on most of them first. */
export const offersFor = async (
  parts: BulkParts,
  holder: Holder,
  all: readonly Chosen[],
): Promise<readonly Offer[]> => {
  const counts = new Map<string, Offer>();
  const { now } = parts.world();
  for await (const some of lookAt(parts, holder, all))
    for (const { loaded } of some) {
      if (!loaded) continue;
      const { service, record } = loaded;
      const candidate = candidateOf(holder, service, record, parts.covers);
      for (const { action, refusal } of actionsFor(service, record, candidate, now)) {
        if (refusal || !isForMany(action)) continue;
        const key = `${service.id} ${action.name}`;
        const offer = counts.get(key) ?? { service: service.id, action: action.name, possible: 0 };
        counts.set(key, { ...offer, possible: offer.possible + 1 });
      }
    }
  return [...counts.values()].toSorted((one, other) => other.possible - one.possible);
};

/** Records on which the action asks the same. */
interface Group {
  readonly numbers: Set<number>;
  readonly samples: LoadedRecord[];
  readonly institution: string;
  told: number;
}

/** On which of the chosen an action can be done as they stand, and why not on the others. Nothing is written. */
export const judge = async (
  parts: BulkParts,
  holder: Holder,
  all: readonly Chosen[],
  wanted: { readonly service: string; readonly action: string },
): Promise<Judged> => {
  const groups = new Map<string, Group>();
  const judged = new Map<number, Judgement>();
  for await (const some of lookAt(parts, holder, all))
    for (const { chosen, loaded } of some) {
      const { number, reference } = chosen;
      const reason = loaded ? reasonAgainst(parts, holder, chosen, loaded, wanted) : reasonOf('unknown-record');
      const seen = loaded?.record.lastEvent ?? null;
      judged.set(number, { number, reference, seen, status: reason ? 'out' : 'ready', reason: reason ?? null });
      if (loaded && !reason) join(groups, number, loaded, loaded.service.actions.get(wanted.action)!);
    }
  const [largest, ...others] = [...groups.values()].toSorted((one, other) => other.numbers.size - one.numbers.size);
  const putOut = ({ numbers }: Group, reason: Reason) => {
    for (const number of numbers) judged.set(number, { ...judged.get(number)!, status: 'out', reason });
  };
  for (const group of others)
    putOut(group, reasonOf(group.institution === largest?.institution ? 'other-fields' : 'other-institution'));
  const nobody = largest && (await nobodyFor(parts, holder, largest, wanted.action));
  if (largest && nobody) putOut(largest, nobody);
  const isPossible = largest !== undefined && !nobody;
  return {
    all: [...judged.values()],
    possible: isPossible ? largest.numbers.size : 0,
    told: isPossible ? largest.told : 0,
    samples: isPossible ? largest.samples : [],
  };
};

const reasonAgainst = (
  parts: BulkParts,
  holder: Holder,
  { seenEvent }: Chosen,
  { service, record }: LoadedRecord,
  wanted: { readonly service: string; readonly action: string },
): Reason | undefined => {
  if (service.id !== wanted.service) return reasonOf('other-service');
  const action = service.actions.get(wanted.action);
  if (!action) return reasonOf('wrong-state');
  if (!isForMany(action)) return reasonOf('other-fields');
  if (seenEvent !== undefined && seenEvent !== record.lastEvent) return reasonOf('changed');
  const candidate = candidateOf(holder, service, record, parts.covers);
  const refusal = findRefusal(service, record, action, candidate, parts.world().now);
  if (!refusal) return undefined;
  return refusal === 'wrong-state' ? reasonOf('wrong-state') : { code: refusal, message: sayRefusal(refusal, action) };
};

/** Colleagues to choose from are those of one institution. */
const join = (groups: Map<string, Group>, number: number, loaded: LoadedRecord, action: Action): void => {
  const { service, record } = loaded;
  const institution = action.assign === 'person' ? record.institution : '';
  const key = JSON.stringify([institution, askedAs(action)]);
  const group: Group = groups.get(key) ?? { numbers: new Set(), samples: [], institution, told: 0 };
  groups.set(key, group);
  group.numbers.add(number);
  if (group.samples.length < samplesKept) group.samples.push(loaded);
  if (isTold(service, loaded, action)) group.told += 1;
};

const isTold = (service: Service, { record }: LoadedRecord, action: Action): boolean =>
  messageAfter(service, record, { ...record, state: stateAfter(record, action) }, action) !== undefined &&
  phoneOfApplicant(service, record.answers) !== undefined;

const nobodyFor = async (
  parts: BulkParts,
  holder: Holder,
  { samples: [first] }: Group,
  name: string,
): Promise<Reason | undefined> => {
  if (!first) return undefined;
  const asked = await askOf(parts, holder, first, name);
  const nobody = nobodyToChoose(first.service, first.record, asked);
  return nobody && { code: 'nobody-qualified', message: nobody };
};

/** The action as it is asked on one of the records on which it is possible. */
export const askOf = (parts: BulkParts, holder: Holder, loaded: LoadedRecord, name: string): Promise<Action> => {
  const { service, record } = loaded;
  return askedHere(parts, loaded, service.actions.get(name)!, candidateOf(holder, service, record, parts.covers));
};
