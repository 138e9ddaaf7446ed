import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'acorn';
import { build } from 'vite';
import { inProject } from '../../src/base/paths.ts';
import { islandNames } from '../../vite.config.ts';
import type { AssetManifest } from '../../src/pages/assets.ts';

interface Chunk {
  readonly file: string;
  readonly name?: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

/** Bundles the islands into `folder`; returns each one's file, the modules that it needs at once, and those it may ask for. */
export const buildIslands = async (folder: string): Promise<AssetManifest['islands']> => {
  if (islandNames().length === 0) return {};
  await build({ configFile: inProject('vite.config.ts'), build: { outDir: folder } });
  const chunks = JSON.parse(await readFile(join(folder, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;
  await rm(join(folder, '.vite'), { recursive: true });
  for (const { file } of Object.values(chunks)) await tellIfTooNew(folder, file);
  const importsOf = (chunk: Chunk): string[] =>
    (chunk.imports ?? []).flatMap((key) => {
      const imported = chunks[key];
      return imported ? [imported.file, ...importsOf(imported)] : [];
    });
  const laterOf = (chunk: Chunk): string[] =>
    (chunk.dynamicImports ?? []).flatMap((key) => {
      const later = chunks[key];
      return later ? [later.file, ...importsOf(later), ...laterOf(later)] : [];
    });
  return Object.fromEntries(
    Object.values(chunks)
      .filter((chunk) => chunk.isEntry)
      .map((chunk) => {
        const now = new Set([chunk.file, ...importsOf(chunk)]);
        const later = laterOf(chunk).filter((file) => !now.has(file));
        return [chunk.name ?? chunk.file, { file: chunk.file, imports: [...now].slice(1), later: [...new Set(later)] }];
      }),
  );
};

/** Syntax that cannot be lowered, such as a BigInt literal, is not an error: older browsers keep the plain page. */
const tellIfTooNew = async (folder: string, file: string): Promise<void> => {
  if (!file.endsWith('.js')) return;
  try {
    // `import()` and `import.meta` are younger than 2017, but those browsers know them.
    const code = (await readFile(join(folder, file), 'utf8')).replaceAll(/\bimport(?=[.(])/g, 'load');
    parse(code, { ecmaVersion: 2017, sourceType: 'module' });
  } catch (error) {
    process.stderr.write(`${file}: browsers of 2018 will show its page without it (${(error as Error).message})\n`);
  }
};
