import type { FastifyReply } from 'fastify';
import { type BulkRow, countReasons, listBulkRecordsOf, listBulks } from '../../../access/bulk/bulk-queries.ts';
import { faultsForAll, findQuestion, type Question } from '../../../access/bulk/bulk-question.ts';
import {
  beginBulk,
  chooseAction,
  chooseAgain,
  chooseRecords,
  getBulk,
  stopBulk,
} from '../../../access/bulk/bulk-runs.ts';
import { Problem } from '../../../base/problem.ts';
import { isTableFormat } from '../../../base/table/table-writer.ts';
import { say } from '../../../base/texts.ts';
import { givenTo } from '../../../events/engine.ts';
import type { Inputs } from '../../../form/fields/field-type.ts';
import { sentOf } from '../../../form/read-form.ts';
import { shownFields, validate } from '../../../form/validate.ts';
import { bulkParts, findActionOf, holderOf, pickedBy, resultsOf } from '../../bulk-desk.ts';
import { lookUpRecords } from '../../fields/look-up.ts';
import { textOf, textsOf } from '../../http/inputs.ts';
import { sendTable } from '../../import-files.ts';
import { isWithin, problemsOf } from '../../public/questions.tsx';
import { readTyped } from '../../public/typed.ts';
import { getStaff, type Request, type Route } from '../../route.ts';
import { sendPage } from '../../send-page.ts';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import type { Desk } from '../desk.ts';
import { hasWorklist } from '../staff-frame.ts';
import { getAsked } from '../kept-search.ts';
import { readRun } from '../news/unread.ts';
import { readList, worklistHref } from '../worklist-query.ts';
import { actionInput, BulkChoicePage, BulkRefusedPage } from './bulk-choice-page.tsx';
import { allInput, ofListInput, recordInput } from './bulk-form.tsx';
import { BulkListPage, notDone } from './bulk-list-page.tsx';
import { bulkPath, bulksPath } from './bulk-paths.ts';
import { BulkNothingPage, BulkPreviewPage } from './bulk-preview-page.tsx';
import { againInput, BulkStandingPage, shareOf } from './bulk-standing-page.tsx';
import { listMatching } from './matching.ts';

const mostListed = 100;

