import { saveDraft } from '../../intake/drafts.ts';
import type { Parts } from '../parts.ts';
import type { Request, Route } from '../route.ts';
import type { SendSamePage } from '../same-page.ts';
import { pageContext } from '../send-page.ts';
import { keepDraftId, openDraft } from './draft-cookie.ts';
import { createFormWalk, type FormDoor } from './form-walk.tsx';
import { publicWays } from './form-ways.ts';
import { offeredServiceOf } from './service-of.ts';

/** The form of a service for whoever applies: the browser remembers which draft is its own. */
export const formRoutes = (parts: Parts, sendSame: SendSamePage): readonly Route[] => {
  const door: FormDoor = {
    open: async (request: Request) => {
      const published = offeredServiceOf(parts, request);
      const { id } = published.service;
      return { published, draft: await openDraft(parts, request, id), ways: publicWays(id), channel: 'web' };
    },
    save: async (request, reply, { draft }, version, inputs) => {
      const id = await saveDraft(parts.engine, draft?.id, version, request.locale, inputs);
      keepDraftId(parts, reply, version.service.id, id);
    },
    contextOf: (request) => pageContext(parts, request),
    sendSame,
  };
  const { begin, show, answer } = createFormWalk(parts, door);
  return [
    { method: 'GET', path: '/services/:service/form', access: 'public', handler: begin },
    { method: 'GET', path: '/services/:service/form/:page', access: 'public', handler: show },
    { method: 'POST', path: '/services/:service/form/:page', access: 'public', takesFiles: true, handler: answer },
  ];
};
