import { readFileSync } from 'node:fs';
import { inProject } from '../base/paths.ts';

/** What `npm run build:client` leaves in `dist/client/manifest.json`: file names, each with a hash of its content. */
export interface AssetManifest {
  /** The country's colour, as #rrggbb. */
  readonly colour: string;
  readonly css: { readonly rtl: string; readonly ltr: string };
  /** What pages of civil servants need besides. */
  readonly deskCss: { readonly rtl: string; readonly ltr: string };
  /** The font files that every page of a direction needs. */
  readonly fonts: { readonly rtl: readonly string[]; readonly ltr: readonly string[] };
  readonly icon: string;
  readonly islands: Readonly<Record<string, IslandFiles>>;
  /** Every file, for a service worker that keeps pages readable offline. */
  readonly files: readonly string[];
}

export interface IslandFiles {
  readonly file: string;
  /** Modules that it needs at once. */
  readonly imports: readonly string[];
  /** Modules that it asks for when they are needed, and what those need. */
  readonly later: readonly string[];
}

/** Addresses of built files. They never change their content, so they may be cached for ever. */
export interface Assets {
  readonly colour: string;
  readonly css: (direction: 'rtl' | 'ltr') => string;
  readonly deskCss: (direction: 'rtl' | 'ltr') => string;
  /** Worth preloading. */
  readonly fonts: (direction: 'rtl' | 'ltr') => readonly string[];
  readonly icon: string;
  /** The script of `src/pages/islands/<name>.tsx`, the modules it imports, and those it may ask for later. */
  readonly island: (name: string) => {
    readonly src: string;
    readonly preload: readonly string[];
    readonly later: readonly string[];
  };
  readonly files: readonly string[];
}

/** Where the built files are served. */
export const assetsPath = '/assets/';

export const clientFolder = inProject('dist', 'client');

/** Read once at start. Throws, saying what to run, when the client was not built, or for a country of another colour. */
export const loadAssets = (folder = clientFolder, colour?: string): Assets => {
  const manifest = readManifest(folder);
  if (colour && colour !== manifest.colour)
    throw new Error(
      `The styles were built in ${manifest.colour} and the country's colour is ${colour}: run npm run build:client`,
    );
  const urlOf = (file: string): string => assetsPath + file;
  return {
    colour: manifest.colour,
    icon: urlOf(manifest.icon),
    css: (direction) => urlOf(manifest.css[direction]),
    deskCss: (direction) => urlOf(manifest.deskCss[direction]),
    fonts: (direction) => manifest.fonts[direction].map(urlOf),
    island: (name) => {
      const island = manifest.islands[name];
      if (!island) throw new Error(`There is no island "${name}" in ${folder}: run npm run build:client`);
      return { src: urlOf(island.file), preload: island.imports.map(urlOf), later: island.later.map(urlOf) };
    },
    files: manifest.files.map(urlOf),
  };
};

const readManifest = (folder: string): AssetManifest => {
  try {
    return JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8')) as AssetManifest;
  } catch (cause) {
    throw new Error(`The styles and scripts of the pages are not built: run npm run build:client`, { cause });
  }
};
