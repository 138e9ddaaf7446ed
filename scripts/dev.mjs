import { spawn } from 'node:child_process';
import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';
import { requireNode } from './node-version.mjs';

/**
 * `npm run dev`: builds, runs the program, and does both again whenever a file changes. While there are errors in the code
 * the program that runs stays. A declaration that is saved is read by the program that runs, which keeps the version
 * before while there are faults in it. One Ctrl-C ends everything.
 */
requireNode();
const { buildClient, buildServer, root } = await import('./build.mjs');

/** What browsers load is made from these. */
const clientSources =
  /^(scripts|vite\.config\.ts|country\/country\.yaml|src\/(pages\/(islands|styles|ui)|base|definition|form|documents))/;
const codeSources = /^(src|scripts|vite\.config\.ts|tsconfig)/;
const declarations = /^services\//;
const restMilliseconds = 150;
const isRunning = () => program !== undefined && program.exitCode === null && program.signalCode === null;

let program;
let stopping = false;

const ended = () => new Promise((resolve) => (isRunning() ? program.once('exit', resolve) : resolve()));

const startProgram = () => {
  program = spawn(process.execPath, ['--enable-source-maps', join(root, 'dist', 'server', 'main.js')], {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  program.once('exit', (code) => {
    if (!stopping && code) console.log('The program has ended. It starts again with the next change.');
  });
};

const restart = async () => {
  program?.kill('SIGTERM');
  await ended();
  if (!stopping) startProgram();
};

const changed = new Set();
let working = Promise.resolve();
let timer;

const work = async () => {
  const names = [...changed];
  changed.clear();
  if (names.length === 0 || stopping) return;
  if (isRunning() && names.every((name) => declarations.test(name))) {
    program.send('reload');
    return;
  }
  const began = Date.now();
  try {
    await Promise.all([
      names.some((name) => codeSources.test(name)) && buildServer(),
      names.some((name) => clientSources.test(name)) && buildClient(),
    ]);
  } catch (error) {
    if (!stopping)
      console.log(`Not built: ${error.message}. The program that runs stays; save again when it is put right.`);
    return;
  }
  console.log(`Built in ${((Date.now() - began) / 1000).toFixed(1)} s; starting…`);
  await restart();
};

const schedule = () => {
  clearTimeout(timer);
  timer = setTimeout(() => (working = working.then(work)), restMilliseconds);
};

const watchers = [
  'src',
  'scripts',
  'services',
  'country',
  'db',
  'vite.config.ts',
  'tsconfig.json',
  'tsconfig.build.json',
]
  .filter((name) => existsSync(join(root, name)))
  .map((name) =>
    watch(join(root, name), { recursive: true }, (_event, file) => {
      const path = file && file !== name ? `${name}/${file.replaceAll('\\', '/')}` : name;
      if (/\.test\.tsx?$|~$|\.swp$|\/\./.test(path)) return;
      changed.add(path);
      schedule();
    }),
  );

const stop = async () => {
  if (stopping) return;
  stopping = true;
  for (const watcher of watchers) watcher.close();
  clearTimeout(timer);
  program?.kill('SIGTERM');
  await Promise.all([ended(), working]);
  process.exit(0);
};
process.on('SIGINT', stop);
process.on('SIGTERM', stop);

changed.add('src/pages/islands').add('scripts');
working = work();
console.log('Diwan starts and watches its files. Stop with Ctrl-C.');
