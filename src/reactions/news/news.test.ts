import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cheapHashing, hire } from '../../../test/world/accounts.ts';
import { applicant, openTestEngine, staff, type TestEngine } from '../../../test/world/engine.ts';
import { noon } from '../../../test/world/service.ts';
import { worksData, worksFiles } from '../../../test/world/works.ts';
import { listGrantsOfOpen } from '../../access/grant-queries.ts';
import { kindsOf, scopeOf, scopeParameter } from '../../access/scope.ts';
import { act, passDeadlines } from '../../events/engine.ts';
import { handOnAbsent } from '../../events/hand-on-absent.ts';
import { createServiceVersions } from '../../projections/service-versions.ts';
import {
  countUnread,
  listNews,
  markAllRead,
  markGroupRead,
  markRecordRead,
  purgeNews,
  saveNewsSettings,
} from './news-queries.ts';
import { sendDigests } from './send-digests.ts';
import { tellNews } from './tell-news.ts';

const home = 'public-works-ministry';
const institutions = [home, 'health-ministry', 'economy-ministry'];
const covers = (holder: string, institution: string): boolean => holder === institution;
let world: TestEngine;
let listVersions: ReturnType<typeof createServiceVersions>;
beforeEach(async () => {
  world = await openTestEngine({ services: { works: worksFiles } });
  listVersions = createServiceVersions(world.database, world.parts.catalogue);
});
afterEach(() => world.close());

const hireAs = (role: string, institution = home) =>
  hire(world.database, cheapHashing(), `${randomUUID()}@test.lb`, [{ role, institution, services: null }]);
const tell = () => tellNews({ database: world.database, covers, listVersions }, 100);
const submit = async (): Promise<number> => {
  const published = world.parts.catalogue.find('works')!;
  const request = { published, key: randomUUID(), sent: worksData(), channel: 'web', locale: 'ar' } as const;
  return (await world.intake.submit(request)).recordId;
};
const doing = (recordId: number, action: string, who: ReturnType<typeof staff>, sent = {}) =>
  act(world.parts, { recordId, action, ...who, sent });
const scopeOfAccount = async (account: string): Promise<string> => {
  const [held] = await world.database.run(listGrantsOfOpen, [account]);
  const person = { accountId: account, grants: held?.grants ?? [] };
  const versions = await listVersions();
  return scopeParameter(scopeOf(person, versions, kindsOf(person, versions, institutions, covers)));
};
const groupsOf = async (account: string) =>
  world.database.run(listNews, [await scopeOfAccount(account), account, Number.MAX_SAFE_INTEGER, 50]);
const kindsTold = async (account: string) =>
  (await groupsOf(account)).map(({ recordId, items }) => [recordId, items.map(({ kind }) => kind)]);
const unread = async (account: string) =>
  (await world.database.run(countUnread, [await scopeOfAccount(account), account]))[0]?.count;
const tables = async (text: string) => (await world.owner.pool.query(text)).rows;

test('people are told what concerns them, and nothing of what they did themselves', async () => {
  const [amal, doctor, chief] = [
    await hireAs('clerk'),
    await hireAs('health-reviewer', 'health-ministry'),
    await hireAs('health-chief', 'health-ministry'),
  ];
  const economist = await hireAs('economy-reviewer', 'economy-ministry');
  const id = await submit();
  await tell();
  expect(await kindsTold(amal)).toEqual([[id, ['assigned']]]);
  expect(await kindsTold(economist)).toEqual([[id, ['task']]]);
  expect(await groupsOf(doctor)).toEqual([]);
  await doing(id, 'review', staff(amal, 'clerk'));
  await tell();
  expect(await kindsTold(doctor)).toEqual([[id, ['task']]]);
  // Reminded a day before, and late after five.
  world.setNow(new Date(+noon + 4.5 * 86_400_000));
  await passDeadlines(world.parts, 10);
  world.setNow(new Date(+noon + 6 * 86_400_000));
  await passDeadlines(world.parts, 10);
  await tell();
  expect(await kindsTold(doctor)).toEqual([[id, ['reminder', 'task']]]);
  expect(await kindsTold(chief)).toEqual([[id, ['escalated']]]);
  // Whoever takes it is told nothing.
  const karim = await hireAs('clerk');
  await doing(id, 'take', staff(karim, 'clerk'));
  await tell();
  expect(await groupsOf(karim)).toEqual([]);
  expect(await tell()).toBe(0);
});

test('news of a record that one may not see any more are neither shown nor counted', async () => {
  const economist = await hireAs('economy-reviewer', 'economy-ministry');
  const amal = await hireAs('clerk');
  const id = await submit();
  await tell();
  expect([await unread(economist), await unread(amal)]).toEqual([1, 1]);
  const reviewer = staff(economist, 'economy-reviewer');
  const candidate = { ...reviewer.candidate, rolesAt: () => new Set(['economy-reviewer']) };
  await doing(id, 'economy_review', { ...reviewer, candidate }, { outcome: 'approved' });
  await world.owner.pool.query('update role_grant set ended_at = now() where account_id = $1', [amal]);
  for (const account of [economist, amal]) {
    expect(await unread(account)).toBe(0);
    expect(await groupsOf(account)).toEqual([]);
  }
});

