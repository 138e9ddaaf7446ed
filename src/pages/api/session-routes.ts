import { Type } from 'typebox';
import { Problem } from '../../base/problem.ts';
import type { Parts } from '../parts.ts';
import type { Route } from '../route.ts';
import { problemResponses } from './problem-schema.ts';

/** Sessions for programs that act as a civil servant: the token goes into `Authorization: Bearer`. */
export const sessionRoutes = (parts: Parts): readonly Route[] => [
  {
    method: 'POST',
    path: '/api/v1/sessions',
    access: 'public',
    perMinute: 60,
    schema: {
      summary: 'Sign in',
      tags: ['sessions'],
      body: Type.Object(
        { email: Type.String({ maxLength: 254 }), password: Type.String({ maxLength: 400 }) },
        { additionalProperties: false },
      ),
      response: { 201: Type.Object({ token: Type.String() }), ...problemResponses },
    },
    handler: async (request, reply) => {
      const { email, password } = request.body as { email: string; password: string };
      const outcome = await parts.signInDesk.signIn(email, password, {
        address: request.ip,
        userAgent: request.headers['user-agent'] ?? '',
        cookies: {},
      });
      switch (outcome.kind) {
        case 'signed-in':
          return reply.code(201).send({ token: tokenIn(outcome.setCookies, parts.sessionCookie) });
        case 'refused':
          throw new Problem('wrong-sign-in');
        case 'limited':
          throw new Problem('too-many-requests', { retryAfter: outcome.retryAfter });
        case 'busy':
          throw new Problem('overloaded', { retryAfter: outcome.retryAfter });
      }
    },
  },
  {
    method: 'DELETE',
    path: '/api/v1/sessions',
    access: 'staff',
    schema: { summary: 'Sign out', tags: ['sessions'], security: [{ staff: [] }] },
    handler: async (request, reply) => {
      await parts.sessions.end({ [parts.sessionCookie]: request.headers.authorization?.slice('Bearer '.length) });
      return reply.code(204).send();
    },
  },
];

const tokenIn = (setCookies: readonly string[], name: string): string => {
  const cookie = setCookies.find((candidate) => candidate.startsWith(`${name}=`));
  if (!cookie) throw new Error('signed in without a session cookie');
  return decodeURIComponent(cookie.slice(name.length + 1).split(';')[0] ?? '');
};
