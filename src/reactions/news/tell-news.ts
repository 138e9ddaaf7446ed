import type { Covers } from '../../access/grant.ts';
import type { ServiceVersion } from '../../access/scope.ts';
import { listHolders } from '../../access/staffing-queries.ts';
import type { Database, Queryable } from '../../base/database.ts';
import type { Service } from '../../definition/service.ts';
import { rolesIn } from '../../events/staffing.ts';
import type { EventFacts, RecordEvent } from '../../record/events.ts';
import type { NewsKind } from './news-kinds.ts';
import { type EventToTellRow, insertNews, takeEventsToTell } from './news-queries.ts';

export interface TellingParts {
  readonly database: Database;
  readonly covers: Covers;
  readonly listVersions: () => Promise<readonly ServiceVersion[]>;
}

interface News {
  readonly account: string;
  readonly kind: NewsKind;
  readonly facts?: Readonly<Record<string, string>>;
}

/** Whoever holds one of these roles at an institution itself or, where nobody does, at one that it answers to. */
type FindHolders = (service: Service, roles: readonly string[], institution: string) => Promise<readonly string[]>;

/** More are an office, which has its worklist. */
const mostTold = 30;

/**
 * Tells whom events concern, so many events at once: taken from the list and told in one transaction, so that a stop loses and
 * doubles nothing and several programs share the work. Nobody is told what he or she did. Gives how many events.
 */
export const tellNews = ({ database, covers, listVersions }: TellingParts, limit: number): Promise<number> =>
  database.transaction(async (transaction) => {
    const events = await transaction.run(takeEventsToTell, [limit]);
    if (events.length === 0) return 0;
    const services = new Map((await listVersions()).map(({ versionId, service }) => [versionId, service]));
    const findHolders = createFinder(transaction, covers);
    const rows = [];
    for (const event of events) {
      const service = services.get(event.versionId);
      if (!service) continue;
      const { actor, recordId, number, at } = event;
      const told = await concernedBy(event, service, findHolders);
      for (const { account, kind, facts = {} } of told)
        if (actor.kind !== 'account' || actor.account !== account)
          rows.push({ account, kind, record: recordId, event: number, facts, at });
    }
    if (rows.length > 0) await transaction.run(insertNews, [JSON.stringify(rows)]);
    return events.length;
  });

const createFinder = (queryable: Queryable, covers: Covers): FindHolders => {
  const known = new Map<string, Promise<readonly string[]>>();
  const find: FindHolders = async (service, roles, institution) => {
    if (roles.length === 0) return [];
    const holders = await queryable.run(listHolders, [roles, service.id]);
    const here = holders.filter((holder) => holder.institution === institution);
    const able = here.length > 0 ? here : holders.filter((holder) => covers(holder.institution, institution));
    const accounts = [...new Set(able.map(({ account }) => account))];
    return accounts.length > mostTold ? [] : accounts;
  };
  return (service, roles, institution) => {
    const key = JSON.stringify([service.id, roles, institution]);
    const found = known.get(key) ?? find(service, roles, institution);
    known.set(key, found);
    return found;
  };
};

const each = (accounts: readonly string[], kind: NewsKind, facts?: Readonly<Record<string, string>>): readonly News[] =>
  accounts.map((account) => ({ account, kind, ...(facts && { facts }) }));

/** Whom an event concerns, and as what. */
const concernedBy = async (
  row: EventToTellRow,
  service: Service,
  findHolders: FindHolders,
): Promise<readonly News[]> => {
  // What the table holds is what `RecordEvent` says of its kind.
  const event = row as unknown as RecordEvent;
  const answering = (task: string, institution: string) =>
    findHolders(service, service.actions.get(task)?.by ?? [], institution);
  switch (event.kind) {
    case 'submitted':
    case 'acted': {
      const isOfApplicant = event.kind === 'acted' && event.actor.kind === 'applicant';
      return [
        ...assignedBy(event.facts),
        ...(isOfApplicant && row.assignee !== null ? each([row.assignee], 'answer') : []),
        ...(await openedBy(event.facts, answering)),
      ];
    }
    case 'reassigned': {
      if (event.facts.assigned.to !== undefined) return assignedBy(event.facts);
      const heads = await findHolders(service, headsOf(service), row.institution);
      return each(heads.length > 0 ? heads : await colleaguesOf(row, service, findHolders), 'unheld');
    }
    case 'deadline-near':
      return each(row.assignee === null ? await colleaguesOf(row, service, findHolders) : [row.assignee], 'reminder');
    case 'deadline-passed': {
      const { escalatedTo, institution = row.institution } = event.facts;
      return each(await findHolders(service, escalatedTo, institution), 'escalated');
    }
    case 'task-near': {
      const { task, institution } = event.facts;
      return each(await answering(task, institution), 'reminder', { task });
    }
    case 'task-overdue': {
      const { task, institution, escalatedTo, askedAbove } = event.facts;
      const asked = askedAbove ? await answering(task, askedAbove.institution) : [];
      return [
        ...each(await findHolders(service, escalatedTo, askedAbove?.institution ?? institution), 'escalated', { task }),
        ...each(asked, 'task', { task }),
      ];
    }
    case 'opened-by-exception':
      return each(event.facts.told, 'opened');
    case 'erased':
    case 'recounted':
    case 'consent-changed':
    case 'succeeded':
      return [];
  }
};

const assignedBy = ({ assigned }: Partial<EventFacts>): readonly News[] =>
  assigned?.to === undefined ? [] : each([assigned.to], 'assigned');

const openedBy = async (
  { tasks }: Partial<EventFacts>,
  answering: (task: string, institution: string) => Promise<readonly string[]>,
): Promise<readonly News[]> => {
  const told: News[] = [];
  // One after the other: they share a connection.
  for (const { name, institution } of tasks?.opened ?? [])
    told.push(...each(await answering(name, institution), 'task', { task: name }));
  return told;
};

/** The roles that are called upon when something is late. */
const headsOf = ({ deadlines }: Service): readonly string[] => [
  ...new Set(deadlines.flatMap(({ escalate }) => escalate)),
];

const colleaguesOf = (
  { institution, state }: EventToTellRow,
  service: Service,
  findHolders: FindHolders,
): Promise<readonly string[]> => findHolders(service, rolesIn(service, state), institution);