test('events are told once by two programs at once, and again after one was killed in between', async () => {
  const amal = await hireAs('clerk');
  const ids = [await submit(), await submit(), await submit()];
  const dying = world.database.transaction(async (transaction) => {
    await tellNews(
      { database: { ...world.database, transaction: (work) => work(transaction) }, covers, listVersions },
      10,
    );
    throw new Error('killed');
  });
  await expect(dying).rejects.toThrow('killed');
  expect(await groupsOf(amal)).toEqual([]);
  await Promise.all([tell(), tell()]);
  expect((await groupsOf(amal)).map(({ recordId }) => recordId)).toEqual(ids.toReversed());
  expect(await tables('select from notification')).toHaveLength(ids.length);
  expect(await tables('select from event_to_tell')).toEqual([]);
});

test('what the applicant answers is told to who is in charge', async () => {
  const amal = await hireAs('clerk');
  const id = await submit();
  await doing(id, 'ask', staff(amal, 'clerk'), { question: 'Where?' });
  await act(world.parts, { recordId: id, action: 'answer', ...applicant, sent: { answer: 'By the harbour' } });
  await tell();
  expect(await kindsTold(amal)).toEqual([[id, ['answer', 'assigned']]]);
  expect(JSON.stringify(await tables('select * from notification'))).not.toContain('harbour');
});

test('a submission that concerns nobody is put into no list', async () => {
  const permits = await openTestEngine();
  await permits.submit();
  expect((await permits.owner.pool.query('select from event_to_tell')).rows).toEqual([]);
  await permits.close();
});

test('news are collapsed by record, and read one by one, by opening the record, or all that were shown', async () => {
  const amal = await hireAs('clerk');
  const [first, second, third] = [await submit(), await submit(), await submit()];
  await tell();
  const karim = await hireAs('chief');
  await doing(first, 'give', staff(karim, 'chief'), { assignee: amal });
  await tell();
  const groups = await groupsOf(amal);
  expect(groups.map(({ recordId, unread: n }) => [recordId, n])).toEqual([
    [third, 1],
    [second, 1],
    [first, 1],
  ]);
  // Somebody else's number reads nothing of this person.
  await world.database.run(markGroupRead, [karim, groups[0]!.last]);
  expect(await unread(amal)).toBe(3);
  await world.database.run(markGroupRead, [amal, groups[0]!.last]);
  await world.database.run(markRecordRead, [amal, second]);
  expect(await unread(amal)).toBe(1);
  const fourth = await submit();
  await tell();
  await world.database.run(markAllRead, [amal, groups[0]!.last]);
  expect((await groupsOf(amal)).filter(({ unread: n }) => n > 0).map(({ recordId }) => recordId)).toEqual([fourth]);
  await world.database.run(saveNewsSettings, [amal, 'daily', 8, ['assigned'], []]);
  expect([await unread(amal), await groupsOf(amal)]).toEqual([0, []]);
});

test('what was read and what is old goes', async () => {
  await hireAs('clerk');
  await submit();
  await submit();
  await submit();
  await tell();
  await world.owner.pool.query(`update notification set read_at = now() - interval '31 days' where id = 1`);
  await world.owner.pool.query(`update notification set at = now() - interval '91 days' where id = 2`);
  await world.owner.pool.query(`update notification set at = now() where id = 3`);
  await world.database.run(purgeNews, [30, 90]);
  expect(await tables('select id from notification')).toEqual([{ id: 3 }]);
});

test('who is there learns that work is in nobody’s charge since somebody is away', async () => {
  const amal = await hireAs('clerk');
  const id = await submit();
  await tell();
  await world.owner.pool.query(
    `insert into absence (account_id, valid_until, said_by) values ($1, now() + interval '5 days', $1)`,
    [amal],
  );
  const chief = await hireAs('chief');
  await handOnAbsent(world.parts, 10);
  await tell();
  const told = await tables(`select account_id, kind from notification where record_id = ${id} order by id`);
  expect(told).toContainEqual({ account_id: amal, kind: 'assigned' });
  expect(told.filter(({ kind }) => kind === 'unheld').map(({ account_id }) => account_id)).toContain(chief);
});

const digestsAt = (now: string) =>
  sendDigests(
    {
      database: world.database,
      covers,
      listVersions,
      institutions: () => institutions,
      calendar: world.parts.calendar,
      timeZone: 'Asia/Beirut',
      afterWrite: () => undefined,
    },
    new Date(now),
  );
const mails = () => tables(`select template, "values" from outbox where template like 'account/%' order by id`);

test('one e-mail in the morning of a working day, with references and services only, whatever stops and doubles', async () => {
  await hireAs('clerk');
  await submit();
  await submit();
  await tell();
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
  const [never, chief] = [await hireAs('clerk'), await hireAs('health-chief', 'health-ministry')];
  await world.database.run(saveNewsSettings, [never, 'never', 8, [], []]);
  await world.database.run(saveNewsSettings, [chief, 'escalations', 8, [], []]);
  await hireAs('health-reviewer', 'health-ministry');
  const id = await submit();
  await doing(id, 'review', staff(never, 'clerk'));
  world.setNow(new Date(+noon + 6 * 86_400_000));
  await passDeadlines(world.parts, 10);
  await tell();
  await world.owner.pool.query(`delete from notification where account_id <> all($1)`, [[never, chief]]);
  // Sunday night.
  await digestsAt('2026-11-29T21:00:00Z');
  await digestsAt('2026-11-29T21:01:00Z');
  await digestsAt('2026-11-30T06:30:00Z');
  expect(await mails()).toMatchObject([{ template: 'account/escalated', values: { records: '1' } }]);
});
