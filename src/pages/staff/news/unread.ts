import { type Locale, say } from '../../../base/texts.ts';
import { unreadBy } from '../../../reactions/news/count-unread.ts';
import type { RunKind } from '../../../reactions/news/news-kinds.ts';
import { markRunRead, mostCounted } from '../../../reactions/news/news-queries.ts';
import { getStaff, type Request, type Route } from '../../route.ts';
import type { Desk } from '../desk.ts';
import { newsTexts } from './news-texts.ts';

/** Of how many records there is something unread, by the request whose page says so. */
const counts = new WeakMap<Request, number>();

export const unreadOf = (request: Request): number => counts.get(request) ?? 0;

/** The bell's number and what is read aloud of it. */
export const sayUnread = (count: number, locale: Locale) => ({
  label: say(locale, newsTexts.bell, { count }),
  unread: count === 0 ? '' : count >= mostCounted ? `${mostCounted - 1}+` : String(count),
});

export const countNews = async (desk: Desk, request: Request): Promise<void> => {
  const staff = getStaff(request);
  const scopeOf = async () => (await desk.workOf(staff)).scope;
  counts.set(request, await unreadBy(desk.parts.database, staff.accountId, scopeOf));
};

/** Who looks at how a run ended has read that it did. */
export const readRun = async (desk: Desk, request: Request, kind: RunKind, id: string): Promise<void> => {
  const read = await desk.parts.database.run(markRunRead, [getStaff(request).accountId, kind, id]);
  if (read.length > 0) await countNews(desk, request);
};

/** The same routes, whose pages know how much is unread. What pages and programs ask for by themselves shows no bell. */
export const withBell = (desk: Desk, routes: readonly Route[]): readonly Route[] =>
  routes.map((route) =>
    route.method !== 'GET' || route.unattended || route.access === 'public' || route.path.startsWith('/api/')
      ? route
      : {
          ...route,
          handler: async (request, reply) => {
            await countNews(desk, request);
            return route.handler(request, reply);
          },
        },
  );
