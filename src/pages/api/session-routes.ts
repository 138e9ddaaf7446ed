import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { readSetCookie } from '../../access/session-cookie.ts';
import type { Held, SignedIn } from '../../access/sign-in.ts';
import { Problem } from '../../base/problem.ts';
import type { Parts } from '../parts.ts';
import type { Route } from '../route.ts';
import { problemResponses } from './problem-schema.ts';

/** Sessions for programs that act as a civil servant: the token goes into `Authorization: Bearer`. */
export const sessionRoutes = (parts: Parts): readonly Route[] => {
  const answer = (reply: FastifyReply, outcome: SignedIn | Held | { readonly kind: 'refused' }) => {
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
  };
  return [
    {
      method: 'POST',
      path: '/api/v1/sessions',
      access: 'public',
      perMinute: 60,
      schema: {
        summary: 'Sign in',
        tags: ['sessions'],
        body: Type.Object(
          {
            email: Type.String({ maxLength: 254 }),
            password: Type.String({ maxLength: 400 }),
            code: Type.Optional(
              Type.String({
                maxLength: 40,
                description: 'Of the authenticator app, or a recovery code, where the account needs one',
              }),
            ),
          },
          { additionalProperties: false },
        ),
        response: { 201: Type.Object({ token: Type.String() }), ...problemResponses },
      },
      handler: async (request, reply) => {
        const { email, password, code } = request.body as { email: string; password: string; code?: string };
        const { signInDesk, sessions, sessionCookie } = parts;
        const client = { address: request.ip, userAgent: request.headers['user-agent'] ?? '', cookies: {} };
        const first = await signInDesk.signIn(email, password, client);
        if (first.kind !== 'second-step') return answer(reply, first);
        const cookies = { [sessionCookie]: tokenIn(first.setCookies, sessionCookie) };
        if (code !== undefined && first.lacks === 'prove') {
          const second = await signInDesk.prove({ typed: code }, { ...client, cookies });
          if (second.kind !== 'expired' && second.kind !== 'wrong') return answer(reply, second);
        }
        // What was opened by the password alone leads nowhere from here.
        await sessions.end(cookies);
        throw new Problem(code === undefined ? 'second-factor-required' : 'wrong-sign-in');
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
};

const tokenIn = (setCookies: readonly string[], name: string): string => {
  const [, token] = setCookies.map(readSetCookie).find(([each]) => each === name) ?? [];
  if (token === undefined) throw new Error('signed in without a session cookie');
  return token;
};
