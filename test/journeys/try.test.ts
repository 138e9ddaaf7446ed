import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { inProject } from '../../src/base/paths.ts';

/** An author tries a service, saves its files meanwhile, and ends it: `diwan try`. */
const place = mkdtempSync(join(tmpdir(), 'diwan-author-'));
const folder = join(place, 'stall-licence');
const scratch = join(place, 'scratch');

let program: ChildProcess;
let said = '';
let url = '';
beforeAll(async () => {
  cpSync(inProject('test', 'fixtures', 'declarations', 'stall-licence'), folder, { recursive: true });
  mkdirSync(scratch);
  program = spawn(process.execPath, [inProject('scripts', 'diwan.mjs'), 'try', folder], {
    env: { ...process.env, TMPDIR: scratch, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [program.stdout, program.stderr])
    stream?.on('data', (data: Buffer) => (said += data.toString()));
  await vi.waitFor(() => expect(said).toMatch(/ask +http/), { timeout: 150_000, interval: 100 });
  url = /ask +(\S+)/.exec(said)?.[1] ?? '';
}, 180_000);
afterAll(() => {
  program?.kill('SIGKILL');
  rmSync(place, { recursive: true, force: true });
});

const page = async (): Promise<string> => (await fetch(`${url}?lang=en`)).text();
const title = 'Licence for a market stall';
const texts = join(folder, 'texts.en.yaml');

test('it says where to ask and to decide, with an account for each role', async () => {
  expect(await page()).toContain(title);
  for (const role of ['licence-clerk', 'licence-head', 'police']) expect(said).toContain(`${role}@demo.diwan`);
});

test('a file that is saved is taken over, and one with a fault is not', async () => {
  const right = readFileSync(texts, 'utf8');
  writeFileSync(texts, right.replace(title, 'Permit for a stall'));
  await expect.poll(page, { timeout: 10_000, interval: 50 }).toContain('Permit for a stall');
  writeFileSync(texts, right.replace('title:', 'titel:'));
  await expect
    .poll(() => said, { timeout: 10_000 })
    .toContain('texts.en.yaml:1:1: the text "title" is missing: add it');
  expect(said).toContain('The version before stays on offer.');
  expect(await page()).toContain('Permit for a stall');
});

test('when it ends nothing is left', async () => {
  const left = () => readdirSync(scratch).filter((name) => name.startsWith('diwan-'));
  expect(left()).toHaveLength(1);
  const ended = new Promise((resolve) => program.once('exit', resolve));
  program.kill('SIGINT');
  await ended;
  expect(left()).toEqual([]);
});
