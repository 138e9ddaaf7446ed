import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { layoutName } from '../definition/layout-source.ts';
import type { ServiceFiles } from '../definition/compile-service.ts';

/** Names of the services in a folder: its subfolders. */
export const listServiceFolders = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

/** What belongs to a declaration: not its samples and journeys, which are about it. */
export const isDeclarationFile = (name: string): boolean =>
  name === 'service.yaml' ||
  /^texts\.[a-z]{2}\.yaml$/.test(name) ||
  /^[a-z0-9][a-z0-9._-]*\.csv$/.test(name) ||
  layoutName.test(name);

export const readServiceFiles = async (folder: string): Promise<ServiceFiles> => {
  const names = (await readdir(folder)).filter(isDeclarationFile).sort();
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)),
  );
};

/** Names a version: the same files have the same one, whatever their order. */
export const digestOf = (files: ServiceFiles): string => {
  const hash = createHash('sha256');
  for (const name of Object.keys(files).sort()) hash.update(`${name}\0${files[name]}\0`);
  return hash.digest('hex').slice(0, 16);
};

/** Says which folder of which machine, so that two programs with different folders on one database are told apart. */
export const folderName = (folder: string): string => `${hostname()}:${resolve(folder)}`;
