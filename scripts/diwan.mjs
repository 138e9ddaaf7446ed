#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as modules from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { requireNode } from './node-version.mjs';

/**
 * `diwan …`: the tools of those who declare services. Runs from the sources where they are there, else from the build.
 * Loads nothing that an older Node could not; one that is too old hands over to the Node among the packages.
 */
const root = join(import.meta.dirname ?? fileURLToPath(new URL('.', import.meta.url)), '..');
const own = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');

if (Number(process.versions.node.split('.')[0]) < 24 && existsSync(own) && !process.env['DIWAN_HANDED_OVER']) {
  const env = { ...process.env, DIWAN_HANDED_OVER: '1' };
  const { status } = spawnSync(own, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env,
    shell: process.platform === 'win32',
  });
  process.exit(status ?? 1);
}
delete process.env['DIWAN_HANDED_OVER'];
requireNode();
modules.enableCompileCache?.();
const source = join(root, 'src', 'author', 'main.ts');
const program = existsSync(source) ? source : join(root, 'dist', 'server', 'author', 'main.js');
await import(pathToFileURL(program).href);
