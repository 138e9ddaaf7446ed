import type { WorkPlace } from '../../projections/worklist.ts';
import { textOf } from '../http/inputs.ts';

/**
 * What the address of a worklist says. Nearly everything is in the address: it can be kept as a bookmark, sent to a colleague,
 * and the Back button leads to where one was. What was typed to find somebody is not: `search` is where it is kept. `open`: what institutions have to do; `waiting`: what applicants have to
 * do; `all`: everything, the newest first.
 */
export interface WorklistQuery {
  readonly view: 'open' | 'waiting' | 'all';
  readonly service: string;
  readonly state: string;
  readonly mine: boolean;
  readonly overdue: boolean;
  readonly escalated: boolean;
  /** Who is in charge: the reader, or nobody yet. */
  readonly holder: 'me' | 'nobody' | '';
  /** Name of a question about a place, and the code of a place: in it or in what belongs to it. */
  readonly field: string;
  readonly place: string;
  /** Conditions on answers that say nothing of a person, as `answer-filters.ts` writes them. */
  readonly where: string;
  /** Where the rest of what is asked is kept (`access/kept-views.ts`). */
  readonly search: string;
  /** Reference, number or words; and conditions on personal answers. Never in an address. */
  readonly q: string;
  readonly kept: string;
  /** Every record that a search finds is counted, however long it takes. */
  readonly exact: boolean;
  /** As a list, or on a map; and where one looks there, as `maps/map-address.ts` writes it. */
  readonly show: 'list' | 'map';
  readonly at: string;
  readonly after: string;
  readonly before: string;
}

const longest = 120;
export const longestTyped = longest;
const longestWhere = 600;
const read = (values: unknown, name: string, most = longest): string => textOf(values, name).trim().slice(0, most);
const holders = ['me', 'nobody'] as const;
const views = ['open', 'waiting', 'all'] as const;

export const readWorklistQuery = (values: unknown): WorklistQuery => ({
  view: views.find((view) => view === read(values, 'view')) ?? 'open',
  service: read(values, 'service'),
  state: read(values, 'state'),
  mine: read(values, 'mine') === '1',
  overdue: read(values, 'overdue') === '1',
  escalated: read(values, 'escalated') === '1',
  holder: holders.find((holder) => holder === read(values, 'holder')) ?? '',
  field: read(values, 'field'),
  place: read(values, 'place'),
  where: read(values, 'where', longestWhere),
  search: read(values, 'search'),
  q: '',
  kept: '',
  exact: read(values, 'exact') === '1',
  show: read(values, 'show') === 'map' ? 'map' : 'list',
  at: read(values, 'at'),
  after: read(values, 'after'),
  before: read(values, 'before'),
});

const defaults = [
  ['view', 'open'],
  ['show', 'list'],
] as const;

/** The query part of the address without its question mark; empty for the plain worklist. */
export const writeWorklistQuery = (query: WorklistQuery): string => {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (name === 'q' || name === 'kept') continue;
    const isUsual = value === false || defaults.some(([usual, what]) => name === usual && value === what);
    const text = value === true ? '1' : isUsual ? '' : String(value);
    if (text !== '') parameters.set(name, text);
  }
  return parameters.toString();
};

/** What is kept of it elsewhere, and the same read. */
export const writeKept = ({ q, kept }: Pick<WorklistQuery, 'q' | 'kept'>): string =>
  new URLSearchParams({ ...(q !== '' && { q }), ...(kept !== '' && { kept }) }).toString();

export const readKept = (asked: string): Pick<WorklistQuery, 'q' | 'kept'> => {
  const values = Object.fromEntries(new URLSearchParams(asked));
  return { q: read(values, 'q'), kept: read(values, 'kept', longestWhere) };
};

/** The address of another list than the present one; it begins at the beginning. */
export const worklistHref = (query: WorklistQuery, changes: Partial<WorklistQuery>): string => {
  const search = writeWorklistQuery({ ...query, after: '', before: '', ...changes });
  return search === '' ? '/staff' : `/staff?${search}`;
};

/** Carried by the pages of a record that was opened from a list: the way back, and to the next one. */
export const readList = (values: unknown): WorklistQuery | undefined => {
  const list = (values as Readonly<Record<string, unknown>> | undefined)?.['list'];
  if (typeof list !== 'string' || list.length > 2_000) return undefined;
  return readWorklistQuery(Object.fromEntries(new URLSearchParams(list)));
};

/** `?list=…` for the pages of a record; empty where it was not opened from a list. */
export const listParameter = (list: WorklistQuery | undefined, more: Readonly<Record<string, string>> = {}): string => {
  const parameters = new URLSearchParams({ ...(list && { list: writeWorklistQuery(list) }), ...more });
  return parameters.size > 0 ? `?${parameters}` : '';
};

/** A place in the order of work as text: whether escalated, whether urgent, milliseconds of the deadline, id. */
export const writePlace = ({ escalated, urgent, dueAt, id }: WorkPlace): string =>
  `${escalated ? 1 : 0}${urgent ? 1 : 0}.${dueAt ? +dueAt : ''}.${id}`;

export const readPlace = (text: string): WorkPlace | undefined => {
  const match = /^([01])([01])\.(\d{0,15})\.(\d{1,15})$/.exec(text);
  if (!match) return undefined;
  const [, escalated, urgent, due, id] = match;
  return {
    escalated: escalated === '1',
    urgent: urgent === '1',
    dueAt: due === '' ? null : new Date(Number(due)),
    id: Number(id),
  };
};

/** The id below or above which other lists go on. */
export const readId = (text: string): number | undefined => (/^\d{1,15}$/.test(text) ? Number(text) : undefined);
