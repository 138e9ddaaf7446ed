import multipart from '@fastify/multipart';
import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { formFilesOf, readFormFiles } from './form-files.ts';

const send = async (rows: number, chosen: number): Promise<{ status: number; body: string }> => {
  const app = Fastify();
  await app.register(multipart);
  app.post('/', { preHandler: readFormFiles }, (request) => formFilesOf(request).size);
  const form = new FormData();
  for (let row = 0; row < rows; row++) {
    form.append(`people.${row}.name`, 'Rima');
    form.append(`people.${row}.paper`, new Blob(row < chosen ? ['a'] : []), row < chosen ? 'a.txt' : '');
  }
  const sent = new Response(form);
  const answer = await app.inject({
    method: 'POST',
    url: '/',
    headers: { 'content-type': sent.headers.get('content-type') ?? '' },
    payload: Buffer.from(await sent.arrayBuffer()),
  });
  await app.close();
  return { status: answer.statusCode, body: answer.body };
};

test('a list of three hundred rows is taken, each with a question for files, some of them answered', async () => {
  expect(await send(300, 2)).toEqual({ status: 200, body: '2' });
});

test('more files than one page may hold are not', async () => {
  expect((await send(21, 20)).status).toBe(200);
  expect((await send(21, 21)).status).not.toBe(200);
});
