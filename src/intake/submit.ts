import { setImmediate as nextTurn } from 'node:timers/promises';
import { canonicalJson } from '../base/canonical-json.ts';
import { type FieldError, Problem } from '../base/problem.ts';
import type { PublishedService } from '../catalogue/catalogue.ts';
import { namesRecords } from '../events/referred-records.ts';
import { type Sent, validate } from '../form/validate.ts';
import type { AccountActor, Channel } from '../record/events.ts';
import { createCoalescer } from './coalescer.ts';
import { findKeys } from './submission-queries.ts';
import {
  type BatchParts,
  findEarlier,
  flush,
  type Item,
  knownOf,
  type Outcome,
  type Receipt,
  type WriteAlso,
} from './write-batch.ts';

export interface SubmissionRequest {
  readonly published: PublishedService;
  /** UUID chosen by the sender; the same one again means the same submission. */
  readonly key: string;
  readonly sent: Sent;
  /** What came in, where it was given under an earlier version and `sent` is how it reads now: by that a resend is known. */
  readonly original?: Sent | undefined;
  readonly channel: Channel;
  readonly locale: string;
  /** The civil servant who enters it; left out: the applicant. */
  readonly actor?: AccountActor | undefined;
}

/** One of many submissions that come together, with what was found wrong before its answers were looked at. */
export interface OneOfMany extends SubmissionRequest {
  readonly faults: readonly FieldError[];
  /** What was sent as canonical JSON, for whoever makes the key of it. */
  readonly canonical: string;
}

/** Many submissions of which it is known what is wrong with each. */
export interface Judged {
  readonly items: readonly (Item | { readonly key: string; readonly mac: Buffer; readonly problem: Problem })[];
  readonly service: string;
}

export interface Intake {
  /** Answers after commit, or throws a Problem. */
  readonly submit: (request: SubmissionRequest) => Promise<Receipt>;
  /** Reads the answers of many submissions to one service, with pauses in which others are served. */
  readonly judge: (requests: readonly OneOfMany[]) => Promise<Judged>;
  /**
   * Writes what was judged, in one transaction with what `also` writes, which is told what becomes of each. Only where the
   * database refuses them together is each written by itself, and `also` after them.
   * @param turn until then it is decided but not written; a Problem of it is that of the write
   */
  readonly write: (judged: Judged, also: WriteAlso, turn?: Promise<void>) => Promise<void>;
  /** The answer that was given to this submission before, also where its service takes no new ones; undefined: there was none. */
  readonly findAgain: (service: string, key: string, sent: Sent) => Promise<Receipt | undefined>;
  /** Submissions waiting or being written. */
  readonly load: () => number;
  readonly drained: () => Promise<void>;
}

/** Answers of so many are read before others are served: some thousandths of a second. */
const judgedAtOnce = 40;

export const createIntake = (parts: BatchParts): Intake => {
  const coalescer = createCoalescer<Item, Receipt>({
    flush: (items) => flush(parts, items),
    maxBatch: 256,
    maxWaiting: 2_048,
    concurrency: 2,
  });
  const macOfJson = (service: string, canonical: string): Buffer =>
    parts.secrets.mac('submission', service, canonical).subarray(0, 16);
  const macOf = (service: string, sent: Sent): Buffer => macOfJson(service, canonicalJson(sent));
  let writing = 0;
  return {
    load: () => coalescer.load() + writing,
    drained: coalescer.drained,
    findAgain: (service, key, sent) => findEarlier(parts.database, service, key, macOf(service, sent)),
    submit: async ({ published, key, sent, original = sent, channel, locale, actor }) => {
      const mac = macOf(published.service.id, original);
      if (namesRecords(published.service.enteredFields)) await parts.referred.know(sent);
      const { answers, errors } = validate(published.service.enteredFields, sent, parts.world(), { channel });
      if (errors.length > 0) {
        // A resend may come when a date that was ahead has passed: what was accepted then is answered again.
        const earlier = await findEarlier(parts.database, published.service.id, key, mac);
        if (earlier) return earlier;
        throw new Problem('invalid-data', { errors });
      }
      return coalescer.add({ published, key: key.toLowerCase(), mac, answers, channel, locale, actor });
    },
    judge: async (requests) => {
      const items: Judged['items'][number][] = [];
      const service = requests[0]?.published.service;
      if (service && namesRecords(service.enteredFields)) await parts.referred.know(requests.map(({ sent }) => sent));
      for (const [index, request] of requests.entries()) {
        if (index % judgedAtOnce === 0) await nextTurn();
        const { published, key, sent, canonical, channel, locale, actor, faults } = request;
        const mac = macOfJson(published.service.id, canonical);
        const { answers, errors } = validate(published.service.enteredFields, sent, parts.world(), { channel });
        // What could not be read at all is not missing besides.
        const known = new Set(faults.map(({ path }) => path));
        const wrong = [...faults, ...errors.filter(({ path }) => !known.has(path))];
        items.push(
          wrong.length > 0
            ? { key, mac, problem: new Problem('invalid-data', { errors: wrong }) }
            : { published, key, mac, answers, channel, locale, actor },
        );
      }
      return { items, service: service?.id ?? '' };
    },
    write: async (judged, also, turn) => {
      writing += judged.items.length;
      try {
        await writeJudged(parts, judged, also, turn);
      } finally {
        writing -= judged.items.length;
      }
    },
  };
};

const writeJudged = async (
  parts: BatchParts,
  { items, service }: Judged,
  also: WriteAlso,
  turn?: Promise<void>,
): Promise<void> => {
  const { database } = parts;
  const right = items.flatMap((item, index) => ('problem' in item ? [] : [{ item, index }]));
  const wrong = items.flatMap((item, index) => ('problem' in item ? [{ ...item, index }] : []));
  const outcomes: Outcome[] = Array.from({ length: items.length });
  // What was accepted once stays accepted, though a date in it has passed since.
  const known =
    wrong.length === 0 ? [] : await database.run(findKeys, [wrong.map(({ key }) => key), wrong.map(() => service)]);
  const rowOf = new Map(known.map((row) => [row.key, row]));
  for (const { index, key, mac, problem } of wrong) {
    const row = rowOf.get(key);
    outcomes[index] = row?.data_mac.equals(mac) ? knownOf(row, mac) : problem;
  }
  const withRight = (results: readonly Outcome[]): readonly Outcome[] => {
    right.forEach(({ index }, position) => (outcomes[index] = results[position]!));
    return outcomes;
  };
  if (right.length === 0) {
    await turn;
    await database.transaction((transaction) => also(transaction, outcomes));
    return;
  }
  let isAlsoDone = false;
  const results = await flush(
    parts,
    right.map(({ item }) => item),
    async (transaction, written) => {
      await also(transaction, withRight(written));
      isAlsoDone = true;
    },
    turn,
  );
  if (!isAlsoDone) await database.transaction((transaction) => also(transaction, withRight(results)));
};
