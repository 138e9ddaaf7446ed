import { randomBytes } from 'node:crypto';
import { seal, unseal } from '../src/base/sealed-box.ts';
import { createDataKeys } from '../src/events/data-keys.ts';
import { keysAtHand } from '../src/outside/local-keys.ts';
import { report } from './report.ts';

const times = 50_000;

/** What protecting an answer costs the program that does it: one that it has to encrypt, one that it reads, a key for a record. */
export const benchSealing = async (): Promise<void> => {
  const key = randomBytes(32);
  const answer = Buffer.from(JSON.stringify({ result: 'negative', tested_on: '2026-11-20', name: 'سعاد مروة' }));
  const sealed = seal(key, 'record 1 event 1 employees', answer);
  const dataKeys = createDataKeys(keysAtHand([randomBytes(32)]));
  const lines = [
    '| what | microseconds |',
    '| --- | ---: |',
    `| encrypt an answer | ${timed(() => seal(key, 'record 1 event 1 employees', answer))} |`,
    `| read an answer | ${timed(() => unseal(key, 'record 1 event 1 employees', sealed))} |`,
  ];
  const start = performance.now();
  for (let index = 0; index < times; index += 100)
    await dataKeys.make(Array.from({ length: 100 }, (_none, owner) => `record ${index + owner}`));
  lines.push(`| make and wrap the key of a record | ${(((performance.now() - start) * 1_000) / times).toFixed(1)} |`);
  report('sealing', [...lines, '', 'A submission of a service without sensitive questions pays for none of it.']);
};

const timed = (work: () => unknown): string => {
  for (let index = 0; index < times / 10; index++) work();
  const start = performance.now();
  for (let index = 0; index < times; index++) work();
  return (((performance.now() - start) * 1_000) / times).toFixed(1);
};
