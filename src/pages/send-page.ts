import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import type { Parts } from './parts.ts';
import type { Request } from './route.ts';
import type { PageContext } from './ui/page-context.ts';
import { renderPage } from './ui/render-page.ts';

/** What every page needs to know of the request it answers. */
export const pageContext = (parts: Parts, request: Request): PageContext => ({
  locale: request.locale,
  url: request.url,
  portal: parts.portal,
  assets: parts.assets,
});

/** Answers with a page. What depends on a person or a form's token must not stay in shared caches. */
export const sendPage = (reply: FastifyReply, page: VNode): FastifyReply => sendHtml(reply, renderPage(page));

export const sendHtml = (reply: FastifyReply, html: string): FastifyReply =>
  reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('vary', 'accept-language, cookie')
    .send(html);
