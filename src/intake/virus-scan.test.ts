import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { eicar, type FakeClamd, startFakeClamd } from '../../test/world/clamd.ts';
import { openTestEngine, type TestEngine } from '../../test/world/engine.ts';
import { statement } from '../base/database.ts';
import { mebibyte } from '../definition/fields/files.ts';
import { createClamd } from '../outside/clamd.ts';
import type { ScanOutcome, VirusScan } from '../outside/virus-scanner.ts';
import { findFile, keepUpload } from './uploads.ts';
import { scanQuarantined } from './virus-scan.ts';
import { countQuarantined, listInfected } from './virus-scan-queries.ts';

let world: TestEngine;
let clamd: FakeClamd;
let outcomes: ScanOutcome[];
beforeAll(async () => {
  [world, clamd] = await Promise.all([openTestEngine(), startFakeClamd()]);
});
afterAll(async () => {
  await clamd?.stop();
  await world?.close();
});
beforeEach(() => {
  outcomes = [];
  clamd.behave('well');
});

const handIn = statement('test/hand-in', 'update upload set record_id = 7 where id = $1');
const pdf = (word: string) => Buffer.from(`%PDF-1.7\n1 0 obj<</Type/Catalog/Note(${word})>>endobj\n%%EOF\n`);
const partsWith = (whenAway: VirusScan['whenAway']) => ({
  ...world.parts,
  scan: {
    scanner: createClamd({ host: '127.0.0.1', port: clamd.port }),
    whenAway,
    counted: (outcome: ScanOutcome) => void outcomes.push(outcome),
  },
});
const send = (whenAway: VirusScan['whenAway'], word: string, protect: 'personal' | 'sensitive' = 'personal') =>
  keepUpload(
    partsWith(whenAway),
    'mobility-permit',
    { fileName: 'a.pdf', data: pdf(word) },
    { size: mebibyte, types: ['pdf'], protect },
    { holder: Buffer.from('A'), own: mebibyte, all: mebibyte },
  );
const keep = async (...sent: Parameters<typeof send>) => {
  const outcome = await send(...sent);
  if ('fault' in outcome) throw new Error(outcome.fault);
  await world.database.run(handIn, [outcome.file.id]);
  return outcome.file;
};

test('a file with a virus is refused and written down; one without is kept', async () => {
  expect(await send('refuse', eicar)).toEqual({ fault: 'file-infected' });
  const file = await keep('refuse', 'paper');
  expect(await findFile(world.parts, file, 7)).toBeDefined();
  expect(outcomes).toEqual(['infected', 'clean']);
  expect(await world.database.run(listInfected, [5])).toMatchObject([
    { service: 'mobility-permit', signature: 'Eicar-Test-Signature', wasKept: false },
  ]);
});

test('while the scanner is away files are refused, and who sent one is asked to try again', async () => {
  clamd.behave('hangs up');
  expect(await send('refuse', 'paper')).toEqual({ fault: 'not-scanned' });
  expect(outcomes).toEqual(['away']);
});

test('or they are taken and shown to nobody until they are scanned; what holds a virus goes for good', async () => {
  clamd.behave('hangs up');
  const [clean, infected] = [await keep('quarantine', 'paper'), await keep('quarantine', eicar, 'sensitive')];
  const parts = partsWith('quarantine');
  for (const file of [clean, infected])
    await expect(findFile(world.parts, file, 7)).rejects.toMatchObject({ code: 'not-scanned-yet' });
  await expect(scanQuarantined(parts, 10)).rejects.toThrow('does not answer');
  expect(await world.database.run(countQuarantined)).toMatchObject([{ count: 2 }]);

  clamd.behave('well');
  expect(await scanQuarantined(parts, 10)).toBe(2);
  expect(await scanQuarantined(parts, 10)).toBe(0);
  expect((await findFile(world.parts, clean, 7))?.content.includes('paper')).toBe(true);
  await expect(findFile(world.parts, infected, 7)).rejects.toMatchObject({ code: 'file-infected' });
  expect(await world.parts.files.get('database', infected.id)).toBeUndefined();
  expect((await world.database.run(listInfected, [1]))[0]).toMatchObject({ wasKept: true });
});
