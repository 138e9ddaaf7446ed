import { parentPort, workerData } from 'node:worker_threads';
import { decodeQR } from 'qr/decode.js';
import sharp from 'sharp';

/**
 * The thread that decodes one picture and reads its QR code, then ends. Only the JPEG and PNG decoders of libvips may
 * run, and only for a picture whose header promises an acceptable size: none of its pixels are unpacked before.
 */
const { picture, mostPixels } = workerData as { readonly picture: Uint8Array; readonly mostPixels: number };

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
    const text = findCode({ width: scaled.info.width, height: scaled.info.height, data: scaled.data });
    if (text !== undefined) return text;
  }
  return undefined;
};

const findCode = (image: { width: number; height: number; data: Uint8Array }): string | undefined => {
  try {
    return decodeQR(image, { format: 'RGB', timeLimit: 500 });
  } catch {
    return undefined;
  }
};

read().then(
  (text) => parentPort?.postMessage({ text }),
  () => parentPort?.postMessage({ fault: true }),
);
