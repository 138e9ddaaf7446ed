import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eicar, type FakeClamd, startFakeClamd } from '../../test/world/clamd.ts';
import { createClamd } from './clamd.ts';
import { ScannerAway } from './virus-scanner.ts';

let fake: FakeClamd;
beforeAll(async () => {
  fake = await startFakeClamd();
});
afterAll(() => fake?.stop());

describe('by its protocol', () => {
  const scanner = (timeout?: number) => createClamd({ host: '127.0.0.1', port: fake.port }, timeout);

  test('finds what is in a file, wherever it stands in it', async () => {
    fake.behave('well');
    const large = randomBytes(3_000_000);
    expect(await scanner().scan(large)).toBeUndefined();
    expect(await scanner().scan(Buffer.concat([large, Buffer.from(eicar)]))).toBe('Eicar-Test-Signature');
    expect(await scanner().scan(Buffer.alloc(0))).toBeUndefined();
    expect(await scanner().version()).toMatch(/^ClamAV/);
  });

  test.each([
    ['hangs up', 'hung up|does not answer'],
    ['nonsense', 'answers "HTTP'],
    ['is full', 'answers "INSTREAM size limit exceeded'],
  ] as const)('one that %s has not said that a file is clean', async (manner, words) => {
    fake.behave(manner);
    await expect(scanner().scan(randomBytes(3_000_000))).rejects.toThrow(new RegExp(words));
  });

  test('one that hangs, or is not there, is waited for only so long', async () => {
    fake.behave('hangs');
    await expect(scanner(100).scan(Buffer.from('x'))).rejects.toThrow('does not answer in time');
    await expect(createClamd({ host: '127.0.0.1', port: 9 }).version()).rejects.toThrow(ScannerAway);
    await expect(createClamd({ path: '/nowhere/clamd.ctl' }).scan(Buffer.from('x'))).rejects.toThrow('ENOENT');
  });
});

const sockets = ['/run/clamav/clamd.ctl', '/var/run/clamav/clamd.sock', '/tmp/clamd.socket'];
const socket = sockets.find((path) => existsSync(path));
test.skipIf(socket === undefined)(
  `finds the test file of EICAR with the ClamAV of this machine${socket === undefined ? ': none is installed here' : ''}`,
  async () => {
    const scanner = createClamd({ path: socket ?? '' });
    expect(await scanner.version()).toMatch(/^ClamAV/);
    expect(await scanner.scan(Buffer.from(eicar))).toMatch(/eicar/i);
    expect(await scanner.scan(Buffer.from('a letter'))).toBeUndefined();
  },
);
