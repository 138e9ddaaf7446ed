import type { FastifyReply } from 'fastify';
import { Problem } from '../base/problem.ts';
import { keptTypes } from '../definition/fields/files.ts';
import { filesIn } from '../events/uploads.ts';
import type { Answers } from '../form/fields/field-type.ts';
import { findFile, findPreviewOf } from '../intake/uploads.ts';
import { StorageFailure } from '../outside/file-storage.ts';
import type { Parts } from './parts.ts';
import type { OpenedRecord } from './record-access.ts';
import type { Route } from './route.ts';

/**
 * Sends a file of a record to who has opened it. What was opened holds only what this reader may see, so a file is found
 * only where an answer that the reader sees, or saw in the history, names it.
 */
export const sendFile = async (
  { engine }: Pick<Parts, 'engine'>,
  opened: OpenedFiles,
  id: string,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const named = namedFile(opened, id);
  const file = await away(findFile(engine, named.file, opened.record.id));
  if (!file) throw new Problem('not-found');
  return sendSafely(reply, file.type, file.name).send(file.content);
};

/** Sends a small picture of a file of a record to who has opened it. */
export const sendPreview = async (
  { engine }: Pick<Parts, 'engine'>,
  opened: OpenedFiles,
  id: string,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const preview = await away(findPreviewOf(engine, namedFile(opened, id).file.id, opened.record.id));
  if (!preview) throw new Problem('not-found');
  return sendSafely(reply, keptTypes.image, previewName).send(preview);
};

type OpenedFiles = Pick<OpenedRecord, 'service' | 'record' | 'events'>;
const previewName = 'preview.jpg';

const namedFile = ({ service, record, events }: OpenedFiles, id: string) => {
  const seen = [record.answers, ...events.map(({ content }) => (content ?? {}) as Answers)];
  const named = seen.flatMap((answers) => filesIn(service, answers)).find(({ file }) => file.id === id);
  if (!named) throw new Problem('not-found');
  return named;
};

const away = <Result>(work: Promise<Result>): Promise<Result> =>
  work.catch((cause: unknown) => {
    if (cause instanceof StorageFailure) throw new Problem('storage-away', { retryAfter: 60, cause });
    throw cause;
  });

/** What somebody sent is saved or drawn, never run, framed or guessed at. */
const sendSafely = (reply: FastifyReply, type: string, name: string): FastifyReply =>
  reply
    .type(type)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeFileName(name)}`)
    .header('content-security-policy', "default-src 'none'; sandbox; frame-ancestors 'none'")
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store');

/** Small pictures of what was just sent, for the form that it was sent with. */
export const previewRoutes = ({ engine }: Pick<Parts, 'engine'>): readonly Route[] => [
  {
    method: 'GET',
    path: '/uploads/:file/preview',
    access: 'public',
    perMinute: 120,
    handler: async (request, reply) => {
      const { file } = request.params as { file: string };
      const preview = isId.test(file) ? await away(findPreviewOf(engine, file, undefined)) : undefined;
      if (!preview) throw new Problem('not-found');
      return sendSafely(reply, keptTypes.image, previewName).send(preview);
    },
  },
];
const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** As RFC 8187 writes it. */
const encodeFileName = (name: string): string =>
  encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
