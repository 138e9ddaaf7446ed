import { statement } from '../base/database.ts';
import type { Metrics } from './http/metrics.ts';
import type { Parts } from './parts.ts';
import type { Route } from './route.ts';

const ping = statement('operation/ping', 'select 1');

/** For whoever keeps the program running. */
export const operationRoutes = (parts: Parts, { registry }: Metrics): readonly Route[] => [
  { method: 'GET', path: '/healthz', access: 'public', handler: () => ({ status: 'ok' }) },
  {
    method: 'GET',
    path: '/readyz',
    access: 'public',
    handler: async (_request, reply) => {
      try {
        await parts.database.run(ping);
        return { status: 'ready' };
      } catch {
        return reply.code(503).send({ status: 'the database does not answer' });
      }
    },
  },
  {
    method: 'GET',
    path: '/metrics',
    access: 'public',
    handler: async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()),
  },
];
