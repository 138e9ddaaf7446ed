import { addDays, startOfDay } from '../../base/calendar-day.ts';
import type { IssuedDocument } from '../events.ts';
import type { CaseRecord } from '../fold.ts';
import type { RecordNoun, Step } from '../noun.ts';

export interface DocumentFacts {
  readonly issued: readonly IssuedDocument[];
  /** Numbers of the documents that no longer count. */
  readonly revoked: readonly number[];
}

/** The instant that an answer means as the edge of a validity: a day counts as a whole. RFC 3339. */
const edge = ({ service, answers }: Step, name: string | undefined, side: 'from' | 'until'): string | undefined => {
  const field = name === undefined ? undefined : service.fields.get(name);
  const answer = name === undefined ? undefined : answers[name];
  if (!field || typeof answer !== 'string') return undefined;
  if (field.type !== 'date' && field.type !== 'calculated') return answer;
  // To its last minute, as people write the end of a day.
  return side === 'from'
    ? startOfDay(answer, field.timeZone).toISOString()
    : new Date(+startOfDay(addDays(answer, 1), field.timeZone) - 60_000).toISOString();
};

const issue = (step: Step, kind: string): IssuedDocument => {
  const declared = step.service.documents.get(kind);
  const from = edge(step, declared?.from, 'from');
  const until = edge(step, declared?.until, 'until');
  return { id: step.context.nextDocumentId(), kind, ...(from && { from }), ...(until && { until }) };
};

const revokedBy = (record: CaseRecord | undefined, kind: string | undefined): readonly number[] =>
  (record?.documents ?? []).filter((document) => document.kind === kind && !document.revoked).map(({ id }) => id);

export const documents: RecordNoun = {
  decide: (step) => {
    const { action, record } = step;
    const revoked = revokedBy(record, action?.revoke);
    return {
      ...(action?.issue !== undefined && { issued: [issue(step, action.issue)] }),
      ...(revoked.length > 0 && { revoked }),
    };
  },
  apply: (before, event) => {
    if (event.kind !== 'acted') return before ? {} : { documents: [] };
    const { issued = [], revoked = [] } = event.facts;
    return {
      documents: [
        ...(before?.documents ?? []).map((document) =>
          revoked.includes(document.id) ? { ...document, revoked: true } : document,
        ),
        ...issued.map((document) => ({ ...document, revoked: false })),
      ],
    };
  },
};
