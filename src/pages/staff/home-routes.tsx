import { TZDate } from '@date-fns/tz';
import type { FastifyReply } from 'fastify';
import { countOwnScans } from '../../projections/record-desk-queries.ts';
import { getStaff, type Request, type Route } from '../route.ts';
import { sendPage } from '../send-page.ts';
import type { Desk } from './desk.ts';
import { HomePage, MePage } from './home-page.tsx';
import { namesOfAccounts } from './record-data.ts';
import { checksDocuments } from './staff-frame.ts';

const startOfDay = (now: Date, timeZone: string): Date => {
  const here = new TZDate(+now, timeZone);
  return new Date(+new TZDate(here.getFullYear(), here.getMonth(), here.getDate(), timeZone));
};

/** The first page of somebody who has no worklist. */
export const sendHome = async (desk: Desk, request: Request, reply: FastifyReply) => {
  const { parts } = desk;
  const staff = getStaff(request);
  const { now, timeZone } = parts.world();
  const scans = await parts.database.run(countOwnScans, [staff.accountId, startOfDay(now, timeZone)]);
  return sendPage(
    reply,
    <HomePage
      context={desk.contextOf(request, reply)}
      staff={staff}
      checksDocuments={checksDocuments(parts, staff)}
      scans={scans}
    />,
  );
};

export const homeRoutes = (desk: Desk): readonly Route[] => [
  {
    method: 'GET',
    path: '/staff/me',
    access: 'staff',
    handler: async (request, reply) => {
      const staff = getStaff(request);
      const names = await namesOfAccounts(
        desk,
        staff.grants.flatMap(({ for: whose }) => whose ?? []),
      );
      return sendPage(
        reply,
        <MePage context={desk.contextOf(request, reply)} desk={desk} staff={staff} names={names} />,
      );
    },
  },
];
