import type { FastifyReply } from 'fastify';
import { Problem } from '../base/problem.ts';
import { filesIn } from '../events/uploads.ts';
import type { Answers } from '../form/fields/field-type.ts';
import { findFile } from '../intake/uploads.ts';
import { StorageFailure } from '../outside/file-storage.ts';
import type { Parts } from './parts.ts';
import type { OpenedRecord } from './record-access.ts';

/**
 * Sends a file of a record to who has opened it. What was opened holds only what this reader may see, so a file is found
 * only where an answer that the reader sees, or saw in the history, names it.
 */
export const sendFile = async (
  { engine }: Pick<Parts, 'engine'>,
  { service, record, events }: Pick<OpenedRecord, 'service' | 'record' | 'events'>,
  id: string,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const seen = [record.answers, ...events.map(({ content }) => (content ?? {}) as Answers)];
  const named = seen.flatMap((answers) => filesIn(service, answers)).find(({ file }) => file.id === id);
  if (!named) throw new Problem('not-found');
  const file = await findFile(engine, named.file, record.id).catch((cause: unknown) => {
    if (cause instanceof StorageFailure) throw new Problem('storage-away', { retryAfter: 60, cause });
    throw cause;
  });
  if (!file) throw new Problem('not-found');
  return reply
    .type(file.type)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeFileName(file.name)}`)
    .header('content-security-policy', "default-src 'none'; sandbox; frame-ancestors 'none'")
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store')
    .send(file.content);
};

/** As RFC 8187 writes it. */
const encodeFileName = (name: string): string =>
  encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
