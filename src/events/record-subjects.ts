import type { Secrets } from '../base/secrets.ts';
import { statement } from '../base/database.ts';
import type { Field } from '../definition/service.ts';
import type { Answer } from '../form/fields/field-type.ts';
import type { Beside } from './beside.ts';
import { contactOf } from './contact.ts';

/** What an institution is gathered under. */
export const institutionSubject = (code: string): Buffer => Buffer.from(`institution:${code}`);

/**
 * What an answer is gathered under: the same for the same institution, for the same phone, and for the same number in fields
 * of the same name. Undefined where it is nothing that records gather under.
 */
export const subjectOf = (
  secrets: Pick<Secrets, 'mac'>,
  { type, name }: Pick<Field, 'type' | 'name'>,
  answer: Answer | undefined,
): Buffer | undefined => {
  if (typeof answer !== 'string') return undefined;
  if (type === 'institution') return institutionSubject(answer);
  if (type === 'phone') return contactOf(secrets, answer);
  return type === 'identity' ? secrets.mac('lookup', 'identity', name, answer).subarray(0, 16) : undefined;
};

/** Values: records as `[{ record_id, path, subject }]` with the subject as hexadecimal text, and the ids of those that had others before. */
const keepRecordSubjects = statement(
  'events/keep-record-subjects',
  `with given as (
     select decode(subject, 'hex') as subject, record_id, path
     from json_to_recordset($1) as x(subject text, record_id bigint, path text)
   ), gone as (
     delete from record_subject
     where record_id = any($2) and (subject, record_id, path) not in (select subject, record_id, path from given)
   )
   insert into record_subject (subject, record_id, path)
   select subject, record_id, path from given
   on conflict do nothing`,
);

export const recordSubjects: Beside = {
  concerns: ({ subjects }) => subjects.length > 0,
  write: async (transaction, decisions, { secrets }) => {
    const changed = decisions.filter(({ before, decision }) => before?.record.answers !== decision.record.answers);
    const rows = changed.flatMap(({ service, decision: { record } }) =>
      service.subjects.flatMap((field) => {
        const subject = subjectOf(secrets, field, record.answers[field.name]);
        return subject ? [{ subject: subject.toString('hex'), record_id: record.id, path: field.name }] : [];
      }),
    );
    const again = changed.flatMap(({ before, decision }) => (before ? [decision.record.id] : []));
    if (rows.length > 0 || again.length > 0) await transaction.run(keepRecordSubjects, [JSON.stringify(rows), again]);
  },
};
