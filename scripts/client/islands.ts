import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { inProject } from '../../src/base/paths.ts';
import { islandNames } from '../../vite.config.ts';
import type { AssetManifest } from '../../src/pages/assets.ts';

interface Chunk {
  readonly file: string;
  readonly name?: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
}

/** Bundles the islands into `folder`; returns each one's file and the modules that it needs at once. */
export const buildIslands = async (folder: string): Promise<AssetManifest['islands']> => {
  if (islandNames().length === 0) return {};
  await build({ configFile: inProject('vite.config.ts'), build: { outDir: folder } });
  const chunks = JSON.parse(await readFile(join(folder, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;
  await rm(join(folder, '.vite'), { recursive: true });
  const importsOf = (chunk: Chunk): string[] =>
    (chunk.imports ?? []).flatMap((key) => {
      const imported = chunks[key];
      return imported ? [imported.file, ...importsOf(imported)] : [];
    });
  return Object.fromEntries(
    Object.values(chunks)
      .filter((chunk) => chunk.isEntry)
      .map((chunk) => [chunk.name ?? chunk.file, { file: chunk.file, imports: [...new Set(importsOf(chunk))] }]),
  );
};
