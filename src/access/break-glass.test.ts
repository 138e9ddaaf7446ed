import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cheapHashing, hire } from '../../test/world/accounts.ts';
import { withTexts } from '../../test/world/declared.ts';
import { openTestEngine, type TestEngine } from '../../test/world/engine.ts';
import { worksData, worksDeclaration } from '../../test/world/works.ts';
import { statement } from '../base/database.ts';
import { findRecord } from '../events/load-record.ts';
import { breakGlass, type BreakGlassParts, openedUntil } from './break-glass.ts';
import type { Grant, Staff } from './grant.ts';
import { scopeParameter } from './scope.ts';
import { given, isVisible } from './visibility-queries.ts';

let world: TestEngine;
let parts: BreakGlassParts;
beforeAll(async () => {
  const declared = `${worksDeclaration}\nbreak_glass: { by: rescuer, within: 4h, tell: chief }\n`;
  world = await openTestEngine({ services: { works: withTexts(declared) } });
  parts = { engine: world.parts, covers: (holder, institution) => holder === institution };
});
afterAll(() => world.close());

const at = (role: string, institution: string, more: Partial<Grant> = {}): Grant => ({
  role,
  institution,
  services: null,
  ...more,
});
let count = 0;
const hired = async (...grants: readonly Grant[]): Promise<Staff> => ({
  accountId: await hire(world.database, cheapHashing(), `someone${count++}@example.gov`, grants),
  sessionId: '',
  email: '',
  name: { ar: '', fr: '', en: '' },
  locale: 'ar',
  demonstration: false,
  grants,
});
const submit = async (): Promise<number> => {
  const published = world.parts.catalogue.find('works')!;
  return (await world.intake.submit({ published, key: randomUUID(), sent: worksData(), channel: 'web', locale: 'ar' }))
    .recordId;
};
const reason = 'حريق في المبنى، ويجب معرفة من فيه';
const mails = statement<{ recipient: string; template: string; values: Record<string, string> }>(
  'test/mails',
  `select recipient, template, "values" from outbox where template like 'account/%' order by recipient`,
);
const visible = statement<{ id: number }>(
  'test/visible',
  `with ${given} select record.id from record where record.id = any($2) and ${isVisible}`,
);

it('lets a declared role read a record for a time, tells those responsible, and stands in the history with its reason', async () => {
  const [id, other] = [await submit(), await submit()];
  const rescuer = await hired(at('rescuer', 'fire-brigade'));
  const head = await hired(at('chief', 'public-works-ministry'));
  const overseer = await hired(at('inspector', 'anywhere'));
  await hired(at('chief', 'elsewhere'));
  expect(await openedUntil(world.database, rescuer, id)).toBeUndefined();
  await breakGlass(parts, rescuer, id, reason);

  const { events, record } = (await findRecord(world.parts, id))!;
  const event = events.at(-1)!;
  expect(event).toMatchObject({
    kind: 'opened-by-exception',
    actor: { kind: 'account', account: rescuer.accountId, role: 'rescuer', institution: 'fire-brigade' },
    facts: { until: new Date(+event.at + 4 * 3_600_000).toISOString() },
    content: { exception_reason: reason },
  });
  expect(record.state).toBe('submitted');
  const told = await world.database.run(mails);
  expect(told.map(({ template }) => template)).toEqual(Array.from({ length: 2 }, () => 'account/opened-by-exception'));
  expect(event).toMatchObject({ facts: { told: expect.arrayContaining([head.accountId, overseer.accountId]) } });
  expect(JSON.stringify(told)).not.toContain(reason);

  // The database's clock goes on while the test's stands still.
  await world.owner.run(statement('test/now', `update break_glass set until = now() + interval '1 hour'`));
  expect(await openedUntil(world.database, rescuer, id)).toBeInstanceOf(Date);
  expect(await openedUntil(world.database, rescuer, other)).toBeUndefined();
  expect(await openedUntil(world.database, head, id)).toBeUndefined();
  const scope = (account: string) => scopeParameter({ account, baskets: [], lenses: [], asked: [] });
  expect(await world.database.run(visible, [scope(rescuer.accountId), [id, other]])).toEqual([{ id }]);
  expect(await world.database.run(visible, [scope(head.accountId), [id, other]])).toEqual([]);
  await world.owner.run(statement('test/over', `update break_glass set until = now() - interval '1 second'`));
  expect(await openedUntil(world.database, rescuer, id)).toBeUndefined();
  expect(await world.database.run(visible, [scope(rescuer.accountId), [id]])).toEqual([]);
});

it.each<[string, readonly Grant[]]>([
  ['nobody', []],
  ['another role', [at('clerk', 'elsewhere')]],
  ['a role for other services', [at('rescuer', 'fire-brigade', { services: ['library'] })]],
  ['a deputy of who may', [at('rescuer', 'fire-brigade', { for: '00000000-0000-4000-8000-000000000000' })]],
])('is refused to %s as if there were no such record', async (_who, grants) => {
  const id = await submit();
  const staff = { ...(await hired()), grants };
  await expect(breakGlass(parts, staff, id, reason)).rejects.toMatchObject({ code: 'unknown-record' });
  await expect(breakGlass(parts, staff, 999_999, reason)).rejects.toMatchObject({ code: 'unknown-record' });
  expect((await findRecord(world.parts, id))!.events).toHaveLength(1);
});

it('is nothing for who sees the record anyway', async () => {
  const id = await submit();
  await breakGlass(parts, await hired(at('rescuer', 'fire-brigade'), at('clerk', 'public-works-ministry')), id, reason);
  expect((await findRecord(world.parts, id))!.events).toHaveLength(1);
});
