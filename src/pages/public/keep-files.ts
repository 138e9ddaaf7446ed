import type { Queryable } from '../../base/database.ts';
import { say } from '../../base/texts.ts';
import { type FilesSettings, mebibyte } from '../../definition/fields/files.ts';
import type { Field } from '../../definition/service.ts';
import { behaviourOf } from '../../form/fields/all.ts';
import type { Inputs } from '../../form/fields/field-type.ts';
import { fileInputs, isFilesField, readToken, tokenOf, typedFiles, typesText } from '../../form/fields/files.ts';
import { faultText, type FormFault } from '../../form/form-texts.ts';
import { keepUpload, touchFiles } from '../../intake/uploads.ts';
import type { FieldTools } from '../fields/field-page.ts';
import type { FormFiles } from '../http/form-files.ts';
import type { FieldProblem } from '../ui/error-summary.tsx';

interface FilesInput {
  readonly field: Field & FilesSettings;
  /** The question's full name on the page: `people.0.paper` within rows. */
  readonly name: string;
}

/** Which question of a page an input of files belongs to. */
const findInput = (fields: readonly Field[], input: string): FilesInput | undefined => {
  if (!input.endsWith('.new')) return undefined;
  const name = input.slice(0, -'.new'.length);
  for (const field of fields) {
    if (isFilesField(field) && field.name === name) return { field, name };
    if (field.type !== 'rows' || !name.startsWith(`${field.name}.`)) continue;
    const within = /^\d{1,5}\.([a-z0-9_]+)$/.exec(name.slice(field.name.length + 1))?.[1];
    const inner = field.fields.find((each) => each.name === within);
    if (inner && isFilesField(inner) && behaviourOf(field).owns(`${name.slice(field.name.length)}.file.0`, field))
      return { field: inner, name };
  }
  return undefined;
};

/**
 * Keeps the files that came with a page, and puts into its inputs what stands for them. Those that cannot be kept are told
 * of, the others stay.
 */
export const keepFiles = async (
  database: Queryable,
  service: string,
  fields: readonly Field[],
  files: FormFiles,
  inputs: Inputs,
  { locale }: Pick<FieldTools, 'locale'>,
): Promise<{ readonly inputs: Inputs; readonly problems: readonly FieldProblem[] }> => {
  let kept = inputs;
  const problems: FieldProblem[] = [];
  for (const [input, uploads] of files) {
    const found = findInput(fields, input);
    if (!found) continue;
    const { field, name } = found;
    const tokens = [...typedFiles(kept, name)];
    const refuse = (fault: FormFault) =>
      problems.push({
        name,
        message: say(
          locale,
          faultText(fault, field.label, {
            max: fault === 'too-many-files' ? field.count : field.size / mebibyte,
            types: typesText(field.types),
          }),
        ),
      });
    for (const { fileName, data } of uploads) {
      if (tokens.length >= field.count) {
        refuse('too-many-files');
        break;
      }
      // oxlint-disable-next-line no-await-in-loop -- one after the other: each may be large
      const outcome = data ? await keepUpload(database, service, { fileName, data }, field) : tooLarge;
      if ('fault' in outcome) refuse(outcome.fault);
      else tokens.push(tokenOf(outcome.file));
    }
    kept = { ...kept, ...fileInputs(name, tokens) };
  }
  return { inputs: kept, problems };
};

const tooLarge = { fault: 'file-too-large' } as const;

/** Keeps what was sent with a form as long as its draft is. */
export const touchFilesOf = (database: Queryable, inputs: Inputs): Promise<void> =>
  touchFiles(
    database,
    Object.entries(inputs).flatMap(([input, text]) => (/\.file\.\d+$/.test(input) ? (readToken(text) ?? []) : [])),
  );
