import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/world/database.ts';
import { permit } from '../../test/world/service.ts';
import { recordWith, storeRecords } from '../../test/world/stored-records.ts';
import { statement } from '../base/database.ts';
import { createLiveWork, type Follower, type LiveWork, type News, type Sight } from './live.ts';

let world: TestDatabase;
let live: LiveWork;
const errors: unknown[] = [];
const unread = new Map<string, number>();
beforeAll(async () => {
  world = await createTestDatabase();
  live = await createLiveWork({
    database: world.database,
    countUnread: async (account) => unread.get(account) ?? 0,
    onError: (error) => errors.push(error),
    pace: 20,
    heartbeat: 150,
  });
});
afterAll(async () => {
  await live.stop();
  await world.close();
  expect(errors).toEqual([]);
});

const notify = statement('test/notify', `select pg_notify('diwan_work', $1)`);
let nextId = 1;
const arrive = async (institution: string, at = new Date()): Promise<number> => {
  const id = nextId++;
  await storeRecords(world.owner, [
    { versionId: 1, service: permit, record: recordWith(permit, { id, institution, updatedAt: at }) },
  ]);
  await world.owner.run(notify, [JSON.stringify([institution])]);
  return id;
};

const scopeOver = (institution: string, until?: number): Sight => ({
  scope: {
    account: 'rana',
    baskets: [{ institutions: [institution], versions: [1], kind: 0 }],
    lenses: [],
    asked: [],
  },
  until,
});

/** Somebody who writes down what is told. */
const follow = (institution: string, changes: Partial<Follower> = {}) => {
  const told: News[] = [];
  const counts: number[] = [];
  const ends: string[] = [];
  let beats = 0;
  const stop = live.follow({
    account: changes.account ?? institution,
    since: new Date(Date.now() - 5),
    findScope: async () => scopeOver(institution),
    onNews: (news) => void told.push(news),
    onUnread: (count) => void counts.push(count),
    onHeartbeat: () => void beats++,
    onEnd: (reason) => void ends.push(reason),
    ...changes,
  });
  return { told, counts, ends, stop, beats: () => beats };
};

it('tells each of what came into its own baskets, and nobody else', async () => {
  const north = follow('north');
  const south = follow('south');
  await arrive('north');
  await expect.poll(() => north.told).toEqual([{ count: 1, more: false, recordChanged: false }]);
  await arrive('north');
  await expect.poll(() => north.told.at(-1)?.count).toBe(2);
  expect(south.told).toEqual([]);
  north.stop?.();
  south.stop?.();
});

it('tells an institution of what it is asked, wherever the record lies, and only who answers it', async () => {
  const askedOf = (task: string) => async (): Promise<Sight> => ({
    scope: {
      account: 'dr',
      baskets: [],
      lenses: [],
      asked: [{ institutions: ['clinic'], versions: [1], task, elsewhere: [1], answers: true }],
    },
    until: undefined,
  });
  const [asked, other] = [
    follow('clinic', { findScope: askedOf('review') }),
    follow('clinic', { findScope: askedOf('estimate') }),
  ];
  const [institution, openedAt] = ['clinic', new Date()];
  const lateness = { dueAt: undefined, remindAt: [], escalates: false, escalatedTo: [] };
  const task = { name: 'review', institution, openedAt, standing: 'open', ...lateness } as const;
  const record = recordWith(permit, { id: nextId++, institution: 'mountain', updatedAt: new Date(), tasks: [task] });
  await storeRecords(world.owner, [{ versionId: 1, service: permit, record }]);
  await world.owner.run(notify, [JSON.stringify(['mountain', 'clinic'])]);
  await expect.poll(() => asked.told).toEqual([{ count: 1, more: false, recordChanged: false }]);
  expect(other.told).toEqual([]);
  asked.stop?.();
  other.stop?.();
});

it('tells at once of what came between the making of the page and the connection', async () => {
  const madeAt = new Date(Date.now() - 60_000);
  await arrive('east', new Date(Date.now() - 30_000));
  const late = follow('east', { since: madeAt });
  await expect.poll(() => late.told).toEqual([{ count: 1, more: false, recordChanged: false }]);
  late.stop?.();
});

it('finds what a lost notification would have told, at the next heartbeat', async () => {
  const west = follow('west');
  await expect.poll(() => west.beats()).toBeGreaterThan(0);
  await storeRecords(world.owner, [
    {
      versionId: 1,
      service: permit,
      record: recordWith(permit, { id: nextId++, institution: 'west', updatedAt: new Date() }),
    },
  ]);
  await expect.poll(() => west.told.at(-1)?.count).toBe(1);
  west.stop?.();
});

