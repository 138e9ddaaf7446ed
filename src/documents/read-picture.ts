import { Worker } from 'node:worker_threads';
import type { CodeFormat } from '../definition/fields/code.ts';

/**
 * Reads the code in a picture that somebody sent, for those whose browser cannot do it. Nothing about the picture is
 * believed: its kind is read from its first bytes and its size from its header before anything is unpacked, and it is
 * unpacked in a thread of its own, which may not take long.
 */
export type PictureOutcome =
  | { readonly kind: 'read'; readonly text: string }
  | { readonly kind: 'no-code' }
  /** Not a JPEG or PNG picture, whatever it is called. */
  | { readonly kind: 'not-a-picture' }
  | { readonly kind: 'too-large' }
  /** Begins like a picture but cannot be decoded in reasonable time. */
  | { readonly kind: 'damaged' };

/** Phones make pictures of 12 million pixels unless told otherwise. The worst kind of picture takes 8 bytes for each. */
const mostPixels = 30_000_000;
const longest = 8_000;

// Compiled, this file lies beside read-picture-worker.js; in sources beside read-picture-worker.ts.
const workerFile = new URL(
  import.meta.url.endsWith('.ts') ? './read-picture-worker.ts' : './read-picture-worker.js',
  import.meta.url,
);

/** @param formats kinds of codes to look for; left out: QR codes, as documents carry them. */
export const readPicture = async (picture: Uint8Array, formats?: readonly CodeFormat[]): Promise<PictureOutcome> => {
  const size = sizeOf(picture);
  if (size === 'not-a-picture') return { kind: 'not-a-picture' };
  if (size === undefined) return { kind: 'damaged' };
  if (size.width * size.height > mostPixels) return { kind: 'too-large' };
  return new Promise((resolve) => {
    const worker = new Worker(workerFile, {
      workerData: { picture, mostPixels, formats },
      resourceLimits: { maxOldGenerationSizeMb: 256 },
    });
    const end = (outcome: PictureOutcome) => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(outcome);
    };
    const timer = setTimeout(() => end({ kind: 'damaged' }), longest);
    worker.once('message', ({ text, fault }: { text?: string; fault?: boolean }) =>
      end(fault ? { kind: 'damaged' } : text === undefined ? { kind: 'no-code' } : { kind: 'read', text }),
    );
    worker.once('error', () => end({ kind: 'damaged' }));
    worker.once('exit', () => end({ kind: 'damaged' }));
  });
};

type Size = { readonly width: number; readonly height: number };

/** Width and height as the header states them; undefined for a header that is cut off or makes no sense. */
const sizeOf = (picture: Uint8Array): Size | 'not-a-picture' | undefined => {
  const view = new DataView(picture.buffer, picture.byteOffset, picture.byteLength);
  if (startsWith(picture, pngStart)) return pngSize(view);
  if (startsWith(picture, jpegStart)) return jpegSize(view);
  return 'not-a-picture';
};

const pngStart = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const jpegStart = [0xff, 0xd8, 0xff];
const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

const positive = (width: number, height: number): Size | undefined =>
  width > 0 && height > 0 ? { width, height } : undefined;

/** PNG (ISO/IEC 15948, 11.2.2): IHDR is the first chunk. */
const pngSize = (view: DataView): Size | undefined =>
  view.byteLength >= 33 && view.getUint32(12) === 0x49484452
    ? positive(view.getUint32(16), view.getUint32(20))
    : undefined;

/** JPEG (ITU-T T.81, B.2): segments up to the first frame header, SOF0 to SOF15 without DHT, JPG and DAC. */
const jpegSize = (view: DataView): Size | undefined => {
  let at = 2;
  while (at + 9 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc)
      return positive(view.getUint16(at + 7), view.getUint16(at + 5));
    const isAlone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
    at += isAlone ? 2 : 2 + view.getUint16(at + 2);
  }
  return undefined;
};
