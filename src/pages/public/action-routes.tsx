import type { FastifyReply } from 'fastify';
import { Problem } from '../../base/problem.ts';
import type { Action } from '../../definition/service.ts';
import { act, givenTo } from '../../events/engine.ts';
import { findRecord } from '../../events/load-record.ts';
import type { Inputs } from '../../form/fields/field-type.ts';
import { editInputs, sentOf } from '../../form/read-form.ts';
import { shownFields, validate } from '../../form/validate.ts';
import { findRefusal } from '../../record/allowed-actions.ts';
import { askedOf } from '../../record/asked-action.ts';
import { lookUpRecords } from '../fields/look-up.ts';
import { optionsAt, toolsOf } from '../fields/tools-of.ts';
import { textOf } from '../http/inputs.ts';
import type { Parts } from '../parts.ts';
import type { OpenedRecord } from '../record-access.ts';
import type { Request, Route } from '../route.ts';
import { pageContext, sendPage } from '../send-page.ts';
import type { FieldProblem } from '../ui/error-summary.tsx';
import { ActionPage, seenInput } from './action-page.tsx';
import { findOpened } from './opened-records.ts';
import { isWithin, problemsOf } from './questions.tsx';
import { viewRecord } from './record-view.ts';
import { trackPath } from './track-paths.ts';
import { askForSecret } from './track-routes.tsx';
import { takeSent } from './take-sent.ts';
import { readTyped } from './typed.ts';

/** What an applicant may do with a request: any action that the service declares for applicants. */
export const actionRoutes = (parts: Parts): readonly Route[] => {
  const show = async (request: Request, reply: FastifyReply) => {
    const opened = await findOpened(parts, request);
    if (!opened) return askForSecret(request, reply);
    const action = actionOf(opened, request);
    // Done already, perhaps by the page that Back leads to: the record's own page says how it stands.
    if (findRefusal(opened.service, opened.record, action, opened.candidate, parts.world().now))
      return reply.redirect(trackPath(opened.reference), 303);
    await lookUpRecords(parts, action.fields, opened.record.answers);
    const inputs = editInputs(opened.service, action, opened.record.answers, parts.world());
    return sendAction(request, reply, opened, action, inputs, []);
  };

  const confirm = async (request: Request, reply: FastifyReply) => {
    const opened = await findOpened(parts, request);
    if (!opened) return askForSecret(request, reply);
    const action = actionOf(opened, request);
    await lookUpRecords(parts, action.fields, opened.record.answers, request.body);
    const tools = { ...toolsOf(parts, request), given: givenTo(opened) };
    const taken = await takeSent(parts, request, opened.service.id, action.fields, tools);
    const { asked, inputs, wantsMore } = readTyped(action.fields, taken.body, tools);
    if (taken.problems.length > 0) return sendAction(request, reply.code(422), opened, action, inputs, taken.problems);
    const sent = sentOf(asked, inputs, tools.world);
    const { answers, errors } = validate(action.fields, sent, tools.world, givenTo(opened));
    const wrong = errors.filter(({ path }) => asked.some((field) => isWithin(path, field)));
    const problems = wantsMore ? [] : problemsOf(wrong, action.fields, inputs, tools);
    if (problems.length > 0) return sendAction(request, reply.code(422), opened, action, inputs, problems);
    const shown = shownFields(action.fields, answers, tools.world.now, givenTo(opened));
    if (wantsMore || shown.some((field) => !asked.includes(field))) {
      return sendAction(request, reply, opened, action, inputs, []);
    }
    const seen = Number(textOf(request.body, seenInput));
    try {
      await act(parts.engine, {
        recordId: opened.record.id,
        action: action.name,
        candidate: opened.candidate,
        actor: opened.actorOf(action),
        sent,
        ...(Number.isSafeInteger(seen) && seen > 0 && { seenEvent: seen }),
      });
    } catch (error) {
      if (error instanceof Problem && error.code === 'invalid-data') {
        const faults = problemsOf(error.errors, action.fields, inputs, tools);
        return sendAction(request, reply.code(422), opened, action, inputs, faults);
      }
      if (!(error instanceof Problem) || error.code !== 'state-changed' || !(await wasDone(opened, action, seen)))
        throw error;
    }
    return reply.redirect(`${trackPath(opened.reference)}?done=${action.name}`, 303);
  };

  /** The same page was sent twice: the event after the one it saw is this very action. */
  const wasDone = async ({ record }: OpenedRecord, action: Action, seen: number): Promise<boolean> => {
    const next = (await findRecord(parts.engine, record.id))?.events[seen];
    return next?.kind === 'acted' && next.actor.kind === 'applicant' && next.facts.action === action.name;
  };

  const sendAction = async (
    request: Request,
    reply: FastifyReply,
    opened: OpenedRecord,
    action: Action,
    inputs: Inputs,
    problems: readonly FieldProblem[],
  ) => {
    const tools = { ...toolsOf(parts, request), optionsAt: optionsAt(opened.service, request, action) };
    const given = givenTo(opened);
    const { answers } = validate(action.fields, sentOf(action.fields, inputs, tools.world), tools.world, given);
    const shown = shownFields(action.fields, answers, tools.world.now, given);
    const view = await viewRecord(parts.database, opened, tools);
    return sendPage(
      reply,
      <ActionPage
        context={pageContext(parts, request)}
        csrfToken={reply.generateCsrf()}
        view={view}
        action={action}
        shown={shown}
        given={given}
        inputs={inputs}
        problems={problems}
      />,
    );
  };

  return [
    { method: 'GET', path: '/track/:reference/actions/:action', access: 'public', handler: show },
    { method: 'POST', path: '/track/:reference/actions/:action', access: 'public', takesFiles: true, handler: confirm },
  ];
};

const actionOf = ({ service, whole, candidate }: OpenedRecord, request: Request): Action => {
  const action = service.actions.get((request.params as { action: string }).action);
  if (!action?.by.includes('applicant')) throw new Problem('not-found');
  return askedOf(service, whole.record, action, candidate);
};
