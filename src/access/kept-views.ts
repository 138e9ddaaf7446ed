import { randomUUID } from 'node:crypto';
import type { Queryable } from '../base/database.ts';
import { seal, unseal } from '../base/sealed-box.ts';
import type { Secrets } from '../base/secrets.ts';
import type { Staff } from './grant.ts';
import {
  addNamedView,
  addView,
  findView,
  type KeptViewRow,
  listViews,
  removeOldViews,
  removeView,
  shareView,
} from './kept-view-queries.ts';

/**
 * Lists that were asked for: of the day, for who asked, or under a name, which may be shared. A view holds what is asked and
 * nothing that was found; who opens it is answered by his or her own rights.
 */
interface ViewParts {
  readonly database: Queryable;
  readonly secrets: Pick<Secrets, 'mac'>;
}

const hours = 12;
export const mostViews = 50;
export const longestViewName = 80;
const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

const boundTo = (id: string): string => `view ${id}`;
const keyOf = ({ secrets }: ViewParts): Buffer => secrets.mac('kept-views');
const heldBy = ({ grants }: Staff): string =>
  JSON.stringify(grants.map(({ institution, role }) => ({ institution, role })));
const oldest = (now: Date): Date => new Date(+now - hours * 3_600_000);

/** Keeps what is asked, for some hours or under a name; undefined when there are too many names. */
export const keepView = async (
  parts: ViewParts,
  staff: Staff,
  asked: string,
  name?: string,
): Promise<string | undefined> => {
  const id = randomUUID();
  const values = [id, staff.accountId, seal(keyOf(parts), boundTo(id), Buffer.from(asked))];
  if (name === undefined) await parts.database.run(addView, values);
  else if ((await parts.database.run(addNamedView, [...values, name, mostViews])).length === 0) return undefined;
  return id;
};

/** What was asked; undefined for whoever it is not meant for, and when it is gone. */
export const openView = async (
  parts: ViewParts,
  staff: Staff,
  id: string,
  now: Date,
): Promise<(KeptViewRow & { readonly asked: string }) | undefined> => {
  if (!uuid.test(id)) return undefined;
  const [row] = await parts.database.run(findView, [staff.accountId, heldBy(staff), id, oldest(now)]);
  return row && { ...row, asked: unseal(keyOf(parts), boundTo(id), row.asked).toString() };
};

/** Those with a name, the own ones first. */
export const listKeptViews = (
  { database }: Pick<ViewParts, 'database'>,
  staff: Staff,
): Promise<readonly KeptViewRow[]> => database.run(listViews, [staff.accountId, heldBy(staff)]);

/** With whom somebody may share: where he or she holds a role, and the holders of the same role there. */
export interface ViewReaders {
  readonly institution: string;
  readonly role: string | null;
}

export const readersToChoose = ({ grants }: Staff): readonly ViewReaders[] => {
  const own = grants.filter((grant) => grant.for === undefined);
  const all = own.flatMap(({ institution, role }) => [
    { institution, role: null },
    { institution, role },
  ]);
  return [...new Map(all.map((each) => [JSON.stringify(each), each])).values()];
};

/** @param readers undefined: nobody else any more. Gives whether it was so. */
export const shareKeptView = async (
  { database }: Pick<ViewParts, 'database'>,
  staff: Staff,
  id: string,
  readers: ViewReaders | undefined,
): Promise<boolean> => {
  if (!uuid.test(id)) return false;
  const isOffered = readersToChoose(staff).some(
    ({ institution, role }) => institution === readers?.institution && role === readers.role,
  );
  if (readers && !isOffered) return false;
  const values = [staff.accountId, id, readers?.institution ?? null, readers?.role ?? null];
  return (await database.run(shareView, values)).length > 0;
};

export const removeKeptView = async (
  { database }: Pick<ViewParts, 'database'>,
  staff: Staff,
  id: string,
): Promise<boolean> => uuid.test(id) && (await database.run(removeView, [staff.accountId, id])).length > 0;

export const sweepViews = (database: Queryable, now: Date): Promise<unknown> =>
  database.run(removeOldViews, [oldest(now)]);
