import { readdirSync } from 'node:fs';
import { defineConfig } from 'vite';
import { inProject } from './src/base/paths.ts';

/**
 * Scripts that enhance pages: one entry for each `src/pages/islands/<name>.ts(x)`, what they share in common chunks.
 * Lowered to what Chrome 64 and Safari 12 understand; older browsers ignore modules and keep the complete page.
 * Called by scripts/build-client.ts, which makes styles and fonts as well.
 */
const islands = inProject('src/pages/islands');

export const islandNames = (): string[] =>
  readdirSync(islands)
    .filter((name) => /\.tsx?$/.test(name) && !/\.(test|d)\.tsx?$/.test(name))
    .toSorted();

export default defineConfig({
  base: '/assets/',
  publicDir: false,
  logLevel: 'warn',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: inProject('dist/client'),
    emptyOutDir: false,
    assetsDir: '',
    manifest: true,
    modulePreload: false,
    target: ['es2017', 'chrome64', 'safari12'],
    rolldownOptions: {
      // Syntax that cannot be lowered is told once for each file after the build, not at each place.
      onLog: (level, log, tell) => {
        if (log.code !== 'TOLERATED_TRANSFORM') tell(level, log);
      },
      input: Object.fromEntries(islandNames().map((name) => [name.replace(/\.tsx?$/, ''), `${islands}/${name}`])),
      output: { entryFileNames: '[name]-[hash].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
