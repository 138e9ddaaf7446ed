import type { FastifyReply } from 'fastify';
import { Problem } from '../../base/problem.ts';
import { questionOfVerdict } from '../../definition/nouns/survey-verdicts.ts';
import type { Action, Field } from '../../definition/service.ts';
import { act, givenTo } from '../../events/engine.ts';
import { behaviourOf } from '../../form/fields/all.ts';
import type { Answers, Inputs } from '../../form/fields/field-type.ts';
import { sentOf } from '../../form/read-form.ts';
import { type Sent, shownFields, validate } from '../../form/validate.ts';
import { type ActionPart, actionParts } from '../../record/action-pages.ts';
import { verdictInputs } from '../../record/nouns/survey.ts';
import { readInputs } from '../../record/read-inputs.ts';
import { textOf } from '../http/inputs.ts';
import { takeSent } from '../public/take-sent.ts';
import { isWithin, problemsOf } from '../public/questions.tsx';
import { readTyped } from '../public/typed.ts';
import type { Request } from '../route.ts';
import { sendPage } from '../send-page.ts';
import type { FieldProblem } from '../ui/error-summary.tsx';
import { inputId } from '../ui/field-frame.tsx';
import { listInput, seenInput, thenInput } from './action-page.tsx';
import type { Desk } from './desk.ts';
import { doneParameter } from './done.ts';
import { pageInput, partHref, PartPage, PartsPage } from './paged-action-page.tsx';
import { actionHref } from './record-actions.tsx';
import type { DeskRecord } from './record-data.ts';
import { listParameter, readList } from './worklist-query.ts';

interface PagedAction {
  readonly show: (request: Request, reply: FastifyReply, opened: DeskRecord, action: Action) => unknown;
  readonly save: (request: Request, reply: FastifyReply, opened: DeskRecord, action: Action) => Promise<unknown>;
}

/**
 * An action over many questions, page by page: a list of the pages with how far each has come, and each page saved by
 * itself. Colleagues may work on different pages at the same time; only who saves a page that somebody else has changed
 * meanwhile is asked to look again. Whether the action may be done was asked before.
 */
