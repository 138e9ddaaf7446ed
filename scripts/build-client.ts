import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { inProject } from '../src/base/paths.ts';
import { type AssetManifest, assetsPath, clientFolder } from '../src/pages/assets.ts';
import { faceCss, type FaceName, facesOf, makeFaces } from './client/fonts.ts';
import { buildIslands } from './client/islands.ts';
import { compressAll, writeHashed } from './client/output.ts';
import { buildStyles } from './client/styles.ts';
import { themeCss } from './client/theme.ts';

/**
 * Builds everything that a browser loads besides the pages themselves into `dist/client`: style sheets in the
 * country's colour, fonts, islands, the icon, each compressed, and a manifest with their names.
 * To change the colour: write `colour: "#0B5D4B"` in country/country.yaml and build again.
 */
const defaultColour = '#0B5D4B';

const readColour = async (): Promise<`#${string}`> => {
  const path = inProject('country/country.yaml');
  if (!existsSync(path)) return defaultColour;
  const { colour = defaultColour } = (parse(await readFile(path, 'utf8')) ?? {}) as { colour?: unknown };
  if (typeof colour !== 'string' || !/^#[\da-f]{6}$/i.test(colour)) throw new Error(`${path}: colour must be six hexadecimal digits, like "${defaultColour}"`);
  return colour as `#${string}`;
};

const icon = (colour: string): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><rect width="48" height="48" rx="10" fill="${colour}"/><path fill="#fff" d="M24 6l5.3 5.3h7.4v7.4L42 24l-5.3 5.3v7.4h-7.4L24 42l-5.3-5.3h-7.4v-7.4L6 24l5.3-5.3v-7.4h7.4z"/></svg>`,
  );

export const buildClient = async (folder = clientFolder): Promise<AssetManifest> => {
  // Built beside and swapped at the end: a program that runs meanwhile always finds a whole folder.
  const fresh = `${folder}.new`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true });
  const colour = await readColour();
  const [theme, faces, islands] = await Promise.all([themeCss(colour), makeFaces(), buildIslands(fresh)]);
  const fontFiles = new Map(await Promise.all(faces.map(async ({ name, file }) => [name, await writeHashed(fresh, `${name}.woff2`, file)] as const)));
  const fontOf = (name: FaceName): string => fontFiles.get(name) ?? '';
  const styleOf = async (direction: 'rtl' | 'ltr'): Promise<string> => {
    const used = facesOf[direction].flatMap((name) => faces.find((face) => face.name === name) ?? []);
    const css = await buildStyles({ direction, theme, faces: used.map((face) => faceCss(face, assetsPath + fontOf(face.name))).join('') });
    return writeHashed(fresh, `site-${direction}.css`, css);
  };
  const manifest: AssetManifest = {
    colour,
    css: { rtl: await styleOf('rtl'), ltr: await styleOf('ltr') },
    font: { rtl: fontOf(facesOf.rtl[0]), ltr: fontOf(facesOf.ltr[0]) },
    icon: await writeHashed(fresh, 'icon.svg', icon(colour)),
    islands,
    files: (await readdir(fresh)).toSorted(),
  };
  await writeFile(`${fresh}/manifest.json`, `${JSON.stringify(manifest, undefined, 2)}\n`);
  await compressAll(fresh);
  await rm(folder, { recursive: true, force: true });
  await rename(fresh, folder);
  return manifest;
};

if (import.meta.main) await buildClient();
