import { Problem } from '../../base/problem.ts';
import type { Text } from '../../base/texts.ts';
import type { KeptViewRow } from '../../access/kept-view-queries.ts';
import { listKeptViews } from '../../access/kept-views.ts';
import { narrowScope, servicesIn } from '../../access/scope.ts';
import type { Field, FieldOf, Service } from '../../definition/service.ts';
import { referenceOf } from '../../events/reference.ts';
import type { OpenCountRow, WaitingCountRow } from '../../projections/worklist-count-queries.ts';
import type { ListedRow, WorklistRow } from '../../projections/worklist-queries.ts';
import { narrowed } from '../../projections/narrowing.ts';
import {
  countOpenRecords,
  countWaitingRecords,
  findNext,
  listAnyState,
  listOpen,
  listWaiting,
  type WorklistFilter,
  type WorkPlace,
} from '../../projections/worklist.ts';
import { type Count, countPassing } from '../../projections/worklist-passing.ts';
import { usesAssignees } from '../../record/nouns/assignment.ts';
import type { Desk, Work } from './desk.ts';
import { getVersion } from './desk.ts';
import { canBeMapped, loadMap, type RecordMap } from './map-data.ts';
import { namesOfAccounts } from './record-data.ts';
import { seenRows } from './seen-rows.ts';
import { namesOfState } from './state-names.ts';
import { answerConditions, placesWithin } from './answer-filters.ts';
import { searchRows } from './worklist-find.ts';
import { readId, readPlace, type WorklistQuery, writePlace } from './worklist-query.ts';

/** A worklist as its page shows it. */
export interface Worklist {
  readonly query: WorklistQuery;
  readonly work: Work;
  /** The services of which something is visible, as they are offered now. */
  readonly services: readonly Service[];
  /** The one that the list is about, where it is about one. */
  readonly service: Service | undefined;
  readonly rows: readonly WorklistRow[];
  /** Addresses of the parts before and after: what to put into `before` and `after`. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly openCounts: readonly OpenCountRow[];
  readonly waitingCounts: readonly WaitingCountRow[];
  /** How many records the list has in all its parts; undefined where nobody counts. */
  readonly matching: number | undefined;
  /** How many a search has found, or what was answered has left. */
  readonly found?: Count | undefined;
  /** Lists that were saved, by this account and for it. */
  readonly views: readonly KeptViewRow[];
  /** More may be found further back. */
  readonly partly: boolean;
  /** Somebody can be in charge of what is listed. */
  readonly usesAssignees: boolean;
  /** Of who is in charge, by account. */
  readonly names: ReadonlyMap<string, Text>;
  /** Where its records are, in place of the rows; `isMappable`: it can be shown so. */
  readonly map: RecordMap | undefined;
  readonly isMappable: boolean;
  /** Nothing on the page is newer. */
  readonly latest: Date;
}

const pageSize = 50;

/** Answers that a list may be narrowed by: nothing personal, and nothing that only some of its readers may see. */
const isForAll = ({ protect, seenBy, needsConsent }: Field): boolean =>
  (protect === 'public' || protect === 'internal') && seenBy === undefined && needsConsent === undefined;

/** The questions about places that the list can be narrowed by. */
export const placeFields = (service: Service | undefined): readonly Field[] =>
  [...(service?.fields.values() ?? [])].filter((field) => field.type === 'place' && isForAll(field));

/** The questions with options by which a register is browsed: those that every entry answers from the start. */
export const choiceFields = (service: Service | undefined): readonly FieldOf<'choice'>[] =>
  service?.kind === 'register'
    ? service.pages
        .flatMap((page) => page.fields)
        .flatMap((field) => (field.type === 'choice' && isForAll(field) ? [field] : []))
    : [];

/** A list of entries to be looked up, rather than of work to be done. */
export const isRegisterList = ({ service }: Pick<Worklist, 'service'>): boolean => service?.kind === 'register';

export const loadWorklist = async (desk: Desk, work: Work, query: WorklistQuery): Promise<Worklist> => {
  const { database, world } = desk.parts;
  const { services, service, scope } = chosenService(desk, work, query);
  const asked = await filterOf(desk, work, query, service);
  const isRegister = service?.kind === 'register';
  const standing = query.view === 'all' || isRegister ? undefined : query.view;
  const filter = query.q === '' ? await narrowed(database, scope, work.versions, asked, standing) : asked;
  const { now } = world();
  const isMappable = query.q === '' && canBeMapped(desk, service ? [service] : services);
  const isMap = isMappable && query.show === 'map';
  const isByAnswers = (filter.answers?.length ?? 0) > 0;
  const isCounted = query.q === '' && (isByAnswers || query.view === 'waiting');
  const [openCounts, waitingCounts, passing, list, map, views] = await Promise.all([
    // A search counts what it finds; the numbers beside it are of all.
    countOpenRecords(database, scope, now, query.q === '' ? filter : {}),
    countWaitingRecords(database, scope),
    isCounted ? countPassing(database, scope, query.view, { filter, now, exactly: query.exact }) : undefined,
    isMap ? noRows : listRows(desk, { ...work, scope }, query, service, filter, now),
    isMap ? loadMap(desk, { ...work, scope }, query, filter, now) : undefined,
    listKeptViews({ database }, work.staff),
  ]);
  const found = list.found ?? passing;
  const matching = matchingOf(query, openCounts, found);
  const latest = new Date(Math.max(0, ...openCounts.map(({ latest: at }) => +at)));
  return {
    query,
    work,
    services,
    service,
    openCounts,
    waitingCounts,
    matching,
    latest,
    views,
    ...list,
    found,
    rows: seenRows(desk, work, list.rows),
    isMappable,
    map: map && {
      ...map,
      rows: map.rows.flatMap((each) => seenRows(desk, work, [each.row]).map((row) => ({ ...each, row }))),
    },
    usesAssignees: (service ? [service] : services).some(usesAssignees),
    names: await namesOfAccounts(
      desk,
      list.rows.flatMap(({ assignee }) => assignee ?? []),
    ),
  };
};

