import type { FastifyReply } from 'fastify';
import { listAgreements } from '../../../access/agreement-queries.ts';
import { standingOf } from '../../../access/agreements.ts';
import { listKeys } from '../../../access/api-key-queries.ts';
import { standingOfKey } from '../../../access/api-keys.ts';
import { hasRole } from '../../../access/grant.ts';
import { say } from '../../../base/texts.ts';
import { sayDay } from '../../../form/fields/date.ts';
import { measureDatabase } from '../../../projections/storage-queries.ts';
import { countMessages } from '../../../reactions/outbox-queries.ts';
import { getStaff, type Request, type Route } from '../../route.ts';
import { sendPage } from '../../send-page.ts';
import type { Desk } from '../desk.ts';
import { publisherRole } from '../services/publisher.ts';
import { adminRoutesFor, createAdminDesk } from './admin-desk.ts';
import {
  adminPath,
  agreementsPath,
  apiKeysPath,
  calendarPath,
  changesPath,
  institutionsPath,
  jobsPath,
  keysPath,
  placesPath,
  settingsPath,
  storagePath,
} from './admin-paths.ts';
import { adminTexts } from './admin-texts.ts';
import { agreementsRoutes } from './agreements-routes.tsx';
import { agreementsTexts } from './agreements-texts.ts';
import { apiKeysTexts } from './api-keys-texts.ts';
import { apiKeysRoutes } from './api-keys-routes.tsx';
import { attentionOf } from './attention.ts';
import { calendarRoutes } from './calendar-routes.tsx';
import { changesRoutes } from './changes-routes.tsx';
import { kindTexts } from './changes-texts.ts';
import { institutionsRoutes } from './institutions-routes.tsx';
import { nextHoliday } from './calendar-days.ts';
import { OverviewPage, type SectionCard } from './overview-page.tsx';
import { overviewTexts as texts } from './overview-texts.ts';
import { placesRoutes } from './places-routes.tsx';
import { diskOf, runningRoutes } from './running-routes.tsx';
import { settingsRoutes } from './settings-routes.tsx';
import { sayBytes } from './say-bytes.ts';

/** Everything under /staff/admin. */
export const adminRoutes = (ordinary: Desk): readonly Route[] => {
  const desk = createAdminDesk(ordinary);
  const { parts } = desk;
  const { get } = adminRoutesFor(desk, false);

  const cardsFor = async (request: Request): Promise<readonly SectionCard[]> => {
    const { locale } = request;
    const { database, liveCountry, catalogue, keys, jobs, config } = parts;
    const [messages, [size], disk, agreements, systemKeys] = await Promise.all([
      countMessages(database),
      database.run(measureDatabase),
      diskOf(config.dataFolder),
      database.run(listAgreements),
      database.run(listKeys),
    ]);
    const { now } = parts.world();
    const count = (status: string) =>
      messages.filter((row) => row.status === status).reduce((sum, row) => sum + row.count, 0);
    const holiday = nextHoliday(liveCountry.calendar, now);
    const last = liveCountry.changes().at(-1);
    const all = jobs.list();
    const publishes = hasRole(getStaff(request), [publisherRole]);
    return [
      {
        href: institutionsPath,
        icon: 'building',
        title: say(locale, adminTexts.institutions),
        detail: say(locale, texts.institutionsCount, { count: liveCountry.land.institutions.length }),
      },
      {
        href: placesPath,
        icon: 'pin',
        title: say(locale, adminTexts.places),
        detail: say(locale, texts.placesCount, { count: liveCountry.land.places.length }),
      },
      {
        href: calendarPath,
        icon: 'calendar',
        title: say(locale, adminTexts.calendar),
        detail: holiday
          ? say(locale, texts.nextHoliday, { name: holiday.name[locale], day: sayDay(holiday.day, locale) })
          : '',
      },
      {
        href: '/staff/people',
        icon: 'people',
        title: say(locale, texts.people),
        detail: say(locale, texts.peopleDetail),
      },
      {
        href: agreementsPath,
        icon: 'scale' as const,
        title: say(locale, agreementsTexts.title),
        detail: say(locale, texts.agreementsDetail, {
          count: agreements.filter((agreement) => standingOf(agreement, now) === 'standing').length,
        }),
      },
      {
        href: apiKeysPath,
        icon: 'lock' as const,
        title: say(locale, apiKeysTexts.title),
        detail: say(locale, texts.apiKeysDetail, {
          count: systemKeys.filter((row) => standingOfKey(row, now) === 'standing').length,
        }),
      },
      ...(publishes
        ? [
            {
              href: '/staff/services',
              icon: 'document' as const,
              title: say(locale, texts.services),
              detail: say(locale, texts.servicesCount, { count: catalogue.services.length }),
            },
          ]
        : []),
      {
        href: '/staff/messages',
        icon: 'message',
        title: say(locale, texts.messages),
        detail: say(locale, texts.messagesDetail, { failed: count('failed'), waiting: count('waiting') }),
      },
      {
        href: settingsPath,
        icon: 'edit',
        title: say(locale, adminTexts.settings),
        detail: parts.country.portal[locale],
      },
      {
        href: keysPath,
        icon: 'lock',
        title: say(locale, adminTexts.keys),
        detail: say(locale, texts.keyDetail, { key: keys.signer(now).published.kid }),
      },
      {
        href: jobsPath,
        icon: 'clock',
        title: say(locale, adminTexts.jobs),
        detail: say(locale, texts.jobsDetail, {
          count: all.length,
          failing: all.filter(({ failuresInARow }) => failuresInARow > 0).length,
        }),
      },
      {
        href: storagePath,
        icon: 'chart',
        title: say(locale, adminTexts.storage),
        detail: say(locale, texts.storageDetail, {
          size: sayBytes(size?.bytes ?? 0, locale),
          free: sayBytes(disk.free, locale),
        }),
      },
      {
        href: changesPath,
        icon: 'list',
        title: say(locale, adminTexts.changes),
        detail: last ? say(locale, texts.changesDetail, { what: kindTexts[last.kind][locale] }) : '',
      },
    ];
  };

  const show = async (request: Request, reply: FastifyReply) => {
    if (!desk.administersAll(getStaff(request))) return reply.redirect(institutionsPath, 303);
    const [attention, cards] = await Promise.all([attentionOf(parts, request.locale), cardsFor(request)]);
    return sendPage(
      reply,
      <OverviewPage context={desk.adminContextOf(request, reply)} attention={attention} cards={cards} />,
    );
  };

  return [
    get(adminPath, show),
    ...institutionsRoutes(desk),
    ...placesRoutes(desk),
    ...calendarRoutes(desk),
    ...settingsRoutes(desk),
    ...agreementsRoutes(desk),
    ...apiKeysRoutes(desk),
    ...runningRoutes(desk),
    ...changesRoutes(desk),
  ];
};
