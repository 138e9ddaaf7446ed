import type { FastifyReply } from 'fastify';
import { say } from '../../base/texts.ts';
import { breakGlassTexts } from '../nouns/break-glass-texts.ts';
import { getStaff, type Request } from '../route.ts';
import { sendPage } from '../send-page.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Page, Title } from '../ui/page.tsx';
import type { Desk } from './desk.ts';
import { exceptionPath, mayOpenByException } from './exception-routes.tsx';
import { staffTexts as texts } from './staff-texts.ts';

/** What one may not see does not exist; the page says what may be the matter and whom to ask. */
export const sendNoRecord = (desk: Desk, request: Request, reply: FastifyReply): FastifyReply => {
  const { locale } = request;
  const { reference = '' } = request.params as { reference?: string };
  const title = say(locale, texts.noRecordTitle);
  return sendPage(
    reply.code(404),
    <Page context={desk.contextOf(request, reply)} title={title}>
      <Title>{title}</Title>
      <p>{say(locale, texts.noRecordDetail)}</p>
      <ButtonLink href="/staff">{say(locale, texts.toWorklist)}</ButtonLink>
      {mayOpenByException(desk, getStaff(request), reference) && (
        <p>
          <a class="ds-link" href={exceptionPath(reference)}>
            {say(locale, breakGlassTexts.offer)}
          </a>
        </p>
      )}
    </Page>,
  );
};
