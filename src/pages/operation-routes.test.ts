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

it('stays in service without the storage of files and says so, and not without the database', async () => {
  const ready = async (isDatabaseThere: boolean, fault: string | undefined) => {
    const app = Fastify();
    const metrics = createMetrics(() => ({ intake: 0, readings: 0 }), { home: 'disk', faultOf: async () => undefined });
    const database = { run: () => (isDatabaseThere ? Promise.resolve([]) : Promise.reject(new Error('away'))) };
    const parts = { config: {}, database, engine: { files: { home: 's3', faultOf: async () => fault } } };
    const route = operationRoutes(parts as unknown as Parts, metrics).find(({ path }) => path === '/readyz')!;
    app.get('/readyz', (request, reply) => route.handler(request as Request, reply));
    const { statusCode, body } = await app.inject('/readyz');
    return [statusCode, JSON.parse(body)] as const;
  };
  expect(await ready(true, undefined)).toEqual([200, { status: 'ready' }]);
  // The reason is for the pages of administration: it may name a host.
  expect(await ready(true, 'connect ECONNREFUSED 10.0.0.7:9000')).toEqual([
    200,
    { status: 'degraded', files: 'their storage does not answer' },
  ]);
  expect((await ready(false, undefined))[0]).toBe(503);
});
