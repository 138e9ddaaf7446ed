import type { Answer } from '../../form/fields/field-type.ts';
import type { IssuedDocument } from '../events.ts';
import type { CaseRecord } from '../fold.ts';
import type { RecordNoun, Step } from '../noun.ts';

export interface DocumentFacts {
  readonly issued: readonly IssuedDocument[];
  /** Numbers of the documents that no longer count. */
  readonly revoked: readonly number[];
}

const instant = (answer: Answer | undefined): string | undefined => (typeof answer === 'string' ? answer : undefined);

const issue = ({ service, answers, context }: Step, kind: string): IssuedDocument => {
  const declared = service.documents.get(kind);
  const from = instant(declared?.from && answers[declared.from]);
  const until = instant(declared?.until && answers[declared.until]);
  return { id: context.nextDocumentId(), kind, ...(from && { from }), ...(until && { until }) };
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
