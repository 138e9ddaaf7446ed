import { randomUUID } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import type { Request } from './route.ts';
import { sendHtml, sendPage } from './send-page.ts';
import { renderPage } from './ui/render-page.ts';

/** Stands in a kept page where the token of its reader's form belongs. */
const tokenPlace = randomUUID();

export interface SamePage {
  /** The page's own address; asked for under another one (with a query, which links repeat), it is made anew. */
  readonly address: string;
  /** Names what it was made from: the declaration's digest, the catalogue's edition. Made from something else, it is made anew. */
  readonly of: string | number;
  /** Its forms carry the reader's token. */
  readonly hasForm: boolean;
  readonly make: (csrfToken: string) => VNode;
}

/**
 * Answers with pages that are the same for everybody but for their forms' token. Each is made once in each language and
 * kept: addresses are those of declared things, so that there are only so many.
 */
export const createSamePages = () => {
  const kept = new Map<string, { readonly of: string | number; readonly pieces: readonly string[] }>();
  return (request: Request, reply: FastifyReply, { address, of, hasForm, make }: SamePage): FastifyReply => {
    const token = hasForm ? reply.generateCsrf() : '';
    if (request.url !== address) return sendPage(reply, make(token));
    const key = `${request.locale} ${address}`;
    const before = kept.get(key);
    const pieces = before?.of === of ? before.pieces : renderPage(make(tokenPlace)).split(tokenPlace);
    if (before?.of !== of) kept.set(key, { of, pieces });
    return sendHtml(reply, pieces.join(token));
  };
};

export type SendSamePage = ReturnType<typeof createSamePages>;
