import type { FastifyReply } from 'fastify';
import { type DelegationParts, isAdministrator } from '../../access/delegation.ts';
import type { Staff } from '../../access/grant.ts';
import type { Queryable } from '../../base/database.ts';
import { Problem } from '../../base/problem.ts';
import { findFailedAccountMessage, listFailedAccountMessages } from '../../reactions/account-messages.ts';
import type { Channel } from '../../reactions/delivery-queries.ts';
import { retryFailedMessages, retryMessage } from '../../reactions/outbox-queries.ts';
import {
  countVisibleMessages,
  findVisibleMessage,
  listVisibleMessages,
} from '../../reactions/visible-messages-queries.ts';
import { readBefore } from '../message-paging.ts';
import { type Access, getStaff, type Request, type Route } from '../route.ts';
import { sendPage } from '../send-page.ts';
import type { PageContext } from '../ui/page-context.ts';
import { UndeliveredPage, undeliveredPath, type UndeliveredStatus } from './undelivered-page.tsx';

export interface UndeliveredRoutesParts {
  readonly database: Queryable;
  /** Wakes the delivery worker. */
  readonly wake: () => void;
  readonly timeZone: string;
  readonly contextOf: (request: Request, reply: FastifyReply) => PageContext;
  /** Who may open the page; which messages are on it is up to the scope. */
  readonly access: Access;
  /** What an account may see, as statements take it. */
  readonly scopeOf: (staff: Staff) => Promise<string>;
  /** Messages about accounts, for who administers these. */
  readonly administration: DelegationParts;
  /** Whether an account may have all failed messages of the country sent again. */
  readonly mayRetryAll: (staff: Staff) => boolean;
  readonly referenceOf: (service: string, recordId: number) => string;
}

const isChannel = (value: unknown): value is Channel => value === 'sms' || value === 'email';

export const undeliveredRoutes = (parts: UndeliveredRoutesParts): readonly Route[] => {
  const { database, wake, timeZone, contextOf, access, scopeOf, administration, mayRetryAll, referenceOf } = parts;

  const show = async (request: Request, reply: FastifyReply) => {
    const staff = getStaff(request);
    const query = request.query as { status?: unknown; retried?: unknown };
    const status: UndeliveredStatus = query.status === 'waiting' ? 'waiting' : 'failed';
    const scope = await scopeOf(staff);
    const [{ messages, next }, counts, accountMessages] = await Promise.all([
      listVisibleMessages(database, scope, { status, before: readBefore(query) }),
      countVisibleMessages(database, scope),
      isAdministrator(staff) && status === 'failed' ? listFailedAccountMessages(database, administration, staff) : [],
    ]);
    return sendPage(
      reply,
      <UndeliveredPage
        context={contextOf(request, reply)}
        timeZone={timeZone}
        csrfToken={reply.generateCsrf()}
        status={status}
        messages={messages.map((message) => ({
          ...message,
          reference: referenceOf(message.service, message.recordId),
        }))}
        next={next}
        counts={counts}
        accountMessages={accountMessages}
        mayRetryAll={mayRetryAll(staff)}
        retried={
          typeof query.retried === 'string' && /^\d{1,9}$/.test(query.retried) ? Number(query.retried) : undefined
        }
      />,
    );
  };

  const backWith = (reply: FastifyReply, retried: number) => {
    if (retried > 0) wake();
    return reply.redirect(`${undeliveredPath}?retried=${retried}`, 303);
  };

  const retryOne = async (request: Request, reply: FastifyReply) => {
    const { id } = request.params as { id: string };
    const staff = getStaff(request);
    const number = /^\d{1,15}$/.test(id) ? Number(id) : 0;
    const message =
      (await findVisibleMessage(database, await scopeOf(staff), number)) ??
      (isAdministrator(staff) ? await findFailedAccountMessage(database, administration, staff, number) : undefined);
    // What one may not see does not exist.
    if (!message) throw new Problem('not-found');
    const done = await retryMessage(database, message.id);
    if (done)
      request.log.info({ message: message.id, account: getStaff(request).accountId }, 'message sent again by hand');
    return backWith(reply, done ? 1 : 0);
  };

  const retryAll = async (request: Request, reply: FastifyReply) => {
    const { channel } = (request.body ?? {}) as { channel?: unknown };
    if (!isChannel(channel)) throw new Problem('bad-request');
    if (!mayRetryAll(getStaff(request))) throw new Problem('not-allowed');
    const count = await retryFailedMessages(database, channel);
    request.log.info({ channel, count, account: getStaff(request).accountId }, 'failed messages sent again by hand');
    return backWith(reply, count);
  };

  return [
    { method: 'GET', path: undeliveredPath, access, handler: show },
    { method: 'POST', path: `${undeliveredPath}/:id/retry`, access, handler: retryOne },
    { method: 'POST', path: `${undeliveredPath}/retry-all`, access, handler: retryAll },
  ];
};
