import { createHash, randomUUID } from 'node:crypto';
import { createTurns } from '../base/in-turn.ts';
import { type FilesSettings, keptTypes } from '../definition/fields/files.ts';
import type { KeptFile } from '../form/fields/files.ts';
import { cleanFileName } from '../form/file-name.ts';
import { kindOf } from './file-kind.ts';
import { loadSharp } from './load-sharp.ts';
import { pointOf } from './picture-point.ts';

/**
 * Judges what somebody sent as a file by its content, whatever it is called, and gives it back as it is kept. Pictures are
 * unpacked and made anew: what cameras write into them (where, when, by whom) and whatever else hides in them is gone.
 * Drawings that hold scripts (SVG), pages and programs are none of the kinds.
 */
export interface CleanFile {
  readonly file: KeptFile;
  readonly content: Buffer;
  /** Of a picture, a small one. */
  readonly preview?: Buffer | undefined;
}

export type CleanOutcome =
  | CleanFile
  | {
      readonly fault:
        | 'file-is-empty'
        | 'file-too-large'
        | 'wrong-file-type'
        | 'unreadable-picture'
        | 'picture-too-large';
    };

/** Phones make pictures of 12 to 50 million pixels. */
const mostPixels = 50_000_000;
/** The longest side that is kept: enough to read a page of A4. */
const longestSide = 2_560;
const previewSide = 360;

// A picture takes a core for some hundred milliseconds: two at a time leave the rest of the program its turn.
const inTurn = createTurns(2);

type CleanSettings = Pick<FilesSettings, 'size' | 'types'> & Partial<Pick<FilesSettings, 'keepLocation'>>;

export const cleanFile = async (
  name: string,
  data: Buffer,
  { size, types, keepLocation = false }: CleanSettings,
): Promise<CleanOutcome> => {
  if (data.length === 0) return { fault: 'file-is-empty' };
  if (data.length > size) return { fault: 'file-too-large' };
  const kind = await kindOf(data, name, types);
  if (kind === undefined) return { fault: 'wrong-file-type' };
  // What its header says of it, before anything is unpacked.
  if (kind === 'image' && (await pixelsOf(data)) > mostPixels) return { fault: 'picture-too-large' };
  const content = kind === 'image' ? await inTurn(() => pictureAnew(data)) : data;
  if (content === undefined) return { fault: 'unreadable-picture' };
  if (content.length > size) return { fault: 'file-too-large' };
  const point = keepLocation && kind === 'image' ? await pointOf(data) : undefined;
  return {
    content,
    preview: kind === 'image' ? await inTurn(() => previewOf(content)) : undefined,
    file: {
      id: randomUUID(),
      name: cleanFileName(name, kind === 'image' ? 'jpg' : kind),
      size: content.length,
      type: keptTypes[kind],
      sha256: createHash('sha256').update(content).digest('hex'),
      ...(point && { point }),
    },
  };
};

/** Enough to know a picture by, in some 15 KB. */
export const previewOf = async (picture: Buffer): Promise<Buffer> => {
  const sharp = await loadSharp();
  return sharp(picture, { limitInputPixels: mostPixels })
    .resize({ width: previewSide, height: previewSide, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 70 })
    .toBuffer();
};

const pixelsOf = async (data: Buffer): Promise<number> => {
  const sharp = await loadSharp();
  const { width, height } = await sharp(data, { limitInputPixels: false })
    .metadata()
    .catch(() => ({ width: 0, height: 0 }));
  return width * height;
};

const pictureAnew = async (data: Buffer): Promise<Buffer | undefined> => {
  const sharp = await loadSharp();
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
