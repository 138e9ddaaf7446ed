import { decodeQR } from 'qr/decode.js';

/** Reads the QR code in some pixels where the browser has no reader of its own. `effort` in milliseconds. */
export const readPixels = ({ width, height, data }: ImageData, effort: number): string | undefined => {
  try {
    return decodeQR({ width, height, data }, { format: 'RGBA', timeLimit: effort });
  } catch {
    return undefined;
  }
};
