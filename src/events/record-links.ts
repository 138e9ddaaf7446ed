import type { Service } from '../definition/service.ts';
import type { Answer, Answers } from '../form/fields/field-type.ts';
import type { Beside } from './beside.ts';
import { readReference } from './reference.ts';
import { keepRecordLinks } from './record-link-queries.ts';
import { namesRecords, recordFields } from './referred-records.ts';

export interface RecordLink {
  /** The question; within rows: the name of the rows, a dot, the name in the row. */
  readonly path: string;
  /** The number of the record that is named. */
  readonly target: number;
}

const valuesAt = (value: Answer | undefined, [name, ...rest]: readonly string[]): readonly Answer[] => {
  if (value === undefined) return [];
  if (Array.isArray(value))
    return value.flatMap((each: Answer) => valuesAt(each, name === undefined ? [] : [name, ...rest]));
  if (name === undefined) return [value];
  return typeof value === 'object' ? valuesAt((value as Answers)[name], rest) : [];
};

/** The records that answers name, each question and record once. */
export const linksOf = ({ fields }: Service, answers: Answers): readonly RecordLink[] =>
  recordFields(fields.values()).flatMap(({ path }) => {
    const targets = valuesAt(answers, path.split('.')).map((value) => readReference(String(value))?.id);
    return [...new Set(targets)].flatMap((target) => (target === undefined ? [] : [{ path, target }]));
  });

export const recordLinks: Beside = {
  concerns: ({ fields }) => namesRecords(fields),
  write: async (transaction, decisions) => {
    const changed = decisions.filter(({ before, decision }) => before?.record.answers !== decision.record.answers);
    if (changed.length === 0) return;
    const rows = changed.flatMap(({ service, decision: { record } }) =>
      linksOf(service, record.answers).map(({ path, target }) => ({ record_id: record.id, path, target_id: target })),
    );
    await transaction.run(keepRecordLinks, [JSON.stringify(rows), changed.map(({ decision }) => decision.record.id)]);
  },
};