it('says when the record on the page has changed', async () => {
  const id = await arrive('centre', new Date(Date.now() - 60_000));
  const reader = follow('centre', { record: { id, event: 1 } });
  await world.owner.run(statement('test/change', 'update record set last_event = 2 where id = $1'), [id]);
  await world.owner.run(notify, ['["centre"]']);
  await expect.poll(() => reader.told).toEqual([{ count: 0, more: false, recordChanged: true }]);
  reader.stop?.();
});

it('ends for an account whose session or grants have ended', async () => {
  let scope: Sight | undefined = scopeOver('north');
  const revoked = follow('north', { findScope: async () => scope });
  await expect.poll(() => revoked.beats()).toBeGreaterThan(0);
  expect(revoked.ends).toEqual([]);
  scope = undefined;
  await expect.poll(() => revoked.ends).toEqual(['signed-out']);
  await arrive('north');
  expect(revoked.told).toEqual([]);
});

it('tells nothing more of what is no longer seen, from the moment at which a grant was taken or has ended', async () => {
  let taken: Sight = scopeOver('north');
  let asked = 0;
  const of = (find: () => Sight) => async () => {
    asked += 1;
    return find();
  };
  const revoked = follow('north', { findScope: of(() => taken) });
  const expired = follow('north', {
    account: 'expired',
    findScope: async () => (Date.now() < end ? scopeOver('north', end) : scopeOver('nowhere')),
  });
  const end = Date.now() + 60;
  await expect.poll(() => asked).toBeGreaterThan(0);
  // Somebody takes the grant: what anybody granted or ended last has a higher number.
  taken = scopeOver('nowhere');
  await world.owner.run(
    statement(
      'test/grants-changed',
      `select write_grant_event('ended', gen_random_uuid(), null, gen_random_uuid(), '{}')`,
    ),
  );
  await expect.poll(() => Date.now()).toBeGreaterThan(end);
  // What they were told while they could see it, on a slow machine.
  const [before, beforeEnd] = [revoked.told.length, expired.told.length];
  await arrive('north');
  const witness = follow('north', { account: 'witness' });
  await arrive('north');
  await expect.poll(() => witness.told.length).toBeGreaterThan(0);
  for (const told of [revoked.told.slice(before), expired.told.slice(beforeEnd)])
    expect(told.filter(({ count, recordChanged }) => count > 0 || recordChanged)).toEqual([]);
  for (const { stop } of [revoked, expired, witness]) stop?.();
});

it('says that a record has changed only to who sees it', async () => {
  const id = await arrive('centre');
  const [reader, stranger] = [
    follow('centre', { record: { id, event: 1 } }),
    follow('elsewhere', { record: { id, event: 1 } }),
  ];
  await world.owner.run(statement('test/change-again', 'update record set last_event = 3 where id = $1'), [id]);
  await world.owner.run(notify, ['["centre", "elsewhere"]']);
  await expect.poll(() => reader.told.at(-1)?.recordChanged).toBe(true);
  expect(stranger.told).toEqual([]);
  for (const { stop } of [reader, stranger]) stop?.();
});

it('tells an account in each of its windows that its notifications changed, and nobody else', async () => {
  const windows = [follow('north', { account: 'amal', since: undefined }), follow('north', { account: 'amal' })];
  const other = follow('north', { account: 'karim' });
  await expect.poll(() => [...windows, other].map(({ counts }) => counts)).toEqual([[0], [0], [0]]);
  unread.set('amal', 1);
  await world.owner.run(notify, ['["amal"]']);
  await expect
    .poll(() => windows.map(({ counts }) => counts))
    .toEqual([
      [0, 1],
      [0, 1],
    ]);
  // Records that come in are no news for a window that follows the bell alone.
  await arrive('north');
  await expect.poll(() => windows[1]?.told.length).toBe(1);
  expect(windows[0]?.told).toEqual([]);
  expect(other.counts).toEqual([0]);
  for (const { stop } of [...windows, other]) stop?.();
});

it('is bounded for each account', () => {
  const windows = Array.from({ length: 9 }, () => follow('north', { account: 'many-windows' }));
  expect(windows.map(({ stop }) => stop !== undefined)).toEqual([...Array.from({ length: 8 }, () => true), false]);
  for (const { stop } of windows) stop?.();
});

it('ends all when the program stops, and takes no more', async () => {
  const other = await createLiveWork({
    database: world.database,
    countUnread: async () => 0,
    onError: (error) => errors.push(error),
  });
  const ends: string[] = [];
  const follower: Follower = {
    account: 'a',
    since: new Date(),
    findScope: async () => scopeOver('north'),
    onNews: () => {},
    onUnread: () => {},
    onHeartbeat: () => {},
    onEnd: (reason) => void ends.push(reason),
  };
  other.follow(follower);
  await other.stop();
  expect(ends).toEqual(['stopped']);
  expect(other.follow(follower)).toBeUndefined();
});
