import { afterEach, beforeEach, expect, test } from 'vitest';
import { applicant, openTestEngine, staff } from '../../../test/world/engine.ts';
import { covers, institutions, type NewsTrial, openNewsTrial } from '../../../test/world/news.ts';
import { noon } from '../../../test/world/service.ts';
import { act, passDeadlines } from '../../events/engine.ts';
import { handOnAbsent } from '../../events/hand-on-absent.ts';
import { markAllRead, markGroupRead, markRecordRead, purgeNews, saveNewsSettings } from './news-queries.ts';
import { sendDigests } from './send-digests.ts';
import { tellNews } from './tell-news.ts';

let world: NewsTrial;
beforeEach(async () => {
  world = await openNewsTrial();
});
afterEach(() => world.close());

test('people are told what concerns them, and nothing of what they did themselves', async () => {
  const [amal, doctor, chief] = [
    await world.hireAs('clerk'),
    await world.hireAs('health-reviewer', 'health-ministry'),
    await world.hireAs('health-chief', 'health-ministry'),
  ];
  const economist = await world.hireAs('economy-reviewer', 'economy-ministry');
  const id = await world.submit();
  await world.tell();
  expect(await world.kindsTold(amal)).toEqual([[id, ['assigned']]]);
  expect(await world.kindsTold(economist)).toEqual([[id, ['task']]]);
  expect(await world.groupsOf(doctor)).toEqual([]);
  await world.doing(id, 'review', staff(amal, 'clerk'));
  await world.tell();
  expect(await world.kindsTold(doctor)).toEqual([[id, ['task']]]);
  // Reminded a day before, and late after five.
  world.setNow(new Date(+noon + 4.5 * 86_400_000));
  await passDeadlines(world.parts, 10);
  world.setNow(new Date(+noon + 6 * 86_400_000));
  await passDeadlines(world.parts, 10);
  await world.tell();
  expect(await world.kindsTold(doctor)).toEqual([[id, ['reminder', 'task']]]);
  expect(await world.kindsTold(chief)).toEqual([[id, ['escalated']]]);
  // Whoever takes it is told nothing.
  const karim = await world.hireAs('clerk');
  await world.doing(id, 'take', staff(karim, 'clerk'));
  await world.tell();
  expect(await world.groupsOf(karim)).toEqual([]);
  expect(await world.tell()).toBe(0);
});

test('news of a record that one may not see any more are neither shown nor counted', async () => {
  const economist = await world.hireAs('economy-reviewer', 'economy-ministry');
  const amal = await world.hireAs('clerk');
  const id = await world.submit();
  await world.tell();
  expect([await world.unread(economist), await world.unread(amal)]).toEqual([1, 1]);
  const reviewer = staff(economist, 'economy-reviewer');
  const candidate = { ...reviewer.candidate, rolesAt: () => new Set(['economy-reviewer']) };
  await world.doing(id, 'economy_review', { ...reviewer, candidate }, { outcome: 'approved' });
  await world.owner.pool.query('update role_grant set ended_at = now() where account_id = $1', [amal]);
  for (const account of [economist, amal]) {
    expect(await world.unread(account)).toBe(0);
    expect(await world.groupsOf(account)).toEqual([]);
  }
});

test('events are told once by two programs at once, and again after one was killed in between', async () => {
  const amal = await world.hireAs('clerk');
  const ids = [await world.submit(), await world.submit(), await world.submit()];
  const dying = world.database.transaction(async (transaction) => {
    await tellNews(
      {
        database: { ...world.database, transaction: (work) => work(transaction) },
        covers,
        listVersions: world.listVersions,
      },
      10,
    );
    throw new Error('killed');
  });
  await expect(dying).rejects.toThrow('killed');
  expect(await world.groupsOf(amal)).toEqual([]);
  await Promise.all([world.tell(), world.tell()]);
  expect((await world.groupsOf(amal)).map(({ recordId }) => recordId)).toEqual(ids.toReversed());
  expect(await world.tables('select from notification')).toHaveLength(ids.length);
  expect(await world.tables('select from event_to_tell')).toEqual([]);
});

test('what the applicant answers is told to who is in charge', async () => {
  const amal = await world.hireAs('clerk');
  const id = await world.submit();
  await world.doing(id, 'ask', staff(amal, 'clerk'), { question: 'Where?' });
  await act(world.parts, { recordId: id, action: 'answer', ...applicant, sent: { answer: 'By the harbour' } });
  await world.tell();
  expect(await world.kindsTold(amal)).toEqual([[id, ['answer', 'assigned']]]);
  expect(JSON.stringify(await world.tables('select * from notification'))).not.toContain('harbour');
});

test('a submission that concerns nobody is put into no list', async () => {
  const permits = await openTestEngine();
  await permits.submit();
  expect((await permits.owner.pool.query('select from event_to_tell')).rows).toEqual([]);
  await permits.close();
});

