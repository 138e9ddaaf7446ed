import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer';
import type { CodeFormat } from '../../src/definition/fields/code.ts';
import { qrModules } from '../../src/documents/qr.ts';

/** What a camera or a scanner makes of a printed code: somewhat turned, on a grey page. */
export const photograph = async (code: string, { width = 1_280, height = 960 } = {}): Promise<Buffer> => {
  const modules = qrModules(code);
  const pixels = Buffer.from(modules.flatMap((row) => row.map((dark) => (dark ? 20 : 245))));
  const side = Math.round(Math.min(width, height) * 0.72);
  const print = await sharp(pixels, { raw: { width: modules.length, height: modules.length, channels: 1 } })
    .resize(side, side, { kernel: 'cubic' })
    .toColourspace('srgb')
    .png()
    .toBuffer();
  const turned = await sharp(print).rotate(3, { background: '#d8d8d2' }).toBuffer();
  return sharp({ create: { width, height, channels: 3, background: '#d8d8d2' } })
    .composite([{ input: turned }])
    .png()
    .toBuffer();
};

const printers = {
  qr: 'QRCode',
  'data-matrix': 'DataMatrix',
  'pdf-417': 'PDF417',
  'ean-13': 'EAN13',
  'ean-8': 'EAN8',
  'upc-a': 'UPCA',
  'upc-e': 'UPCE',
  'code-128': 'Code128',
  'code-39': 'Code39Std',
  itf: 'ITF',
} as const satisfies Record<CodeFormat, string>;

/** A label with a code of some kind, photographed likewise. */
export const photographLabel = async (
  format: CodeFormat,
  text: string,
  { width = 1_280, height = 720, turned = 3 } = {},
): Promise<Buffer> => {
  const library = readFileSync(fileURLToPath(import.meta.resolve('zxing-wasm/writer/zxing_writer.wasm')));
  prepareZXingModule({
    overrides: { wasmBinary: library.buffer.slice(library.byteOffset, library.byteOffset + library.byteLength) },
  });
  const { image, error } = await writeBarcode(text, { format: printers[format], scale: 4, addQuietZones: true });
  if (!image) throw new Error(error);
  const print = await sharp(Buffer.from(await image.arrayBuffer()))
    .flatten({ background: '#fff' })
    .rotate(turned, { background: '#d8d8d2' })
    .png()
    .toBuffer();
  const label = await sharp(print)
    .resize(Math.round(width * 0.75), Math.round(height * 0.75), { fit: 'inside', withoutEnlargement: true })
    .toBuffer();
  return sharp({ create: { width, height, channels: 3, background: '#d8d8d2' } })
    .composite([{ input: label }])
    .png()
    .toBuffer();
};

/** The same as a moving picture of one frame, in the format that Chromium's pretended camera reads (YUV4MPEG2, 4:2:0). */
export const film = async (picture: Buffer): Promise<Buffer> => {
  const { data, info } = await sharp(picture).greyscale().raw().toBuffer({ resolveWithObject: true });
  const luma = info.channels === 1 ? data : data.filter((_, index) => index % info.channels === 0);
  const chroma = Buffer.alloc((info.width * info.height) / 2, 128);
  const header = Buffer.from(`YUV4MPEG2 W${info.width} H${info.height} F10:1 Ip A1:1 C420jpeg\n`);
  return Buffer.concat([header, Buffer.from('FRAME\n'), luma, chroma]);
};