export const createPagedAction = (desk: Desk): PagedAction => {
  const show: PagedAction['show'] = (request, reply, opened, action) => {
    const parts = partsOf(opened, action);
    const list = readList(request.query);
    const wanted = textOf(request.query, pageInput);
    const part = parts.find(({ page }) => page.name === wanted);
    if (!part)
      return sendPage(
        reply,
        <PartsPage context={desk.contextOf(request, reply)} {...{ opened, action, parts, list }} />,
      );
    return sendPart(request, reply, { opened, action, parts, part, list, inputs: keptInputs(opened, part) });
  };

  const save: PagedAction['save'] = async (request, reply, opened, action) => {
    const parts = partsOf(opened, action);
    const list = readList({ list: (request.body as Readonly<Record<string, unknown>> | undefined)?.[listInput] });
    const part = parts.find(({ page }) => page.name === textOf(request.query, pageInput));
    if (!part) return reply.redirect(actionHref(opened.reference, action, list), 303);
    const { world } = opened.tools;
    const tools = { ...opened.tools, given: givenTo(opened.whole) };
    const taken = await takeSent(desk.parts, request, opened.service.id, part.fields, tools);
    const { asked, inputs, wantsMore } = readTyped(part.fields, taken.body, tools);
    const page = { opened, action, parts, part, list, inputs };
    if (taken.problems.length > 0) return sendPart(request, reply.code(422), { ...page, problems: taken.problems });
    const sent = sentFrom(action, asked, sentOf(asked, inputs, world));
    const read = readInputs(opened.service, opened.whole.record, action, sent, world);
    const wrong = read.errors.filter(({ path }) => asked.some((field) => isWithin(path, field)));
    const problems = problemsOf(wantsMore ? [] : wrong, part.fields, inputs, tools);
    if (problems.length > 0) return sendPart(request, reply.code(422), { ...page, problems });
    if (wantsMore) return sendPart(request, reply, page);
    const seen = Number(textOf(request.body, seenInput));
    if (!read.isNothingNew && isChangedSince(opened, part, seen))
      return sendPart(request, reply.code(409), { ...page, isChanged: true });
    // A question that an answer has just called for is asked before anything is kept of a verdict that needs it.
    const fresh = shownWith(opened, part, inputs).find((field) => !asked.includes(field));
    if (fresh && !action.partial) return sendPart(request, reply, page);
    await act(desk.parts.engine, {
      recordId: opened.record.id,
      action: action.name,
      candidate: opened.candidate,
      actor: opened.actorOf(action),
      sent,
    });
    if (fresh) return reply.redirect(`${partHref(opened, action, list, part.page.name)}#${inputId(fresh.name)}`, 303);
    if (textOf(request.body, thenInput) === 'list')
      return reply.redirect(actionHref(opened.reference, action, list), 303);
    const next = parts[parts.indexOf(part) + 1];
    const done = doneParameter(opened.reference, action.name);
    return reply.redirect(
      next
        ? partHref(opened, action, list, next.page.name)
        : `/staff/records/${opened.reference}${listParameter(list, done)}`,
      303,
    );
  };

  const sendPart = (
    request: Request,
    reply: FastifyReply,
    page: {
      readonly opened: DeskRecord;
      readonly action: Action;
      readonly parts: readonly ActionPart[];
      readonly part: ActionPart;
      readonly list: ReturnType<typeof readList>;
      readonly inputs: Inputs;
      readonly problems?: readonly FieldProblem[];
      readonly isChanged?: boolean;
    },
  ) =>
    sendPage(
      reply,
      <PartPage
        problems={[]}
        isChanged={false}
        {...page}
        context={desk.contextOf(request, reply)}
        csrfToken={reply.generateCsrf()}
        shown={shownWith(page.opened, page.part, page.inputs)}
        given={givenTo(page.opened.whole)}
      />,
    );

  return { show, save };
};

const partsOf = ({ service, whole, tools }: DeskRecord, action: Action): readonly ActionPart[] => {
  const parts = actionParts(service, whole.record, action, tools.world.now);
  if (parts.length === 0) throw new Problem('not-found');
  return parts;
};

/** What the page would show: what was answered, or said of the answers. */
const keptInputs = ({ record, tools }: DeskRecord, { fields }: ActionPart): Inputs => {
  const questions = fields.map(({ name }) => questionOfVerdict(name));
  const kept: Answers = { ...record.answers, ...verdictInputs(record.verdicts, questions) };
  return Object.assign(
    {},
    ...fields.map((field) => {
      const answer = kept[field.name];
      return answer === undefined ? {} : behaviourOf(field).toInputs(answer, field, tools.world);
    }),
  );
};

const shownWith = (opened: DeskRecord, { fields }: ActionPart, inputs: Inputs): readonly Field[] => {
  const { world } = opened.tools;
  const given = givenTo(opened.whole);
  const { answers } = validate(fields, sentOf(fields, inputs, world), world, given, true);
  return shownFields(fields, answers, world.now, given);
};

/** A question that stood on the page and was left empty has no answer any more. */
const sentFrom = ({ partial }: Action, asked: readonly Field[], sent: Sent): Sent =>
  partial ? { ...Object.fromEntries(asked.map(({ name }) => [name, null])), ...sent } : sent;

/** Whether anybody changed an answer of the page, or said something else of it, after this event. */
const isChangedSince = ({ events, staff }: DeskRecord, { page }: ActionPart, seen: number): boolean => {
  if (!Number.isSafeInteger(seen) || seen < 1) return false;
  const own = new Set(page.fields.map(({ name }) => name));
  return events.slice(seen).some((event) => {
    if (event.kind !== 'acted') return false;
    const isOther = event.actor.kind !== 'account' || event.actor.account !== staff.accountId;
    const { edited = [], verified = [] } = event.facts;
    return isOther && [...edited, ...verified].some((name) => own.has(name));
  });
};
