import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { freshBeside, inTurn, swapFolder } from './swap-folder.mjs';

/**
 * Builds `dist/`: `server/` by the compiler, `client/` (what browsers load) by build-client.ts. Runs before any
 * dependency is loaded, so it is plain JavaScript.
 */
export const root = join(import.meta.dirname, '..');
const inRoot = (...parts) => join(root, ...parts);
/** Says what the build as a whole was made from; gone as soon as a part of it is made anew. */
const stamp = inRoot('dist', 'built-from');

/** What a build is made from, as one hash: times of files say nothing after a clone or a copy. */
const sourcesHash = () => {
  const hash = createHash('sha256');
  const single = [
    'package-lock.json',
    'tsconfig.json',
    'tsconfig.build.json',
    'vite.config.ts',
    'country/country.yaml',
  ];
  const files = [...globSync('{src,scripts}/**/*.{ts,tsx,css,mjs}', { cwd: root }), ...single];
  for (const file of files.filter((name) => !/\.test\.tsx?$/.test(name) && existsSync(inRoot(name))).sort()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(inRoot(file)))
      .update('\0');
  }
  return hash.digest('hex');
};

export const isBuilt = () =>
  existsSync(inRoot('dist', 'server', 'main.js')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === sourcesHash();
export const canBuild = () => existsSync(inRoot('src')) && existsSync(inRoot('node_modules', 'typescript'));

const run = (args) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${args[0]} failed`))));
  });

/** Compiled beside and swapped at the end: a failed build leaves the one before as it was. */
export const buildServer = async () => {
  rmSync(stamp, { force: true });
  const server = inRoot('dist', 'server');
  const fresh = freshBeside(server);
  rmSync(fresh, { recursive: true, force: true });
  try {
    await run(['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--outDir', fresh]);
    swapFolder(fresh, server);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
};

export const buildClient = () => {
  rmSync(stamp, { force: true });
  return run(['scripts/build-client.ts']);
};

/** One at a time in a checkout: who had to wait for a build of the same sources finds it done. */
export const build = async () => {
  mkdirSync(inRoot('dist'), { recursive: true });
  await inTurn(inRoot('dist', 'building'), async (waited) => {
    if (!waited || !isBuilt()) await buildAll();
  });
};

const buildAll = async () => {
  const hash = sourcesHash();
  const began = Date.now();
  const seconds = () => `${((Date.now() - began) / 1000).toFixed(1)} s`;
  console.log('Building the server and what browsers load…');
  await Promise.all([
    buildServer().then(() => console.log(`  server built (${seconds()})`)),
    buildClient().then(() => console.log(`  pages' styles, fonts and scripts built (${seconds()})`)),
  ]);
  writeFileSync(stamp, hash);
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await build().catch((error) => {
    console.error(`The build failed: ${error.message}.`);
    process.exitCode = 1;
  });
}