/** An action on many records: choose them, choose it, look, say what it asks, follow. */
export const bulkRoutes = (desk: Desk): readonly Route[] => {
  const { parts } = desk;
  const { database } = parts;
  const shared = bulkParts(parts);

  const staffOf = (request: Request) => {
    const staff = getStaff(request);
    if (!hasWorklist(parts, staff)) throw new Problem('not-allowed');
    return staff;
  };
  const rowOf = (request: Request): Promise<BulkRow> =>
    getBulk(database, (request.params as { id: string }).id, staffOf(request).accountId);

  const list = async (request: Request, reply: FastifyReply) =>
    sendPage(
      reply,
      <BulkListPage
        context={desk.contextOf(request, reply)}
        desk={desk}
        rows={await database.run(listBulks, [staffOf(request).accountId])}
        tools={desk.toolsOf(request)}
      />,
    );

  const choose = async (request: Request, reply: FastifyReply) => {
    const staff = staffOf(request);
    const query = readList({ list: textOf(request.body, ofListInput) });
    const isAll = textOf(request.body, allInput) === '1' && query !== undefined;
    try {
      const picked = isAll
        ? await listMatching(desk, staff, { ...(await getAsked(desk, staff, query)), after: '', before: '' })
        : textsOf(request.body, recordInput).map((typed) => pickedBy(parts, typed));
      const row = await chooseRecords(shared, holderOf(staff), picked);
      return reply.redirect(bulkPath(row.id), 303);
    } catch (error) {
      const reason = error instanceof Problem && error.code === 'invalid-data' && error.errors[0]?.message;
      if (!reason) throw error;
      return sendPage(
        reply.code(422),
        <BulkRefusedPage
          context={{ ...desk.contextOf(request, reply), url: bulksPath }}
          reason={say(request.locale, reason)}
          back={query ? worklistHref(query, {}) : '/staff'}
        />,
      );
    }
  };

  const sendChoice = (request: Request, reply: FastifyReply, row: BulkRow, isMissing = false) =>
    sendPage(
      isMissing ? reply.code(422) : reply,
      <BulkChoicePage
        {...{ desk, row, isMissing }}
        context={{ ...desk.contextOf(request, reply), url: bulkPath(row.id) }}
        csrfToken={reply.generateCsrf()}
      />,
    );

  const chooseWhat = async (request: Request, reply: FastifyReply) => {
    const row = await rowOf(request);
    const [service = '', action = ''] = textOf(request.body, actionInput).split('/', 2);
    // Begun in another window.
    if (row.status !== 'choosing' && row.status !== 'waiting') return reply.redirect(bulkPath(row.id), 303);
    if (!findActionOf(parts, { service, action })) return sendChoice(request, reply, row, true);
    await chooseAction(shared, holderOf(getStaff(request)), row, { service, action });
    return reply.redirect(bulkPath(row.id), 303);
  };

  const show = async (request: Request, reply: FastifyReply) => {
    const row = await rowOf(request);
    const isOther = textOf(request.query, 'other') === '1';
    if (row.status === 'choosing' || (row.status === 'waiting' && isOther)) return sendChoice(request, reply, row);
    if (row.status !== 'waiting') return sendStanding(request, reply, row);
    const question = await findQuestion(shared, holderOf(getStaff(request)), row);
    return question ? sendPreview(request, reply, row, question, {}, []) : sendNothing(request, reply, row);
  };

  const firstOf = async ({ id }: BulkRow, status: 'ready' | 'done'): Promise<readonly string[]> =>
    (await database.run(listBulkRecordsOf, [id, status, mostListed])).map(({ reference }) => reference);

  const sendStanding = async (request: Request, reply: FastifyReply, row: BulkRow) => {
    if (row.status !== 'running') await readRun(desk, request, 'bulk', row.id);
    return sendPage(
      reply,
      <BulkStandingPage
        {...{ desk, row }}
        context={desk.contextOf(request, reply)}
        csrfToken={reply.generateCsrf()}
        reasons={await database.run(countReasons, [row.id])}
        done={await firstOf(row, 'done')}
      />,
    );
  };

  const sendNothing = async (request: Request, reply: FastifyReply, row: BulkRow) =>
    sendPage(
      reply,
      <BulkNothingPage
        context={{ ...desk.contextOf(request, reply), url: bulkPath(row.id) }}
        csrfToken={reply.generateCsrf()}
        row={{ ...row, possible: 0 }}
        reasons={await database.run(countReasons, [row.id])}
        label={findActionOf(parts, row)?.action.label[request.locale] ?? row.action ?? ''}
      />,
    );

  const toolsFor = (request: Request, { samples: [first] }: Question) => ({
    ...desk.toolsOf(request),
    given: givenTo(first),
  });

  const sendPreview = async (
    request: Request,
    reply: FastifyReply,
    row: BulkRow,
    question: Question,
    inputs: Inputs,
    problems: readonly FieldProblem[],
  ) => {
    const { action } = question;
    const tools = toolsFor(request, question);
    const { answers } = validate(action.fields, sentOf(action.fields, inputs, tools.world), tools.world, tools.given);
    return sendPage(
      problems.length > 0 ? reply.code(422) : reply,
      <BulkPreviewPage
        {...{ tools, row, question, inputs, problems, given: tools.given }}
        context={{ ...desk.contextOf(request, reply), url: bulkPath(row.id) }}
        csrfToken={reply.generateCsrf()}
        reasons={await database.run(countReasons, [row.id])}
        ready={await firstOf(row, 'ready')}
        shown={shownFields(action.fields, answers, tools.world.now, tools.given)}
      />,
    );
  };

  const begin = async (request: Request, reply: FastifyReply) => {
    const row = await rowOf(request);
    const holder = holderOf(getStaff(request));
    const question = row.status === 'waiting' ? await findQuestion(shared, holder, row) : undefined;
    // Sent twice, or nothing is left to be done.
    if (!question) return reply.redirect(bulkPath(row.id), 303);
    const { fields } = question.action;
    const tools = toolsFor(request, question);
    await lookUpRecords(parts, fields, request.body);
    const { asked, inputs, wantsMore } = readTyped(fields, request.body, tools);
    const sent = sentOf(asked, inputs, tools.world);
    const errors = wantsMore ? [] : await faultsForAll(shared, question, sent);
    const problems = problemsOf(
      errors.filter(({ path }) => asked.some((field) => isWithin(path, field))),
      fields,
      inputs,
      tools,
    );
    const { answers } = validate(fields, sent, tools.world, tools.given);
    const shown = shownFields(fields, answers, tools.world.now, tools.given);
    if (problems.length > 0 || wantsMore || shown.some((field) => !asked.includes(field)))
      return sendPreview(request, reply, row, question, inputs, problems);
    await beginBulk(shared, holder, row, sent);
    parts.wakeBulk();
    return reply.redirect(bulkPath(row.id), 303);
  };

  const progress = async (request: Request) => {
    const row = await rowOf(request);
    const { status, done, possible, refused } = row;
    return {
      isOver: status !== 'running',
      share: shareOf(row),
      done,
      notDone: notDone(row),
      untried: possible - done - refused,
    };
  };

  const stop = async (request: Request, reply: FastifyReply) => {
    const row = await rowOf(request);
    await stopBulk(database, row);
    return reply.redirect(row.status === 'running' ? bulkPath(row.id) : '/staff', 303);
  };

  const again = async (request: Request, reply: FastifyReply) => {
    const row = await rowOf(request);
    const of = textOf(request.body, againInput) === 'done' ? 'done' : 'refused';
    const next = await chooseAgain(shared, holderOf(getStaff(request)), row, of);
    return reply.redirect(bulkPath(next.id), 303);
  };

  const result = async (request: Request, reply: FastifyReply) => {
    const row = await rowOf(request);
    const { format } = request.params as { format: unknown };
    if (!isTableFormat(format)) throw new Problem('not-found');
    return sendTable(reply, format, 'result', resultsOf(parts, row, request.locale));
  };

  const access = 'staff' as const;
  const one = `${bulksPath}/:id`;
  return [
    { method: 'GET', path: bulksPath, access, handler: list },
    { method: 'POST', path: bulksPath, access, perMinute: 30, handler: choose },
    { method: 'GET', path: one, access, handler: show },
    { method: 'POST', path: one, access, perMinute: 30, handler: begin },
    { method: 'POST', path: `${one}/action`, access, perMinute: 30, handler: chooseWhat },
    { method: 'GET', path: `${one}/progress`, access, unattended: true, handler: progress },
    { method: 'POST', path: `${one}/stop`, access, handler: stop },
    { method: 'POST', path: `${one}/again`, access, perMinute: 30, handler: again },
    { method: 'GET', path: `${one}/result/:format`, access, handler: result },
  ];
};
