import { createHash, timingSafeEqual } from 'node:crypto';
import { statement } from '../base/database.ts';
import { Problem } from '../base/problem.ts';
import type { Metrics } from './http/metrics.ts';
import type { Parts } from './parts.ts';
import type { Request, Route } from './route.ts';

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
      } catch {
        return reply.code(503).send({ status: 'the database does not answer' });
      }
      // Everything but files can be had without their storage: no reason to be taken out of service, but to look.
      const { files } = parts.engine;
      const isAway = (await files.faultOf(files.home)) !== undefined;
      return isAway ? { status: 'degraded', files: 'their storage does not answer' } : { status: 'ready' };
    },
  },
  // Made of the routes' own schemas.
  { method: 'GET', path: '/api/v1/openapi.json', access: 'public', handler: ({ server }) => server.swagger() },
  {
    method: 'GET',
    path: '/metrics',
    access: 'public',
    handler: async (request, reply) => {
      if (!mayReadFigures(parts, request)) throw new Problem('not-found');
      return reply.type(registry.contentType).send(await registry.metrics());
    },
  },
];

const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Who shows the token; without one who asks on this machine itself, and not through a proxy. */
const mayReadFigures = ({ config }: Parts, { headers, socket }: Request): boolean => {
  if (config.metricsToken !== undefined)
    return timingSafeEqual(digestOf(headers.authorization ?? ''), digestOf(`Bearer ${config.metricsToken}`));
  const isProxied = headers['x-forwarded-for'] !== undefined || headers['forwarded'] !== undefined;
  return !isProxied && /^(127\.|::1$|::ffff:127\.)/.test(socket.remoteAddress ?? '');
};
