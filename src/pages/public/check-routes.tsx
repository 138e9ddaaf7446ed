import type { FastifyReply } from 'fastify';
import { Problem } from '../../base/problem.ts';
import type { PublishedService } from '../../catalogue/catalogue.ts';
import type { Service } from '../../definition/service.ts';
import { referenceOf } from '../../events/reference.ts';
import { answersOf, isDone, type PageReading, readForm } from '../../form/read-form.ts';
import { findDraftFor, findRecordOfDraft, removeDraft } from '../../intake/drafts.ts';
import { lookUpRecords } from '../fields/look-up.ts';
import { toolsOf } from '../fields/tools-of.ts';
import type { Parts } from '../parts.ts';
import type { Request, Route } from '../route.ts';
import { pageContext, sendPage } from '../send-page.ts';
import { CheckPage } from './check-page.tsx';
import { keepDraftId, openDraft, readDraftId, readSentId } from './draft-cookie.ts';
import { findChanges } from './form-changed.tsx';
import { whereToGo } from './form-walk.tsx';
import { publicWays } from './form-ways.ts';
import { addToRequests } from './applicant-session.ts';
import { rememberRecord } from './opened-records.ts';
import { isWithin } from './questions.tsx';
import { checkPath, formPath, offeredServiceOf } from './service-of.ts';
import { receiptPath } from './track-paths.ts';

/** Check your answers, and send them. The draft's id is the submission's key: pressing twice sends once. */
export const checkRoutes = (parts: Parts): readonly Route[] => {
  const { database, intake } = parts;

  const show = async (request: Request, reply: FastifyReply) => {
    const published = offeredServiceOf(parts, request);
    const { service } = published;
    const draft = await openDraft(parts, request, service.id);
    await lookUpRecords(parts, service.fields, draft?.inputs);
    const readings = readForm(service, draft?.inputs ?? {}, parts.world());
    if (!readings.every(isDone)) {
      // Back from the receipt leads here: what was sent is not asked for again.
      const sent = draft ? undefined : await findSent(request, service);
      const wasBegun = readings.some(({ visited }) => visited);
      return reply.redirect(sent ? receiptPath(sent) : whereToGo(publicWays(service.id), readings, wasBegun), 303);
    }
    const tools = toolsOf(parts, request);
    return sendPage(
      reply,
      <CheckPage
        context={pageContext(parts, request)}
        csrfToken={reply.generateCsrf()}
        service={service}
        readings={readings}
        tools={tools}
        ways={publicWays(service.id)}
        changes={await findChanges(parts, published, draft)}
      />,
    );
  };

  /** The reference of what this browser sent last. */
  const findSent = async (request: Request, service: Service): Promise<string | undefined> => {
    const id = readSentId(parts, request, service.id);
    const recordId = id === undefined ? undefined : await findRecordOfDraft(database, service.id, id);
    return recordId === undefined ? undefined : referenceOf(service.referencePrefix, recordId);
  };

  const send = async (request: Request, reply: FastifyReply) => {
    const published = offeredServiceOf(parts, request);
    const { service } = published;
    const id = readDraftId(parts, request, service.id) ?? readSentId(parts, request, service.id);
    if (id === undefined) return reply.redirect(checkPath(service.id), 303);
    const draft = await findDraftFor(parts.engine, published, id);
    if (!draft) return toReceipt(request, reply, published, id, await findRecordOfDraft(database, service.id, id));
    await lookUpRecords(parts, service.fields, draft.inputs);
    const readings = readForm(service, draft.inputs, parts.world());
    if (!readings.every(isDone)) return reply.redirect(whereToGo(publicWays(service.id), readings, true), 303);
    try {
      const { recordId } = await intake.submit({
        published,
        key: id,
        sent: answersOf(readings),
        channel: 'web',
        locale: request.locale,
      });
      await removeDraft(database, id);
      return toReceipt(request, reply, published, id, recordId);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      // Sent before with other answers, which a lost reply hid from its sender: that request exists, and is shown.
      if (error.code === 'key-reused')
        return toReceipt(request, reply, published, id, await findRecordOfDraft(database, service.id, id));
      const wrong = error.code === 'invalid-data' ? pageOf(readings, error) : undefined;
      if (!wrong) throw error;
      return reply.redirect(`${formPath(service.id, wrong.page.name)}?errors=1&return=check`, 303);
    }
  };

  const toReceipt = async (
    request: Request,
    reply: FastifyReply,
    { service }: PublishedService,
    id: string,
    recordId: number | undefined,
  ) => {
    if (recordId === undefined) return reply.redirect(checkPath(service.id), 303);
    const reference = referenceOf(service.referencePrefix, recordId);
    keepDraftId(parts, reply, service.id, id, 'sent');
    rememberRecord(parts, request, reply, reference);
    await addToRequests(parts, request, reference);
    return reply.redirect(receiptPath(reference), 303);
  };

  return [
    { method: 'GET', path: '/services/:service/check', access: 'public', handler: show },
    { method: 'POST', path: '/services/:service/check', access: 'public', handler: send },
  ];
};

/** The page with the first question that the intake refused. */
const pageOf = (readings: readonly PageReading[], { errors }: Problem): PageReading | undefined =>
  readings.find(({ page }) => page.fields.some((field) => errors.some(({ path }) => isWithin(path, field))));
