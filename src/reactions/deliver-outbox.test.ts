import { spawn } from 'node:child_process';
import type { ServerResponse } from 'node:http';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { letTimePass, type MessageRow, readMessages } from '../../test/world/messages.ts';
import { openSmsGateway } from '../../test/world/sms-gateway.ts';
import { type Database, statement } from '../base/database.ts';
import { inProject } from '../base/paths.ts';
import { createSms } from '../outside/sms.ts';
import { createTestDatabase, type TestDatabase } from '../../test/world/database.ts';
import { startDelivery } from './deliver-outbox.ts';
import type { Render } from './delivery-sender.ts';
import type { Loop } from './keep-looking.ts';

const phone = '+9613123456';
const words = 'الرمز السري K7QM';

const insert = statement<{ id: number }>(
  'test/insert-messages',
  `insert into outbox (record_id, template, channel, recipient, locale, attempts)
   select number, 'approved', $1, $2, 'ar', $4 from generate_series(1, $3::int) number returning id`,
);
describe('messages in the outbox', () => {
  let world: TestDatabase;
  let database: Database;
  const deliveries: Loop[] = [];
  const closers: (() => void)[] = [];
  let logged: string[] = [];
  let attempted: { channel: string; outcome: string; count: number }[] = [];

  beforeAll(async () => {
    world = await createTestDatabase();
    ({ database } = world);
  });
  beforeEach(() => {
    logged = [];
    attempted = [];
  });

  afterEach(async () => {
    await Promise.all(deliveries.splice(0).map((delivery) => delivery.stop()));
    for (const close of closers.splice(0)) close();
    await world.owner.run(statement('test/clear', 'truncate outbox restart identity'));
    // Whatever happened, no log line tells to whom or what.
    expect(logged.join('\n')).not.toMatch(/9613123456|K7QM|example\.org/);
  });
  afterAll(() => world.close());

  const openGateway: typeof openSmsGateway = async (answer) => {
    const gateway = await openSmsGateway(answer);
    closers.push(gateway.close);
    return gateway;
  };

  const deliver = (sms: Parameters<typeof createSms>[0], render: Render = async () => ({ body: words })): Loop => {
    const delivery = startDelivery({
      database,
      adapters: { sms: createSms({ timeoutSeconds: 0.4, ...sms }), email: { kind: 'embedded' } },
      render,
      log: pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) }),
      metrics: { attempted: (channel, outcome, count) => void attempted.push({ channel, outcome, count }) },
    });
    deliveries.push(delivery);
    return delivery;
  };

  const put = (count = 1, { channel = 'sms', attempts = 0 } = {}) =>
    database.run(insert, [channel, phone, count, attempts]);
  const messages = () => readMessages(database);
  const message = async (): Promise<MessageRow> => {
    const [row] = await messages();
    if (!row) throw new Error('no message');
    return row;
  };
  const ok = (response: ServerResponse) => void response.writeHead(200).end();
  const soon = { timeout: 20_000, interval: 20 };

  test('reach the gateway once, with the words made at that moment, and are marked as sent', async () => {
    const gateway = await openGateway(ok);
    await put();
    deliver({ url: gateway.url });
    await vi.waitFor(
      async () => expect(await message()).toMatchObject({ status: 'sent', attempts: 1, sent: true }),
      soon,
    );
    expect(gateway.heard).toEqual([{ key: expect.stringMatching(/^diwan-1-\w+$/), to: phone, body: words }]);
    expect(attempted).toEqual([{ channel: 'sms', outcome: 'sent', count: 1 }]);
  });

  test('are sent at once when the worker is woken', async () => {
    const gateway = await openGateway(ok);
    const delivery = deliver({ url: gateway.url });
    await new Promise((resolve) => setTimeout(resolve, 200));
    await put();
    delivery.wake();
    await vi.waitFor(() => expect(gateway.heard).toHaveLength(1), { timeout: 4_000, interval: 5 });
  });

  test('wait a minute after a fault of the gateway, then go out under the same key', async () => {
    const gateway = await openGateway((response, nth) =>
      nth === 1 ? void response.writeHead(500).end() : ok(response),
    );
    await put();
    deliver({ url: gateway.url });
    await vi.waitFor(async () => expect((await message()).lastError).toBe('gateway-error 500'), soon);
    const failed = await message();
    expect(failed).toMatchObject({ status: 'waiting', attempts: 1, sent: false });
    expect(failed.waitSeconds).toBeGreaterThan(45);
    expect(failed.waitSeconds).toBeLessThan(75);
    await letTimePass(database);
    await vi.waitFor(
      async () => expect(await message()).toMatchObject({ status: 'sent', attempts: 2, lastError: null }),
      soon,
    );
    expect(new Set(gateway.heard.map(({ key }) => key)).size).toBe(1);
  });

  test.each([
    ['hangs', () => {}, 'timed-out'],
    [
      'drops the connection after taking the message',
      (response: ServerResponse) => void response.socket?.destroy(),
      'connection-lost',
    ],
  ])('are sent again under the same key when the gateway %s', async (_how, fail, error) => {
    const gateway = await openGateway((response, nth) => (nth === 1 ? fail(response) : ok(response)));
    await put();
    deliver({ url: gateway.url });
    await vi.waitFor(async () => expect(await message()).toMatchObject({ status: 'waiting', lastError: error }), soon);
    await letTimePass(database);
    await vi.waitFor(async () => expect((await message()).status).toBe('sent'), soon);
    expect(gateway.heard).toHaveLength(2);
    expect(gateway.heard[1]?.key).toBe(gateway.heard[0]?.key);
  });

  test('fail for good when the gateway refuses them, and hold up no other', async () => {
    const gateway = await openGateway((response, nth) =>
      nth === 1 ? void response.writeHead(400).end(`bad number ${phone}`) : ok(response),
    );
    await put(2);
    deliver({ url: gateway.url, concurrency: 1 });
    await vi.waitFor(
      async () => expect((await messages()).map(({ status }) => status)).toEqual(['failed', 'sent']),
      soon,
    );
    expect(await message()).toMatchObject({ attempts: 1, lastError: 'refused 400', sent: false });
    expect(attempted.map(({ outcome }) => outcome)).toEqual(['failed', 'sent']);
  });

  test('fail for good after seven attempts', async () => {
    const gateway = await openGateway((response) => void response.writeHead(503).end());
    await put(1, { attempts: 6 });
    deliver({ url: gateway.url });
    await vi.waitFor(
      async () =>
        expect(await message()).toMatchObject({ status: 'failed', attempts: 7, lastError: 'gateway-error 503' }),
      soon,
    );
  });

  test('leave a gateway that is busy alone for as long as it asks', async () => {
    const gateway = await openGateway((response) => void response.writeHead(429, { 'retry-after': '300' }).end());
    await put(20);
    const delivery = deliver({ url: gateway.url, concurrency: 3 });
    await vi.waitFor(
      async () => expect((await messages()).filter(({ lastError }) => lastError === 'busy 429')).toHaveLength(3),
      soon,
    );
    delivery.wake();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(gateway.heard).toHaveLength(3);
    const waits = (await messages()).filter(({ attempts }) => attempts > 0).map(({ waitSeconds }) => waitSeconds);
    expect(Math.min(...waits)).toBeGreaterThan(290);
  });

  test('probe with one message after an outage, and all go out when the gateway is back', async () => {
    let broken = true;
    const gateway = await openGateway((response) => (broken ? void response.writeHead(502).end() : ok(response)));
    await put(30);
    deliver({ url: gateway.url, concurrency: 4 });
    await vi.waitFor(() => expect(gateway.heard.length).toBe(5), soon);
    broken = false;
    await vi.waitFor(
      async () => expect((await messages()).filter(({ status }) => status === 'sent').length).toBe(25),
      soon,
    );
    expect(logged.at(-1)).toContain('works again');
  });

  test('are sent again under the same key when the program was killed in the middle', async () => {
    let killed = false;
    const gateway = await openGateway((response) => (killed ? ok(response) : undefined));
    await put();
    const child = spawn(process.execPath, [inProject('test/world/delivery-program.ts')], {
      stdio: 'ignore',
      env: { ...process.env, TEST_LOGIN: JSON.stringify(world.login), TEST_GATEWAY: gateway.url },
    });
    closers.push(() => child.kill('SIGKILL'));
    const gone = new Promise((resolve) => child.on('exit', (_code, signal) => resolve(signal)));
    await vi.waitFor(() => expect(gateway.heard).toHaveLength(1), { timeout: 8000, interval: 20 });
    child.kill('SIGKILL');
    expect(await gone).toBe('SIGKILL');
    killed = true;

    const orphan = await message();
    expect(orphan).toMatchObject({ status: 'waiting', attempts: 1 });
    expect(orphan.waitSeconds).toBeGreaterThan(30);
    deliver({ url: gateway.url });
    await letTimePass(database);
    await vi.waitFor(async () => expect(await message()).toMatchObject({ status: 'sent', attempts: 2 }), soon);
    expect(gateway.heard).toHaveLength(2);
    expect(gateway.heard[1]?.key).toBe(gateway.heard[0]?.key);
  }, 15_000);

  test('in flight are finished when the program stops; the others stay for the next start', async () => {
    const gateway = await openGateway((response) => void setTimeout(() => ok(response), 250));
    await put(10);
    const delivery = deliver({ url: gateway.url, concurrency: 4 });
    await vi.waitFor(() => expect(gateway.heard).toHaveLength(4), soon);
    await delivery.stop();
    const rows = await messages();
    expect(rows.filter(({ status }) => status === 'sent')).toHaveLength(4);
    expect(rows.filter(({ status, attempts }) => status === 'waiting' && attempts === 0)).toHaveLength(6);
    expect(gateway.heard).toHaveLength(4);
  });

  test('are shared by several nodes, each sent once', async () => {
    const gateway = await openGateway((response) => void setTimeout(() => ok(response), 5));
    await put(200);
    for (let node = 0; node < 3; node += 1) deliver({ url: gateway.url, concurrency: 5 });
    await vi.waitFor(async () => expect((await messages()).every(({ status }) => status === 'sent')).toBe(true), soon);
    expect(gateway.heard).toHaveLength(200);
    expect(new Set(gateway.heard.map(({ key }) => key)).size).toBe(200);
  });

  test('that were taken over by the gateway are not sent twice when the database fails at that moment', async () => {
    let release = () => {};
    let answer = () => {};
    const gateway = await openGateway((response) => (answer = () => ok(response)));
    await put();
    deliver({ url: gateway.url });
    await vi.waitFor(() => expect(gateway.heard).toHaveLength(1), soon);
    const locked = database.transaction(async (transaction) => {
      await transaction.run(statement('test/lock-messages', 'select id from outbox for update'));
      await new Promise<void>((resolve) => (release = resolve));
    });
    const waiting = `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    await new Promise((resolve) => setTimeout(resolve, 100));
    answer();
    await vi.waitFor(async () => expect((await database.run(statement('test/cut', waiting))).length).toBe(1), soon);
    release();
    await locked;
    await vi.waitFor(async () => expect((await message()).status).toBe('sent'), soon);
    expect(gateway.heard).toHaveLength(1);
    expect(logged.join()).toContain('outcomes of messages not saved');
  });

  test('whose words cannot be made are tried again, and the log says where but not what', async () => {
    const gateway = await openGateway(ok);
    await put();
    deliver({ url: gateway.url }, async () => {
      throw new TypeError(`no such value for ${phone}\nK7QM`);
    });
    await vi.waitFor(
      async () => expect(await message()).toMatchObject({ status: 'waiting', lastError: 'not-rendered' }),
      soon,
    );
    expect(gateway.heard).toHaveLength(0);
    expect(logged.join()).toMatch(/TypeError.*deliver-outbox\.test/);
  });

  test('are only marked when nothing is configured, without making their words', async () => {
    await put(1200);
    await put(10, { channel: 'email' });
    deliver({}, async () => {
      throw new Error('nobody reads it');
    });
    await vi.waitFor(
      async () => expect((await messages()).every(({ status, sent }) => status === 'sent' && sent)).toBe(true),
      soon,
    );
    const total = (channel: string) =>
      attempted.filter((row) => row.channel === channel).reduce((sum, { count }) => sum + count, 0);
    expect([total('sms'), total('email')]).toEqual([1200, 10]);
  });
});
