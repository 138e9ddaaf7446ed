import { randomUUID } from 'node:crypto';
import type { Queryable, Transaction } from '../../base/database.ts';
import { Problem } from '../../base/problem.ts';
import { seal, unseal } from '../../base/sealed-box.ts';
import type { Text } from '../../base/texts.ts';
import { type DataKeys, keepNewKeys } from '../../events/data-keys.ts';
import type { Sent } from '../../form/validate.ts';
import type { Holder } from '../holder.ts';
import {
  type BulkRecordRow,
  type BulkRecordStatus,
  type BulkRow,
  chooseBulkAction,
  countRunningBulks,
  dropLeftBulks,
  endBulk,
  findBulk,
  findBulkByKey,
  insertBulk,
  insertBulkRecords,
  judgeBulkRecords,
  keepOffers,
  listBulkRecords,
  listBulkRecordsOf,
  startBulk,
} from './bulk-queries.ts';
import { type BulkParts, type Chosen, judge, type Judged, offersFor } from './judge.ts';

/** So many records one person can answer for at once; more are chosen in parts. */
export const mostRecords = 5_000;
const mostRunning = 5;
const leftAtOnce = 5;
const writtenAtOnce = 1_000;
const listedAtOnce = 1_000;

/** A reference and the number in it; without a number where it is no reference. */
export type Picked = Omit<Chosen, 'number'>;

const tooMany: Text = {
  ar: 'اخترت أكثر من 5000 سجل: احصر القائمة، أو افعل ذلك على دفعات.',
  fr: 'Plus de 5 000 dossiers sont choisis : restreignez la liste, ou procédez en plusieurs fois.',
  en: 'More than 5,000 records are chosen: narrow the list, or do it in several parts.',
};
const none: Text = {
  ar: 'لم يُختر أي سجل: علّم ما تريد منها في القائمة.',
  fr: 'Aucun dossier n’est choisi : cochez-les dans la liste.',
  en: 'No record is chosen: tick them in the list.',
};

const wrongRecords = (code: string, message: Text): Problem =>
  new Problem('invalid-data', { errors: [{ path: 'records', code, message }] });

/** Each once, in their order; or the Problem that there are too many, or none. */
export const numbered = (picked: readonly Picked[]): readonly Chosen[] => {
  const each = [...new Map(picked.map((one) => [one.reference, one])).values()];
  if (each.length > mostRecords) throw wrongRecords('too-many', tooMany);
  if (each.length === 0) throw wrongRecords('none', none);
  return each.map((one, index) => ({ ...one, number: index + 1 }));
};

/** Keeps what was chosen on a page, with the actions that it allows. */
export const chooseRecords = async (parts: BulkParts, holder: Holder, picked: readonly Picked[]): Promise<BulkRow> => {
  const chosen = numbered(picked);
  const offers = await offersFor(parts, holder, chosen);
  const id = randomUUID();
  await parts.database.transaction(async (transaction) => {
    await transaction.run(dropLeftBulks, [holder.accountId, leftAtOnce]);
    await keepChosen(transaction, id, holder, chosen);
    await transaction.run(keepOffers, [id, JSON.stringify(offers)]);
  });
  return getBulk(parts.database, id, holder.accountId);
};

interface Resend {
  readonly key: string;
  readonly digest: Buffer;
}

/** Gives false where the key was used before. */
const keepChosen = async (
  transaction: Transaction,
  id: string,
  holder: Holder,
  chosen: readonly Chosen[],
  resend?: Resend,
): Promise<boolean> => {
  const values = [id, holder.accountId, holder.key !== undefined, resend?.key ?? null, resend?.digest ?? null];
  const [made] = await transaction.run(insertBulk, [...values, chosen.length]);
  if (!made) return false;
  for (let at = 0; at < chosen.length; at += writtenAtOnce) {
    const some = chosen.slice(at, at + writtenAtOnce);
    await transaction.run(insertBulkRecords, [
      id,
      some.map(({ number }) => number),
      some.map(({ reference }) => reference),
      some.map((one) => one.id ?? null),
    ]);
  }
  return true;
};

const keepJudged = async (
  transaction: Transaction,
  id: string,
  { service, action }: Wanted,
  { all, possible, told }: Judged,
): Promise<void> => {
  for (let at = 0; at < all.length; at += writtenAtOnce) {
    const some = all.slice(at, at + writtenAtOnce);
    await transaction.run(judgeBulkRecords, [
      id,
      some.map(({ number }) => number),
      some.map(({ seen }) => seen),
      some.map(({ status }) => status),
      some.map(({ reason }) => reason && JSON.stringify(reason)),
    ]);
  }
  const [kept] = await transaction.run(chooseBulkAction, [id, service, action, possible, told]);
  if (!kept) throw new Problem('state-changed');
};

export interface Wanted {
  readonly service: string;
  readonly action: string;
}

/** Looks at all that was chosen with an action in mind, as it stands now. */
export const chooseAction = async (parts: BulkParts, holder: Holder, row: BulkRow, wanted: Wanted): Promise<void> => {
  if (row.status !== 'choosing' && row.status !== 'waiting') throw new Problem('state-changed');
  const judged = await judge(parts, holder, await chosenOf(parts.database, row), wanted);
  await parts.database.transaction((transaction) => keepJudged(transaction, row.id, wanted, judged));
};

