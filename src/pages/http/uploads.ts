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
export const readUpload = async (request: FastifyRequest, maxUpload: number, maxFiles = 1): Promise<void> => {
  if (!request.isMultipart()) return;
  if (Number(request.headers['content-length'] ?? 0) > readAtMost * maxUpload) throw new Problem('too-large');
  try {
    request.body = await readParts(request, maxUpload, maxFiles);
  } catch (error) {
    // The parser's own errors about what was sent carry no status.
    if (error instanceof Problem || (error as { statusCode?: number }).statusCode) throw error;
    throw new Problem('bad-request', { cause: error });
  }
};

type Sent = string | Upload | readonly Upload[];

const readParts = async (
  request: FastifyRequest,
  maxUpload: number,
  maxFiles: number,
): Promise<Record<string, Sent>> => {
  const body = new Map<string, Sent>();
  const texts = maxFiles > 1 ? { fields: 100, fieldSize: maxUpload } : fields;
  const options = {
    throwFileSizeLimit: false,
    limits: { headerPairs: fields.headerPairs, ...texts, files: maxFiles, fileSize: maxUpload },
  };
  for await (const part of request.parts(options)) {
    if (part.type === 'field') {
      if (typeof part.value === 'string') body.set(part.fieldname, part.value);
      continue;
    }
    const data = await part.toBuffer();
    const upload = { fileName: part.filename ?? '', data: part.file.truncated ? undefined : data };
    body.set(part.fieldname, maxFiles > 1 ? [...uploadsIn(body.get(part.fieldname)), upload] : upload);
  }
  return Object.fromEntries(body);
};

const uploadsIn = (value: unknown): readonly Upload[] => (Array.isArray(value) ? (value as readonly Upload[]) : []);

/** The files under that name, where a route takes more than one. */
export const uploadsOf = (body: unknown, name: string): readonly Upload[] =>
  uploadsIn((body as Readonly<Record<string, unknown>> | undefined)?.[name]).filter(({ fileName }) => fileName !== '');

/** The file under that name; undefined when none was chosen. */
export const uploadOf = (body: unknown, name: string): Upload | undefined => {
  const value = Object.hasOwn((body ?? {}) as object, name)
    ? (body as Readonly<Record<string, unknown>>)[name]
    : undefined;
  if (typeof value !== 'object' || value === null || !('data' in value)) return undefined;
  const upload = value as Upload;
  return upload.data?.length === 0 && upload.fileName === '' ? undefined : upload;
};
