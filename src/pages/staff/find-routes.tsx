import type { FastifyReply } from 'fastify';
import {
  keepView,
  listKeptViews,
  longestViewName,
  openView,
  removeKeptView,
  shareKeptView,
} from '../../access/kept-views.ts';
import { Problem } from '../../base/problem.ts';
import { say } from '../../base/texts.ts';
import { textOf } from '../http/inputs.ts';
import { getStaff, type Request, type Route } from '../route.ts';
import { sendPage } from '../send-page.ts';
import { Page, Title } from '../ui/page.tsx';
import { chosenAnswers } from './answer-filters.ts';
import type { Desk } from './desk.ts';
import { printingPath } from './dossier/dossier-paths.ts';
import { findPrint } from './dossier/find-print.ts';
import { numberOf } from './dossier/printing-page.tsx';
import { filterPath, searchPath, viewPath, viewsPath } from './find-paths.ts';
import { findAsked, keepAsked, listOfView, wholeOf } from './kept-search.ts';
import { keptViewTexts as texts } from './kept-view-texts.ts';
import { KeepView, ViewsPage } from './kept-views.tsx';
import { findDeskRecord } from './record-data.ts';
import { hasWorklist } from './staff-frame.ts';
import { chosenService } from './worklist-data.ts';
import { listInput } from './worklist-filters.tsx';
import { findTypedReference } from './worklist-find.ts';
import { longestTyped, readWorklistQuery, type WorklistQuery, worklistHref } from './worklist-query.ts';

/** Searches, filters and saved lists. What is typed comes in the body of a form and is kept under a number of the account's. */
export const findRoutes = (desk: Desk): readonly Route[] => {
  const { parts } = desk;

  const staffOf = (request: Request) => {
    const staff = getStaff(request);
    if (!hasWorklist(parts, staff)) throw new Problem('not-allowed');
    return staff;
  };

  /** The list that a form was on, with what was typed before. */
  const listBehind = async (request: Request): Promise<WorklistQuery> => {
    const values = Object.fromEntries(new URLSearchParams(textOf(request.body, listInput).slice(0, 2_000)));
    const list = readWorklistQuery(values);
    return (await findAsked(desk, staffOf(request), list)) ?? { ...list, search: '' };
  };

  const search = async (request: Request, reply: FastifyReply) => {
    const staff = staffOf(request);
    const q = textOf(request.body, 'q').trim().slice(0, longestTyped);
    const work = await desk.workOf(staff);
    const typed = findTypedReference(
      work.versions.map(({ service }) => service),
      q,
    );
    if (typed !== undefined && (await findDeskRecord(desk, typed, staff, desk.toolsOf(request), 'nothing')))
      return reply.redirect(`/staff/records/${typed}`, 303);
    const print = await findPrint(desk, request, q);
    if (print) return reply.redirect(printingPath(numberOf(print.printing)), 303);
    const { service, where, kept, field, place } = await listBehind(request);
    const query = await keepAsked(desk, staff, { ...readWorklistQuery({ service, where, field, place }), kept, q });
    return reply.redirect(worklistHref(query, {}), 303);
  };

  const filter = async (request: Request, reply: FastifyReply) => {
    const staff = staffOf(request);
    const list = await listBehind(request);
    const work = await desk.workOf(staff);
    const { service } = chosenService(desk, work, list);
    const chosen = chosenAnswers(service, work, (name) => textOf(request.body, name));
    return reply.redirect(worklistHref(await keepAsked(desk, staff, { ...list, ...chosen }), {}), 303);
  };

  const keep = async (request: Request, reply: FastifyReply) => {
    const staff = staffOf(request);
    const list = await listBehind(request);
    const name = textOf(request.body, 'name').trim().slice(0, longestViewName);
    const id = name === '' ? undefined : await keepView(parts, staff, wholeOf(list), name);
    if (id !== undefined) return reply.redirect(viewPath(id), 303);
    const context = desk.contextOf(request, reply);
    const title = say(request.locale, texts.keep);
    const message = say(request.locale, name === '' ? texts.noName : texts.tooMany);
    return sendPage(
      reply.code(422),
      <Page context={context} title={title} problems={[{ name: 'name', message }]} backHref={worklistHref(list, {})}>
        <Title>{title}</Title>
        <KeepView list={{ query: list, views: [] }} context={context} error={message} />
      </Page>,
    );
  };

  const idOf = (request: Request): string => (request.params as { id: string }).id;
  const done = (reply: FastifyReply, isDone: boolean) => {
    if (!isDone) throw new Problem('not-found');
    return reply.redirect(viewsPath, 303);
  };

  return [
    { method: 'POST', path: searchPath, access: 'staff', perMinute: 60, handler: search },
    { method: 'POST', path: filterPath, access: 'staff', perMinute: 60, handler: filter },
    {
      method: 'GET',
      path: viewsPath,
      access: 'staff',
      handler: async (request: Request, reply: FastifyReply) => {
        const work = await desk.workOf(staffOf(request));
        const views = await listKeptViews(parts, work.staff);
        return sendPage(
          reply,
          <ViewsPage context={desk.contextOf(request, reply)} desk={desk} work={work} views={views} />,
        );
      },
    },
    { method: 'POST', path: viewsPath, access: 'staff', perMinute: 30, handler: keep },
    {
      method: 'GET',
      path: viewPath(':id'),
      access: 'staff',
      handler: async (request: Request, reply: FastifyReply) => {
        const view = await openView(parts, staffOf(request), idOf(request), parts.world().now);
        if (!view) throw new Problem('not-found');
        return reply.redirect(worklistHref(listOfView(view.id, view.asked), {}), 303);
      },
    },
    {
      method: 'POST',
      path: `${viewPath(':id')}/share`,
      access: 'staff',
      perMinute: 30,
      handler: async (request: Request, reply: FastifyReply) => {
        const [institution = '', role] = textOf(request.body, 'readers').split(' ');
        const readers = institution === 'me' || institution === '' ? undefined : { institution, role: role ?? null };
        return done(reply, await shareKeptView(parts, staffOf(request), idOf(request), readers));
      },
    },
    {
      method: 'POST',
      path: `${viewPath(':id')}/remove`,
      access: 'staff',
      perMinute: 30,
      handler: async (request: Request, reply: FastifyReply) =>
        done(reply, await removeKeptView(parts, staffOf(request), idOf(request))),
    },
  ];
};
