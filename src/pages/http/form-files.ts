import type { FastifyRequest } from 'fastify';
import { Problem } from '../../base/problem.ts';
import { mebibyte } from '../../definition/fields/files.ts';
import type { Upload } from './uploads.ts';

/** Of one page of a form, which may list thousands of institutions. More files are sent in several goes: what was sent before is kept. */
const mostText = 512 * 1024;
const limits = {
  parts: 13_000,
  fields: 12_000,
  // A table may be pasted: what is longer than all texts may be together is told below.
  fieldSize: mostText + 1,
  // Browsers send an empty part for each question for files: a list of three hundred people has one in each row.
  files: 1_000,
  fileSize: 20 * mebibyte,
  headerPairs: 50,
};
// A file that is too large is told of beside its question, with the rest of the page kept.
const options = { limits, throwFileSizeLimit: false };
const mostBytes = 24 * mebibyte;
const mostChosen = 20;

/** Files by the name of their input; a part without a chosen file is left out. */
export type FormFiles = ReadonlyMap<string, readonly Upload[]>;

const filesOf = new WeakMap<FastifyRequest, FormFiles>();

/** The files that came with a form; none when it held none or was sent in another way. */
export const formFilesOf = (request: FastifyRequest): FormFiles => filesOf.get(request) ?? new Map();

/**
 * Reads a multipart form: texts into `request.body`, as other forms are, and files apart. All of it is counted while it
 * arrives, and nothing is read beyond what one page may hold. It runs before the form's token is looked at.
 */
export const readFormFiles = async (request: FastifyRequest): Promise<void> => {
  if (!request.isMultipart()) return;
  if (Number(request.headers['content-length'] ?? 0) > mostBytes + mostText) throw new Problem('too-large');
  const texts = new Map<string, string | readonly string[]>();
  const files = new Map<string, Upload[]>();
  let [textBytes, fileBytes, chosen] = [0, 0, 0];
  try {
    for await (const part of request.parts(options)) {
      if (part.type === 'field') {
        const value = typeof part.value === 'string' ? part.value : '';
        textBytes += value.length;
        if (textBytes > mostText) throw new Problem('too-large');
        const before = texts.get(part.fieldname);
        texts.set(part.fieldname, before === undefined ? value : [...[before].flat(), value]);
        continue;
      }
      if (part.filename) chosen += 1;
      if (chosen > mostChosen) throw new Problem('too-large');
      const chunks: Buffer[] = [];
      for await (const chunk of part.file as AsyncIterable<Buffer>) {
        fileBytes += chunk.length;
        if (fileBytes > mostBytes) throw new Problem('too-large');
        chunks.push(chunk);
      }
      if (!part.filename) continue;
      const data = part.file.truncated ? undefined : Buffer.concat(chunks);
      files.set(part.fieldname, [...(files.get(part.fieldname) ?? []), { fileName: part.filename, data }]);
    }
  } catch (error) {
    if (error instanceof Problem || (error as { statusCode?: number }).statusCode) throw error;
    throw new Problem('bad-request', { cause: error });
  }
  request.body = Object.fromEntries(texts);
  filesOf.set(request, files);
};
