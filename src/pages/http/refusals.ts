import { clientNetwork } from '../../access/client-network.ts';
import type { ProblemCode } from '../../base/problem.ts';
import type { Request } from '../route.ts';

/** What somebody was kept from, for who looks into it afterwards: by whom, from where and why, never what was typed. */
export const noteRefusal = (request: Request, code: ProblemCode): void =>
  request.log.warn(
    { code, route: request.routeOptions.url, account: request.staff?.accountId, from: clientNetwork(request.ip) },
    'refused',
  );
