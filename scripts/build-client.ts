import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { readConfig } from '../src/base/config.ts';
import { type AssetManifest, assetsPath, clientFolder } from '../src/pages/assets.ts';
import { loadCountry } from '../src/territory/country.ts';
import { makeAppIcons } from './client/app-icons.ts';
import { faceCss, type FaceName, facesOf, firstFacesOf, makeFaces } from './client/fonts.ts';
import { buildIslands } from './client/islands.ts';
import { compressAll, writeHashed } from './client/output.ts';
import { buildServiceWorker } from './client/service-worker.ts';
import { buildStyles } from './client/styles.ts';
import { themeCss } from './client/theme.ts';
import { freshBeside, swapFolder } from './swap-folder.mjs';

/**
 * Builds everything that a browser loads besides the pages themselves into `dist/client`: style sheets in the
 * country's colour, fonts, islands, the icon, each compressed, and a manifest with their names.
 * The colour is `colour` in country.yaml, of the folder that DIWAN_COUNTRY names; to change it, build again.
 */
const icon = (colour: string): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><rect width="48" height="48" rx="10" fill="${colour}"/><path fill="#fff" d="M24 6l5.3 5.3h7.4v7.4L42 24l-5.3 5.3v7.4h-7.4L24 42l-5.3-5.3h-7.4v-7.4L6 24l5.3-5.3v-7.4h7.4z"/></svg>`,
  );

export const buildClient = async (colour: string, folder = clientFolder): Promise<AssetManifest> => {
  // Built beside and swapped at the end: a program that runs meanwhile always finds a whole folder.
  const fresh = freshBeside(folder);
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true });
  const [theme, faces, islands] = await Promise.all([themeCss(colour), makeFaces(), buildIslands(fresh)]);
  const fontFiles = new Map(
    await Promise.all(
      faces.map(async ({ name, file }) => [name, await writeHashed(fresh, `${name}.woff2`, file)] as const),
    ),
  );
  const fontOf = (name: FaceName): string => fontFiles.get(name) ?? '';
  const stylesOf = async (direction: 'rtl' | 'ltr'): Promise<{ readonly site: string; readonly desk: string }> => {
    const used = facesOf[direction].flatMap((name) => faces.find((face) => face.name === name) ?? []);
    const { site, desk } = await buildStyles({
      direction,
      theme,
      faces: used.map((face) => faceCss(face, assetsPath + fontOf(face.name))).join(''),
    });
    return {
      site: await writeHashed(fresh, `site-${direction}.css`, site),
      desk: await writeHashed(fresh, `desk-${direction}.css`, desk),
    };
  };
  const [rtl, ltr] = [await stylesOf('rtl'), await stylesOf('ltr')];
  await writeHashed(fresh, 'service-worker.js', await buildServiceWorker());
  for (const { name, file } of await makeAppIcons(colour)) await writeHashed(fresh, name, file);
  const manifest: AssetManifest = {
    colour,
    css: { rtl: rtl.site, ltr: ltr.site },
    deskCss: { rtl: rtl.desk, ltr: ltr.desk },
    fonts: { rtl: firstFacesOf.rtl.map(fontOf), ltr: firstFacesOf.ltr.map(fontOf) },
    icon: await writeHashed(fresh, 'icon.svg', icon(colour)),
    islands,
    files: (await readdir(fresh)).toSorted(),
  };
  await writeFile(`${fresh}/manifest.json`, `${JSON.stringify(manifest, undefined, 2)}\n`);
  await compressAll(fresh);
  swapFolder(fresh, folder);
  return manifest;
};

if (import.meta.main) await buildClient(loadCountry(readConfig(process.env).countryFolder).colour);