test('news are collapsed by record, and read one by one, by opening the record, or all that were shown', async () => {
  const amal = await world.hireAs('clerk');
  const [first, second, third] = [await world.submit(), await world.submit(), await world.submit()];
  await world.tell();
  const karim = await world.hireAs('chief');
  await world.doing(first, 'give', staff(karim, 'chief'), { assignee: amal });
  await world.tell();
  const groups = await world.groupsOf(amal);
  expect(groups.map(({ recordId, unread: n }) => [recordId, n])).toEqual([
    [third, 1],
    [second, 1],
    [first, 1],
  ]);
  // Somebody else's number reads nothing of this person.
  await world.database.run(markGroupRead, [karim, groups[0]!.last]);
  expect(await world.unread(amal)).toBe(3);
  await world.database.run(markGroupRead, [amal, groups[0]!.last]);
  await world.database.run(markRecordRead, [amal, second]);
  expect(await world.unread(amal)).toBe(1);
  const fourth = await world.submit();
  await world.tell();
  await world.database.run(markAllRead, [amal, groups[0]!.last]);
  expect((await world.groupsOf(amal)).filter(({ unread: n }) => n > 0).map(({ recordId }) => recordId)).toEqual([
    fourth,
  ]);
  await world.database.run(saveNewsSettings, [amal, 'daily', 8, ['assigned'], []]);
  expect([await world.unread(amal), await world.groupsOf(amal)]).toEqual([0, []]);
});

test('what was read and what is old goes', async () => {
  await world.hireAs('clerk');
  await world.submit();
  await world.submit();
  await world.submit();
  await world.tell();
  await world.owner.pool.query(`update notification set read_at = now() - interval '31 days' where id = 1`);
  await world.owner.pool.query(`update notification set at = now() - interval '91 days' where id = 2`);
  await world.owner.pool.query(`update notification set at = now() where id = 3`);
  await world.database.run(purgeNews, [30, 90]);
  expect(await world.tables('select id from notification')).toEqual([{ id: 3 }]);
});

test('who is there learns that work is in nobody’s charge since somebody is away', async () => {
  const amal = await world.hireAs('clerk');
  const id = await world.submit();
  await world.tell();
  await world.owner.pool.query(
    `insert into absence (account_id, valid_until, said_by) values ($1, now() + interval '5 days', $1)`,
    [amal],
  );
  const chief = await world.hireAs('chief');
  await handOnAbsent(world.parts, 10);
  await world.tell();
  const told = await world.tables(`select account_id, kind from notification where record_id = ${id} order by id`);
  expect(told).toContainEqual({ account_id: amal, kind: 'assigned' });
  expect(told.filter(({ kind }) => kind === 'unheld').map(({ account_id }) => account_id)).toContain(chief);
});

const digestsAt = (now: string) =>
  sendDigests(
    {
      database: world.database,
      covers,
      listVersions: world.listVersions,
      institutions: () => institutions,
      calendar: world.parts.calendar,
      timeZone: 'Asia/Beirut',
      afterWrite: () => undefined,
    },
    new Date(now),
  );
const mails = () => world.tables(`select template, "values" from outbox where template like 'account/%' order by id`);

test('one e-mail in the morning of a working day, with references and services only, whatever stops and doubles', async () => {
  await world.hireAs('clerk');
  await world.submit();
  await world.submit();
  await world.tell();
  // Sunday; too early; after the morning.
  await digestsAt('2026-11-22T07:00:00Z');
  await digestsAt('2026-11-23T05:59:00Z');
  await digestsAt('2026-11-23T10:00:00Z');
  expect(await mails()).toEqual([]);
  await Promise.all([digestsAt('2026-11-23T06:01:00Z'), digestsAt('2026-11-23T06:01:00Z')]);
  await digestsAt('2026-11-23T06:30:00Z');
  const sent = await mails();
  expect(sent).toHaveLength(1);
  expect(sent[0]).toMatchObject({ template: 'account/news', values: { records: '2' } });
  expect(sent[0].values.lines).toMatch(/^W-\S+ – .+\nW-\S+ – .+$/);
  expect(JSON.stringify(sent)).not.toMatch(/961|full_name/);
  // Nothing new, no e-mail.
  await digestsAt('2026-11-24T06:01:00Z');
  expect(await mails()).toHaveLength(1);
});

test('never, or only what was escalated and then at once, for who wants it so', async () => {
  const [never, chief] = [await world.hireAs('clerk'), await world.hireAs('health-chief', 'health-ministry')];
  await world.database.run(saveNewsSettings, [never, 'never', 8, [], []]);
  await world.database.run(saveNewsSettings, [chief, 'escalations', 8, [], []]);
  await world.hireAs('health-reviewer', 'health-ministry');
  const id = await world.submit();
  await world.doing(id, 'review', staff(never, 'clerk'));
  world.setNow(new Date(+noon + 6 * 86_400_000));
  await passDeadlines(world.parts, 10);
  await world.tell();
  await world.owner.pool.query(`delete from notification where account_id <> all($1)`, [[never, chief]]);
  // Sunday night.
  await digestsAt('2026-11-29T21:00:00Z');
  await digestsAt('2026-11-29T21:01:00Z');
  await digestsAt('2026-11-30T06:30:00Z');
  expect(await mails()).toMatchObject([{ template: 'account/escalated', values: { records: '1' } }]);
});
