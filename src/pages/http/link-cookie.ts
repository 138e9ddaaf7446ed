import type { FastifyReply } from 'fastify';
import type { Request } from '../route.ts';
import { cookieName } from './cookie-name.ts';

/**
 * Keeps what a link holds out of addresses: the answer to the link puts it into a signed cookie and leads on to an address that
 * tells nothing, before any page is shown. So it stands in no history entry of a page, on no screen, and is copied with no address.
 */
export interface LinkCookie {
  readonly keep: (reply: FastifyReply, link: string) => FastifyReply;
  readonly read: (request: Request) => string | undefined;
  readonly forget: (reply: FastifyReply) => FastifyReply;
}

const longestLink = 200;

export const createLinkCookie = (
  config: { readonly secure: boolean },
  name: 'join' | 'reset' | 'resume',
  seconds: number,
): LinkCookie => {
  const cookie = cookieName(config, `${name}-link`);
  const place = { path: '/', httpOnly: true, sameSite: 'lax', secure: config.secure } as const;
  return {
    // What is longer than any link of ours is none: it must not fill the browser's headers.
    keep: (reply, link) =>
      reply.setCookie(cookie, `${name} ${link.slice(0, longestLink)}`, { ...place, signed: true, maxAge: seconds }),
    read: (request) => {
      const { valid, value } = request.unsignCookie(request.cookies[cookie] ?? '');
      // Signed values of other cookies of ours must not pass for one.
      return valid && value?.startsWith(`${name} `) ? value.slice(name.length + 1) : undefined;
    },
    forget: (reply) => reply.clearCookie(cookie, place),
  };
};
