import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { inProject } from '../../src/base/paths.ts';

const tools = pathToFileURL(inProject('scripts', 'swap-folder.mjs')).href;

/** Runs some lines in a process of their own, with the functions of the build. */
const runs = (lines: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const code = `import { freshBeside, inTurn, swapFolder } from '${tools}'; import * as fs from 'node:fs'; ${lines}`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', code]);
    let said = '';
    child.stdout.on('data', (part) => (said += String(part)));
    child.stderr.on('data', (part) => (said += String(part)));
    child.on('exit', (status) => (status === 0 ? resolve(said) : reject(new Error(said))));
  });
const scratch = () => mkdtempSync(join(tmpdir(), 'diwan-build-'));

test('builds that end at the same moment leave one whole folder and nothing else', async () => {
  const root = scratch();
  const folder = join(root, 'client');
  const lines = `
    for (let n = 0; n < 40; n++) {
      const fresh = freshBeside('${folder}');
      fs.mkdirSync(fresh);
      for (const name of ['a', 'b', 'c']) fs.writeFileSync(fresh + '/' + name, process.pid + ' ' + n);
      swapFolder(fresh, '${folder}');
    }`;
  await Promise.all([runs(lines), runs(lines), runs(lines)]);
  expect(readdirSync(root)).toEqual(['client']);
  expect(readdirSync(folder)).toEqual(['a', 'b', 'c']);
  expect(new Set(readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))).size).toBe(1);
}, 30_000);

test('a build waits for the one before it, and takes the place of one that was killed', async () => {
  const root = scratch();
  const lock = join(root, 'building');
  const log = join(root, 'log');
  writeFileSync(log, '');
  const lines = `
    await inTurn('${lock}', async (waited) => {
      fs.appendFileSync('${log}', 'begins ');
      await new Promise((resolve) => setTimeout(resolve, 300));
      fs.appendFileSync('${log}', 'ends ');
      console.log(waited);
    });`;
  const said = await Promise.all([runs(lines), runs(lines)]);
  expect(said.map((word) => word.trim()).toSorted()).toEqual(['false', 'true']);
  expect(readFileSync(log, 'utf8')).toBe('begins ends begins ends ');
  mkdirSync(lock);
  // No process has this number.
  writeFileSync(join(lock, 'pid'), '999999999');
  expect((await runs(lines)).trim()).toBe('true');
  expect(readdirSync(root)).toEqual(['log']);
}, 30_000);
