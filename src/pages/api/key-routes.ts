import { Problem } from '../../base/problem.ts';
import type { Parts } from '../parts.ts';
import type { Route } from '../route.ts';

/** What a verifier fetches while it has a connection: keys, and the lists of revoked documents. */
export const keyRoutes = ({ keys, statusLists, world }: Parts): readonly Route[] => [
  {
    method: 'GET',
    path: '/.well-known/diwan/keys.json',
    access: 'public',
    handler: (_request, reply) =>
      reply
        .header('cache-control', 'public, max-age=300')
        .header('access-control-allow-origin', '*')
        .send(keys.publicKeySet(world().now)),
  },
  {
    method: 'GET',
    path: '/.well-known/diwan/status/:list',
    access: 'public',
    handler: async (request, reply) => {
      const { list } = request.params as { list: string };
      const token = /^\d{1,10}$/.test(list) ? await statusLists.find(Number(list), world().now) : undefined;
      if (!token) throw new Problem('not-found');
      return reply
        .type('application/statuslist+cwt')
        .header('cache-control', 'public, max-age=60')
        .header('access-control-allow-origin', '*')
        .send(Buffer.from(token));
    },
  },
];
