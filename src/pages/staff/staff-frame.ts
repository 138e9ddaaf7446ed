import { administratorRole } from '../../access/administration.ts';
import { mayOpenCampaigns } from '../../access/campaign-access.ts';
import type { FastifyReply } from 'fastify';
import { dataReaderRole } from '../../access/data-reader.ts';
import { mayEnter } from '../../access/entry-access.ts';
import { isAdministrator } from '../../access/delegation.ts';
import { type Grant, hasRole, type Staff } from '../../access/grant.ts';
import { workingRoles } from '../../access/sight.ts';
import { say } from '../../base/texts.ts';
import type { Service } from '../../definition/service.ts';
import type { Parts } from '../parts.ts';
import { getStaff, type Request } from '../route.ts';
import { pageContext } from '../send-page.ts';
import type { PageContext, StaffBar } from '../ui/page-context.ts';
import { adminPath } from './admin/admin-paths.ts';
import { boardPath } from './board/board-paths.ts';
import { boardTexts } from './board/board-texts.ts';
import { institutionSearchPath } from './gathered/gathered-paths.ts';
import { gatheredTexts } from './gathered/gathered-texts.ts';
import { adminTexts } from './admin/admin-texts.ts';
import { calendarPath } from './calendar/calendar-query.ts';
import { calendarTexts } from './calendar/calendar-texts.ts';
import { entryTexts } from './entry-texts.ts';
import { newsPath } from './news/news-paths.ts';
import { livePath } from './live-bar.tsx';
import { sayUnread, unreadOf } from './news/unread.ts';
import { peoplePath } from './people/people-paths.ts';
import { peopleTexts } from './people/people-texts.ts';
import { publisherRole } from './services/publisher.ts';
import { servicesTexts } from './services/services-texts.ts';
import { sharedPath } from './shared/shared-paths.ts';
import { sharedTexts } from './shared/shared-texts.ts';
import { staffTexts as texts } from './staff-texts.ts';

const isFor = ({ services }: Grant, service: Service): boolean => services === null || services.includes(service.id);

const holdsOne = (
  staff: Staff,
  services: readonly Service[],
  rolesOf: (service: Service) => Iterable<string>,
): boolean =>
  services.some((service) => {
    const roles = new Set(rolesOf(service));
    return staff.grants.some((grant) => isFor(grant, service) && roles.has(grant.role));
  });

const servicesOf = (parts: Parts): readonly Service[] => parts.catalogue.known.map(({ service }) => service);

/** Whether a worklist means anything to this account: it works on records of some service, or oversees them. */
export const hasWorklist = (parts: Parts, staff: Staff): boolean =>
  holdsOne(staff, servicesOf(parts), (service) => [...workingRoles(service), ...service.oversight]);

/** Whether this account enters records of some service. */
export const entersRecords = (parts: Parts, staff: Staff): boolean =>
  parts.catalogue.services.some(({ service }) => mayEnter(staff, service));

/** Whether this account opens rounds of a survey for many institutions. */
export const opensCampaigns = ({ catalogue, covers }: Parts, staff: Staff): boolean =>
  catalogue.services.some(({ service }) => mayOpenCampaigns(staff, service, covers));

/** Whether it is this account's work to check documents where they are shown. */
export const checksDocuments = (parts: Parts, staff: Staff): boolean =>
  holdsOne(staff, servicesOf(parts), ({ documents }) => [...documents.values()].flatMap(({ checkedBy }) => checkedBy));

/** Roles that are called upon when something is late, and those that oversee: they follow what was not delivered. */
export const rolesThatFollowUp = (service: Service): readonly string[] => [
  ...service.deadlines.flatMap(({ escalate }) => escalate),
  ...service.oversight,
];

export const followsUp = (parts: Parts, staff: Staff): boolean => holdsOne(staff, servicesOf(parts), rolesThatFollowUp);

/** Whether this account works on records of which others are asked something, or is asked itself. */
const followsTasks = (parts: Parts, staff: Staff): boolean =>
  holdsOne(staff, servicesOf(parts), (service) => (service.tasks.size === 0 ? [] : [...workingRoles(service)]));

/** Who oversees records that concern institutions wants to know what there is about one. */
const knowsInstitutions = (parts: Parts, staff: Staff): boolean =>
  holdsOne(staff, servicesOf(parts), ({ subjects, oversight }) =>
    subjects.some(({ type }) => type === 'institution') ? oversight : [],
  );

const newsOf = (request: Request): StaffBar['news'] => ({
  href: newsPath,
  stream: livePath,
  ...sayUnread(unreadOf(request), request.locale),
});

/** What a page for civil servants needs to know of the request it answers: who is signed in, and where this person may go. */
export const staffPageContext = (parts: Parts, request: Request, reply: FastifyReply): PageContext => {
  const staff = getStaff(request);
  const { locale } = request;
  const path = request.url.split('?', 1)[0] ?? '';
  const item = (href: string, label: string, isCurrent = path === href): StaffBar['items'][number] => ({
    href,
    label,
    isCurrent,
  });
  const institution = staff.grants[0]?.institution;
  return {
    ...pageContext(parts, request),
    staff: {
      items: [
        hasWorklist(parts, staff)
          ? item('/staff', say(locale, texts.worklist), path === '/staff' || path.startsWith('/staff/records/'))
          : item('/staff', say(locale, texts.home)),
        ...(hasWorklist(parts, staff)
          ? [item(calendarPath, say(locale, calendarTexts.title), path === calendarPath)]
          : []),
        ...(entersRecords(parts, staff)
          ? [
              item(
                '/staff/new',
                say(locale, entryTexts.newRecord),
                path === '/staff/new' || /^\/staff\/services\/[^/]+\/new/.test(path),
              ),
            ]
          : []),
        ...(opensCampaigns(parts, staff)
          ? [item('/staff/campaigns', say(locale, texts.campaigns), path.startsWith('/staff/campaigns'))]
          : []),
        ...(checksDocuments(parts, staff) ? [item('/verify', say(locale, texts.verify))] : []),
        ...(followsUp(parts, staff) ? [item('/staff/messages', say(locale, texts.messages))] : []),
        ...(followsTasks(parts, staff)
          ? [item(boardPath, say(locale, boardTexts.title), path.startsWith(boardPath))]
          : []),
        ...(knowsInstitutions(parts, staff)
          ? [
              item(
                institutionSearchPath,
                say(locale, gatheredTexts.institutions),
                path.startsWith(institutionSearchPath),
              ),
            ]
          : []),
        ...(hasRole(staff, [dataReaderRole])
          ? [item(sharedPath, say(locale, sharedTexts.title), path.startsWith(sharedPath))]
          : []),
        ...(hasRole(staff, [publisherRole])
          ? [
              item(
                '/staff/services',
                say(locale, servicesTexts.title),
                path === '/staff/services' ||
                  /^\/staff\/services\/[^/]+$/.test(path) ||
                  path.startsWith('/staff/proposals/'),
              ),
            ]
          : []),
        ...(isAdministrator(staff)
          ? [item(peoplePath, say(locale, peopleTexts.title), path.startsWith(peoplePath))]
          : []),
        ...(hasRole(staff, [administratorRole])
          ? [item(adminPath, say(locale, adminTexts.administration), path.startsWith(adminPath))]
          : []),
        item('/staff/me', say(locale, texts.me)),
      ],
      news: newsOf(request),
      personName: staff.name[locale],
      institutionName:
        institution === undefined ? '' : (parts.territory.findInstitution(institution)?.name[locale] ?? institution),
      signOutAction: '/staff/sign-out',
      csrfToken: reply.generateCsrf(),
    },
  };
};
