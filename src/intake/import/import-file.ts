import { createHash } from 'node:crypto';
import type { Queryable } from '../../base/database.ts';
import { Problem } from '../../base/problem.ts';
import { seal, unseal } from '../../base/sealed-box.ts';
import type { ByteSource } from '../../base/table/cell.ts';
import { createEncodingJudge, type Encoding } from '../../base/table/encoding.ts';
import type { DataKeys } from '../../events/data-keys.ts';
import { findChunk, insertChunk } from './import-queries.ts';

/**
 * The bytes of a file that is to be imported: kept in the database in sealed pieces while it is read, so that it arrives and
 * is read in constant memory, by whichever program, also after a stop.
 */
export const mostBytes = 256 * 1024 * 1024;

const pieceBytes = 256 * 1024;

export const importOwner = (id: string): string => `import ${id}`;
const placeOf = (id: string, number: number): string => `${importOwner(id)} piece ${number}`;

export interface ReceivedFile {
  readonly digest: Buffer;
  readonly size: number;
  readonly encoding: Encoding;
}

/** Keeps what arrives; `too-large` as soon as it is more than is taken. */
export const receiveFile = async (
  database: Queryable,
  id: string,
  key: Buffer,
  stream: AsyncIterable<Buffer>,
): Promise<ReceivedFile> => {
  const hash = createHash('sha256');
  const judge = createEncodingJudge();
  let [size, number] = [0, 0];
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  const keep = async (piece: Buffer) => {
    await database.run(insertChunk, [id, number, seal(key, placeOf(id, number), piece)]);
    number += 1;
  };
  for await (const piece of stream) {
    size += piece.length;
    if (size > mostBytes) throw new Problem('too-large');
    hash.update(piece);
    judge.push(piece);
    waiting.push(piece);
    waitingBytes += piece.length;
    if (waitingBytes < pieceBytes) continue;
    const all = Buffer.concat(waiting);
    let at = 0;
    for (; all.length - at >= pieceBytes; at += pieceBytes) await keep(all.subarray(at, at + pieceBytes));
    const rest = Buffer.from(all.subarray(at));
    waiting = rest.length > 0 ? [rest] : [];
    waitingBytes = rest.length;
  }
  if (waitingBytes > 0) await keep(Buffer.concat(waiting));
  return { digest: hash.digest(), size, encoding: judge.verdict() };
};

/** The kept bytes, piece by piece. */
export const sourceOf = (database: Queryable, id: string, size: number, key: Buffer): ByteSource => ({
  size,
  stream: async function* (from, to) {
    for (let number = Math.floor(from / pieceBytes); number * pieceBytes < to; number++) {
      const [row] = await database.run(findChunk, [id, number]);
      // It was cancelled meanwhile, and what it said is gone.
      if (!row) throw new Problem('state-changed');
      const piece = unseal(key, placeOf(id, number), row.content);
      const start = number * pieceBytes;
      yield piece.subarray(Math.max(0, from - start), Math.min(piece.length, to - start));
    }
  },
});

export const getImportKey = async (dataKeys: DataKeys, database: Queryable, id: string): Promise<Buffer> => {
  const key = (await dataKeys.find(database, [importOwner(id)])).get(importOwner(id));
  if (!key) throw new Problem('not-found');
  return key;
};

/** What a file said in single places, sealed as its pieces are. */
export const sealWords = (key: Buffer, id: string, what: string, words: unknown): Buffer =>
  seal(key, `${importOwner(id)} ${what}`, Buffer.from(JSON.stringify(words)));

export const unsealWords = <Words>(key: Buffer, id: string, what: string, sealed: Buffer): Words =>
  JSON.parse(unseal(key, `${importOwner(id)} ${what}`, sealed).toString()) as Words;
