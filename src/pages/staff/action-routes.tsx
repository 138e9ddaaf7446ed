import type { FastifyReply } from 'fastify';
import { Problem } from '../../base/problem.ts';
import { say } from '../../base/texts.ts';
import { proposalQuestion } from '../../definition/nouns/proposals.ts';
import { transferQuestion } from '../../definition/nouns/transfer.ts';
import { type Action, getState } from '../../definition/service.ts';
import { act, askedHere, givenTo, sayRefusal } from '../../events/engine.ts';
import { nobodyToChoose } from '../../events/staffing.ts';
import type { Inputs } from '../../form/fields/field-type.ts';
import { editInputs, sentOf } from '../../form/read-form.ts';
import { shownFields, validate } from '../../form/validate.ts';
import { findRefusal, type Refusal } from '../../record/allowed-actions.ts';
import { mayStay } from '../../record/nouns/transfer.ts';
import { isPageByPage } from '../../record/read-inputs.ts';
import { lookUpRecords } from '../fields/look-up.ts';
import { textOf } from '../http/inputs.ts';
import { isWithin, problemsOf } from '../public/questions.tsx';
import { takeSent } from '../public/take-sent.ts';
import { readTyped } from '../public/typed.ts';
import type { Request, Route } from '../route.ts';
import { sendPage } from '../send-page.ts';
import type { FieldProblem } from '../ui/error-summary.tsx';
import { ActionPage, listInput, RefusedPage, seenInput, thenInput } from './action-page.tsx';
import { actionTexts } from './action-texts.ts';
import { OpenFirstPage } from './closed-answers.tsx';
import type { Desk } from './desk.ts';
import { doneParameter } from './done.ts';
import { sendNoRecord } from './no-record-page.tsx';
import { createPagedAction } from './paged-action.tsx';
import { actionHref, sayWho } from './record-actions.tsx';
import { type DeskRecord, enumerate } from './record-data.ts';
import { nextHref, openFrom } from './record-routes.tsx';
import { recordTexts } from './record-texts.ts';
import { listParameter, readList, type WorklistQuery } from './worklist-query.ts';

/** What somebody is about to do, as far as it is known. */
interface Attempt {
  readonly action: Action;
  readonly list: WorklistQuery | undefined;
  readonly inputs: Inputs;
  readonly problems: readonly FieldProblem[];
  /** The last event that the person saw, where the record has changed since. */
  readonly changedAfter: number | undefined;
}

const refusalOf = ({ service, whole, candidate, tools }: DeskRecord, action: Action): Refusal | undefined =>
  findRefusal(service, whole.record, action, candidate, tools.world.now);

/** Where a record lies, offered as where it goes: for an action that may leave it there. */
const placeInputs = ({ record }: DeskRecord, action: Action): Inputs => {
  const asked = mayStay(record, action) ? action.fields.find(({ name }) => name === transferQuestion) : undefined;
  return asked ? { [asked.name]: record.institution } : {};
};

/** What the address chooses already: the proposal on which somebody comes to decide. */
const chosenInputs = (action: Action, request: Request): Inputs => {
  const chosen = textOf(request.query, proposalQuestion);
  return chosen !== '' && (action.accept !== undefined || action.decline) ? { [proposalQuestion]: chosen } : {};
};

/** Whether its page would show, to be changed, answers that are closed to who does it. */
const changesClosed = ({ closed }: DeskRecord, { edit, propose, verify }: Action): boolean =>
  [...edit, ...propose, ...verify].some((name) => closed.includes(name));

