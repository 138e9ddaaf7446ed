import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/world/database.ts';
import { addMessage, readMessages } from '../../test/world/messages.ts';
import { openSmsGateway } from '../../test/world/sms-gateway.ts';
import { statement } from '../base/database.ts';
import { createMail } from '../outside/mail.ts';
import { createSms, type Sms } from '../outside/sms.ts';
import { startDelivery } from './deliver-outbox.ts';
import type { Render } from './delivery-sender.ts';

let world: TestDatabase;
const stops: (() => unknown)[] = [];
const soon = { timeout: 20_000, interval: 20 };
const logged: string[] = [];

beforeAll(async () => {
  world = await createTestDatabase();
});
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
  await world.owner.run(statement('test/clear', 'truncate outbox restart identity'));
  expect(logged.splice(0).join('\n')).not.toMatch(/rana|K7QM/);
});
afterAll(() => world.close());

const listen = async (server: SMTPServer | Server): Promise<number> => {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  stops.push(() => server.close(() => undefined));
  return ((server instanceof SMTPServer ? server.server : server).address() as AddressInfo).port;
};

const deliver = (port: number, render: Render, sms: Sms = { kind: 'embedded' }) => {
  const url = `smtp://127.0.0.1:${port}`;
  const delivery = startDelivery({
    database: world.database,
    adapters: { sms, email: createMail({ url, from: 'Diwan <no-reply@diwan.example>', timeoutSeconds: 2 }) },
    render,
    log: pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) }),
    metrics: { attempted: () => undefined },
  });
  stops.unshift(delivery.stop);
};

const email = { channel: 'email', recipient: 'rana@example.org' } as const;
const words: Render = async () => ({ subject: 'Approved', body: 'Secret K7QM' });

test('an e-mail reaches its reader through the mail server, and is marked as sent', async () => {
  const received: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    closeTimeout: 100,
    onData: (stream, { envelope }, callback) => {
      let text = envelope.rcptTo.map(({ address }) => address).join();
      stream.setEncoding('utf8').on('data', (part: string) => (text += part));
      stream.on('end', () => {
        received.push(text);
        callback();
      });
    },
  });
  deliver(await listen(server), words);
  await addMessage(world.database, email);
  await vi.waitFor(async () => expect((await readMessages(world.database))[0]?.status).toBe('sent'), soon);
  expect(received).toHaveLength(1);
  expect(received[0]).toMatch(/^rana@example\.org[^]*Message-ID: <diwan-1-\w+@diwan\.example>/);
  expect(received[0]).toMatch(/Subject: Approved[^]*Secret K7QM/);
});

test('an e-mail without a subject is not sent', async () => {
  const port = await listen(createServer());
  deliver(port, async () => ({ body: 'Secret K7QM' }));
  await addMessage(world.database, email);
  await vi.waitFor(async () => expect((await readMessages(world.database))[0]?.lastError).toBe('not-rendered'), soon);
});

test('a mail server that hangs holds up no text message', async () => {
  const port = await listen(createServer(() => undefined));
  const gateway = await openSmsGateway((response) => void response.writeHead(200).end());
  stops.push(gateway.close);
  deliver(port, words, createSms({ url: gateway.url }));
  await addMessage(world.database, email);
  await addMessage(world.database, { recipient: '+9613123456' });
  await vi.waitFor(() => expect(gateway.heard).toHaveLength(1), { timeout: 1500, interval: 20 });
  const [mail] = await readMessages(world.database);
  expect(mail).toMatchObject({ status: 'waiting', attempts: 1, lastError: null });
});
