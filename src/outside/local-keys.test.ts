import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { StartupError } from '../base/startup-error.ts';
import { addMasterKey, keysAtHand, openFileKeys, readMasterKeys } from './local-keys.ts';

const emptyFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'diwan-master-'));
  chmodSync(folder, 0o700);
  return folder;
};
const filesIn = (folder: string) => readdirSync(folder).filter((name) => name.startsWith('wrapping-'));

test('the first master key is made at the first start, for nobody else to read, and is the same at the next', async () => {
  const folder = emptyFolder();
  const key = randomBytes(32);
  const [wrapped] = await openFileKeys(folder).wrap([key]);
  const [file] = filesIn(folder);
  expect(statSync(join(folder, file!)).mode & 0o777).toBe(0o600);
  expect((await openFileKeys(folder).unwrap([wrapped!]))[0]!.equals(key)).toBe(true);
  expect(filesIn(folder)).toHaveLength(1);
});

test('a key that is added while the program runs takes over within a minute, and at once where another program uses it', async () => {
  const folder = emptyFolder();
  let now = Date.UTC(2026, 0, 1);
  const [one, other] = [openFileKeys(folder, () => now), openFileKeys(folder, () => now)];
  const key = randomBytes(32);
  const [old] = await one.wrap([key]);
  const name = addMasterKey(folder, new Date(now + 1_000));
  expect((await one.wrap([key]))[0]?.wrapping).toBe(old?.wrapping);
  now += 61_000;
  const [fresh] = await one.wrap([key]);
  expect(fresh?.wrapping).toBe(name);
  now -= 30_000;
  expect((await other.unwrap([fresh!, old!])).every((each) => each.equals(key))).toBe(true);
});

test('without its master key nothing opens, and that is said; a damaged file is refused at the start', async () => {
  const folder = emptyFolder();
  const [wrapped] = await openFileKeys(folder).wrap([randomBytes(32)]);
  const [file] = filesIn(folder);
  rmSync(join(folder, file!));
  await expect(openFileKeys(folder).unwrap([wrapped!])).rejects.toThrow('is missing');
  const [another] = filesIn(folder);
  writeFileSync(join(folder, another!), randomBytes(32), { mode: 0o600 });
  expect(() => openFileKeys(folder)).toThrow(StartupError);
});

test('keys of a variable: the first wraps, the others still open what they wrapped', async () => {
  const texts = [randomBytes(32), randomBytes(32)].map((key) => key.toString('base64'));
  const key = randomBytes(32);
  const [old] = await keysAtHand(readMasterKeys(texts[1]!)).wrap([key]);
  const both = keysAtHand(readMasterKeys(texts.join(', ')));
  expect((await both.unwrap([old!]))[0]!.equals(key)).toBe(true);
  expect((await both.wrap([key]))[0]!.wrapping).not.toBe(old?.wrapping);
  expect(() => readMasterKeys('short')).toThrow('32 bytes');
});
