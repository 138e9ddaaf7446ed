import { createHash, randomUUID } from 'node:crypto';
import { type FilesSettings, keptTypes } from '../definition/fields/files.ts';
import type { KeptFile } from '../form/fields/files.ts';
import { cleanFileName } from '../form/file-name.ts';
import { kindOf } from './file-kind.ts';

/**
 * Judges what somebody sent as a file by its content, whatever it is called, and gives it back as it is kept. Pictures are
 * unpacked and made anew: what cameras write into them (where, when, by whom) and whatever else hides in them is gone.
 * Drawings that hold scripts (SVG), pages and programs are none of the kinds.
 */
export interface CleanFile {
  readonly file: KeptFile;
  readonly content: Buffer;
}

export type CleanOutcome =
  | CleanFile
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
  const kind = await kindOf(data, name, types);
  if (kind === undefined) return { fault: 'wrong-file-type' };
  const content = kind === 'image' ? await inTurn(() => pictureAnew(data)) : data;
  if (content === undefined) return { fault: 'unreadable-picture' };
  if (content.length > size) return { fault: 'file-too-large' };
  return {
    content,
    file: {
      id: randomUUID(),
      name: cleanFileName(name, kind === 'image' ? 'jpg' : kind),
      size: content.length,
      type: keptTypes[kind],
      sha256: createHash('sha256').update(content).digest('hex'),
    },
  };
};

const pictureAnew = async (data: Buffer): Promise<Buffer | undefined> => {
  // Loaded when the first picture comes: it takes more memory than a service does.
  const { default: sharp } = await import('sharp');
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
