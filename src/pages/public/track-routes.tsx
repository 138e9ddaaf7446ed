import type { FastifyReply } from 'fastify';
import { Problem } from '../../base/problem.ts';
import { say } from '../../base/texts.ts';
import { referenceOf } from '../../events/reference.ts';
import { textOf } from '../http/inputs.ts';
import { noteRefusal } from '../http/refusals.ts';
import type { Parts } from '../parts.ts';
import { openBySecret, type OpenedRecord } from '../record-access.ts';
import type { Request, Route } from '../route.ts';
import { pageContext, sendPage } from '../send-page.ts';
import type { FieldProblem } from '../ui/error-summary.tsx';
import { addToRequests } from './applicant-session.ts';
import { openedReferences, rememberRecord } from './opened-records.ts';
import { TrackPage } from './track-page.tsx';
import { trackPath } from './track-paths.ts';
import { trackTexts as texts } from './track-texts.ts';

/** Opening a request by reference and secret: from then on this browser's signed cookie does it. */
export const trackRoutes = (parts: Parts): readonly Route[] => {
  const ask = (request: Request, reply: FastifyReply) =>
    sendTrack(request, reply, { reference: textOf(request.query, 'reference').slice(0, 40), secret: '' }, []);

  const open = async (request: Request, reply: FastifyReply) => {
    const typed = {
      reference: textOf(request.body, 'reference').slice(0, 60),
      secret: textOf(request.body, 'secret').slice(0, 60),
    };
    const { locale } = request;
    const missing = [
      ...(typed.reference.trim() === '' ? [{ name: 'reference', message: say(locale, texts.referenceMissing) }] : []),
      ...(typed.secret.trim() === '' ? [{ name: 'secret', message: say(locale, texts.secretMissing) }] : []),
    ];
    if (missing.length > 0) return sendTrack(request, reply.code(422), typed, missing);
    return openWith(request, reply, typed);
  };

  /** The link in a message: its secret is gone from the address with the first answer. */
  const openByLink = (request: Request, reply: FastifyReply) => {
    const { reference, secret } = request.params as { reference: string; secret: string };
    return openWith(request, reply, { reference, secret });
  };

  const openWith = async (
    request: Request,
    reply: FastifyReply,
    typed: { readonly reference: string; readonly secret: string },
  ) => {
    const attempt = await tryOpen(parts, request.ip, typed);
    if ('opened' in attempt) {
      rememberRecord(parts, request, reply, attempt.opened.reference);
      await addToRequests(parts, request, attempt.opened.reference);
      return reply.redirect(trackPath(attempt.opened.reference), 303);
    }
    const { locale } = request;
    noteRefusal(request, 'wait' in attempt ? 'too-many-requests' : 'unknown-record');
    if ('wait' in attempt) {
      const message = say(locale, texts.tooMany, { minutes: Math.ceil(attempt.wait / 60) });
      return sendTrack(request, reply.code(429).header('retry-after', attempt.wait), typed, [{ message }]);
    }
    // One message for both: whether a reference exists is not told.
    return sendTrack(request, reply.code(404), typed, [{ name: 'reference', message: say(locale, texts.wrong) }]);
  };

  const sendTrack = (
    request: Request,
    reply: FastifyReply,
    typed: { reference: string; secret: string },
    problems: readonly FieldProblem[],
  ) =>
    sendPage(
      reply,
      <TrackPage
        context={{
          ...pageContext(parts, request),
          url: request.routeOptions.url === '/track' ? request.url : '/track',
        }}
        csrfToken={reply.generateCsrf()}
        exampleReference={exampleReference(parts)}
        typed={typed}
        problems={problems}
        opened={openedReferences(parts, request)}
        justForgotten={textOf(request.query, 'forgotten') !== ''}
      />,
    );

  return [
    { method: 'GET', path: '/track', access: 'public', handler: ask },
    { method: 'POST', path: '/track', access: 'public', perMinute: 60, handler: open },
    { method: 'GET', path: '/o/:reference/:secret', access: 'public', perMinute: 60, handler: openByLink },
  ];
};

type Attempt = { readonly opened: OpenedRecord } | { readonly wait: number } | { readonly wrong: true };

const tryOpen = async (
  parts: Parts,
  address: string,
  typed: { readonly reference: string; readonly secret: string },
): Promise<Attempt> => {
  try {
    return { opened: await openBySecret(parts, address, typed.reference, typed.secret) };
  } catch (error) {
    if (error instanceof Problem && error.code === 'unknown-record') return { wrong: true };
    if (error instanceof Problem && error.code === 'too-many-requests') return { wait: error.retryAfter ?? 1 };
    throw error;
  }
};

/** A reference as the first service of the portal would write it: it opens nothing. */
export const exampleReference = ({ catalogue }: Parts): string =>
  referenceOf(catalogue.services[0]?.service.referencePrefix ?? 'A', 1_234_567);

/** To who has not opened the record in this browser: the page that asks for its secret, the reference filled in. */
export const askForSecret = (request: Request, reply: FastifyReply): FastifyReply =>
  reply.redirect(`/track?reference=${encodeURIComponent((request.params as { reference: string }).reference)}`, 303);
