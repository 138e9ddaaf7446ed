import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/world/database.ts';
import { type S3Server, startS3Server } from '../../test/world/s3-server.ts';
import { createDatabaseStorage } from './database-storage.ts';
import { createDiskStorage } from './disk-storage.ts';
import { type FileStorage, StorageFailure } from './file-storage.ts';
import { createS3Storage } from './s3-storage.ts';

let world: TestDatabase;
let s3: S3Server;
beforeAll(async () => {
  [world, s3] = await Promise.all([createTestDatabase(), startS3Server()]);
});
afterAll(async () => {
  s3?.stop();
  await world?.close();
});

const newFolder = () => mkdtempSync(join(tmpdir(), 'diwan-files-'));
const storages: Readonly<Record<string, () => FileStorage>> = {
  database: () => createDatabaseStorage(world.database),
  disk: () => createDiskStorage(join(newFolder(), 'files')),
  s3: () => createS3Storage(s3.config),
};

describe.each(Object.entries(storages))('a storage: %s', (_name, open) => {
  test('gives back what was put, byte for byte, until it is removed; twice is once', async () => {
    const storage = open();
    await storage.check();
    const [key, other] = [randomUUID(), randomUUID()];
    const content = randomBytes(300_000);
    expect(await storage.get(key)).toBeUndefined();
    await storage.put(key, content);
    await storage.put(key, content);
    await storage.put(other, Buffer.from('x'));
    expect((await storage.get(key))?.equals(content)).toBe(true);
    await storage.remove(key);
    await storage.remove(key);
    expect(await storage.get(key)).toBeUndefined();
    expect((await storage.get(other))?.toString()).toBe('x');
  });
});

describe('on disk', () => {
  test('a content has a name or is not there, nobody else may read it, and what a power cut left goes', async () => {
    const folder = join(newFolder(), 'files');
    const storage = createDiskStorage(folder);
    const key = randomUUID();
    await storage.put(key, Buffer.from('paper'));
    const path = join(folder, key.slice(0, 2), key.slice(2, 4), key);
    expect(readFileSync(path, 'utf8')).toBe('paper');
    expect([folder, path].map((each) => statSync(each).mode & 0o077)).toEqual([0, 0]);
    expect(readdirSync(join(folder, 'incoming'))).toEqual([]);
    for (const name of ['old', 'fresh']) writeFileSync(join(folder, 'incoming', name), 'half');
    utimesSync(join(folder, 'incoming', 'old'), 0, 0);
    await createDiskStorage(folder).check();
    expect(readdirSync(join(folder, 'incoming'))).toEqual(['fresh']);
  });

  test.each(['../../etc/passwd', '', 'a/b', `${randomUUID()}/..`, randomUUID().toUpperCase()])(
    'no key is a path: %j',
    async (key) => {
      const storage = createDiskStorage(newFolder());
      for (const work of [storage.get, storage.remove, (each: string) => storage.put(each, Buffer.from('x'))])
        await expect(work(key)).rejects.toThrow(StorageFailure);
    },
  );

  test('a folder that cannot be written is said to be so', async () => {
    const file = join(newFolder(), 'file');
    writeFileSync(file, '');
    await expect(createDiskStorage(join(file, 'files')).check()).rejects.toThrow(/cannot be used \(ENOTDIR\)/);
  });
});

describe('in a store of objects', () => {
  const quick = (timeoutMilliseconds = 3_000) => createS3Storage({ ...s3.config, timeoutMilliseconds });

  test('one that stumbles or hangs is asked again; one that is away or refuses is said to be so', async () => {
    const key = randomUUID();
    await s3.trouble('fail', 2);
    await quick().put(key, Buffer.from('paper'));
    await s3.trouble('hang', 1);
    expect((await quick().get(key))?.toString()).toBe('paper');
    await s3.trouble('fail', 3);
    await expect(quick().get(key)).rejects.toThrow('the store of files answers 503');
    await s3.trouble('hang', 3);
    await expect(quick(100).get(key)).rejects.toThrow('does not answer (TimeoutError)');
    await s3.trouble('refuse', 1);
    await expect(quick().put(key, Buffer.from('x'))).rejects.toThrow('answers 403 AccessDenied');
  });

  test('a wrong key, a bucket that is not there and a machine that is not there are told', async () => {
    const wrong = createS3Storage({ ...s3.config, secretKey: 'another' });
    await expect(wrong.put(randomUUID(), Buffer.from('x'))).rejects.toThrow('answers 403 SignatureDoesNotMatch');
    const nowhere = createS3Storage({ ...s3.config, bucket: 'nowhere' });
    await expect(nowhere.check()).rejects.toThrow('answers 404');
    await expect(nowhere.get(randomUUID())).rejects.toThrow('answers 404 NoSuchBucket');
    const away = createS3Storage({ ...s3.config, endpoint: 'http://127.0.0.1:9', attempts: 1 });
    await expect(away.check()).rejects.toThrow(StorageFailure);
  });
});
