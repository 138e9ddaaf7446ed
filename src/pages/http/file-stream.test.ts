import type { FastifyRequest } from 'fastify';
import { expect, test } from 'vitest';
import { readUpToFile } from './file-stream.ts';

test('what says that it is too long is refused before any of it is read', async () => {
  const request = {
    isMultipart: () => true,
    headers: { 'content-length': String(2 * 1024 ** 3) },
    parts: () => {
      throw new Error('it was read');
    },
  } as unknown as FastifyRequest;
  await expect(readUpToFile(request, 256 * 1024 ** 2)).rejects.toMatchObject({ code: 'too-large' });
});
