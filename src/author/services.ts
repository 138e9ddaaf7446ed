import { existsSync, readdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import type { Config } from '../base/config.ts';
import { listServiceFolders, readServiceFiles } from '../catalogue/service-folder.ts';
import type { ServiceFiles } from '../definition/compile-service.ts';
import { suggest } from '../definition/suggest.ts';
import { UsageError } from './command.ts';

/** A folder that declares a service. */
export interface ServiceFolder {
  /** The folder's name, which is the service's id. */
  readonly id: string;
  readonly path: string;
  /** As it is written before the names of its files: relative to where the author is, when that is shorter. */
  readonly shown: string;
}

const isService = (folder: string): boolean => existsSync(join(folder, 'service.yaml'));
const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();

const folderAt = (path: string): ServiceFolder => {
  const full = resolve(path);
  const near = relative(process.cwd(), full);
  return { id: basename(full), path: full, shown: near === '' ? '.' : near.startsWith('..') ? full : near };
};

/** The service that a word means: an id in the services folder, or a path to its folder. */
export const findServiceFolder = (word: string, { servicesFolder }: Pick<Config, 'servicesFolder'>): ServiceFolder => {
  const [found, ...others] = foldersMeant(word, servicesFolder);
  if (!found || others.length > 0)
    throw new UsageError(`Name one service: "${word}" is a folder with ${1 + others.length} of them.`);
  return found;
};

/** The services that some words mean; all of the services folder when there is none. */
export const findServiceFolders = async (
  words: readonly string[],
  { servicesFolder }: Pick<Config, 'servicesFolder'>,
): Promise<readonly ServiceFolder[]> => {
  if (words.length > 0) return words.flatMap((word) => foldersMeant(word, servicesFolder));
  if (!isFolder(servicesFolder)) throw new UsageError(`There is no folder ${servicesFolder}.`);
  return (await listServiceFolders(servicesFolder)).map((name) => folderAt(join(servicesFolder, name)));
};

const foldersMeant = (word: string, servicesFolder: string): readonly ServiceFolder[] => {
  const places = [...(/^[a-z][a-z0-9-]*$/.test(word) ? [join(servicesFolder, word)] : []), word];
  const place = places.find(isFolder);
  if (place === undefined) {
    const known = isFolder(servicesFolder) ? readdirSync(servicesFolder) : [];
    throw new UsageError(`There is no service "${word}"${suggest(word, known)} and no such folder.`);
  }
  if (isService(place) || place === places[0]) return [folderAt(place)];
  const within = readdirSync(place)
    .map((name) => join(place, name))
    .filter(isService)
    .sort();
  if (within.length === 0) throw new UsageError(`${word} holds no service: a service is a folder with a service.yaml.`);
  return within.map(folderAt);
};

const storyFiles = ['samples.yaml', 'journeys.yaml'];

/** A service's declaration, and the stories that are told of it. */
export const readWholeService = async (folder: string): Promise<ServiceFiles> => {
  const stories = await Promise.all(
    storyFiles
      .filter((name) => existsSync(join(folder, name)))
      .map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const),
  );
  return { ...(await readServiceFiles(folder)), ...Object.fromEntries(stories) };
};
