import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { isInBreachedFile } from './breached-file.ts';
import { createPasswordJudge } from './password-judge.ts';

const judge = createPasswordJudge(undefined, ['Government Services Portal', 'services.example.gov']);
const folder = mkdtempSync(join(tmpdir(), 'diwan-passwords-'));
afterAll(async () => {
  await judge.stop();
  rmSync(folder, { recursive: true });
});

const about = ['رنا خوري', 'Rana Khoury-Haddad', 'rana.khoury@interior.gov.lb', 'Diwan'];

it.each([
  ['elevencharr', 'too-short'],
  ['é'.repeat(11), 'too-short'],
  ['x'.repeat(201), 'too-long'],
  ['1q2w3e4r5t6y', 'breached'],
  ['motherfucker', 'breached'],
  ['Qwerty123456', 'breached'],
  ['sonyericsson2026!', 'breached'],
  ['RanaKhoury2026', 'about-you'],
  ['khoury-haddad1', 'about-you'],
  ['interior1234', 'about-you'],
  ['GovernmentPortal1', 'about-you'],
  ['services.example.gov', 'about-you'],
  ['aaaaaaaaaaaaaaaa', 'guessable'],
  ['abcdefghijklmnop', 'guessable'],
  ['password2026password', 'guessable'],
  ['P@ssw0rd12345', 'breached'],
  ['administrator', 'breached'],
  ['administrateur', 'guessable'],
])('refuses %j as %s', async (password, fault) => {
  expect(await judge.findFault(password, about)).toBe(fault);
});

it.each([
  'a long enough password',
  'شمس وبحر وجبل في الصباح',
  'four wet camels on the roof',
  'vent-tuile-sept-orage',
  'Xk29-mmPq-77dL',
  'Rana likes to paint the sea at night',
  'every portal opens at dawn and at dusk',
])('takes %j without asking for digits or signs', async (password) => {
  expect(await judge.findFault(password, about)).toBeUndefined();
});

it('judges a password the same however a keyboard composes its letters', async () => {
  expect(await judge.findFault('é'.normalize('NFD').repeat(11), [])).toBe('too-short');
});

it('looks a password up in a list of hashes on disk, whole or at its ends', async () => {
  const hashOf = (password: string) => createHash('sha1').update(password).digest('hex').toUpperCase();
  const stolen = Array.from({ length: 5_000 }, (_, number) => `stolen password ${number}`);
  const path = join(folder, 'hashes.txt');
  writeFileSync(
    path,
    stolen
      .map((each) => `${hashOf(each)}:${each.length}`)
      .toSorted()
      .join('\r\n'),
  );
  expect(stolen.every((each) => isInBreachedFile(path, each))).toBe(true);
  expect(stolen.some((each) => isInBreachedFile(path, `${each}.`))).toBe(false);
  const small = join(folder, 'one.txt');
  writeFileSync(small, `${hashOf('only this')}\n`);
  expect([isInBreachedFile(small, 'only this'), isInBreachedFile(small, 'another')]).toEqual([true, false]);
  const withList = createPasswordJudge(path);
  expect(await withList.findFault('stolen password 42', [])).toBe('breached');
  await withList.stop();
});

it('judges many at once, and says when too many wait', async () => {
  const asked = await Promise.allSettled(
    Array.from({ length: 80 }, () => judge.findFault('a long enough password', [])),
  );
  expect(asked.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThanOrEqual(50);
  expect(
    asked
      .filter(({ status }) => status === 'rejected')
      .every((each) => (each as PromiseRejectedResult).reason.code === 'overloaded'),
  ).toBe(true);
});
