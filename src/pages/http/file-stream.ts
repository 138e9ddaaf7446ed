import type { FastifyRequest } from 'fastify';
import { Problem } from '../../base/problem.ts';

/** A file that is still arriving: whoever handles the request reads it, and nothing of it is kept on the way. */
export interface ArrivingFile {
  readonly fileName: string;
  readonly stream: AsyncIterable<Buffer>;
  /** Whether all of it was taken, once it has been read: false where it is longer than the route accepts. */
  readonly isWhole: () => boolean;
}

const fields = { fields: 20, fieldSize: 64 * 1024, headerPairs: 50, files: 1 };
/** What a form holds around its file. */
const around = 1024 * 1024;

const files = new WeakMap<FastifyRequest, ArrivingFile>();

/** The file of a request; undefined when none was chosen. */
export const arrivingFileOf = (request: FastifyRequest): ArrivingFile | undefined => files.get(request);

/**
 * Reads the texts of a multipart form into `request.body` up to its file, which has to come last: its token is looked at
 * before a byte of the file. What says that it is too long is refused before any of it is read.
 */
export const readUpToFile = async (request: FastifyRequest, mostBytes: number): Promise<void> => {
  if (!request.isMultipart()) return;
  if (Number(request.headers['content-length'] ?? 0) > mostBytes + around) throw new Problem('too-large');
  const texts = new Map<string, string>();
  try {
    // Read to its limit, it is judged by who takes it.
    const options = { throwFileSizeLimit: false, limits: { ...fields, fileSize: mostBytes } };
    const parts = request.parts(options);
    for (let next = await parts.next(); next.done !== true; next = await parts.next()) {
      const part = next.value;
      if (part.type === 'field') {
        if (typeof part.value === 'string') texts.set(part.fieldname, part.value);
        continue;
      }
      if (!part.filename) {
        part.file.resume();
        continue;
      }
      files.set(request, { fileName: part.filename, stream: part.file, isWhole: () => !part.file.truncated });
      break;
    }
  } catch (error) {
    if (error instanceof Problem || (error as { statusCode?: number }).statusCode) throw error;
    throw new Problem('bad-request', { cause: error });
  }
  request.body = Object.fromEntries(texts);
};
