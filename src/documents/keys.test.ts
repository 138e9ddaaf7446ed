import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openKeys, rotateKey } from './keys.ts';

const start = new Date('2026-11-12T12:00:00Z');
const days = (count: number) => new Date(start.getTime() + count * 86_400_000);
const fail = (problem: unknown) => {
  throw problem;
};

let folder: string;
beforeEach(() => (folder = join(mkdtempSync(join(tmpdir(), 'diwan-keys-')), 'keys')));
afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

const files = () => readdirSync(folder).toSorted();
/** File systems count modification times coarsely; a person's changes lie further apart. */
const touch = (seconds: number) => utimesSync(folder, seconds, seconds);

test('the first start makes a key that only the program can read; later starts use it', () => {
  const first = openKeys(folder, start, fail).signer(start);
  expect(openKeys(folder, days(1), fail).signer(days(1)).published).toEqual(first.published);
  expect(files()).toEqual([`signing-2026-11-12-${first.published.kid}.jwk`]);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, files()[0]!)).mode & 0o777).toBe(0o600);
});

test('what is published is public', () => {
  const { keys } = openKeys(folder, start, fail).publicKeySet(start);
  expect(keys).toHaveLength(1);
  expect(Object.keys(keys[0]!).toSorted()).toEqual(['alg', 'crv', 'exp', 'kid', 'kty', 'nbf', 'use', 'x', 'y']);
  expect(JSON.parse(readFileSync(join(folder, files()[0]!), 'utf8'))).toMatchObject({
    ...keys[0],
    d: expect.any(String),
  });
});

test('a key added on request is published for a week before it signs, without a restart', () => {
  const ring = openKeys(folder, start, fail);
  const old = ring.signer(start).published;
  const next = rotateKey(folder, days(1), { atOnce: false }).published;
  touch(1);
  expect(ring.publicKeySet(days(1)).keys).toEqual([next, old]);
  expect(ring.signer(days(7)).published).toEqual(old);
  expect(ring.signer(days(8.1)).published).toEqual(next);
});

test('in an emergency a key signs at once and the old one can be withdrawn', () => {
  const ring = openKeys(folder, start, fail);
  const [stolen] = files();
  const next = rotateKey(folder, days(1), { atOnce: true }).published;
  renameSync(join(folder, stolen!), join(folder, '..', stolen!));
  touch(1);
  expect(ring.signer(days(1.1)).published).toEqual(next);
  expect(ring.publicKeySet(days(1.1)).keys).toEqual([next]);
});

test('when every key is taken away, a new one signs at once', () => {
  const ring = openKeys(folder, start, fail);
  const old = ring.signer(start).published;
  rmSync(join(folder, files()[0]!));
  touch(1);
  expect(ring.signer(days(1)).published.kid).not.toBe(old.kid);
  expect(files()).toHaveLength(1);
});

test('keys follow one another by themselves, and each stays published until what it signed has expired', () => {
  let ring = openKeys(folder, start, fail);
  const first = ring.signer(start).published;
  expect(ring.signer(days(722)).published).toEqual(first);
  expect(ring.publicKeySet(days(724)).keys).toHaveLength(2);
  const second = ring.signer(days(731)).published;
  expect(second.kid).not.toBe(first.kid);
  expect(ring.publicKeySet(days(4382)).keys).toContainEqual(first);
  expect(ring.publicKeySet(days(4384)).keys).not.toContainEqual(first);
  ring = openKeys(folder, days(20_000), fail);
  expect(ring.signer(days(20_000)).published.nbf * 1000).toBeLessThanOrEqual(days(20_000).getTime());
});

test('a key that others can read, or a damaged one, stops the start with what to do', () => {
  openKeys(folder, start, fail);
  const path = join(folder, files()[0]!);
  const whole = readFileSync(path, 'utf8');
  chmodSync(path, 0o640);
  expect(() => openKeys(folder, start, fail)).toThrow(/can be read by other accounts.*chmod 600/);
  chmodSync(path, 0o600);
  for (const damaged of [
    '',
    '{',
    '{}',
    whole.replace(/"d": ".{9}/, '"d": "AAAAAAAAA'),
    whole.replace(/"kid": ".{3}/, '"kid": "AAA'),
    whole.replace('"nbf"', '"was"'),
  ]) {
    writeFileSync(path, damaged);
    expect(() => openKeys(folder, start, fail)).toThrow(/not a usable signing key .* backup/);
  }
});

test('a damaged key that appears later is reported while the others go on signing', () => {
  const problems: unknown[] = [];
  const ring = openKeys(folder, start, (problem) => problems.push(problem));
  const { kid } = ring.signer(start).published;
  writeFileSync(join(folder, 'signing-later-x.jwk'), 'secret', { mode: 0o600 });
  touch(1);
  expect(ring.signer(days(1)).published.kid).toBe(kid);
  expect(String(problems)).toMatch(/not usable|not a usable/);
  expect(String(problems)).not.toContain('secret');
  expect(existsSync(join(folder, 'signing-later-x.jwk'))).toBe(true);
});
