import type { FastifyReply } from 'fastify';
import { Problem } from '../../base/problem.ts';
import { say } from '../../base/texts.ts';
import { qrSvg } from '../../documents/qr.ts';
import { draftDays, isDraftOfApplicant } from '../../intake/drafts.ts';
import type { Parts } from '../parts.ts';
import type { Request, Route } from '../route.ts';
import { pageContext, sendPage } from '../send-page.ts';
import { Alert } from '../ui/alert.tsx';
import { Actions, ButtonLink } from '../ui/button.tsx';
import { Page, Title } from '../ui/page.tsx';
import { keepDraftId, openDraft } from './draft-cookie.ts';
import { formPageTexts as texts } from './form-texts.ts';
import { formStartPath, laterPath, offeredServiceOf, resumePath, servicePath } from './service-of.ts';

/** Going on with a form later, on this device or another: the link holds the draft's secret id. */
export const laterRoutes = (parts: Parts): readonly Route[] => {
  const show = async (request: Request, reply: FastifyReply) => {
    const { service } = offeredServiceOf(parts, request);
    const draft = await openDraft(parts, request, service.id);
    const { locale } = request;
    const title = say(locale, texts.laterTitle);
    const link = draft && parts.config.url + resumePath(service.id, draft.id);
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

  const resume = async (request: Request, reply: FastifyReply) => {
    const { service } = offeredServiceOf(parts, request);
    const { draft: id } = request.params as { draft: string };
    if (!/^[0-9a-f-]{36}$/.test(id)) throw new Problem('not-found');
    if (await isDraftOfApplicant(parts.database, service.id, id)) {
      keepDraftId(parts, reply, service.id, id);
      return reply.redirect(formStartPath(service.id), 303);
    }
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
    { method: 'GET', path: '/services/:service/resume/:draft', access: 'public', perMinute: 60, handler: resume },
  ];
};
