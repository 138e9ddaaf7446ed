import type { Queryable } from '../../base/database.ts';
import { say, type Text } from '../../base/texts.ts';
import { type FilesSettings, mebibyte } from '../../definition/fields/files.ts';
import type { Field, FieldOf } from '../../definition/service.ts';
import { readPictureInTurn } from '../../documents/picture-reader.ts';
import type { PictureOutcome } from '../../documents/read-picture.ts';
import type { Inputs } from '../../form/fields/field-type.ts';
import { fileInputs, isFilesField, readToken, typedFiles, typesText } from '../../form/fields/files.ts';
import { tokenOf } from '../../form/file-token.ts';
import { innerField, rowOfSuffix } from '../../form/fields/rows.ts';
import { faultText, type FormFault } from '../../form/form-texts.ts';
import { keepUpload, touchFiles, type UploadParts, type UploadRoom } from '../../intake/uploads.ts';
import { largestPicture, pictureInput } from '../fields/code.tsx';
import { codePageTexts } from '../fields/code-texts.ts';
import { formFilesOf } from '../http/form-files.ts';
import { inputsOf } from '../http/inputs.ts';
import type { Upload } from '../http/uploads.ts';
import type { Parts } from '../parts.ts';
import type { Request } from '../route.ts';
import { roomOf } from '../upload-room.ts';
import type { FieldProblem } from '../ui/error-summary.tsx';
import { askedOn } from './typed.ts';

/** What was sent with a page, read as far as files have to be. */
export interface Taken {
  /** As `request.body`, with what stands for the files among its texts: read it instead. */
  readonly body: unknown;
  /** Files that could not be taken. */
  readonly problems: readonly FieldProblem[];
}

const newFiles = '.new';

/** The question under a full name on the page: `people.0.paper` within rows. */
const findQuestion = (fields: readonly Field[], name: string): Field | undefined => {
  const own = fields.find((field) => field.name === name);
  if (own) return own;
  const rows = fields.find((field) => field.type === 'rows' && name.startsWith(`${field.name}.`));
  if (rows?.type !== 'rows') return undefined;
  const at = rowOfSuffix(name.slice(rows.name.length));
  const inner = at && innerField(at.rest, rows);
  return inner?.name === at?.rest ? inner : undefined;
};

/**
 * Takes the files that came with a page of these questions: keeps those that answer one, and reads the code in a picture
 * of one. It comes before the texts of the page are read: a row that holds nothing but a file is a row, and its file stays
 * with it when rows before it go. What cannot be taken is told of, the rest stays.
 */
export const takeFiles = async (
  parts: Pick<Parts, 'engine' | 'config' | 'secrets'>,
  request: Request,
  service: string,
  fields: readonly Field[],
): Promise<Taken> => {
  const asked = askedOn(fields, request.body);
  const taken: Record<string, string> = {};
  const problems: FieldProblem[] = [];
  const refuse = (name: string, text: Text) => problems.push({ name, message: say(request.locale, text) });
  for (const [input, uploads] of formFilesOf(request)) {
    const [ending] = [newFiles, pictureInput].filter((each) => input.endsWith(each));
    const name = ending === undefined ? '' : input.slice(0, -ending.length);
    const field = findQuestion(asked, name);
    if (field && isFilesField(field) && ending === newFiles) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other: each may be large
      const kept = await keepNew(parts.engine, service, field as FilesQuestion, {
        before: typedFiles(
          inputsOf(request.body, () => true),
          name,
        ),
        uploads,
        room: roomOf(parts, request),
      });
      Object.assign(taken, fileInputs(name, kept.tokens));
      for (const text of kept.refused) refuse(name, text);
    } else if (field?.type === 'code' && ending === pictureInput && uploads[0]) {
      // oxlint-disable-next-line no-await-in-loop -- likewise
      const outcome = await readUpload(field, uploads[0]);
      if (outcome.kind === 'read') taken[name] = outcome.text;
      else refuse(input, codePageTexts[outcome.kind === 'no-code' ? 'none' : outcome.kind]);
    }
  }
  return { body: { ...(request.body as object | undefined), ...taken }, problems };
};

type FilesQuestion = Field & FilesSettings;

interface Chosen {
  readonly before: readonly string[];
  readonly uploads: readonly Upload[];
  readonly room: UploadRoom;
}

const keepNew = async (
  parts: UploadParts,
  service: string,
  field: FilesQuestion,
  { before, uploads, room }: Chosen,
): Promise<{ readonly tokens: readonly string[]; readonly refused: readonly Text[] }> => {
  const tokens = [...before];
  const refused: Text[] = [];
  const refuse = (fault: FormFault) =>
    refused.push(
      faultText(fault, field.label, {
        max: fault === 'too-many-files' ? field.count : field.size / mebibyte,
        types: typesText(field.types),
      }),
    );
  for (const { fileName, data } of uploads) {
    if (tokens.length >= field.count) {
      refuse('too-many-files');
      break;
    }
    // oxlint-disable-next-line no-await-in-loop -- each may be large
    const outcome = data ? await keepUpload(parts, service, { fileName, data }, field, room) : tooLarge;
    if ('fault' in outcome) refuse(outcome.fault);
    else tokens.push(tokenOf(outcome.file));
  }
  return { tokens, refused };
};

const tooLarge = { fault: 'file-too-large' } as const;

const readUpload = async ({ formats }: FieldOf<'code'>, { data }: Upload): Promise<PictureOutcome> =>
  data && data.length <= largestPicture * mebibyte ? readPictureInTurn(data, formats) : { kind: 'too-large' };

/** Keeps what was sent with a form as long as its draft is. */
export const touchFilesOf = (database: Queryable, inputs: Inputs): Promise<void> =>
  touchFiles(
    database,
    Object.entries(inputs).flatMap(([input, text]) => (/\.file\.\d+$/.test(input) ? (readToken(text) ?? []) : [])),
  );
