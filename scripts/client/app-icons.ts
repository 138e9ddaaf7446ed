import sharp from 'sharp';

/**
 * Icons of the installed page for checking documents, in the country's colour: a shield with a tick. PNG, since not every
 * phone takes SVG; the maskable one leaves room for whatever outline the phone cuts out.
 */
const drawing = (colour: string, isMaskable: boolean): Buffer => {
  const scale = isMaskable ? 0.62 : 0.8;
  const offset = (48 * (1 - scale)) / 2;
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><rect width="48" height="48" rx="${isMaskable ? 0 : 10}" fill="${colour}"/>` +
      `<g transform="translate(${offset} ${offset}) scale(${scale})"><path fill="#fff" d="M24 4l17 6v13c0 11-7 18-17 21C14 41 7 34 7 23V10z"/>` +
      `<path fill="none" stroke="${colour}" stroke-width="4.5" d="M15 24l6.500 6.500L33.500 17.500"/></g></svg>`,
  );
};

const kinds = [
  { name: 'app-192.png', size: 192, isMaskable: false },
  { name: 'app-512.png', size: 512, isMaskable: false },
  { name: 'app-maskable-512.png', size: 512, isMaskable: true },
] as const;

export const makeAppIcons = (colour: string): Promise<{ readonly name: string; readonly file: Buffer }[]> =>
  Promise.all(
    kinds.map(async ({ name, size, isMaskable }) => ({
      name,
      file: await sharp(drawing(colour, isMaskable), { density: (72 * size) / 48 })
        .resize(size, size)
        .png({ palette: true, compressionLevel: 9 })
        .toBuffer(),
    })),
  );
