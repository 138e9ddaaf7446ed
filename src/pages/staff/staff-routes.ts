import { administersAll, administratorRole } from '../../access/administration.ts';
import { findGrant } from '../../access/grant.ts';
import { scopeParameter } from '../../access/scope.ts';
import { Problem } from '../../base/problem.ts';
import { referenceOf } from '../../events/reference.ts';
import type { Parts } from '../parts.ts';
import type { Route } from '../route.ts';
import { accountRoutes } from './account/account-routes.tsx';
import { adminRoutes } from './admin/admin-routes.tsx';
import { actionRoutes } from './action-routes.tsx';
import { bulkRoutes } from './bulk/bulk-routes.tsx';
import { calendarRoutes } from './calendar/calendar-routes.tsx';
import { boardRoutes } from './board/board-routes.tsx';
import { campaignRoutes } from './campaign-routes.tsx';
import { createDesk, type Desk } from './desk.ts';
import { dossierRoutes } from './dossier/dossier-routes.tsx';
import { entryRoutes } from './entry-routes.tsx';
import { exceptionRoutes } from './exception-routes.tsx';
import { gatheredRoutes } from './gathered/gathered-routes.tsx';
import { exportRoutes } from './export-routes.ts';
import { findRoutes } from './find-routes.tsx';
import { homeRoutes } from './home-routes.tsx';
import { importRoutes } from './imports/import-routes.tsx';
import { liveRoutes } from './live-routes.ts';
import { searchApiRoutes } from './search-api.ts';
import { mapRoutes } from './map-routes.ts';
import { absenceApiRoutes } from './people/absence-api.ts';
import { absenceRoutes } from './people/absence-routes.tsx';
import { newsApiRoutes } from './news/news-api.ts';
import { newsRoutes } from './news/news-routes.tsx';
import { withBell } from './news/unread.ts';
import { deputyRoutes } from './people/deputy-routes.tsx';
import { invitationRoutes } from './people/invitation-routes.tsx';
import { decisionRoutes } from './people/decision-routes.tsx';
import { peopleParts } from './people/people-parts.ts';
import { peopleRoutes } from './people/people-routes.tsx';
import { recordRoutes } from './record-routes.tsx';
import { servicesRoutes } from './services/services-routes.tsx';
import { sharedRoutes } from './shared/shared-routes.tsx';
import { rolesThatFollowUp } from './staff-frame.ts';
import { treeRoutes } from './tree/tree-routes.tsx';
import { undeliveredRoutes } from './undelivered-routes.tsx';
import { worklistRoutes } from './worklist-routes.tsx';
import { openingRoutes } from './opening-routes.tsx';

/** The addresses for civil servants who are signed in. What each may see and do is decided record by record. */
export const staffRoutes = (parts: Parts): readonly Route[] => {
  const desk = createDesk(parts);
  return withBell(desk, [
    ...newsRoutes(desk),
    ...newsApiRoutes(desk),
    ...worklistRoutes(desk),
    ...findRoutes(desk),
    ...searchApiRoutes(desk),
    ...mapRoutes(desk),
    ...gatheredRoutes(desk),
    ...boardRoutes(desk),
    ...dossierRoutes(desk),
    ...recordRoutes(desk),
    ...exceptionRoutes(desk),
    ...openingRoutes(desk),
    ...actionRoutes(desk),
    ...bulkRoutes(desk),
    ...campaignRoutes(desk),
    ...entryRoutes(desk),
    ...importRoutes(desk),
    ...exportRoutes(desk),
    ...liveRoutes(desk),
    ...homeRoutes(desk),
    ...accountRoutes(desk),
    ...messageRoutes(desk),
    ...servicesRoutes(desk),
    ...treeRoutes(desk),
    ...sharedRoutes(desk),
    ...adminRoutes(desk),
    ...peopleRoutes(desk),
    ...decisionRoutes(desk),
    ...invitationRoutes(desk),
    ...deputyRoutes(desk),
    ...absenceRoutes(desk),
    ...absenceApiRoutes(desk),
    ...calendarRoutes(desk),
  ]);
};

/** Messages that were not delivered, for those who follow up what is late and those who oversee. */
const messageRoutes = ({ parts, contextOf, workOf }: Desk): readonly Route[] => {
  const { catalogue, covers, database, country } = parts;
  // A service that is no longer offered still has messages on their way.
  const servicesNow = () => catalogue.known.map(({ service }) => service);
  const getService = (id: string) => {
    const service = catalogue.findKnown(id)?.service;
    if (!service) throw new Problem('not-found');
    return service;
  };
  return undeliveredRoutes({
    database,
    wake: parts.wakeDelivery,
    timeZone: country.timeZone,
    contextOf,
    access: {
      get roles() {
        return [...new Set([...servicesNow().flatMap(rolesThatFollowUp), administratorRole])];
      },
    },
    administration: peopleParts(parts),
    scopeOf: async (staff) => scopeParameter((await workOf(staff)).scope),
    // Only who follows up every service at its owner, or administers all, may set all of its messages going.
    mayRetryAll: (staff) =>
      administersAll(parts, staff) ||
      servicesNow().every((service) =>
        service.deadlines
          .flatMap(({ escalate }) => escalate)
          .some(
            (role) => findGrant(staff, { role, institution: service.owner, service: service.id }, covers) !== undefined,
          ),
      ),
    referenceOf: (id, recordId) => referenceOf(getService(id).referencePrefix, recordId),
  });
};
