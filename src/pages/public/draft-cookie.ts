import type { FastifyReply } from 'fastify';
import { type Draft, draftDays, findDraftFor } from '../../intake/drafts.ts';
import { cookieName } from '../http/cookie-name.ts';
import type { Parts } from '../parts.ts';
import type { Request } from '../route.ts';
import { servicePath } from './service-of.ts';

/** A browser remembers the draft of each service that it is filling in, signed and out of the reach of scripts. */
const cookieOf = ({ config }: Parts, service: string): string => cookieName(config, `draft-${service}`, '__Secure-');

type Kind = 'draft' | 'sent';

const read = (parts: Parts, request: Request, service: string, wanted: Kind): string | undefined => {
  const cookie = request.cookies[cookieOf(parts, service)];
  if (cookie === undefined) return undefined;
  const { valid, value } = request.unsignCookie(cookie);
  // Signed values of other cookies of ours must not pass for one.
  const [kind, of, id] = (valid ? (value ?? '') : '').split(' ');
  return kind === wanted && of === service ? id : undefined;
};

/** The id of the draft that this browser holds, which may have been submitted or swept meanwhile. Asks nobody. */
export const readDraftId = (parts: Parts, request: Request, service: string): string | undefined =>
  read(parts, request, service, 'draft');

/** The id of the draft that this browser sent last: sending the same page again asks for the same receipt. */
export const readSentId = (parts: Parts, request: Request, service: string): string | undefined =>
  read(parts, request, service, 'sent');

/** The draft of this browser, as the version in force asks for it. Without a cookie there is none, and no question to the database. */
export const openDraft = async (parts: Parts, request: Request, service: string): Promise<Draft | undefined> => {
  const id = readDraftId(parts, request, service);
  // Looked up before anything is waited for: the version that the caller has in hand.
  const published = parts.catalogue.find(service);
  return id === undefined || !published ? undefined : findDraftFor(parts.engine, published, id);
};

const place = (parts: Parts, service: string) =>
  ({ path: servicePath(service), httpOnly: true, sameSite: 'lax', secure: parts.config.secure }) as const;

export const keepDraftId = (
  parts: Parts,
  reply: FastifyReply,
  service: string,
  id: string,
  kind: Kind = 'draft',
): void => {
  reply.setCookie(cookieOf(parts, service), `${kind} ${service} ${id}`, {
    ...place(parts, service),
    signed: true,
    maxAge: draftDays * 86_400,
  });
};

export const forgetDraftId = (parts: Parts, reply: FastifyReply, service: string): void => {
  reply.clearCookie(cookieOf(parts, service), place(parts, service));
};
