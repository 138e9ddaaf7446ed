import type { FastifyRequest } from 'fastify';
import { Problem } from '../../base/problem.ts';

/** A file of a form; `data` is undefined when it is larger than the route accepts. */
export interface Upload {
  readonly fileName: string;
  readonly data: Buffer | undefined;
}

/** What one form may hold besides its file. */
const fields = { fields: 20, fieldSize: 64 * 1024, headerPairs: 50 };
/** Beyond that nothing more is read, so that a page can be answered to what is only somewhat too large. */
const readAtMost = 8;

/**
 * Reads a multipart form into `request.body`, as other forms are: texts under their names, the file as an Upload. It runs
 * before the form's token is looked at.
 */
export const readUpload = async (request: FastifyRequest, maxUpload: number): Promise<void> => {
  if (!request.isMultipart()) return;
  if (Number(request.headers['content-length'] ?? 0) > readAtMost * maxUpload) throw new Problem('too-large');
  try {
    request.body = await readParts(request, maxUpload);
  } catch (error) {
    // The parser's own errors about what was sent carry no status.
    if (error instanceof Problem || (error as { statusCode?: number }).statusCode) throw error;
    throw new Problem('bad-request', { cause: error });
  }
};

const readParts = async (request: FastifyRequest, maxUpload: number): Promise<Record<string, string | Upload>> => {
  const body = new Map<string, string | Upload>();
  const options = { throwFileSizeLimit: false, limits: { ...fields, files: 1, fileSize: maxUpload } };
  for await (const part of request.parts(options)) {
    if (part.type === 'field') {
      if (typeof part.value === 'string') body.set(part.fieldname, part.value);
      continue;
    }
    const data = await part.toBuffer();
    body.set(part.fieldname, { fileName: part.filename ?? '', data: part.file.truncated ? undefined : data });
  }
  return Object.fromEntries(body);
};

/** The file under that name; undefined when none was chosen. */
export const uploadOf = (body: unknown, name: string): Upload | undefined => {
  const value = Object.hasOwn((body ?? {}) as object, name)
    ? (body as Readonly<Record<string, unknown>>)[name]
    : undefined;
  if (typeof value !== 'object' || value === null || !('data' in value)) return undefined;
  const upload = value as Upload;
  return upload.data?.length === 0 && upload.fileName === '' ? undefined : upload;
};