/** The service that the address names, or the only one; and what is visible of it. */
export const chosenService = ({ parts: { catalogue } }: Desk, work: Work, query: WorklistQuery) => {
  const ids = servicesIn(work.scope, work.versions);
  const services = catalogue.known.flatMap(({ service }) => (ids.includes(service.id) ? [service] : []));
  const chosen = services.find(({ id }) => id === query.service);
  // Entries of a register are no work: they stand in its own list only, unless one searches everywhere.
  const working = services.filter(({ kind }) => kind !== 'register');
  const service =
    chosen ?? (services.length === 1 || (working.length === 0 && query.q === '') ? services[0] : undefined);
  const isListed = (each: Service): boolean =>
    service ? each.id === service.id : query.q !== '' || each.kind !== 'register';
  const versions = new Set(work.versions.flatMap((version) => (isListed(version.service) ? [version.versionId] : [])));
  return { services, service, scope: narrowScope(work.scope, versions) };
};

/** The reference of the record to look at after one that stands at this place of the list; undefined when none is left. */
export const findNextReference = async (
  desk: Desk,
  work: Work,
  query: WorklistQuery,
  from: WorkPlace | undefined,
): Promise<string | undefined> => {
  const { service, scope } = chosenService(desk, work, query);
  // From a list of other records one goes on with what is to be done.
  const { database, world } = desk.parts;
  const asked = query.view === 'open' ? await filterOf(desk, work, query, service) : {};
  const filter = await narrowed(database, scope, work.versions, asked, 'open');
  const next = await findNext(database, scope, filter, world().now, from);
  return next && referenceOfRow(work, next);
};

const matchingOf = (
  { view, q }: WorklistQuery,
  open: readonly OpenCountRow[],
  found: Count | undefined,
): number | undefined => {
  if (found || q !== '') return found && 'exactly' in found ? found.exactly : undefined;
  return view === 'open' ? open.reduce((sum, row) => sum + row.matching, 0) : undefined;
};

export const filterOf = async (
  desk: Desk,
  work: Work,
  query: WorklistQuery,
  service: Service | undefined,
): Promise<WorklistFilter> => {
  const { territory } = desk.parts;
  const { state, mine, overdue, escalated, field, place } = query;
  // Without what was typed it would be the list of all.
  if (query.search !== '' && query.q === '' && query.kept === '') throw new Problem('not-found');
  const isPlace = placeFields(service).some(({ name }) => name === field) && territory.findPlace(place) !== undefined;
  const isOption = choiceFields(service).some(({ name, options }) => name === field && options.has(place));
  return {
    ...(state !== '' && { states: await namesOfState(desk, work, service, state) }),
    mine,
    overdue,
    escalated,
    ...(query.holder !== '' && { holder: query.holder === 'me' ? work.scope.account : '' }),
    answers: [
      ...(isOption ? [{ name: field, codes: [place] }] : []),
      ...(isPlace ? [{ name: field, codes: placesWithin(territory, place) }] : []),
      ...answerConditions(service, work, query, territory),
    ],
  };
};

const noRows: Listed = { rows: [], before: undefined, after: undefined, partly: false };

export type Listed = Pick<Worklist, 'rows' | 'before' | 'after' | 'partly'> & Partial<Pick<Worklist, 'found'>>;

const listRows = async (
  desk: Desk,
  work: Work,
  query: WorklistQuery,
  service: Service | undefined,
  filter: WorklistFilter,
  now: Date,
): Promise<Listed> => {
  const { database } = desk.parts;
  const { scope } = work;
  if (query.q !== '') return searchRows(desk, work, query, filter, pageSize);
  // A register is read from its newest entry on, whatever is due.
  const inForce = [...(service?.states.values() ?? [])].filter(({ meaning }) => meaning === 'open');
  if (service?.kind === 'register' && query.view === 'open')
    return listNewest(desk, scope, query, { states: inForce.map(({ name }) => name), ...filter }, now);
  switch (query.view) {
    case 'open': {
      const page = await listOpen(database, scope, {
        filter,
        now,
        limit: pageSize,
        after: readPlace(query.after),
        before: readPlace(query.before),
      });
      const [first, last] = [page.rows[0], page.rows.at(-1)];
      return {
        rows: page.rows,
        before: page.hasBefore && first ? writePlace(first) : undefined,
        after: page.hasAfter && last ? writePlace(last) : undefined,
        partly: false,
      };
    }
    case 'waiting': {
      const page = await listWaiting(database, scope, { filter, now, limit: pageSize, after: readId(query.after) });
      return {
        rows: page.rows,
        before: undefined,
        after: page.hasAfter ? String(page.rows.at(-1)?.id) : undefined,
        partly: false,
      };
    }
    case 'all':
      return listNewest(desk, scope, query, filter, now);
  }
};

const listNewest = async (
  { parts: { database } }: Desk,
  scope: Work['scope'],
  { after }: WorklistQuery,
  filter: WorklistFilter,
  now: Date,
): Promise<Listed> => {
  const { rows, below } = await listAnyState(database, scope, { filter, now, limit: pageSize, below: readId(after) });
  return {
    rows,
    before: undefined,
    after: below === undefined ? undefined : String(below),
    partly: rows.length < pageSize && below !== undefined,
  };
};

export const referenceOfRow = (work: Work, row: Pick<ListedRow, 'versionId' | 'id'>): string =>
  referenceOf(getVersion(work, row.versionId).referencePrefix, row.id);
