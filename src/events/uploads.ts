import { type FieldError, Problem } from '../base/problem.ts';
import type { Secrets } from '../base/secrets.ts';
import { verdictQuestion } from '../definition/nouns/survey-verdicts.ts';
import type { Field, Service } from '../definition/service.ts';
import type { Answer, Answers } from '../form/fields/field-type.ts';
import { isFilesField, type KeptFile } from '../form/fields/files.ts';
import { faultText } from '../form/form-texts.ts';
import type { Beside } from './beside.ts';
import { claimUploads } from './upload-queries.ts';
import type { DecisionToWrite } from './write-decisions.ts';

/** A question for files, with the rows that it stands in. */
interface FilesQuestion {
  readonly field: Field;
  readonly rows: string | undefined;
}

const asked = new WeakMap<Service, readonly FilesQuestion[]>();

const questionsIn = (fields: Iterable<Field>, rows?: string): readonly FilesQuestion[] =>
  [...fields].flatMap((field) => {
    if (field.type === 'rows') return questionsIn(field.fields, field.name);
    return isFilesField(field) ? [{ field, rows }] : [];
  });

/** Whoever verifies answers may put other files in the place of those that were sent. */
const foundQuestions = ({ fields }: Service, verified: readonly string[]): readonly Field[] =>
  verified.flatMap((name) => {
    const field = fields.get(name);
    return field ? [{ ...field, name: verdictQuestion(name, 'found') }] : [];
  });

/** The questions of a service, of its form and its actions, that are answered with files. */
const filesQuestions = (service: Service): readonly FilesQuestion[] => {
  const known = asked.get(service);
  if (known) return known;
  const found = [
    ...questionsIn(service.fields.values()),
    ...[...service.actions.values()].flatMap(({ fields }) => questionsIn(fields)),
    ...[...service.actions.values()].flatMap(({ verify }) => questionsIn(foundQuestions(service, verify))),
  ];
  asked.set(service, found);
  return found;
};

const valuesOf = ({ field, rows }: FilesQuestion, answers: Answers): readonly Answer[] =>
  (rows === undefined ? [answers] : Array.isArray(answers[rows]) ? (answers[rows] as readonly Answers[]) : []).flatMap(
    (each) => each[field.name] ?? [],
  );

export interface NamedFile {
  readonly file: KeptFile;
  readonly label: Field['label'];
  /** The question of the form or action that it answers, or the rows around it. */
  readonly path: string;
  /** Whether it is kept encrypted. */
  readonly sealed: boolean;
}

/** The files that answers name. */
export const filesIn = (service: Service, answers: Answers): readonly NamedFile[] =>
  filesQuestions(service).flatMap((question) =>
    (valuesOf(question, answers) as readonly KeptFile[]).map((file) => ({
      file,
      label: question.field.label,
      path: question.rows ?? question.field.name,
      sealed: question.field.protect === 'sensitive',
    })),
  );

interface UploadMarks {
  readonly name: string;
  readonly sha256: string;
  /** Latitude and longitude. */
  readonly point: string | null;
}

/** What a row says of a file, to be compared with what is said of it when it is handed in. */
export const openMarks = ({ name, sha256, point }: Pick<KeptFile, 'name' | 'sha256' | 'point'>): UploadMarks => ({
  name,
  sha256,
  point: point ? `${point.lat},${point.lon}` : null,
});

/** What stands in the open of a file that is kept encrypted: keyed hashes of its name and of its content, by which it is known again. */
export const uploadMarks = (
  secrets: Pick<Secrets, 'mac'>,
  file: Pick<KeptFile, 'name' | 'sha256' | 'point'>,
): UploadMarks => ({
  name: secrets.mac('upload-name', file.name).toString('base64url'),
  sha256: secrets.mac('upload-content', file.sha256).toString('hex'),
  point: file.point ? secrets.mac('upload-point', openMarks(file).point ?? '').toString('base64url') : null,
});

/** Files that a decision brings: those of its answers, and those that an action was done with. */
const broughtBy = ({ service, before, decision }: DecisionToWrite): readonly NamedFile[] => {
  const { record, events } = decision;
  const known = new Set(before === undefined ? [] : filesIn(service, before.record.answers).map(({ file }) => file.id));
  const named = [record.answers, ...events.map(({ content }) => (content ?? {}) as Answers)].flatMap((answers) =>
    filesIn(service, answers),
  );
  return [...new Map(named.map((each) => [each.file.id, each])).values()].filter(({ file }) => !known.has(file.id));
};

/**
 * Makes the files that answers name the record's own, in the transaction that writes the answers. Who hands in a file that
 * is not kept, that is another record's, or of which something else is said than is true, is refused with the whole decision.
 */
export const uploadsOfRecords: Beside = {
  concerns: (service) => filesQuestions(service).length > 0,
  write: async (transaction, decisions, { secrets }) => {
    const wanted = decisions.map((toWrite) => ({ toWrite, files: broughtBy(toWrite) }));
    const rows = wanted.flatMap(({ toWrite: { service, decision }, files }) =>
      files.map(({ file, sealed }) => ({
        record_id: decision.record.id,
        service: service.id,
        ...file,
        ...(sealed ? uploadMarks(secrets, file) : openMarks(file)),
        sealed,
      })),
    );
    if (rows.length === 0) return;
    const claimed = await transaction.run(claimUploads, [JSON.stringify(rows)]);
    const own = new Set(claimed.map(({ id, record_id: record }) => `${record} ${id}`));
    for (const { toWrite, files } of wanted) {
      const errors = files.flatMap(({ file, label, path }): FieldError[] =>
        own.has(`${toWrite.decision.record.id} ${file.id}`)
          ? []
          : [{ path, code: 'upload-gone', message: faultText('upload-gone', label) }],
      );
      if (errors.length > 0) throw new Problem('invalid-data', { errors });
    }
  },
};
