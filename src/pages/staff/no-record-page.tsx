import type { FastifyReply } from 'fastify';
import { say } from '../../base/texts.ts';
import type { Request } from '../route.ts';
import { sendPage } from '../send-page.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Page, Title } from '../ui/page.tsx';
import type { Desk } from './desk.ts';
import { staffTexts as texts } from './staff-texts.ts';

/** What one may not see does not exist; the page says what may be the matter and whom to ask. */
export const sendNoRecord = (desk: Desk, request: Request, reply: FastifyReply): FastifyReply => {
  const { locale } = request;
  const title = say(locale, texts.noRecordTitle);
  return sendPage(
    reply.code(404),
    <Page context={desk.contextOf(request, reply)} title={title}>
      <Title>{title}</Title>
      <p>{say(locale, texts.noRecordDetail)}</p>
      <ButtonLink href="/staff">{say(locale, texts.toWorklist)}</ButtonLink>
    </Page>,
  );
};
