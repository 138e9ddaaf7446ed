import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestEngine, type TestEngine } from '../../test/world/engine.ts';
import { worldAt } from '../../test/world/service.ts';
import { edited, permitDeclaration, plateRenamed } from '../../test/world/versions.ts';
import { compileService } from '../definition/compile-service.ts';
import { replay } from './replay.ts';

let world: TestEngine;
beforeAll(async () => {
  world = await openTestEngine();
});
afterAll(() => world.close());

test('a changed rule is played over stored records, which stay as they are, and named by reference only', async () => {
  const phones = ['03 100 001', '03 100 002', '03 100 003'];
  for (const phone of phones) await world.submit({ phone, reason: 'food', plate: 'B 1' });
  for (let n = 0; n < 4; n++) await world.submit({ phone: '03 200 000' });
  const changed = compileService(
    edited(plateRenamed(permitDeclaration), ['service.yaml', "['medical', 'food',", "['medical',"]),
    'changed',
    'Asia/Beirut',
  );
  const parts = { ...world.parts, worldAt };
  const summary = await replay(parts, changed, 1_000);
  expect(summary).toMatchObject({ looked: 7, unchanged: 4, isPartial: false });
  expect([...summary.decisions.keys()]).toEqual(['approved → submitted']);
  const group = summary.decisions.get('approved → submitted');
  expect(group?.count).toBe(3);
  expect(group?.references.every((reference) => /^MP-[0-9-]+$/.test(reference))).toBe(true);
  expect(JSON.stringify([...summary.decisions])).not.toContain('100001');
  expect(summary.refused.size + summary.failed.count + summary.unknown.size).toBe(0);

  expect(await replay(parts, changed, 2)).toMatchObject({ looked: 2, isPartial: true });
});
