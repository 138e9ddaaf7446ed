import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import csrf from '@fastify/csrf-protection';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addMessage, addRecord } from '../../../test/world/messages.ts';
import type { Staff } from '../../access/grant.ts';
import { scopeParameter } from '../../access/scope.ts';
import { type Database, statement } from '../../base/database.ts';
import { Problem } from '../../base/problem.ts';
import { listMessages } from '../../reactions/outbox-queries.ts';
import { createTestDatabase } from '../../../test/world/database.ts';
import { referenceOf } from '../../events/reference.ts';
import type { Request } from '../route.ts';
import { maskRecipient } from './mask-recipient.ts';
import { undeliveredRoutes } from './undelivered-routes.tsx';

let database: Database;
let close: () => Promise<void>;
let app: FastifyInstance;
let woken = 0;
const name = { ar: 'بوابة', fr: 'Portail', en: 'Portal' };
const agent: Staff = {
  accountId: 'a1',
  sessionId: 's1',
  email: 'rana@example.gov',
  name,
  locale: 'en',
  demonstration: true,
  grants: [],
};
const supervisor: Staff = { ...agent, accountId: 'a2' };
let staff = agent;

beforeAll(async () => {
  ({ database, close } = await createTestDatabase());
  await addRecord(database, 7, 'interior-ministry');
  await addRecord(database, 8, 'health-ministry');
  app = Fastify();
  await app.register(cookie, { secret: 'signs the cookie of forms in a test' });
  await app.register(formbody);
  await app.register(csrf, { sessionPlugin: '@fastify/cookie', cookieOpts: { signed: true } });
  app.setErrorHandler((error, _request, reply) =>
    reply.code(error instanceof Problem ? error.status : 500).send(String(error)),
  );
  const routes = undeliveredRoutes({
    database,
    wake: () => (woken += 1),
    timeZone: 'Asia/Beirut',
    access: 'staff',
    scopeOf: async ({ accountId }) =>
      scopeParameter({
        account: accountId,
        baskets: [
          {
            kind: 0,
            institutions: ['interior-ministry', ...(accountId === 'a2' ? ['health-ministry'] : [])],
            versions: [1],
          },
        ],
        lenses: [],
        asked: [],
      }),
    administration: {
      covers: (holder, institution) => holder === institution,
      services: () => [],
      findInstitution: () => ({}),
      platformRoles: [],
      administersAll: () => false,
    },
    mayRetryAll: ({ accountId }) => accountId === supervisor.accountId,
    referenceOf: (_service, id) => referenceOf('MP', id),
    contextOf: (request) => ({
      locale: 'en',
      url: request.url,
      portal: { name, owner: name, footer: [], isDemo: true },
      assets: {
        colour: '#000000',
        css: () => '/a.css',
        deskCss: () => '/b.css',
        fonts: () => [],
        icon: '/a.svg',
        island: () => ({ src: '', preload: [], later: [] }),
        files: [],
      },
    }),
  });
  for (const { method, path, handler } of routes) {
    app.route({
      method,
      url: path,
      handler: (request, reply) => {
        (request as Request).staff = staff;
        return handler(request as Request, reply);
      },
    });
  }
});
beforeEach(async () => {
  await database.run(statement('test/clear', 'delete from outbox'));
  staff = agent;
  woken = 0;
});
afterAll(async () => {
  await app.close();
  await close();
});

const get = async (path: string): Promise<string> => (await app.inject({ method: 'GET', url: path })).body;
const post = (path: string, payload = '') =>
  app.inject({ method: 'POST', url: path, payload, headers: { 'content-type': 'application/x-www-form-urlencoded' } });
const failedIds = async () => (await listMessages(database, { status: 'failed' })).messages.map(({ id }) => id);

test('a failed message is shown with its record, the reason in words, and no whole number', async () => {
  await addMessage(database, { status: 'failed' });
  const page = await get('/staff/messages');
  expect(page).toContain('href="/staff/records/MP-0000-007');
  expect(page).toContain('The gateway refuses this message');
  expect(page).toContain('Gateway’s answer: 400');
  expect(page).toContain('3 attempts');
  expect(page).toContain('+961•••456');
  expect(page).not.toContain('3123456');
});

