import type { FastifyReply } from 'fastify';
import { say } from '../../base/texts.ts';
import { secretOf } from '../../events/secret.ts';
import { lookUpRecords } from '../fields/look-up.ts';
import { toolsOf } from '../fields/tools-of.ts';
import { clearCopies } from '../http/clear-copies.ts';
import { textOf } from '../http/inputs.ts';
import type { Parts } from '../parts.ts';
import type { OpenedRecord } from '../record-access.ts';
import type { Request, Route } from '../route.ts';
import { pageContext, sendPage } from '../send-page.ts';
import { findOffered } from './again-routes.ts';
import { sayConsentDone } from './consent-routes.tsx';
import { forgetDraftId } from './draft-cookie.ts';
import { findOpened, forgetRecord } from './opened-records.ts';
import { ReceiptPage } from './receipt-page.tsx';
import { RecordPage } from './record-page.tsx';
import { type RecordView, viewRecord } from './record-view.ts';
import { askForSecret } from './track-routes.tsx';
import { trackTexts as texts } from './track-texts.ts';

/** The pages of a request that this browser has opened. */
export const publicRecordRoutes = (parts: Parts): readonly Route[] => {
  const viewOf = async (request: Request, opened: OpenedRecord): Promise<RecordView> => {
    await lookUpRecords(parts, opened.service.fields, opened.record.answers);
    return viewRecord(parts.database, opened, toolsOf(parts, request));
  };

  const show = async (request: Request, reply: FastifyReply) => {
    const opened = await findOpened(parts, request);
    if (!opened) return askForSecret(request, reply);
    const done = opened.service.actions.get(textOf(request.query, 'done'));
    return sendPage(
      reply,
      <RecordPage
        context={pageContext(parts, request)}
        csrfToken={reply.generateCsrf()}
        view={await viewOf(request, opened)}
        offersAgain={findOffered(parts, opened) !== undefined}
        done={done ? say(request.locale, texts.done, { action: done.label[request.locale] }) : sayConsentDone(request)}
      />,
    );
  };

  const receipt = async (request: Request, reply: FastifyReply) => {
    const opened = await findOpened(parts, request);
    if (!opened) return askForSecret(request, reply);
    return sendPage(
      reply,
      <ReceiptPage
        context={pageContext(parts, request)}
        view={await viewOf(request, opened)}
        secret={secretOf(parts.secrets, opened.reference)}
      />,
    );
  };

  const forget = async (request: Request, reply: FastifyReply) => {
    const opened = await findOpened(parts, request);
    if (opened) {
      forgetRecord(parts, request, reply, opened.reference);
      // It would lead back to the receipt.
      forgetDraftId(parts, reply, opened.service.id);
    }
    return clearCopies(reply).redirect('/track?forgotten=1', 303);
  };

  return [
    { method: 'GET', path: '/track/:reference', access: 'public', handler: show },
    { method: 'GET', path: '/track/:reference/receipt', access: 'public', handler: receipt },
    { method: 'POST', path: '/track/:reference/forget', access: 'public', handler: forget },
  ];
};
