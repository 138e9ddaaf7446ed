import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Sources run from `src/`, the build from `dist/server/`: the project's folder is the nearest one with a package.json. */
const findRoot = (folder: string): string =>
  existsSync(join(folder, 'package.json')) ? folder : findRoot(join(folder, '..'));

const projectRoot = findRoot(import.meta.dirname);

/** An absolute path to something that ships with the program: migrations, services, country files, built assets. */
export const inProject = (...parts: string[]): string => join(projectRoot, ...parts);