const chosenOf = async (database: Queryable, { id }: BulkRow): Promise<readonly Chosen[]> => {
  const chosen: Chosen[] = [];
  for await (const rows of recordsOf(database, id))
    chosen.push(
      ...rows.map(({ number, reference, record_id: record }) => ({ number, reference, id: record ?? undefined })),
    );
  return chosen;
};

/** The records of a run in their order, some at a time. */
export async function* recordsOf(database: Queryable, id: string): AsyncGenerator<readonly BulkRecordRow[]> {
  let after = 0;
  for (;;) {
    const rows = await database.run(listBulkRecords, [id, after, listedAtOnce]);
    if (rows.length > 0) yield rows;
    if (rows.length < listedAtOnce) return;
    after = rows.at(-1)?.number ?? after;
  }
}

const ownerOf = (id: string): string => `bulk ${id}`;
const placeOf = (id: string): string => `${ownerOf(id)} inputs`;

/** Lets it be done. A second time, and in another window, it changes nothing. */
export const beginBulk = async (parts: BulkParts, holder: Holder, row: BulkRow, sent: Sent): Promise<void> => {
  if (row.status !== 'waiting') return;
  await assertRoom(parts.database, holder);
  await parts.database.transaction(async (transaction) => begin(transaction, parts.dataKeys, row.id, sent));
};

const assertRoom = async (database: Queryable, { accountId }: Holder): Promise<void> => {
  const [running] = await database.run(countRunningBulks, [accountId]);
  if ((running?.count ?? 0) >= mostRunning) throw new Problem('too-many-requests', { retryAfter: 60 });
};

const begin = async (transaction: Transaction, dataKeys: DataKeys, id: string, sent: Sent): Promise<void> => {
  const [made] = await dataKeys.make([ownerOf(id)]);
  if (!made) throw new Error('no key was made');
  const inputs = seal(made.key, placeOf(id), Buffer.from(JSON.stringify(sent)));
  const [started] = await transaction.run(startBulk, [id, inputs]);
  if (started) await keepNewKeys(transaction, [made]);
};

/** What is said with the action. */
export const readInputsOf = async (
  { database, dataKeys }: Pick<BulkParts, 'database' | 'dataKeys'>,
  { id, inputs }: BulkRow,
): Promise<Sent> => {
  const key = (await dataKeys.find(database, [ownerOf(id)])).get(ownerOf(id));
  if (!key || !inputs) throw new Problem('state-changed');
  return JSON.parse(unseal(key, placeOf(id), inputs).toString()) as Sent;
};

/** Keeps and begins in one step what a program sends; sent again under the same key it is the one that is there. */
export const sendBulk = async (
  parts: BulkParts,
  holder: Holder,
  sent: Resend & Wanted & { readonly chosen: readonly Chosen[]; readonly judged: Judged; readonly data: Sent },
): Promise<{ readonly row: BulkRow; readonly isNew: boolean }> => {
  const { chosen, judged, data } = sent;
  await assertRoom(parts.database, holder);
  const id = randomUUID();
  const isNew = await parts.database.transaction(async (transaction) => {
    if (!(await keepChosen(transaction, id, holder, chosen, sent))) return false;
    await keepJudged(transaction, id, sent, judged);
    await begin(transaction, parts.dataKeys, id, data);
    return true;
  });
  const row = isNew
    ? await getBulk(parts.database, id, holder.accountId)
    : await findSent(parts.database, holder, sent);
  if (!row) throw new Problem('state-changed');
  return { row, isNew };
};

/** What was sent under this key before; the Problem `key-reused` where that was something else. */
export const findSent = async (
  database: Queryable,
  { accountId }: Holder,
  { key, digest }: Resend,
): Promise<BulkRow | undefined> => {
  const [row] = await database.run(findBulkByKey, [accountId, key]);
  if (row && !row.digest?.equals(digest)) throw new Problem('key-reused');
  return row;
};

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** One of this account's own; of others' it is as if there were none. */
export const getBulk = async (database: Queryable, id: string, account: string): Promise<BulkRow> => {
  const [row] = uuid.test(id) ? await database.run(findBulk, [id]) : [];
  if (!row || row.account !== account) throw new Problem('not-found');
  return row;
};

/** Nothing more is done; what was done stays. */
export const stopBulk = async (database: Queryable, { id }: BulkRow): Promise<void> => {
  await database.run(endBulk, [id, 'stopped', null]);
};

/** The same records once more, those of which this became: to do something else with them, or to look again. */
export const chooseAgain = async (
  parts: BulkParts,
  holder: Holder,
  { id }: BulkRow,
  status: BulkRecordStatus,
): Promise<BulkRow> => {
  const rows = await parts.database.run(listBulkRecordsOf, [id, status, mostRecords]);
  return chooseRecords(
    parts,
    holder,
    rows.map(({ reference, record_id: record }) => ({ reference, id: record ?? undefined })),
  );
};
