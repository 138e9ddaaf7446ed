import { afterAll, beforeAll, expect, test } from 'vitest';
import { withTexts } from '../../../test/world/declared.ts';
import { staff } from '../../../test/world/engine.ts';
import { covers, home, type NewsTrial, openNewsTrial } from '../../../test/world/news.ts';
import { noon } from '../../../test/world/service.ts';
import { worksDeclaration } from '../../../test/world/works.ts';
import { breakGlass } from '../../access/break-glass.ts';
import { findHolder } from '../../access/holder.ts';
import { passDeadlines } from '../../events/engine.ts';
import { markRunRead } from './news-queries.ts';

let world: NewsTrial;
beforeAll(async () => {
  world = await openNewsTrial(
    withTexts(`${worksDeclaration}\nbreak_glass: { by: rescuer, within: 4h, tell: chief }\n`),
  );
});
afterAll(() => world.close());

test('a task that passed is told above, where it is asked now, and no more to who was asked before', async () => {
  const clerk = await world.hireAs('clerk');
  const [doctor, above] = [
    await world.hireAs('health-reviewer', 'health-ministry'),
    await world.hireAs('health-reviewer', 'economy-ministry'),
  ];
  const chief = await world.hireAs('health-chief', 'economy-ministry');
  const id = await world.submit();
  await world.doing(id, 'review', staff(clerk, 'clerk'));
  await world.tell();
  expect(await world.kindsTold(doctor)).toEqual([[id, ['task']]]);
  world.setNow(new Date(+noon + 6 * 86_400_000));
  const findInstitutionAbove = (code: string) => (code === 'health-ministry' ? 'economy-ministry' : undefined);
  const parts = { ...world.parts, findInstitutionAbove };
  await passDeadlines(parts, 10);
  await world.tell();
  expect(await world.kindsTold(chief)).toEqual([[id, ['escalated']]]);
  expect(await world.kindsTold(above)).toEqual([[id, ['task']]]);
  // Nothing is left to do for who was asked before.
  expect([await world.unread(doctor), await world.groupsOf(doctor)]).toEqual([0, []]);
  const [group] = await world.groupsOf(above);
  expect(group?.items[0]?.facts).toEqual({ task: 'health_review' });
  world.setNow(noon);
});

test('a record that was opened by exception is told to those responsible, not to who opened it, without the reason', async () => {
  const [rescuer, head, other] = [
    await world.hireAs('rescuer', 'fire-brigade'),
    await world.hireAs('chief'),
    await world.hireAs('chief', 'economy-ministry'),
  ];
  const id = await world.submit();
  const opener = await findHolder(world.database, { account: rescuer }, new Date());
  const reason = 'حريق في المبنى، ويجب معرفة من فيه';
  const who = {
    sessionId: '',
    email: '',
    name: { ar: '', fr: '', en: '' },
    locale: 'ar',
    demonstration: false,
  } as const;
  await breakGlass({ engine: world.parts, covers }, { ...opener, ...who }, id, reason);
  await world.tell();
  expect(await world.kindsTold(head)).toContainEqual([id, ['opened']]);
  const told = await world.tables(`select account_id from notification where kind = 'opened'`);
  expect(told.map(({ account_id }) => account_id)).not.toContain(rescuer);
  expect(await world.groupsOf(other)).toEqual([]);
  expect(JSON.stringify(await world.tables('select * from notification'))).not.toContain(reason);
});

test('who sent a file or acted on many records learns how it ended, unless a program did or he or she ended it', async () => {
  const sender = await world.hireAs('clerk');
  const begin = {
    imported: (
      byKey: boolean,
    ) => `insert into import_file (id, account_id, by_key, role, institution, service, locale, file_name, status, made, wrong)
      values (gen_random_uuid(), '${sender}', ${byKey}, 'clerk', '${home}', 'works', 'ar', 'a.csv', 'running', 7, 2) returning id`,
    acted: (
      byKey: boolean,
    ) => `insert into bulk_run (id, account_id, by_key, service, action, status, chosen, possible, done)
      values (gen_random_uuid(), '${sender}', ${byKey}, 'works', 'take', 'running', 5, 4, 3) returning id`,
  };
  const run = async (kind: 'imported' | 'acted', status: string, byKey = false) => {
    const [{ id }] = await world.tables(begin[kind](byKey));
    await world.tables(
      `update ${kind === 'acted' ? 'bulk_run' : 'import_file'} set status = '${status}' where id = '${id}'`,
    );
  };
  for (const [kind, byHand] of [
    ['imported', 'cancelled'],
    ['acted', 'stopped'],
  ] as const) {
    await run(kind, 'done', true);
    await run(kind, byHand);
    await run(kind, 'done');
    await run(kind, 'failed');
  }
  const groups = await world.groupsOf(sender);
  expect(groups.map(({ recordId, items: [item] }) => [recordId, item?.kind, item?.facts['failed']])).toEqual([
    [null, 'bulk', true],
    [null, 'bulk', false],
    [null, 'import', true],
    [null, 'import', false],
  ]);
  expect(groups[1]?.items[0]?.facts).toMatchObject({ service: 'works', action: 'take', done: 3, left: 2 });
  expect(groups[3]?.items[0]?.facts).toMatchObject({ service: 'works', made: 7, wrong: 2 });
  expect(await world.unread(sender)).toBe(4);
  // Who looks at the result has read that there is one.
  const ended = groups[1]?.items[0]?.facts['bulk'];
  await world.database.run(markRunRead, [sender, 'bulk', ended]);
  await world.database.run(markRunRead, [sender, 'import', ended]);
  expect(await world.unread(sender)).toBe(3);
});
