import type { FastifyReply } from 'fastify';
import { Problem } from '../../base/problem.ts';
import { say } from '../../base/texts.ts';
import { changeConsent } from '../../events/engine.ts';
import { behaviourOf } from '../../form/fields/all.ts';
import { toolsOf } from '../fields/tools-of.ts';
import { textOf } from '../http/inputs.ts';
import { consentsTexts as texts } from '../nouns/consents-texts.ts';
import { purposesOf, type PurposeStanding } from '../nouns/consents.tsx';
import type { Parts } from '../parts.ts';
import type { OpenedRecord } from '../record-access.ts';
import type { Request, Route } from '../route.ts';
import { pageContext, sendPage } from '../send-page.ts';
import type { FieldProblem } from '../ui/error-summary.tsx';
import { ConsentPage } from './consent-page.tsx';
import { findOpened } from './opened-records.ts';
import { problemsOf } from './questions.tsx';
import { type RecordView, viewRecord } from './record-view.ts';
import { trackPath } from './track-paths.ts';
import { askForSecret } from './track-routes.tsx';

/** Giving a consent and taking it back, at any time, by whoever has opened the request. */
export const consentRoutes = (parts: Parts): readonly Route[] => {
  const viewOf = (request: Request, opened: OpenedRecord): Promise<RecordView> =>
    viewRecord(parts.database, opened, toolsOf(parts, request));

  const show = async (request: Request, reply: FastifyReply) => {
    const opened = await findOpened(parts, request);
    if (!opened) return askForSecret(request, reply);
    const view = await viewOf(request, opened);
    return send(request, reply, view, standingIn(view, request), []);
  };

  const confirm = async (request: Request, reply: FastifyReply) => {
    const opened = await findOpened(parts, request);
    if (!opened) return askForSecret(request, reply);
    const view = await viewOf(request, opened);
    const standing = standingIn(view, request);
    const { field, name: purpose } = standing.purpose;
    const gives = textOf(request.body, '_give') === 'yes';
    const ticked = textOf(request.body, field.name);
    const consent = behaviourOf(field).fromInputs(
      ticked === '' ? {} : { [field.name]: ticked },
      field,
      view.tools.world,
    );
    try {
      await changeConsent(parts.engine, {
        recordId: opened.record.id,
        purpose,
        consent: gives ? (consent ?? null) : undefined,
        channel: 'web',
      });
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'invalid-data') throw error;
      const problems = problemsOf(error.errors, [{ ...field, required: true }], {}, view.tools);
      return send(request, reply.code(422), view, standing, problems);
    }
    return reply.redirect(`${trackPath(opened.reference)}?consent=${gives ? 'given' : 'withdrawn'}`, 303);
  };

  const send = (
    request: Request,
    reply: FastifyReply,
    view: RecordView,
    { purpose, stands }: PurposeStanding,
    problems: readonly FieldProblem[],
  ) =>
    sendPage(
      reply,
      <ConsentPage
        context={pageContext(parts, request)}
        csrfToken={reply.generateCsrf()}
        view={view}
        purpose={purpose}
        stands={stands}
        problems={problems}
      />,
    );

  return [
    { method: 'GET', path: '/track/:reference/consents/:purpose', access: 'public', handler: show },
    { method: 'POST', path: '/track/:reference/consents/:purpose', access: 'public', handler: confirm },
  ];
};

const standingIn = (view: RecordView, request: Request): PurposeStanding => {
  const { purpose } = request.params as { purpose: string };
  const standing = purposesOf(view).find((each) => each.purpose.name === purpose);
  if (!standing) throw new Problem('not-found');
  return standing;
};

/** What has just become of a consent, as the address says; undefined: nothing has. */
export const sayConsentDone = ({ query, locale }: Request): string | undefined => {
  switch (textOf(query, 'consent')) {
    case 'given':
      return say(locale, texts.doneGiven);
    case 'withdrawn':
      return say(locale, texts.doneWithdrawn);
    default:
      return undefined;
  }
};
