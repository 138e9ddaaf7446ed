import { Type } from 'typebox';
import { Problem } from '../../base/problem.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import {
  beginPartial,
  finishPartial,
  openPartial,
  type PartialUpload,
  partialHours,
  receive,
} from '../../intake/partial-uploads.ts';
import { deletePartial } from '../../intake/partial-upload-queries.ts';
import type { FastifyReply } from 'fastify';
import type { Parts } from '../parts.ts';
import { serviceOf } from '../public/service-of.ts';
import type { Request, Route } from '../route.ts';
import { roomOf } from '../upload-room.ts';
import { filesQuestionOf, keptFile, refusedFile } from './files-question.ts';
import { problemResponses } from './problem-schema.ts';

/** tus 1.0.0 (https://tus.io/protocols/resumable-upload), with creation, expiration and termination. */
const version = '1.0.0';
const pieceType = 'application/offset+octet-stream';
const path = '/api/v1/partial-uploads/:id';
const params = Type.Object({ id: Type.String({ format: 'uuid' }) });
const tags = ['submissions'];

/** `filename bmFtZQ==,field cGFwZXI=`: names, and values in base64. */
const readMetadata = (header: unknown): ReadonlyMap<string, string> =>
  new Map(
    (typeof header === 'string' ? header.slice(0, 4_000) : '').split(',').map((pair) => {
      const [name = '', value = ''] = pair.trim().split(' ');
      return [name, Buffer.from(value, 'base64').toString()];
    }),
  );

const readCount = (header: unknown): number | undefined =>
  typeof header === 'string' && /^\d{1,10}$/.test(header) ? Number(header) : undefined;

const speaks = ({ headers }: Request, reply: FastifyReply): void => {
  reply.header('tus-resumable', version);
  if (headers['tus-resumable'] === version) return;
  reply.header('tus-version', version);
  throw new Problem('bad-request');
};

const open = async (parts: Parts, request: Request): Promise<PartialUpload> => {
  const found = await openPartial(parts.engine, (request.params as { id: string }).id);
  if (!found) throw new Problem('not-found');
  return found;
};

const questionOf = (catalogue: Catalogue, { service, question }: PartialUpload) => {
  const published = catalogue.find(service);
  const field = published && filesQuestionOf(published.service, question);
  if (!field) throw new Problem('not-found');
  return field;
};

/** The file once all of it has arrived, or a Problem that says why it is none. */
const finish = async (parts: Parts, request: Request, partial: PartialUpload) => {
  const field = questionOf(parts.catalogue, partial);
  const made = await finishPartial(parts.engine, partial, field, roomOf(parts, request));
  if (!('fault' in made)) return made.file;
  if (made.fault === 'storage-away' || made.fault === 'not-scanned')
    throw new Problem(made.fault === 'not-scanned' ? 'not-scanned-yet' : 'storage-away', { retryAfter: 60 });
  throw refusedFile(field, partial.question, made.fault);
};

/** Files that come in pieces, over lines that break. */
export const partialUploadRoutes = (parts: Parts): readonly Route[] => [
  {
    method: 'POST',
    path: '/api/v1/services/:service/partial-uploads',
    access: 'public',
    perMinute: 60,
    schema: {
      summary: 'Begin to send a file in pieces',
      description: `The protocol is tus ${version}. \`Upload-Length\` says how long the file is, \`Upload-Metadata\` its \`filename\` and the question (\`field\`) that it is for, both in base64. \`Location\` is where its pieces are sent; whoever knows it may send them. It goes ${partialHours} hours after the last piece.`,
      tags,
      params: Type.Object({ service: Type.String() }),
      headers: Type.Object({
        'upload-length': Type.String(),
        'upload-metadata': Type.String(),
        'tus-resumable': Type.String(),
      }),
      response: { 201: Type.Null({ description: 'Location says where' }), ...problemResponses },
    },
    handler: async (request: Request, reply) => {
      speaks(request, reply);
      const { service } = serviceOf(parts, request);
      const metadata = readMetadata(request.headers['upload-metadata']);
      const [question, length] = [metadata.get('field') ?? '', readCount(request.headers['upload-length'])];
      const field = filesQuestionOf(service, question);
      if (!field || length === undefined) throw new Problem('bad-request');
      // Pages of civil servants send files as well: those count for the account and not for the house it works in.
      request.staff = await parts.sessions.find(request.cookies);
      const name = metadata.get('filename') ?? '';
      const sent = { service: service.id, question, name: name.slice(0, 1_000), length };
      const begun = await beginPartial(parts.engine, sent, field, roomOf(parts, request));
      if ('fault' in begun) throw refusedFile(field, question, begun.fault);
      return reply.code(201).header('location', `/api/v1/partial-uploads/${begun.id}`).send();
    },
  },
  {
    method: 'HEAD',
    path,
    access: 'public',
    schema: { summary: 'Ask how much of a file has arrived', tags, params, response: problemResponses },
    handler: async (request: Request, reply) => {
      speaks(request, reply);
      const { received, length } = await open(parts, request);
      return reply.header('upload-offset', received).header('upload-length', length).send();
    },
  },
  {
    method: 'PATCH',
    path,
    access: 'public',
    schema: {
      summary: 'Send a piece of a file',
      description:
        'As `application/offset+octet-stream`, of any length, beginning at `Upload-Offset`. What has arrived stays, also when the line breaks within it. With the last piece the file is judged: what is wrong with it is told then.',
      tags,
      params,
      consumes: [pieceType],
      headers: Type.Object({ 'upload-offset': Type.String(), 'tus-resumable': Type.String() }),
      response: { 204: Type.Null({ description: 'Upload-Offset says how much there is now' }), ...problemResponses },
    },
    handler: async (request: Request, reply) => {
      speaks(request, reply);
      const partial = await open(parts, request);
      const from = readCount(request.headers['upload-offset']);
      const body = request.body as AsyncIterable<Buffer> | undefined;
      if (from === undefined || body === undefined) throw new Problem('bad-request');
      const got = await receive(parts.engine, partial, from, body);
      if (!got) throw new Problem('piece-out-of-place');
      if (got.received === partial.length) await finish(parts, request, { ...partial, received: got.received });
      const until = new Date(Date.now() + partialHours * 3_600_000).toUTCString();
      return reply.code(204).header('upload-offset', got.received).header('upload-expires', until).send();
    },
  },
  {
    method: 'GET',
    path,
    access: 'public',
    perMinute: 120,
    schema: {
      summary: 'Get the file that has arrived in pieces',
      description:
        'What stands for it in `data`, once all of it is there; until then how much is. It is kept for two days.',
      tags,
      params,
      response: {
        200: Type.Object({ offset: Type.Integer(), length: Type.Integer(), file: Type.Optional(keptFile) }),
        ...problemResponses,
      },
    },
    handler: async (request: Request) => {
      const partial = await open(parts, request);
      const { received: offset, length } = partial;
      return { offset, length, ...(offset === length && { file: await finish(parts, request, partial) }) };
    },
  },
  {
    method: 'DELETE',
    path,
    access: 'public',
    schema: {
      summary: 'Give up a file that has not arrived whole',
      tags,
      params,
      response: { 204: Type.Null(), ...problemResponses },
    },
    handler: async (request: Request, reply) => {
      speaks(request, reply);
      const { id } = await open(parts, request);
      await parts.database.run(deletePartial, [id]);
      return reply.code(204).send();
    },
  },
];
