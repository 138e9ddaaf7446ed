import type { FastifyRequest } from 'fastify';
import { looksLikeKey } from '../../access/api-key-text.ts';
import type { Staff } from '../../access/grant.ts';
import type { Parts } from '../parts.ts';

/**
 * Who calls the API: a session, or the key of an institution's own system. Both are taken from the Authorization header
 * only: a browser sends cookies by itself, so that another site could act in somebody's name; it never sends this header by
 * itself. A key that does not hold is a Problem; without anything, or with a session that is over, it is nobody.
 */
export const findCaller = async (parts: Parts, request: FastifyRequest): Promise<Staff | undefined> => {
  const token = /^Bearer ([\x21-\x7e]{1,400})$/i.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined) return undefined;
  if (looksLikeKey(token)) return parts.apiKeys.identify(token, request.ip);
  return parts.sessions.find({ [parts.sessionCookie]: token });
};
