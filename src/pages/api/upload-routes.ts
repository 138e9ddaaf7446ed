import { Type } from 'typebox';
import { Problem } from '../../base/problem.ts';
import type { FormFault } from '../../form/form-texts.ts';
import { keepUpload } from '../../intake/uploads.ts';
import { formFilesOf } from '../http/form-files.ts';
import { textOf } from '../http/inputs.ts';
import type { Parts } from '../parts.ts';
import { serviceOf } from '../public/service-of.ts';
import type { Request, Route } from '../route.ts';
import { roomOf } from '../upload-room.ts';
import { filesQuestionOf, keptFile, refusedFile } from './files-question.ts';
import { problemResponses } from './problem-schema.ts';

/** Files come before the data that name them, one by one. */
export const uploadRoutes = (parts: Parts): readonly Route[] => [
  {
    method: 'POST',
    path: '/api/v1/services/:service/uploads',
    access: 'public',
    takesFiles: true,
    perMinute: 60,
    schema: {
      summary: 'Send a file that will be handed in with data',
      description:
        'multipart/form-data with `field`, the name of the question (`rows.question` within rows), and `file`. What comes back is put into the list of that question in `data`; tell it to nobody, since whoever knows it may hand it in. It is kept for two days.',
      tags: ['submissions'],
      consumes: ['multipart/form-data'],
      params: Type.Object({ service: Type.String() }),
      response: { 201: keptFile, ...problemResponses },
    },
    handler: async (request, reply) => {
      const { service } = serviceOf(parts, request as Request);
      const path = textOf(request.body, 'field');
      const field = filesQuestionOf(service, path);
      const [sent] = formFilesOf(request).get('file') ?? [];
      if (!field || !sent) throw new Problem('bad-request');
      const refuse = (fault: FormFault) => {
        throw refusedFile(field, path, fault);
      };
      const { fileName, data } = sent;
      if (!data) return refuse('file-too-large');
      const outcome = await keepUpload(
        parts.engine,
        service.id,
        { fileName, data },
        field,
        roomOf(parts, request as Request),
      );
      if ('fault' in outcome) return refuse(outcome.fault);
      reply.code(201);
      return outcome.file;
    },
  },
];
