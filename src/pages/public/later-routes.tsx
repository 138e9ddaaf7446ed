import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { Problem } from '../../base/problem.ts';
import { say } from '../../base/texts.ts';
import { qrSvg } from '../../documents/qr.ts';
import { draftDays, isDraftOfApplicant } from '../../intake/drafts.ts';
import { textOf } from '../http/inputs.ts';
import { createLinkCookie } from '../http/link-cookie.ts';
import type { Parts } from '../parts.ts';
import type { Request, Route } from '../route.ts';
import { pageContext, sendPage } from '../send-page.ts';
import { Alert } from '../ui/alert.tsx';
import { Actions, Button, ButtonLink } from '../ui/button.tsx';
import { Page, Title } from '../ui/page.tsx';
import { keepDraftId, openDraft, readDraftId } from './draft-cookie.ts';
import { formPageTexts as texts } from './form-texts.ts';
import { formStartPath, laterPath, offeredServiceOf, resumePath, servicePath } from './service-of.ts';

const linkSeconds = 900;

/** Tells drafts apart without telling which one it is. */
const markOf = (id: string): string => createHash('sha256').update(id).digest('base64url').slice(0, 16);

/** Going on with a form later, on this device or another: the link holds the draft's secret id. */
export const laterRoutes = (parts: Parts): readonly Route[] => {
  const linkCookie = createLinkCookie(parts.config, 'resume', linkSeconds);

  const show = async (request: Request, reply: FastifyReply) => {
    const { service } = offeredServiceOf(parts, request);
    const draft = await openDraft(parts, request, service.id);
    const { locale } = request;
    const title = say(locale, texts.laterTitle);
    const link = draft && `${parts.config.url}${resumePath(service.id)}/${draft.id}`;
    return sendPage(
      reply,
      <Page context={pageContext(parts, request)} title={title} backHref={formStartPath(service.id)}>
        <Title above={service.texts.title[locale]}>{title}</Title>
        {link ? (
          <>
            <p>{say(locale, texts.laterHow)}</p>
            <p class="keep">
              {say(locale, texts.laterLink)}{' '}
              <a class="ds-link code" dir="ltr" href={link}>
                {link}
              </a>
            </p>
            <div class="qr" dangerouslySetInnerHTML={{ __html: qrSvg(link, say(locale, texts.laterLink)) }} />
            <p>{say(locale, texts.laterUntil, { days: draftDays })}</p>
            <Alert tone="warning">
              <p>{say(locale, texts.laterSecret)}</p>
            </Alert>
          </>
        ) : (
          <p>{say(locale, texts.laterNothing)}</p>
        )}
        <Actions>
          <ButtonLink href={formStartPath(service.id)}>{say(locale, texts.goOn)}</ButtonLink>
        </Actions>
      </Page>,
    );
  };

  const enter = (request: Request, reply: FastifyReply) => {
    const { service } = offeredServiceOf(parts, request);
    const { draft } = request.params as { draft: string };
    if (!/^[0-9a-f-]{36}$/.test(draft)) throw new Problem('not-found');
    return linkCookie.keep(reply, `${service.id} ${draft}`).redirect(resumePath(service.id), 303);
  };

  /** The draft of the link that led here, if it is still kept. */
  const findLinked = async (request: Request): Promise<string | undefined> => {
    const { service } = offeredServiceOf(parts, request);
    const [of, id = ''] = linkCookie.read(request)?.split(' ') ?? [];
    if (of !== service.id || !/^[0-9a-f-]{36}$/.test(id)) return undefined;
    return (await isDraftOfApplicant(parts.database, service.id, id)) ? id : undefined;
  };

  /**
   * Asks before this browser goes on with what was begun elsewhere: otherwise a link that somebody hands out would have others
   * write into a form that he or she reads.
   */
  const askToResume = async (request: Request, reply: FastifyReply) => {
    const { service } = offeredServiceOf(parts, request);
    const id = await findLinked(request);
    if (id === undefined) return sendGone(request, reply);
    if (id === readDraftId(parts, request, service.id)) return reply.redirect(formStartPath(service.id), 303);
    const { locale } = request;
    const title = say(locale, texts.laterTitle);
    return sendPage(
      reply,
      <Page context={pageContext(parts, request)} title={title} backHref={servicePath(service.id)}>
        <Title above={service.texts.title[locale]}>{title}</Title>
        <p>{say(locale, texts.resumeAsk)}</p>
        <p>{say(locale, texts.resumeOwn)}</p>
        <form method="post" action={resumePath(service.id)}>
          <input type="hidden" name="_csrf" value={reply.generateCsrf()} />
          <input type="hidden" name="mark" value={markOf(id)} />
          <Actions>
            <Button>{say(locale, texts.goOn)}</Button>
            <ButtonLink href={formStartPath(service.id)} look="secondary">
              {say(locale, texts.resumeBegin)}
            </ButtonLink>
          </Actions>
        </form>
      </Page>,
    );
  };

  const resume = async (request: Request, reply: FastifyReply) => {
    const { service } = offeredServiceOf(parts, request);
    const id = await findLinked(request);
    // Another link may have been followed since, in another tab: what was agreed to is the one that was asked about.
    if (id === undefined || textOf(request.body, 'mark') !== markOf(id)) return sendGone(request, reply);
    keepDraftId(parts, reply, service.id, id);
    linkCookie.forget(reply);
    return reply.redirect(formStartPath(service.id), 303);
  };

  const sendGone = (request: Request, reply: FastifyReply) => {
    const { service } = offeredServiceOf(parts, request);
    const { locale } = request;
    const title = service.texts.title[locale];
    return sendPage(
      reply.code(404),
      <Page
        context={{ ...pageContext(parts, request), url: laterPath(service.id) }}
        title={title}
        backHref={servicePath(service.id)}
      >
        <Title>{title}</Title>
        <p>{say(locale, texts.resumeGone)}</p>
        <Actions>
          <ButtonLink href={formStartPath(service.id)}>{say(locale, texts.startAgain)}</ButtonLink>
        </Actions>
      </Page>,
    );
  };

  return [
    { method: 'GET', path: '/services/:service/later', access: 'public', handler: show },
    { method: 'GET', path: '/services/:service/resume/:draft', access: 'public', perMinute: 60, handler: enter },
    { method: 'GET', path: '/services/:service/resume', access: 'public', perMinute: 60, handler: askToResume },
    { method: 'POST', path: '/services/:service/resume', access: 'public', perMinute: 60, handler: resume },
  ];
};
