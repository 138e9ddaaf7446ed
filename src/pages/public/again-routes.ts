import type { FastifyReply } from 'fastify';
import { Problem } from '../../base/problem.ts';
import type { PublishedService } from '../../catalogue/catalogue.ts';
import { inputsAgain } from '../../form/again.ts';
import { crossInputs } from '../../form/crossing.ts';
import type { Inputs } from '../../form/fields/field-type.ts';
import { saveDraft } from '../../intake/drafts.ts';
import { lookUpRecords } from '../fields/look-up.ts';
import type { Parts } from '../parts.ts';
import type { OpenedRecord } from '../record-access.ts';
import type { Request, Route } from '../route.ts';
import { keepDraftId, openDraft } from './draft-cookie.ts';
import { findOpened } from './opened-records.ts';
import { formStartPath, servicePath } from './service-of.ts';
import { againPath } from './track-paths.ts';
import { askForSecret } from './track-routes.tsx';

/** The version in force of a request's service, where its person may ask for the same once more. */
export const findOffered = (
  { catalogue }: Pick<Parts, 'catalogue'>,
  { service, record }: Pick<OpenedRecord, 'service' | 'record'>,
): PublishedService | undefined => {
  const published = catalogue.find(service.id);
  const isAsked = published?.service.kind === 'case' && published.service.channels.has('web');
  return isAsked && Object.keys(record.answers).length > 0 ? published : undefined;
};

/** A new request that begins with what an earlier one says: an employer comes back each month. */
export const againRoutes = (parts: Parts): readonly Route[] => {
  const begin = async (request: Request, reply: FastifyReply) => {
    const opened = await findOpened(parts, request);
    if (!opened) return askForSecret(request, reply);
    const published = findOffered(parts, opened);
    if (!published) throw new Problem('not-offered');
    const { id } = published.service;
    // What was begun is not thrown away: its page says how to go on with it, or to discard it.
    const draft = await openDraft(parts, request, id);
    if (draft && Object.values(draft.inputs).some((text) => text !== '')) return reply.redirect(servicePath(id), 303);
    const inputs = await inputsOf(opened, published);
    keepDraftId(parts, reply, id, await saveDraft(parts.engine, undefined, published, request.locale, inputs));
    return reply.redirect(formStartPath(id), 303);
  };

  const inputsOf = async (opened: OpenedRecord, published: PublishedService): Promise<Inputs> => {
    await lookUpRecords(parts, opened.service.fields, opened.record.answers);
    const inputs = inputsAgain(opened.service, opened.record.answers, parts.world());
    return opened.versionId === published.versionId
      ? inputs
      : crossInputs(await parts.catalogue.getCrossing(opened.versionId, published.versionId), inputs);
  };

  return [{ method: 'POST', path: againPath(':reference'), access: 'public', perMinute: 30, handler: begin }];
};
