import type { Service } from '../definition/service.ts';
import type { Answers } from '../form/fields/field-type.ts';
import { expressionValues } from '../form/validate.ts';
import type { CaseRecord } from './fold.ts';

/** The values that a record shares with those that a declared count counts; undefined where an answer is missing. */
export interface TallyValues {
  readonly name: string;
  readonly values: readonly string[];
}

export const tallyValues = (service: Service, answers: Answers, now: Date): readonly TallyValues[] => {
  if (service.counts.length === 0) return [];
  const values = expressionValues(service.fields.values(), answers);
  return service.counts.flatMap(({ name, same }) => {
    if (same.some((expression) => expression.uses.some((used) => values[used] === undefined))) return [];
    return [{ name, values: same.map((expression) => String(expression.evaluate(values, now))) }];
  });
};

/** By how much each count changes when a record goes from `before` to `after`: −1, 0 or 1 each. */
export const tallyChange = (
  service: Service,
  name: string,
  before: CaseRecord | undefined,
  after: CaseRecord | undefined,
): number => {
  const counted = service.counts.find((count) => count.name === name)?.in;
  const inCount = (record: CaseRecord | undefined) => (record && counted?.has(record.state) ? 1 : 0);
  return inCount(after) - inCount(before);
};
