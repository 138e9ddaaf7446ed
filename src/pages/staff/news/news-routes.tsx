import type { FastifyReply } from 'fastify';
import { scopeParameter } from '../../../access/scope.ts';
import {
  firstSettings,
  mailHours,
  mailModes,
  newsKinds,
  type NewsSettings,
} from '../../../reactions/news/news-kinds.ts';
import {
  findNewsSettings,
  listNews,
  markAllRead,
  markGroupRead,
  saveNewsSettings,
} from '../../../reactions/news/news-queries.ts';
import { textOf } from '../../http/inputs.ts';
import { getStaff, type Request, type Route } from '../../route.ts';
import { sendPage } from '../../send-page.ts';
import type { Desk } from '../desk.ts';
import { NewsPage } from './news-page.tsx';
import { newsPath, newsReadPath, newsSettingsPath } from './news-paths.ts';
import { NewsSettingsPage, type Way, ways } from './settings-page.tsx';

const pageSize = 30;

const numberOf = (values: unknown, name: string): number | undefined => {
  const text = textOf(values, name);
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
};

/** What concerns the person who reads, and of what he or she wants to be told. */
export const newsRoutes = (desk: Desk): readonly Route[] => {
  const { database } = desk.parts;

  const show = async (request: Request, reply: FastifyReply) => {
    const staff = getStaff(request);
    const work = await desk.workOf(staff);
    const before = numberOf(request.query, 'before');
    const found = await database.run(listNews, [
      scopeParameter(work.scope),
      staff.accountId,
      before ?? Number.MAX_SAFE_INTEGER,
      pageSize + 1,
    ]);
    const groups = found.slice(0, pageSize);
    return sendPage(
      reply,
      <NewsPage
        context={desk.contextOf(request, reply)}
        csrfToken={reply.generateCsrf()}
        desk={desk}
        work={work}
        tools={desk.toolsOf(request)}
        groups={groups}
        isFirst={before === undefined}
        older={found.length > pageSize ? groups.at(-1)?.last : undefined}
      />,
    );
  };

  const markRead = async (request: Request, reply: FastifyReply) => {
    const { accountId } = getStaff(request);
    const [one, until] = [numberOf(request.body, 'one'), numberOf(request.body, 'until')];
    if (one !== undefined) await database.run(markGroupRead, [accountId, one]);
    else if (until !== undefined) await database.run(markAllRead, [accountId, until]);
    return reply.redirect(newsPath, 303);
  };

  const settings = async (request: Request, reply: FastifyReply) => {
    const [own = firstSettings] = await database.run(findNewsSettings, [getStaff(request).accountId]);
    return sendPage(
      reply,
      <NewsSettingsPage
        context={desk.contextOf(request, reply)}
        csrfToken={reply.generateCsrf()}
        settings={own}
        isSaved={textOf(request.query, 'done') === '1'}
      />,
    );
  };

  const save = async (request: Request, reply: FastifyReply) => {
    const { mail, hour, hidden, unmailed } = readSettings(request.body);
    await database.run(saveNewsSettings, [getStaff(request).accountId, mail, hour, hidden, unmailed]);
    return reply.redirect(`${newsSettingsPath}?done=1`, 303);
  };

  const change = { method: 'POST', access: 'staff', perMinute: 60 } as const;
  return [
    { method: 'GET', path: newsPath, access: 'staff', handler: show },
    { ...change, path: newsReadPath, handler: markRead },
    { method: 'GET', path: newsSettingsPath, access: 'staff', handler: settings },
    { ...change, path: newsSettingsPath, handler: save },
  ];
};

/** What is no choice of the form counts as what holds at first. */
const readSettings = (body: unknown): NewsSettings => {
  const wayOf = (kind: string): Way => ways.find((way) => way === textOf(body, kind)) ?? 'both';
  return {
    mail: mailModes.find((mode) => mode === textOf(body, 'mail')) ?? firstSettings.mail,
    hour: mailHours.find((hour) => String(hour) === textOf(body, 'hour')) ?? firstSettings.hour,
    hidden: newsKinds.filter((kind) => wayOf(kind) === 'not'),
    unmailed: newsKinds.filter((kind) => wayOf(kind) === 'here'),
  };
};