/** Doing something to a record: one page per action, which asks for what has to be said and for confirmation. */
export const actionRoutes = (desk: Desk): readonly Route[] => {
  const paged = createPagedAction(desk);
  const actionOf = ({ service, whole, candidate }: DeskRecord, request: Request): Promise<Action> => {
    const action = service.actions.get((request.params as { action: string }).action);
    if (!action?.by.some((role) => role !== 'applicant')) throw new Problem('not-found');
    return askedHere(desk.parts.engine, whole, action, candidate);
  };

  const show = async (request: Request, reply: FastifyReply) => {
    const opened = await openFrom(desk, request);
    if (!opened) return sendNoRecord(desk, request, reply);
    const action = await actionOf(opened, request);
    if (changesClosed(opened, action) && !refusalOf(opened, action))
      return sendOpenFirst(request, reply, opened, action);
    if (isPageByPage(action) && !refusalOf(opened, action)) return paged.show(request, reply, opened, action);
    const attempt = {
      action,
      list: readList(request.query),
      inputs: {
        ...editInputs(opened.service, action, opened.record.answers, opened.tools.world),
        ...placeInputs(opened, action),
        ...chosenInputs(action, request),
      },
      problems: [],
      changedAfter: undefined,
    };
    const refusal = refusalOf(opened, action);
    if (refusal) return sendRefused(request, reply, opened, attempt, refusal);
    const nobody = nobodyToChoose(opened.service, opened.whole.record, action);
    return nobody
      ? sendReason(request, reply, opened, attempt, nobody[request.locale])
      : sendAction(request, reply, opened, attempt);
  };

  const sendOpenFirst = (request: Request, reply: FastifyReply, opened: DeskRecord, action: Action) =>
    sendPage(
      reply,
      <OpenFirstPage
        context={desk.contextOf(request, reply)}
        csrfToken={reply.generateCsrf()}
        opened={opened}
        label={action.label[request.locale]}
        back={actionHref(opened.reference, action, readList(request.query))}
      />,
    );

  const confirm = async (request: Request, reply: FastifyReply) => {
    const opened = await openFrom(desk, request);
    if (!opened) return sendNoRecord(desk, request, reply);
    const { record, candidate } = opened;
    const tools = { ...opened.tools, given: givenTo(opened.whole) };
    const action = await actionOf(opened, request);
    await lookUpRecords(desk.parts, action.fields, request.body);
    if (isPageByPage(action) && !refusalOf(opened, action)) return paged.save(request, reply, opened, action);
    const list = readList({ list: (request.body as Readonly<Record<string, unknown>> | undefined)?.[listInput] });
    const seen = Number(textOf(request.body, seenInput));
    const isSeen = Number.isSafeInteger(seen) && seen > 0;
    const changedAfter = isSeen && seen !== record.lastEvent ? seen : undefined;
    const asSent: Attempt = {
      action,
      list,
      inputs: readTyped(action.fields, request.body, tools).inputs,
      problems: [],
      changedAfter,
    };

    if (changedAfter !== undefined && wasDoneNext(opened, action, changedAfter))
      return leave(reply, opened, asSent, request);
    const refusal = refusalOf(opened, action);
    if (refusal)
      return sendRefused(request, reply.code(refusal === 'wrong-state' ? 409 : 403), opened, asSent, refusal);
    const nobody = nobodyToChoose(opened.service, opened.whole.record, action);
    if (nobody) return sendReason(request, reply.code(409), opened, asSent, nobody[request.locale]);
    const taken = await takeSent(desk.parts, request, opened.service.id, action.fields, tools);
    const { asked, inputs, wantsMore } = readTyped(action.fields, taken.body, tools);
    const attempt: Attempt = { ...asSent, inputs, problems: taken.problems };
    if (taken.problems.length > 0) return sendAction(request, reply.code(422), opened, attempt);
    const sent = sentOf(asked, inputs, tools.world);
    const { answers, errors } = validate(action.fields, sent, tools.world, givenTo(opened.whole));
    const problems = problemsOf(
      wantsMore ? [] : errors.filter(({ path }) => asked.some((field) => isWithin(path, field))),
      action.fields,
      inputs,
      tools,
    );
    if (problems.length > 0) return sendAction(request, reply.code(422), opened, { ...attempt, problems });
    if (wantsMore) return sendAction(request, reply, opened, attempt);
    if (changedAfter !== undefined) return sendAction(request, reply.code(409), opened, attempt);
    if (
      shownFields(action.fields, answers, tools.world.now, givenTo(opened.whole)).some(
        (field) => !asked.includes(field),
      )
    )
      return sendAction(request, reply, opened, attempt);
    try {
      await act(desk.parts.engine, {
        recordId: record.id,
        action: action.name,
        candidate,
        actor: opened.actorOf(action),
        sent,
        seenEvent: isSeen ? seen : record.lastEvent,
      });
    } catch (error) {
      // Somebody was faster by a moment: the page is made again from what the record is now.
      if (error instanceof Problem && ['state-changed', 'not-allowed', 'not-possible'].includes(error.code))
        return again(request, reply, attempt, record.lastEvent);
      if (error instanceof Problem && error.code === 'invalid-data')
        return sendAction(request, reply.code(422), opened, {
          ...attempt,
          problems: problemsOf(error.errors, action.fields, inputs, tools),
        });
      throw error;
    }
    return leave(reply, opened, attempt, request);
  };

  const again = async (request: Request, reply: FastifyReply, attempt: Attempt, seen: number) => {
    const opened = await openFrom(desk, request);
    if (!opened) return sendNoRecord(desk, request, reply);
    if (wasDoneNext(opened, attempt.action, seen)) return leave(reply, opened, attempt, request);
    const refusal = refusalOf(opened, attempt.action);
    const changed = { ...attempt, changedAfter: seen };
    return refusal
      ? sendRefused(request, reply.code(409), opened, changed, refusal)
      : sendAction(request, reply.code(409), opened, changed);
  };

  /** The same page was sent twice: the event after the one it saw is this very action by this very person. */
  const wasDoneNext = ({ events, staff }: DeskRecord, action: Action, seen: number): boolean => {
    const next = events[seen];
    return (
      next?.kind === 'acted' &&
      next.actor.kind === 'account' &&
      next.actor.account === staff.accountId &&
      next.facts.action === action.name
    );
  };

  const leave = async (reply: FastifyReply, opened: DeskRecord, { action, list }: Attempt, request: Request) => {
    const done = doneParameter(opened.reference, action.name);
    const goesOn = list !== undefined && textOf(request.body, thenInput) === 'next';
    // Who has answered what was asked of an institution no longer sees the record.
    if (!goesOn && !(await openFrom(desk, request, 'nothing')))
      return reply.redirect(`/staff?${new URLSearchParams({ ...done, gone: '1' })}`, 303);
    return reply.redirect(
      goesOn
        ? await nextHref(desk, opened, list, done)
        : `/staff/records/${opened.reference}${listParameter(list, done)}`,
      303,
    );
  };

  const sendAction = (request: Request, reply: FastifyReply, opened: DeskRecord, attempt: Attempt) => {
    const { action, inputs } = attempt;
    const { world } = opened.tools;
    const given = givenTo(opened.whole);
    const { answers } = validate(action.fields, sentOf(action.fields, inputs, world), world, given);
    return sendPage(
      reply,
      <ActionPage
        {...attempt}
        context={desk.contextOf(request, reply)}
        desk={desk}
        csrfToken={reply.generateCsrf()}
        opened={opened}
        shown={shownFields(action.fields, answers, world.now, given)}
        given={given}
      />,
    );
  };

  const sendRefused = (
    request: Request,
    reply: FastifyReply,
    opened: DeskRecord,
    attempt: Attempt,
    refusal: Refusal,
  ) => {
    const { locale } = request;
    const { action, changedAfter } = attempt;
    const states = enumerate(
      action.from.map((state) => getState(opened.service, state).staffLabel[locale]),
      locale,
    );
    const wrongState =
      changedAfter === undefined
        ? say(locale, actionTexts.onlyWhen, { states })
        : say(locale, actionTexts.changedNoLonger);
    const who = say(locale, recordTexts.doneBy, { who: sayWho(desk, opened, action, refusal === 'other-person') });
    const reason = refusal === 'wrong-state' ? wrongState : `${say(locale, sayRefusal(refusal, action))} ${who}`;
    return sendReason(request, reply, opened, attempt, reason);
  };

  const sendReason = (request: Request, reply: FastifyReply, opened: DeskRecord, attempt: Attempt, reason: string) =>
    sendPage(
      reply,
      <RefusedPage {...attempt} context={desk.contextOf(request, reply)} desk={desk} opened={opened} reason={reason} />,
    );

  return [
    { method: 'GET', path: '/staff/records/:reference/actions/:action', access: 'staff', handler: show },
    {
      method: 'POST',
      path: '/staff/records/:reference/actions/:action',
      access: 'staff',
      takesFiles: true,
      handler: confirm,
    },
  ];
};
