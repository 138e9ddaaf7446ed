import Fastify from 'fastify';
import { expect, it } from 'vitest';
import { createMetrics } from './http/metrics.ts';
import { operationRoutes } from './operation-routes.ts';
import type { Parts } from './parts.ts';
import type { Request } from './route.ts';

const asked = async (
  metricsToken: string | undefined,
  remoteAddress: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<number> => {
  const app = Fastify();
  const metrics = createMetrics(() => ({ intake: 0, readings: 0 }), { home: 'disk', faultOf: async () => undefined });
  for (const { method, path, handler } of operationRoutes({ config: { metricsToken } } as Parts, metrics))
    app.route({ method, url: path, handler: (request, reply) => handler(request as Request, reply) });
  app.setErrorHandler((error: { status?: number }, _request, reply) => reply.code(error.status ?? 500).send());
  const { statusCode, body } = await app.inject({ url: '/metrics', remoteAddress, headers });
  expect(body.includes('diwan_intake_waiting')).toBe(statusCode === 200);
  return statusCode;
};

it('shows its figures on this machine, and to nobody through a proxy', async () => {
  expect(await asked(undefined, '127.0.0.1')).toBe(200);
  expect(await asked(undefined, '::1')).toBe(200);
  expect(await asked(undefined, '192.0.2.1')).toBe(404);
  expect(await asked(undefined, '127.0.0.1', { 'x-forwarded-for': '192.0.2.1' })).toBe(404);
  expect(await asked(undefined, '127.0.0.1', { forwarded: 'for=192.0.2.1' })).toBe(404);
});

it('shows them elsewhere to who has the token, and then to nobody else', async () => {
  expect(await asked('s3cret', '192.0.2.1', { authorization: 'Bearer s3cret' })).toBe(200);
  for (const authorization of ['Bearer s3cre', 'Bearer ', 's3cret', 'Bearer s3crett'])
    expect(await asked('s3cret', '192.0.2.1', { authorization })).toBe(404);
  expect(await asked('s3cret', '127.0.0.1')).toBe(404);
});
