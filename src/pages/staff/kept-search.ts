import type { Staff } from '../../access/grant.ts';
import { keepView, openView } from '../../access/kept-views.ts';
import { Problem } from '../../base/problem.ts';
import type { Desk } from './desk.ts';
import { readKept, readWorklistQuery, type WorklistQuery, writeKept, writeWorklistQuery } from './worklist-query.ts';

/** A list with all that is asked; undefined when what was typed is gone, or is not this account's. */
export const findAsked = async (
  { parts }: Desk,
  staff: Staff,
  query: WorklistQuery,
): Promise<WorklistQuery | undefined> => {
  if (query.search === '') return query;
  const view = await openView(parts, staff, query.search, parts.world().now);
  return view && { ...query, ...readKept(view.asked) };
};

/** The same where a list without what was typed would be another one. */
export const getAsked = async (desk: Desk, staff: Staff, query: WorklistQuery): Promise<WorklistQuery> => {
  const asked = await findAsked(desk, staff, query);
  if (!asked) throw new Problem('not-found');
  return asked;
};

/** The same list with what must not stand in its address kept elsewhere. */
export const keepAsked = async ({ parts }: Desk, staff: Staff, query: WorklistQuery): Promise<WorklistQuery> => {
  if (query.q === '' && query.kept === '') return { ...query, search: '' };
  return { ...query, search: (await keepView(parts, staff, writeKept(query))) ?? '' };
};

/** All of a list as one text, for a view that has a name. */
export const wholeOf = (query: WorklistQuery): string =>
  [writeWorklistQuery({ ...query, search: '', after: '', before: '' }), writeKept(query)].filter(Boolean).join('&');

/** The list of a view that has a name. */
export const listOfView = (id: string, asked: string): WorklistQuery => {
  const { q, kept } = readKept(asked);
  const list = readWorklistQuery(Object.fromEntries(new URLSearchParams(asked)));
  return { ...list, q, kept, search: q === '' && kept === '' ? '' : id };
};