test('messages of records that one may not see are not there, are not counted, and cannot be sent again', async () => {
  const id = await addMessage(database, { recordId: 8, status: 'failed' });
  const nothing = await get('/staff/messages?status=waiting');
  await addMessage(database, { recordId: 8, status: 'waiting' });
  expect(await get('/staff/messages')).not.toContain('MP-0000-008');
  expect((await get('/staff/messages?status=waiting')).replaceAll(/value="[^"]*"/g, '')).toBe(
    nothing.replaceAll(/value="[^"]*"/g, ''),
  );
  expect((await post(`/staff/messages/${id}/retry`)).statusCode).toBe(404);
  expect(await failedIds()).toEqual([id]);
});

test('a failed invitation is shown to who administers what it promises, without its link, and to nobody else', async () => {
  const boss: Staff = {
    ...agent,
    accountId: 'a3',
    grants: [{ role: 'administrator', institution: 'interior-ministry', services: null }],
  };
  const inviteTo = async (institution: string) => {
    const grants = JSON.stringify([{ role: 'agent', institution, services: null }]);
    const email = `new@${institution}.gov`;
    const [{ id } = { id: 0 }] = await database.run(
      statement<{ id: number }>(
        'test/failed-invitation',
        `with invited as (
           insert into account_invitation (email, locale, grants, expires_at) values ($1, 'ar', $2, now() + interval '1 day') returning id
         )
         insert into outbox (record_id, template, channel, recipient, locale, values, status, attempts, last_error)
         select null, 'account/invitation', 'email', $1, 'ar', jsonb_build_object('id', id), 'failed', 7, 'refused 400' from invited returning id`,
      ),
      [email, grants],
    );
    return id;
  };
  const [own, other] = [await inviteTo('interior-ministry'), await inviteTo('health-ministry')];
  expect(await get('/staff/messages')).not.toContain('new@');
  expect((await post(`/staff/messages/${own}/retry`)).statusCode).toBe(404);
  staff = boss;
  const page = await get('/staff/messages');
  expect(page).toContain('new@interior-ministry.gov');
  expect(page).toContain('Invitation to open an account');
  expect(page).not.toContain('new@health-ministry.gov');
  expect(page).not.toContain('/staff/join');
  expect((await post(`/staff/messages/${other}/retry`)).statusCode).toBe(404);
  expect((await post(`/staff/messages/${own}/retry`)).statusCode).toBe(303);
  expect(woken).toBe(1);
});

test('sending one again takes it off the list and wakes the worker', async () => {
  const id = await addMessage(database, { status: 'failed' });
  const answer = await post(`/staff/messages/${id}/retry`);
  expect(answer.statusCode).toBe(303);
  expect(woken).toBe(1);
  expect(await failedIds()).toEqual([]);
  expect(await get(String(answer.headers['location']))).toContain('1 message is being tried again now.');

  const twice = await post(`/staff/messages/${id}/retry`);
  expect(await get(String(twice.headers['location']))).toContain('Nothing was sent again');
  expect(woken).toBe(1);
  expect((await post('/staff/messages/none/retry')).statusCode).toBe(404);
});

test('after an outage whoever may has all of a channel sent again', async () => {
  await addMessage(database, { status: 'failed' });
  await addMessage(database, { recordId: 8, status: 'failed' });
  const mail = await addMessage(database, { channel: 'email', status: 'failed' });
  expect(await get('/staff/messages')).not.toContain('Send all failed again');
  expect((await post('/staff/messages/retry-all', 'channel=sms')).statusCode).toBe(403);

  staff = supervisor;
  expect(await get('/staff/messages')).toContain('Send all failed again (Text message: 2)');
  expect((await post('/staff/messages/retry-all', 'channel=pigeon')).statusCode).toBe(400);
  const answer = await post('/staff/messages/retry-all', 'channel=sms');
  expect(await get(String(answer.headers['location']))).toContain('2 messages are being tried again now.');
  expect(await failedIds()).toEqual([mail]);
});

test('what waits is a click away, and an empty list says what would be there', async () => {
  await addMessage(database, { status: 'waiting' });
  expect(await get('/staff/messages')).toContain('No failed messages');
  const page = await get('/staff/messages?status=waiting');
  expect(page).toContain('MP-0000-007');
  expect(page).toContain('Not tried yet');
  expect(page).not.toContain('Send again');
});

test('enough of an address is shown to recognise it', () => {
  expect(maskRecipient('+9613123456')).toBe('+961•••456');
  expect(maskRecipient('rana@example.org')).toBe('r•••@example.org');
  expect(maskRecipient('112')).toBe('•••');
});
