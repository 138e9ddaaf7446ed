import type { FastifyReply } from 'fastify';
import { Problem } from '../../../base/problem.ts';
import { getStaff, type Request } from '../../route.ts';
import { accountTexts } from './account-texts.ts';

/** For what changes how an account signs in: accounts of the demonstration are everybody's, and stay as they are. */
export const ownAccount =
  (handler: (request: Request, reply: FastifyReply) => unknown) =>
  (request: Request, reply: FastifyReply): unknown => {
    if (!getStaff(request).demonstration) return handler(request, reply);
    const error = { path: '', code: 'demonstration-account', message: accountTexts.demonstration };
    throw new Problem('not-possible', { errors: [error] });
  };
