import { createHash, randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { type FileKind, type FilesSettings, keptTypes } from '../definition/fields/files.ts';
import type { KeptFile } from '../form/fields/files.ts';
import { cleanFileName } from '../form/file-name.ts';

/**
 * Judges what somebody sent as a file by its content, whatever it is called, and gives it back as it is kept. Pictures are
 * unpacked and made anew: what cameras write into them (where, when, by whom) and whatever else hides in them is gone.
 * Drawings that hold scripts (SVG), pages and programs are none of the kinds.
 */
export type CleanOutcome =
  | { readonly file: KeptFile; readonly content: Buffer }
  | { readonly fault: 'file-is-empty' | 'file-too-large' | 'wrong-file-type' | 'unreadable-picture' };

/** Phones make pictures of 12 to 50 million pixels. */
const mostPixels = 50_000_000;
/** The longest side that is kept: enough to read a page of A4. */
const longestSide = 2_560;

// A picture takes a core for some hundred milliseconds: two at a time leave the rest of the program its turn.
const atOnce = 2;
const waiting: (() => void)[] = [];
let running = 0;

const inTurn = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else running++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
};

export const cleanFile = async (
  name: string,
  data: Buffer,
  { size, types }: Pick<FilesSettings, 'size' | 'types'>,
): Promise<CleanOutcome> => {
  if (data.length === 0) return { fault: 'file-is-empty' };
  if (data.length > size) return { fault: 'file-too-large' };
  const kind = kindOf(data);
  if (kind === undefined || !types.includes(kind)) return { fault: 'wrong-file-type' };
  const content = kind === 'image' ? await inTurn(() => pictureAnew(data)) : data;
  if (content === undefined) return { fault: 'unreadable-picture' };
  if (content.length > size) return { fault: 'file-too-large' };
  return {
    content,
    file: {
      id: randomUUID(),
      name: cleanFileName(name, kind === 'pdf' ? 'pdf' : 'jpg'),
      size: content.length,
      type: keptTypes[kind],
      sha256: createHash('sha256').update(content).digest('hex'),
    },
  };
};

const startsWith = (data: Buffer, text: string, at = 0): boolean =>
  data.subarray(at, at + text.length).equals(Buffer.from(text, 'latin1'));

/** What a file is by its first bytes: JPEG, PNG and WebP (RFC 9649) pictures, and PDF (ISO 32000-2, 7.5). */
const kindOf = (data: Buffer): FileKind | undefined => {
  if (startsWith(data, '\xff\xd8\xff') || startsWith(data, '\x89PNG\r\n\x1a\n')) return 'image';
  if (startsWith(data, 'RIFF') && startsWith(data, 'WEBP', 8)) return 'image';
  return isPlainPdf(data) ? 'pdf' : undefined;
};

/**
 * The standard lets a thousand bytes stand before the header and after the end; files that are a PDF and something else at
 * once, a page or an archive, live on that. Here it begins with its header and its end mark ends it.
 */
const isPlainPdf = (data: Buffer): boolean => {
  if (!/^%PDF-[12]\.\d/.test(data.toString('latin1', 0, 8))) return false;
  const head = data.toString('latin1', 0, 1024).toLowerCase();
  if (/<(html|script|svg|!doctype|\?xml|\?php)/.test(head)) return false;
  return /%%EOF[\s\0]{0,64}$/.test(data.toString('latin1', Math.max(0, data.length - 256)));
};

const pictureAnew = async (data: Buffer): Promise<Buffer | undefined> => {
  try {
    return await sharp(data, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 })
      // Turned as the camera was held; what said so goes with the rest.
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .jpeg({ quality: 82 })
      .toBuffer();
  } catch {
    return undefined;
  }
};
