import type { FieldError } from '../../base/problem.ts';
import type { Action } from '../../definition/service.ts';
import { givenTo } from '../../events/engine.ts';
import { findRecords, type LoadedRecord } from '../../events/load-record.ts';
import { namesRecords } from '../../events/referred-records.ts';
import { type Sent, validate } from '../../form/validate.ts';
import type { Holder } from '../holder.ts';
import { type BulkRow, listBulkRecordsOf } from './bulk-queries.ts';
import { askOf, type BulkParts, isSeen, samplesKept } from './judge.ts';

/** The action as it is asked once for all, and records by which what is said is judged before it is begun. */
export interface Question {
  readonly action: Action;
  readonly samples: readonly [LoadedRecord, ...LoadedRecord[]];
}

/** Undefined: nothing can be done any more on those that were looked at first. */
export const findQuestion = async (
  parts: BulkParts,
  holder: Holder,
  { id, action }: BulkRow,
): Promise<Question | undefined> => {
  const rows = await parts.database.run(listBulkRecordsOf, [id, 'ready', samplesKept]);
  const records = await findRecords(
    parts,
    rows.flatMap(({ record_id: record }) => record ?? []),
  );
  const samples = rows.flatMap(({ record_id: record, reference }) => {
    const loaded = records.get(record ?? -1);
    return loaded && isSeen(parts, holder, loaded, reference) ? [loaded] : [];
  });
  return questionOf(parts, holder, samples, action ?? '');
};

export const questionOf = async (
  parts: BulkParts,
  holder: Holder,
  [first, ...more]: readonly LoadedRecord[],
  action: string,
): Promise<Question | undefined> =>
  first && { action: await askOf(parts, holder, first, action), samples: [first, ...more] };

/** What is wrong with what is said for every record; what is wrong for some only, they are told when their turn comes. */
export const faultsForAll = async (
  parts: BulkParts,
  { action, samples }: Question,
  sent: Sent,
): Promise<readonly FieldError[]> => {
  if (namesRecords(action.fields)) await parts.referred.know(sent);
  const world = parts.world();
  const each = samples.map((loaded) => validate(action.fields, sent, world, givenTo(loaded)).errors);
  return each.every((errors) => errors.length > 0) ? (each[0] ?? []) : [];
};
