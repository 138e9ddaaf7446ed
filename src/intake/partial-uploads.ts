import { randomUUID } from 'node:crypto';
import type { Queryable } from '../base/database.ts';
import { createTurns } from '../base/in-turn.ts';
import { seal, unseal } from '../base/sealed-box.ts';
import type { FilesSettings } from '../definition/fields/files.ts';
import type { Field } from '../definition/service.ts';
import { keepNewKeys, uploadOwner } from '../events/data-keys.ts';
import {
  deleteOldPartials,
  findPartial,
  getPiece,
  insertPartial,
  insertPiece,
  keepOutcome,
  listPieces,
  type PartialUploadRow,
} from './partial-upload-queries.ts';
import { lacksRoom, type KeepOutcome, keepUpload, type UploadParts, type UploadRoom } from './uploads.ts';

/**
 * Files that arrive in pieces, over lines that break: what has arrived stays, and who sends goes on from there. When all of it
 * is there, it is judged and kept as any other file. Of a sensitive question all of it is sealed from the first piece on.
 */
type Settings = Pick<FilesSettings, 'size' | 'types' | 'keepLocation'> & Pick<Field, 'protect'>;

export interface PartialUpload extends PartialUploadRow {
  /** Under which it is sealed. */
  readonly key: Buffer | undefined;
}

/** Hours that one is kept which nobody goes on with. */
export const partialHours = 24;
/** How much of one request is kept at a time: so much is lost at most when a line breaks. */
const pieceBytes = 256 * 1024;
/** Whole files in memory at the same time. */
const inTurn = createTurns(2);

const sealedIn = (key: Buffer | undefined, place: string, content: Buffer): Buffer =>
  key ? seal(key, place, content) : content;
const openedFrom = (key: Buffer | undefined, place: string, content: Buffer): Buffer =>
  key ? unseal(key, place, content) : content;

export const beginPartial = async (
  { database, dataKeys }: Pick<UploadParts, 'database' | 'dataKeys'>,
  sent: { readonly service: string; readonly question: string; readonly name: string; readonly length: number },
  { size, protect }: Settings,
  room: UploadRoom,
): Promise<{ readonly id: string } | Extract<KeepOutcome, { readonly fault: string }>> => {
  if (sent.length === 0) return { fault: 'file-is-empty' };
  if (sent.length > size) return { fault: 'file-too-large' };
  const full = await lacksRoom(database, sent.length, room);
  if (full) return { fault: full };
  const id = randomUUID();
  const isSealed = protect === 'sensitive';
  const [made] = isSealed ? await dataKeys.make([uploadOwner(id)]) : [];
  const name = sealedIn(made?.key, `${uploadOwner(id)} name`, Buffer.from(sent.name));
  await database.transaction(async (transaction) => {
    const values = [id, sent.service, sent.question, name, sent.length, room.holder, isSealed];
    await transaction.run(insertPartial, values);
    await keepNewKeys(transaction, made ? [made] : []);
  });
  return { id };
};

export const openPartial = async (
  { database, dataKeys }: Pick<UploadParts, 'database' | 'dataKeys'>,
  id: string,
): Promise<PartialUpload | undefined> => {
  const [row] = await database.run(findPartial, [id]);
  if (!row) return undefined;
  const key = row.sealed ? (await dataKeys.find(database, [uploadOwner(id)])).get(uploadOwner(id)) : undefined;
  return row.sealed && !key ? undefined : { ...row, key };
};

const placeOf = (id: string, at: number): string => `${uploadOwner(id)} piece ${at}`;

/**
 * Keeps what arrives from a place on; gives how much there is now, also when the line breaks in between. Undefined: what is
 * sent does not go on where the last piece ended, or somebody else sends the same at this moment.
 */
export const receive = async (
  { database }: Pick<UploadParts, 'database'>,
  { id, key, length, received: before, outcome }: PartialUpload,
  from: number,
  body: AsyncIterable<Buffer>,
): Promise<{ readonly received: number; readonly broke: boolean } | undefined> => {
  if (from !== before || (outcome !== null && from < length)) return undefined;
  let received = from;
  let chunks: Buffer[] = [];
  let bytes = 0;
  const keep = async (): Promise<boolean> => {
    if (bytes === 0) return true;
    const content = Buffer.concat(chunks, bytes);
    [chunks, bytes] = [[], 0];
    const sealed = sealedIn(key, placeOf(id, received), content);
    const [kept] = await database.run(insertPiece, [id, received, sealed, content.length]);
    received += content.length;
    return kept !== undefined;
  };
  let broke = false;
  try {
    for await (const chunk of body) {
      if (received + bytes + chunk.length > length) return undefined;
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes >= pieceBytes && !(await keep())) return undefined;
    }
  } catch {
    broke = true;
  }
  return (await keep()) ? { received, broke } : undefined;
};

/** The file that all pieces make, or why it was refused; asked again, the same answer. */
export const finishPartial = (
  parts: UploadParts,
  { id, key, service, name, length, holder, outcome }: PartialUpload,
  settings: Settings,
  limits: Omit<UploadRoom, 'holder'>,
): Promise<KeepOutcome> => {
  const place = `${uploadOwner(id)} outcome`;
  if (outcome) return Promise.resolve(JSON.parse(openedFrom(key, place, outcome).toString()) as KeepOutcome);
  return inTurn(async () => {
    const data = Buffer.allocUnsafe(length);
    // Piece by piece: the whole is in memory once.
    for (const { at } of await parts.database.run(listPieces, [id])) {
      // oxlint-disable-next-line no-await-in-loop -- likewise
      const [piece] = await parts.database.run(getPiece, [id, at]);
      if (piece) openedFrom(key, placeOf(id, at), piece.content).copy(data, at);
    }
    const fileName = openedFrom(key, `${uploadOwner(id)} name`, name).toString();
    const room = { ...limits, holder, without: id };
    const made = await keepUpload(parts, service, { fileName, data }, settings, room);
    // What may go well in a minute is tried again when it is asked for again.
    const isFinal = !('fault' in made) || (made.fault !== 'storage-away' && made.fault !== 'not-scanned');
    if (isFinal) await parts.database.run(keepOutcome, [id, sealedIn(key, place, Buffer.from(JSON.stringify(made)))]);
    return made;
  });
};

/** Removes those that nobody goes on with; gives how many. */
export const sweepPartials = async (database: Queryable, now: Date, limit = 200): Promise<number> =>
  (await database.run(deleteOldPartials, [new Date(+now - partialHours * 3_600_000), limit])).length;
