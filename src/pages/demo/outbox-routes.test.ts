import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addMessage, addRecord } from '../../../test/world/messages.ts';
import { type Database, statement } from '../../base/database.ts';
import type { Locale } from '../../base/texts.ts';
import { createTestDatabase } from '../../../test/world/database.ts';
import type { Request } from '../route.ts';
import { outboxRoutes } from './outbox-routes.tsx';

let database: Database;
let close: () => Promise<void>;
let app: FastifyInstance;
const name = { ar: 'بوابة', fr: 'Portail', en: 'Portal' };

beforeAll(async () => {
  ({ database, close } = await createTestDatabase());
  await addRecord(database, 7);
  app = Fastify();
  const routes = outboxRoutes({
    database,
    timeZone: 'Asia/Beirut',
    contextOf: (request) => ({
      locale: ((request.query as { lang?: Locale }).lang ?? 'en') satisfies Locale,
      url: request.url,
      portal: { name, owner: name, footer: [], isDemo: true },
      assets: {
        colour: '#000000',
        css: () => '/a.css',
        deskCss: () => '/desk.css',
        fonts: () => [],
        icon: '/a.svg',
        island: () => ({ src: '', preload: [], later: [] }),
        files: [],
      },
    }),
    render: async ({ id, channel, locale }) => {
      if (locale === 'fr') throw new Error('no such text');
      return {
        ...(channel === 'email' && { subject: `Subject ${id}` }),
        body: `طلبك <b>${id}</b>\n\nhttps://diwan.example/t/${id}.`,
      };
    },
  });
  for (const { method, path, handler } of routes)
    app.route({ method, url: path, handler: (request, reply) => handler(request as Request, reply) });
});
beforeEach(async () => {
  await database.run(statement('test/clear', 'delete from outbox'));
});
afterAll(async () => {
  await app.close();
  await close();
});

const get = async (path: string): Promise<string> => (await app.inject({ method: 'GET', url: path })).body;

test('an empty outbox says what would be in it', async () => {
  expect(await get('/demo/outbox')).toContain('No messages yet');
  expect(await get('/demo/outbox?lang=ar')).toContain('لا رسائل بعد');
});

test('messages are shown as they would arrive, in their own language, with a link to follow', async () => {
  const sms = await addMessage(database, { status: 'sent' });
  const mail = await addMessage(database, { channel: 'email', recipient: 'rana@example.org', status: 'waiting' });
  const page = await get('/demo/outbox');
  expect(page.indexOf('rana@example.org')).toBeLessThan(page.indexOf('+9613123456'));
  expect(page).toContain(`<div lang="ar" dir="rtl"><p>طلبك &lt;b>${sms}&lt;/b></p>`);
  expect(page).toContain(`href="https://diwan.example/t/${sms}"`);
  expect(page).toContain(`<strong>Subject ${mail}</strong>`);
  expect(page).toContain('1 part');
});

test('a message whose words cannot be made does not hide the others', async () => {
  await addMessage(database, { locale: 'fr' });
  const other = await addMessage(database);
  const page = await get('/demo/outbox');
  expect(page).toContain('could not be made');
  expect(page).toContain(`https://diwan.example/t/${other}`);
});

test('older messages are a page away', async () => {
  const ids: number[] = [];
  for (let number = 0; number < 23; number += 1) ids.push(await addMessage(database));
  const first = await get('/demo/outbox');
  const older = /href="(\/demo\/outbox\?before=\d+)"/.exec(first)?.[1] ?? '';
  expect(first).not.toContain(`/t/${ids[2]}"`);
  const second = await get(older);
  expect(second).toContain(`/t/${ids[2]}"`);
  expect(second).not.toContain('Older messages');
  expect(second).toContain('Newest messages');
  expect(await get('/demo/outbox?before=nonsense')).toContain(`/t/${ids[22]}"`);
});
