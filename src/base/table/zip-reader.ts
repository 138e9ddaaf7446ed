import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import type { ByteSource } from './cell.ts';
import { TableFault } from './table-fault.ts';

/**
 * Files of a ZIP archive (APPNOTE 6.3.10) by its central directory, unpacked as a stream outside the event loop. What is
 * packed to explode is refused: by what it says of itself, and by what comes out.
 */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

export type Archive = ReadonlyMap<string, ZipEntry>;

const mostEntries = 2_000;
const mostUnpacked = 1024 * 1024 * 1024;
/** Beyond this much, so many bytes from one are no table. */
const mostRatio = 250;
const ratioFrom = 32 * 1024 * 1024;
const endSize = 22;
const longestComment = 65_535;

const broken = () => new TableFault('broken-workbook');

const readBytes = async (source: ByteSource, from: number, to: number): Promise<Buffer> => {
  if (from < 0 || to > source.size || to < from) throw broken();
  const pieces: Buffer[] = [];
  for await (const piece of source.stream(from, to)) pieces.push(piece);
  return Buffer.concat(pieces);
};

export const openArchive = async (source: ByteSource): Promise<Archive> => {
  const tail = await readBytes(source, Math.max(0, source.size - endSize - longestComment), source.size);
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + endSize > tail.length) throw broken();
  const count = tail.readUInt16LE(end + 10);
  const size = tail.readUInt32LE(end + 12);
  const start = tail.readUInt32LE(end + 16);
  if (count > mostEntries || start + size > source.size) throw broken();
  const directory = await readBytes(source, start, start + size);
  const entries = new Map<string, ZipEntry>();
  let at = 0;
  for (let index = 0; index < count; index++) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== 0x02014b50) throw broken();
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((place) => directory.readUInt16LE(at + place));
    const isLocked = (directory.readUInt16LE(at + 8) & 1) === 1;
    if (isLocked) throw new TableFault('old-or-locked');
    const entry = {
      name: directory
        .subarray(at + 46, at + 46 + nameLength!)
        .toString()
        .replace(/^\//, ''),
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      unpacked: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
    };
    entries.set(entry.name.toLowerCase(), entry);
    at += 46 + nameLength! + extraLength! + commentLength!;
  }
  const unpacked = [...entries.values()].reduce((sum, entry) => sum + entry.unpacked, 0);
  if (unpacked > mostOf(source) || isTooDense(unpacked, source.size)) throw new TableFault('too-large-inside');
  return entries;
};

const mostOf = (source: ByteSource): number => source.mostUnpacked ?? mostUnpacked;
const isTooDense = (unpacked: number, packed: number): boolean => unpacked > ratioFrom && unpacked > packed * mostRatio;

/** A file of the archive, unpacked. `onBytes` is told how much of the packed bytes has been read. */
export async function* unpack(
  source: ByteSource,
  { offset, packed, method }: ZipEntry,
  onBytes: (read: number) => void = () => undefined,
): AsyncGenerator<Buffer> {
  const header = await readBytes(source, offset, offset + 30);
  if (header.readUInt32LE(0) !== 0x04034b50) throw broken();
  const start = offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  if (start + packed > source.size || (method !== 0 && method !== 8)) throw broken();
  let read = 0;
  const stored = async function* () {
    for await (const piece of source.stream(start, start + packed)) {
      read += piece.length;
      onBytes(read);
      yield piece;
    }
  };
  const inflate = method === 8 ? createInflateRaw() : undefined;
  const pieces = inflate
    ? Readable.from(stored())
        .on('error', (error) => inflate.destroy(error))
        .pipe(inflate)
    : stored();
  let given = 0;
  try {
    for await (const piece of pieces as AsyncIterable<Buffer>) {
      given += piece.length;
      if (given > mostOf(source) || isTooDense(given, packed)) throw new TableFault('too-large-inside');
      yield piece;
    }
  } catch (error) {
    throw String((error as { code?: unknown }).code).startsWith('Z_') ? broken() : error;
  } finally {
    inflate?.destroy();
  }
}
