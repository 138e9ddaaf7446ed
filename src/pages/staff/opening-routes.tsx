import type { FastifyReply } from 'fastify';
import { type OpeningReason, openingReasons } from '../../access/readings.ts';
import { say } from '../../base/texts.ts';
import { textOf } from '../http/inputs.ts';
import { openSensitive } from '../open-sensitive.ts';
import { readingsTexts as texts } from '../readings-texts.ts';
import type { Request, Route } from '../route.ts';
import { sendPage } from '../send-page.ts';
import { Bdi } from '../ui/bdi.tsx';
import { Page, Title } from '../ui/page.tsx';
import { backInput, ClosedAnswers, openingPath, reasonInput } from './closed-answers.tsx';
import type { Desk } from './desk.ts';
import { sendNoRecord } from './no-record-page.tsx';
import { openFrom } from './record-routes.tsx';

export const readReason = (text: string): OpeningReason | undefined => openingReasons.find((each) => each === text);

/** Only pages of this record: the form must not lead anywhere else. */
const backOf = (reference: string, text: string): string => {
  const own = `/staff/records/${reference}`;
  const isOwn = text.startsWith(own) && /^[/?]?[\w\-/?=&%.+~]*$/.test(text.slice(own.length));
  return isOwn ? text : own;
};

/** Opening sensitive answers: for a reason, for a quarter of an hour, and written down before anything is shown. */
export const openingRoutes = (desk: Desk): readonly Route[] => [
  {
    method: 'POST',
    path: openingPath(':reference'),
    access: 'staff',
    perMinute: 60,
    handler: async (request: Request, reply: FastifyReply) => {
      const opened = await openFrom(desk, request, 'nothing');
      if (!opened) return sendNoRecord(desk, request, reply);
      const back = backOf(opened.reference, textOf(request.body, backInput));
      const reason = readReason(textOf(request.body, reasonInput));
      if (!reason) {
        const title = say(request.locale, texts.firstTitle);
        return sendPage(
          reply.code(422),
          <Page
            context={desk.contextOf(request, reply)}
            title={`${title} – ${opened.reference}`}
            problems={[{ name: reasonInput, message: say(request.locale, texts.chooseReason) }]}
            backHref={back}
          >
            <Title above={<Bdi>{opened.reference}</Bdi>}>{title}</Title>
            <ClosedAnswers opened={opened} csrfToken={reply.generateCsrf()} back={back} isMissing isAlone />
          </Page>,
        );
      }
      await openSensitive(desk.parts, opened, reason);
      return reply.redirect(back, 303);
    },
  },
];
