import type { Upload } from '../http/uploads.ts';
import { settingsTexts as texts } from './settings-texts.ts';
import type { Text } from '../../base/texts.ts';

const mostLogoBytes = 2 * 1024 * 1024;
/** Twice what the header shows, and enough for paper. */
const side = 192;
/** A logo needs no more; a file of some bytes that unpacks to gigabytes is refused. */
const mostPixels = 20_000_000;

/**
 * A picture for the header as a PNG in base64: unpacked and made anew, so that nothing else that lay in the file is kept.
 * SVG is not taken: it is a document that may hold scripts and addresses, not a picture.
 */
export const readLogo = async ({ data }: Upload): Promise<{ readonly picture: string } | { readonly fault: Text }> => {
  if (data === undefined || data.length > mostLogoBytes) return { fault: texts.logoLarge };
  const isPng = data.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  const isJpeg = data.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]));
  if (!isPng && !isJpeg) return { fault: /<svg[\s>]/i.test(data.toString('latin1')) ? texts.logoSvg : texts.logoWrong };
  try {
    const { default: sharp } = await import('sharp');
    const made = await sharp(data, { limitInputPixels: mostPixels })
      .rotate()
      .resize(side, side, { fit: 'contain', background: { r: 0, g: 0, b: 0, alpha: 0 } })
      .png({ compressionLevel: 9, palette: true })
      .toBuffer();
    return { picture: made.toString('base64') };
  } catch {
    return { fault: texts.logoWrong };
  }
};
