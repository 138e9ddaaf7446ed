import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cheapHashing, clientAt, hire } from '../../test/world/accounts.ts';
import { createTestDatabase, type TestDatabase } from '../../test/world/database.ts';
import { createProvider } from './provider.ts';
import { readSetCookie } from './session-cookie.ts';

/** A provider that says of itself and signs whatever a test wants: what a certified one never does. */
const clientId = 'diwan';
const email = 'rana@example.gov';
const keyPair = () => generateKeyPairSync('rsa', { modulusLength: 2_048 });
const [own, foreign] = [keyPair(), keyPair()];

let world: TestDatabase;
let server: Server;
let issuer: string;
let announced: Record<string, unknown> = {};
let idToken = '';
beforeAll(async () => {
  world = await createTestDatabase();
  await hire(world.database, cheapHashing(), email);
  server = createServer((request, response) => {
    const path = request.url ?? '';
    const answer = path.endsWith('/openid-configuration')
      ? {
          issuer,
          authorization_endpoint: `${issuer}/auth`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/jwks`,
          ...announced,
        }
      : path === '/jwks'
        ? { keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }] }
        : { access_token: 'x', token_type: 'bearer', id_token: idToken };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  await world.close();
});

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const tokenOf = (claims: object, header: object, key: KeyObject | undefined): string => {
  const content = `${encode(header)}.${encode(claims)}`;
  return `${content}.${key ? sign('sha256', Buffer.from(content), key).toString('base64url') : ''}`;
};

interface Forgery {
  readonly claims?: object;
  readonly header?: object;
  readonly key?: KeyObject | 'none';
  readonly announced?: Record<string, unknown>;
}

const signInBy = async (forgery: Forgery = {}): Promise<string> => {
  announced = forgery.announced ?? {};
  const provider = createProvider({
    config: { issuer, clientId, clientSecret: 'a secret of the client', label: 'State' },
    database: world.database,
    secret: 'only-for-tests-0123456789-abcdefghijklmnopqrstuvwxyz',
    origin: 'http://localhost:3000',
    prefix: '',
    onError: () => undefined,
  });
  const begun = await provider.begin('/staff');
  if (!begun) return 'unreachable';
  const asked = new URL(begun.url).searchParams;
  const now = Math.floor(Date.now() / 1_000);
  const claims = {
    iss: issuer,
    aud: clientId,
    sub: 'rana',
    nonce: asked.get('nonce'),
    iat: now,
    exp: now + 60,
    email,
    email_verified: true,
    ...forgery.claims,
  };
  const key = forgery.key === 'none' ? undefined : (forgery.key ?? own.privateKey);
  idToken = tokenOf(claims, { alg: 'RS256', kid: 'one', ...forgery.header }, key);
  const cookies = Object.fromEntries([readSetCookie(begun.setCookie)]);
  const back = new URLSearchParams({ code: 'x', state: asked.get('state') ?? '' });
  return (await provider.finish(`?${back}`, clientAt('192.0.2.1', cookies))).kind;
};

it('lets in whom the provider names in a token that is right', async () => {
  expect(await signInBy()).toBe('known');
});

const past = Math.floor(Date.now() / 1_000) - 3_600;

it.each<[string, Forgery]>([
  ['made for another program', { claims: { aud: 'another' } }],
  ['made by another provider', { claims: { iss: 'https://login.example.org' } }],
  ['made for another question', { claims: { nonce: 'another' } }],
  ['that is over', { claims: { iat: past - 60, exp: past } }],
  ['signed with a key that is not the provider’s', { key: foreign.privateKey }],
  ['without a signature', { key: 'none' }],
  ['that says it needs no signature', { header: { alg: 'none' }, key: 'none' }],
  ['that says it is signed with a secret', { header: { alg: 'HS256' } }],
  ['without a person', { claims: { sub: '' } }],
])('lets nobody in by a token %s', async (_what, forgery) => {
  expect(await signInBy(forgery)).not.toBe('known');
});

it('believes no provider that calls itself another than the configured one', async () => {
  expect(await signInBy({ announced: { issuer: 'https://login.example.org' } })).toBe('unreachable');
});
