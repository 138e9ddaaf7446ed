import type { FastifyReply } from 'fastify';
import { removeDraft } from '../../intake/drafts.ts';
import type { Parts } from '../parts.ts';
import type { Request, Route } from '../route.ts';
import type { SendSamePage } from '../same-page.ts';
import { pageContext, sendPage } from '../send-page.ts';
import { forgetDraftId, readDraftId } from './draft-cookie.ts';
import { ServicePage } from './service-page.tsx';
import { serviceOf, servicePath } from './service-of.ts';

export const serviceRoutes = (parts: Parts, sendSame: SendSamePage): readonly Route[] => {
  const show = (request: Request, reply: FastifyReply) => {
    const { service } = serviceOf(parts, request);
    const page = (draftToken: string | undefined) => (
      <ServicePage
        context={pageContext(parts, request)}
        service={service}
        ownerName={parts.territory.getInstitution(service.owner).name[request.locale]}
        currency={parts.country.currency}
        draftToken={draftToken}
      />
    );
    if (readDraftId(parts, request, service.id) !== undefined) return sendPage(reply, page(reply.generateCsrf()));
    return sendSame(request, reply, {
      address: servicePath(service.id),
      of: service.digest,
      hasForm: false,
      make: () => page(undefined),
    });
  };

  const discard = async (request: Request, reply: FastifyReply) => {
    const { service } = serviceOf(parts, request);
    const id = readDraftId(parts, request, service.id);
    if (id !== undefined) await removeDraft(parts.database, id);
    forgetDraftId(parts, reply, service.id);
    return reply.redirect(servicePath(service.id), 303);
  };

  return [
    { method: 'GET', path: '/services/:service', access: 'public', handler: show },
    { method: 'POST', path: '/services/:service/discard', access: 'public', handler: discard },
  ];
};
