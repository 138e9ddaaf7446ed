import { createHmac } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadSecrets, secretsFrom } from './secrets.ts';

let folder: string;
beforeEach(() => (folder = join(mkdtempSync(join(tmpdir(), 'diwan-secrets-')), 'keys')));
afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

test('the first start makes a secret that only the program can read, and later starts use it', () => {
  const first = loadSecrets(folder).mac('record-secret', 'LB-1');
  expect(first).toHaveLength(32);
  expect(loadSecrets(folder).mac('record-secret', 'LB-1')).toEqual(first);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, 'master.key')).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(['master.key']);
});

test('two installations never share a hash', () => {
  expect(loadSecrets(folder).mac('x', 'a')).not.toEqual(loadSecrets(join(folder, '..', 'other')).mac('x', 'a'));
});

test('purposes and the borders between parts keep hashes apart', () => {
  const { mac } = loadSecrets(folder);
  const hashes = [
    mac('x', 'ab', 'c'),
    mac('x', 'a', 'bc'),
    mac('x', 'abc'),
    mac('xa', 'b', 'c'),
    mac('x', 'ab', 'c', ''),
    mac('x', '2:ab', 'c'),
  ];
  expect(new Set(hashes.map((hash) => hash.toString('hex'))).size).toBe(hashes.length);
  expect(mac('x', Buffer.from('ab'), 'c')).toEqual(mac('x', 'ab', 'c'));
});

test('a hash is HMAC-SHA256 of the parts with their lengths, under the key of its purpose', () => {
  const master = Buffer.alloc(32, 7);
  const key = createHmac('sha256', master).update('diwan/1/lookup').digest();
  const { mac } = secretsFrom(master);
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.uint8Array())), (parts) => {
      const expected = createHmac('sha256', key);
      for (const part of parts) expected.update(`${Buffer.byteLength(part)}:`).update(part);
      expect(mac('lookup', ...parts)).toEqual(expected.digest());
    }),
  );
});

test('a secret that other accounts can read is refused with the command that helps', () => {
  loadSecrets(folder);
  chmodSync(join(folder, 'master.key'), 0o644);
  expect(() => loadSecrets(folder)).toThrow(/master\.key can be read by other accounts.*chmod 600/);
  chmodSync(join(folder, 'master.key'), 0o600);
  chmodSync(folder, 0o755);
  expect(() => loadSecrets(folder)).toThrow(/chmod 700/);
});

test('a damaged secret is refused, not replaced', () => {
  loadSecrets(folder);
  writeFileSync(join(folder, 'master.key'), 'short');
  expect(() => loadSecrets(folder)).toThrow(/master\.key is damaged.*backup/);
});
