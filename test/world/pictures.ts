import sharp from 'sharp';
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

/** The same as a moving picture of one frame, in the format that Chromium's pretended camera reads (YUV4MPEG2, 4:2:0). */
export const film = async (picture: Buffer): Promise<Buffer> => {
  const { data, info } = await sharp(picture).greyscale().raw().toBuffer({ resolveWithObject: true });
  const luma = info.channels === 1 ? data : data.filter((_, index) => index % info.channels === 0);
  const chroma = Buffer.alloc((info.width * info.height) / 2, 128);
  const header = Buffer.from(`YUV4MPEG2 W${info.width} H${info.height} F10:1 Ip A1:1 C420jpeg\n`);
  return Buffer.concat([header, Buffer.from('FRAME\n'), luma, chroma]);
};
