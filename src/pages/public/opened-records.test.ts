import cookie from '@fastify/cookie';
import Fastify from 'fastify';
import { expect, test } from 'vitest';
import type { Parts } from '../parts.ts';
import type { Request } from '../route.ts';
import { forgetRecord, openedReferences, rememberRecord } from './opened-records.ts';

/** A browser that remembers and forgets records at the times it is told; gives what it may open then. */
const browser = async () => {
  let now = new Date('2026-11-22T10:00:00Z');
  const parts = { config: { secure: true }, world: () => ({ now }) } as unknown as Parts;
  const app = Fastify();
  await app.register(cookie, { secret: 'only for tests', hook: 'onRequest' });
  app.get('/open/:reference', (request, reply) => {
    rememberRecord(parts, request as Request, reply, (request.params as { reference: string }).reference);
    return '';
  });
  app.get('/forget/:reference', (request, reply) => {
    forgetRecord(parts, request as Request, reply, (request.params as { reference: string }).reference);
    return '';
  });
  app.get('/', (request) => openedReferences(parts, request as Request));
  let jar = '';
  const get = async (url: string) => {
    const answer = await app.inject({ url, headers: { cookie: jar } });
    const [set] = answer.cookies;
    if (set) jar = set.value === '' ? '' : `${set.name}=${encodeURIComponent(set.value)}`;
    return answer;
  };
  return {
    get,
    passDays: (days: number) => (now = new Date(+now + days * 86_400_000)),
    opened: async () => (await get('/')).json<string[]>(),
    tamper: (change: (cookies: string) => string) => (jar = change(jar)),
  };
};

test('a browser opens what it has opened before, the latest first, in a cookie that scripts cannot read', async () => {
  const { get, opened } = await browser();
  await get('/open/MP-0000-0001');
  const [set] = (await get('/open/MP-0000-0002')).cookies;
  expect(set).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Lax', path: '/' });
  await get('/open/MP-0000-0001');
  expect(await opened()).toEqual(['MP-0000-0001', 'MP-0000-0002']);
  await get('/forget/MP-0000-0001');
  expect(await opened()).toEqual(['MP-0000-0002']);
  await get('/forget/MP-0000-0002');
  expect(await opened()).toEqual([]);
});

test('a week later it has forgotten, even when the cookie was kept longer', async () => {
  const { get, opened, passDays } = await browser();
  await get('/open/A');
  passDays(4);
  await get('/open/B');
  passDays(4);
  expect(await opened()).toEqual(['B']);
  passDays(4);
  expect(await opened()).toEqual([]);
});

test('twenty are remembered', async () => {
  const { get, opened } = await browser();
  for (let number = 1; number <= 25; number++) await get(`/open/R-${number}`);
  expect(await opened()).toEqual(Array.from({ length: 20 }, (_, index) => `R-${25 - index}`));
});

test('a cookie that was changed opens nothing', async () => {
  const { get, opened, tamper } = await browser();
  await get('/open/MP-0000-0001');
  tamper((cookies) => cookies.replace('0001', '0002'));
  expect(await opened()).toEqual([]);
});
