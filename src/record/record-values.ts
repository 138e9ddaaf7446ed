import type { Service } from '../definition/service.ts';
import { expressionValues } from '../form/validate.ts';
import type { CaseRecord } from './fold.ts';

/** What questions about a record may look at: its answers, and the way by which it came in. */
export const recordValues = (
  { fields }: Pick<Service, 'fields'>,
  { channel, answers }: Pick<CaseRecord, 'channel' | 'answers'>,
): Record<string, unknown> => ({ channel, ...expressionValues(fields.values(), answers) });
