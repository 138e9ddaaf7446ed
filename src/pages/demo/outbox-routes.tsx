import type { FastifyReply } from 'fastify';
import type { Queryable } from '../../base/database.ts';
import type { Render } from '../../reactions/delivery-sender.ts';
import { listAllMessages } from '../../reactions/outbox-queries.ts';
import { readBefore } from '../message-paging.ts';
import type { Request, Route } from '../route.ts';
import { sendPage } from '../send-page.ts';
import type { PageContext } from '../ui/page-context.ts';
import { OutboxPage, outboxPath } from './outbox-page.tsx';

export interface OutboxRoutesParts {
  readonly database: Queryable;
  /** The same as the delivery worker's. */
  readonly render: Render;
  readonly timeZone: string;
  readonly contextOf: (request: Request, reply: FastifyReply) => PageContext;
}

/** To be added where the demonstration is on, and nowhere else: the page shows every message, secrets included. */
export const outboxRoutes = ({ database, render, timeZone, contextOf }: OutboxRoutesParts): readonly Route[] => [
  {
    method: 'GET',
    path: outboxPath,
    access: 'public',
    handler: async (request, reply) => {
      const before = readBefore(request.query);
      const { messages, next } = await listAllMessages(database, { before, limit: 20 });
      const shown = await Promise.all(
        messages.map(async (message) => ({ ...message, words: await render(message).catch(() => undefined) })),
      );
      return sendPage(
        reply,
        <OutboxPage
          context={contextOf(request, reply)}
          timeZone={timeZone}
          messages={shown}
          next={next}
          isFirst={before === undefined}
        />,
      );
    },
  },
];
