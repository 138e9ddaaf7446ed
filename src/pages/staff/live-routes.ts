import type { FastifyReply } from 'fastify';
import { firstEnd } from '../../access/grant.ts';
import { Problem } from '../../base/problem.ts';
import { say } from '../../base/texts.ts';
import type { News } from '../../projections/live.ts';
import { textOf } from '../http/inputs.ts';
import { getStaff, type Request, type Route } from '../route.ts';
import type { Desk } from './desk.ts';
import { livePath } from './live-bar.tsx';
import { sayUnread } from './news/unread.ts';
import { findDeskRecord } from './record-data.ts';
import { worklistTexts as texts } from './worklist-texts.ts';

const mostUnsent = 64 * 1024;
const retryAfter = 30;

/** What the bar says; nothing where there is nothing to say. */
const sayNews = (locale: Request['locale'], { count, more, recordChanged }: News): string => {
  if (recordChanged) return say(locale, texts.recordChanged);
  return count === 0 ? '' : say(locale, texts.news, { count, shown: more ? `${count}+` : String(count) });
};

/** Server-sent events (WHATWG HTML, 9.2): numbers and words for the bar and the bell, never anything of a record. Without `since` for the bell alone. */
export const liveRoutes = (desk: Desk): readonly Route[] => [
  {
    method: 'GET',
    path: livePath,
    access: 'staff',
    unattended: true,
    perMinute: 120,
    handler: async (request: Request, reply: FastifyReply) => {
      const { parts } = desk;
      const { locale, cookies } = request;
      const staff = getStaff(request);
      const { raw } = reply;
      const send = (text: string) => {
        // A reader that takes nothing any more is let go.
        if (raw.writableLength > mostUnsent) raw.destroy();
        else if (!raw.writableEnded) raw.write(text);
      };
      const sendEvent = (event: string, data: Readonly<Record<string, string>>) =>
        send(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
      const isAboutRecord = textOf(request.query, 'record') !== '';
      const unfollow = parts.live.follow({
        account: staff.accountId,
        since: readSince(request),
        record: await readRecord(desk, request),
        findScope: async () => {
          const now = await parts.sessions.findNow(cookies);
          return now && { scope: (await desk.workOf(now)).scope, until: firstEnd(now.grants) };
        },
        // On a record's page only that record matters.
        onNews: (news) => sendEvent('news', { words: sayNews(locale, isAboutRecord ? { ...news, count: 0 } : news) }),
        onUnread: (count) => sendEvent('unread', sayUnread(count, locale)),
        onHeartbeat: () => send(':\n\n'),
        onEnd: (reason) => {
          if (reason === 'signed-out') sendEvent('signed-out', { words: say(locale, texts.signedOut) });
          raw.end();
        },
      });
      if (!unfollow) throw new Problem('too-many-requests', { retryAfter });
      reply.hijack();
      raw.on('close', unfollow);
      raw.writeHead(200, {
        ...headersOf(reply),
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      send('retry: 5000\n\n');
    },
  },
];

const headersOf = (reply: FastifyReply) =>
  Object.fromEntries(
    Object.entries(reply.getHeaders()).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

const readSince = (request: Request): Date | undefined => {
  const text = textOf(request.query, 'since');
  return /^\d{1,15}$/.test(text) ? new Date(Number(text)) : undefined;
};

/** The record on the page, if this account may see it. */
const readRecord = async (
  desk: Desk,
  request: Request,
): Promise<{ readonly id: number; readonly event: number } | undefined> => {
  const event = Number(textOf(request.query, 'event'));
  const reference = textOf(request.query, 'record');
  if (reference === '' || !Number.isSafeInteger(event)) return undefined;
  const opened = await findDeskRecord(desk, reference, getStaff(request), desk.toolsOf(request), 'nothing');
  return opened && { id: opened.record.id, event };
};
