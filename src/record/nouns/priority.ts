import type { PriorityLevel, PriorityRule } from '../../definition/nouns/priority.ts';
import type { Service } from '../../definition/service.ts';
import type { Answers } from '../../form/fields/field-type.ts';
import { expressionValues, holds } from '../../form/validate.ts';
import type { RecordNoun } from '../noun.ts';

export interface PriorityFacts {
  /** Name of the rule that says how urgent the record is; empty: none does any more. */
  readonly priority: string;
}

/** The rule that holds for these answers; undefined: none does. */
export const findPriorityRule = (service: Service, answers: Answers, now: Date): PriorityRule | undefined => {
  if (service.priorities.length === 0) return undefined;
  const values = expressionValues(service.fields.values(), answers);
  return service.priorities.find(({ when }) => holds(when, values, now));
};

/** The rule by which a record is urgent or not; undefined where it is an ordinary one. */
export const priorityOf = (
  { priorities }: Service,
  { priority }: { readonly priority?: string | undefined },
): PriorityRule | undefined => priorities.find(({ name }) => name === priority);

/** Whether it comes before others in lists of work. */
export const isUrgent = (service: Service, record: { readonly priority?: string | undefined }): boolean =>
  priorityOf(service, record)?.level === 'high';

const levelOf = (rule: PriorityRule | undefined): PriorityLevel | 'ordinary' => rule?.level ?? 'ordinary';

export const priority: RecordNoun = {
  // Judged when it comes in and whenever its answers are corrected, and kept: a clock that goes on changes nothing.
  decide: ({ service, record, answers, context: { now } }) => {
    if (record && record.answers === answers) return undefined;
    const name = findPriorityRule(service, answers, now)?.name ?? '';
    return name === (record?.priority ?? '') ? undefined : { priority: name };
  },
  apply: (before, event) => {
    if (event.kind !== 'submitted' && event.kind !== 'acted') return {};
    const decided = event.facts.priority;
    return decided === undefined ? { priority: before?.priority } : { priority: decided || undefined };
  },
  values: (service, record) =>
    service.priorities.length > 0 ? { priority: levelOf(priorityOf(service, record)) } : {},
};
