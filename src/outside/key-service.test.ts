import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inProject } from '../base/paths.ts';
import { createKeyService } from './key-service.ts';
import { KeyWrappingFailure } from './key-wrapping.ts';

let service: ChildProcess;
let url: string;
beforeAll(async () => {
  service = spawn(process.execPath, [inProject('test', 'world', 'key-service-program.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [port] = (await once(service.stdout!, 'data')) as [Buffer];
  url = `http://127.0.0.1:${port.toString().trim()}/`;
});
afterAll(() => void service.kill());

const post = (path: string, body: object) => fetch(`${url}${path}`, { method: 'POST', body: JSON.stringify(body) });
const open = (options: { token?: string; timeoutMilliseconds?: number } = {}) =>
  createKeyService({ url, token: 'let-me-in', ...options });
const some = (count: number) => Array.from({ length: count }, () => randomBytes(32));

test('keys come back as they were, more than one request takes as well, and those that an earlier master key wrapped', async () => {
  const keys = some(1_100);
  const before = await open().wrap(keys);
  expect(before.every(({ wrapped }, index) => !wrapped.includes(keys[index]!))).toBe(true);
  await post('rotate', {});
  const [fresh] = some(1);
  const after = await open().wrap([fresh!]);
  expect(after[0]?.wrapping).not.toBe(before[0]?.wrapping);
  const all = await open().unwrap([...before, ...after]);
  expect(all.every((key, index) => key.equals([...keys, fresh!][index]!))).toBe(true);
});

test('a service that stumbles is asked again; one that refuses is not', async () => {
  await post('trouble', { kind: 'fail', times: 2 });
  expect(await open().wrap(some(1))).toHaveLength(1);
  await post('trouble', { kind: 'hang', times: 1 });
  expect(await open({ timeoutMilliseconds: 200 }).wrap(some(1))).toHaveLength(1);
  await post('trouble', { kind: 'fail', times: 3 });
  await expect(open().wrap(some(1))).rejects.toThrow('answers 503');
  await post('trouble', { kind: 'refuse', times: 1 });
  await expect(open().wrap(some(1))).rejects.toThrow('answers 403');
  expect(await open().wrap(some(1))).toHaveLength(1);
  await expect(open({ token: 'wrong' }).wrap(some(1))).rejects.toThrow('answers 401');
});

test('an answer to something else is not taken for one, and what is said of it holds nothing of a key', async () => {
  const wrapped = await open().wrap(some(2));
  await post('trouble', { kind: 'nonsense', times: 2 });
  await expect(open().unwrap(wrapped)).rejects.toThrow('something else');
  await expect(open().wrap(some(2))).rejects.toThrow(KeyWrappingFailure);
  const nobody = createKeyService({ url: 'http://127.0.0.1:9', attempts: 2 });
  await expect(nobody.unwrap(wrapped)).rejects.toThrow('does not answer');
});
