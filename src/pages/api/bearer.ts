import type { FastifyRequest } from 'fastify';
import type { Cookies } from '../../access/client.ts';
import type { Parts } from '../parts.ts';

/**
 * The API takes a session from the Authorization header only: a browser sends cookies by itself, so that another site
 * could act in somebody's name; it never sends this header by itself.
 */
export const bearerCookies = (parts: Parts, request: FastifyRequest): Cookies => {
  const match = /^Bearer ([\x21-\x7e]{1,400})$/i.exec(request.headers.authorization ?? '');
  return match?.[1] ? { [parts.sessionCookie]: match[1] } : {};
};
