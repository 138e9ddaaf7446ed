import { scopeParameter } from '../../../access/scope.ts';
import { countUnread, hasUnread } from '../../../reactions/news/news-queries.ts';
import { getStaff, type Request, type Route } from '../../route.ts';
import type { Desk } from '../desk.ts';

/** Of how many records there is something unread, by the request whose page says so. */
const counts = new WeakMap<Request, number>();

export const unreadOf = (request: Request): number => counts.get(request) ?? 0;

/** Costs one look into a small index where there is nothing. */
export const countNews = async (desk: Desk, request: Request): Promise<void> => {
  const staff = getStaff(request);
  const { database } = desk.parts;
  const [unread] = await database.run(hasUnread, [staff.accountId]);
  if (!unread?.any) {
    counts.delete(request);
    return;
  }
  const { scope } = await desk.workOf(staff);
  const [counted] = await database.run(countUnread, [scopeParameter(scope), staff.accountId]);
  counts.set(request, counted?.count ?? 0);
};

/** The same routes, whose pages know how much is unread. What pages ask for by themselves shows no bell. */
export const withBell = (desk: Desk, routes: readonly Route[]): readonly Route[] =>
  routes.map((route) =>
    route.method !== 'GET' || route.unattended || route.access === 'public'
      ? route
      : {
          ...route,
          handler: async (request, reply) => {
            await countNews(desk, request);
            return route.handler(request, reply);
          },
        },
  );
