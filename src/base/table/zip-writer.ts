import { crc32, createDeflateRaw } from 'node:zlib';

/** Writes a ZIP archive (APPNOTE 6.3.10) as a stream: each file is packed while it is made, and nothing is kept of it. */
export interface ZipPart {
  readonly name: string;
  readonly content: AsyncIterable<string>;
}

const descriptorFollows = 0x0808; // sizes after the content, name in UTF-8
const deflate = 8;
/** 1 January 2026, 00:00: the time of making would tell nothing. */
const dosDate = ((2026 - 1980) << 9) | (1 << 5) | 1;

interface Written {
  readonly name: Buffer;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

export async function* writeZip(parts: AsyncIterable<ZipPart>): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let at = 0;
  const count = (piece: Buffer): Buffer => {
    at += piece.length;
    return piece;
  };
  for await (const { name: text, content } of parts) {
    const name = Buffer.from(text);
    const offset = at;
    yield count(localHeader(name));
    const start = at;
    let [crc, unpacked] = [0, 0];
    for await (const piece of packed(content, (plain) => {
      crc = crc32(plain, crc);
      unpacked += plain.length;
    }))
      yield count(piece);
    const entry = { name, crc, packed: at - start, unpacked, offset };
    written.push(entry);
    yield count(descriptor(entry));
  }
  const start = at;
  for (const entry of written) yield count(directoryEntry(entry));
  yield end(written.length, at - start, start);
}

async function* packed(content: AsyncIterable<string>, onPlain: (plain: Buffer) => void): AsyncGenerator<Buffer> {
  const packer = createDeflateRaw({ level: 1, chunkSize: 64 * 1024 });
  let failure: unknown;
  const feed = async () => {
    for await (const text of content) {
      const plain = Buffer.from(text);
      onPlain(plain);
      if (!packer.write(plain)) await new Promise((resolve) => packer.once('drain', resolve));
    }
    packer.end();
  };
  feed().catch((error: unknown) => {
    failure = error;
    packer.destroy(error as Error);
  });
  try {
    for await (const piece of packer as AsyncIterable<Buffer>) yield piece;
  } catch (error) {
    throw failure ?? error;
  } finally {
    packer.destroy();
  }
}

const localHeader = (name: Buffer): Buffer => {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(descriptorFollows, 6);
  header.writeUInt16LE(deflate, 8);
  header.writeUInt16LE(dosDate, 12);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
};

const descriptor = ({ crc, packed: size, unpacked }: Written): Buffer => {
  const bytes = Buffer.alloc(16);
  bytes.writeUInt32LE(0x08074b50, 0);
  bytes.writeUInt32LE(crc, 4);
  bytes.writeUInt32LE(size, 8);
  bytes.writeUInt32LE(unpacked, 12);
  return bytes;
};

const directoryEntry = ({ name, crc, packed: size, unpacked, offset }: Written): Buffer => {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(20, 6);
  header.writeUInt16LE(descriptorFollows, 8);
  header.writeUInt16LE(deflate, 10);
  header.writeUInt16LE(dosDate, 14);
  header.writeUInt32LE(crc, 16);
  header.writeUInt32LE(size, 20);
  header.writeUInt32LE(unpacked, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt32LE(offset, 42);
  return Buffer.concat([header, name]);
};

const end = (count: number, size: number, start: number): Buffer => {
  const bytes = Buffer.alloc(22);
  bytes.writeUInt32LE(0x06054b50, 0);
  bytes.writeUInt16LE(count, 8);
  bytes.writeUInt16LE(count, 10);
  bytes.writeUInt32LE(size, 12);
  bytes.writeUInt32LE(start, 16);
  return bytes;
};
