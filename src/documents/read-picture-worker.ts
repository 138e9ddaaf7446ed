import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { decodeQR } from 'qr/decode.js';
import sharp from 'sharp';
import type { CodeFormat } from '../definition/fields/code.ts';
import { readBarcode, useBarcodeLibrary } from './barcodes.ts';

/**
 * The thread that decodes one picture and reads its QR code, or a code of one of `formats`, then ends. Only the JPEG and PNG decoders of libvips may
 * run, and only for a picture whose header promises an acceptable size: none of its pixels are unpacked before.
 */
const { picture, mostPixels, formats } = workerData as {
  readonly picture: Uint8Array;
  readonly mostPixels: number;
  readonly formats: readonly CodeFormat[] | undefined;
};

// Holds for the whole program, which opens no other pictures.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer'] });
sharp.cache(false);
sharp.concurrency(1);

/** Longest side in pixels; the code is looked for at the first size first, where most are found. */
const largest = 2_600;
const sizes = [1_400, largest, 700];

const read = async (): Promise<string | undefined> => {
  const { data, info } = await sharp(picture, {
    limitInputPixels: mostPixels,
    sequentialRead: true,
    failOn: 'truncated',
  })
    .resize(largest, largest, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  for (const size of sizes) {
    const scaled = await sharp(data, { raw: info })
      .resize(size, size, { fit: 'inside', withoutEnlargement: true })
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { width, height } = scaled.info;
    // oxlint-disable-next-line no-await-in-loop -- most are found at the first size
    const text = await find({ width, height, data: scaled.data });
    if (text !== undefined) return text;
  }
  return undefined;
};

interface Rgb {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

const findCode = (image: Rgb): string | undefined => {
  try {
    return decodeQR(image, { format: 'RGB', timeLimit: 500 });
  } catch {
    return undefined;
  }
};

const findBarcode = ({ width, height, data }: Rgb, accepted: readonly CodeFormat[]): Promise<string | undefined> => {
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let index = 0; index < width * height; index++) pixels.set(data.subarray(index * 3, index * 3 + 3), index * 4);
  return readBarcode({ width, height, data: pixels }, accepted);
};

if (formats) {
  const file = readFileSync(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')));
  useBarcodeLibrary(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength));
}
const find = (image: Rgb): Promise<string | undefined> | string | undefined =>
  formats ? findBarcode(image, formats) : findCode(image);

read().then(
  (text) => parentPort?.postMessage({ text }),
  () => parentPort?.postMessage({ fault: true }),
);
