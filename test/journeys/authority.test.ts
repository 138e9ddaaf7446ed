import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signCookie } from '../../src/access/cookie-signature.ts';
import { createCovers } from '../../src/access/covers.ts';
import { hasRole, type Staff } from '../../src/access/grant.ts';
import { listHeldGrants } from '../../src/access/grant-queries.ts';
import { maySee, seesBasket } from '../../src/access/sight.ts';
import { type Database, openDatabase, statement } from '../../src/base/database.ts';
import { readConfig } from '../../src/base/config.ts';
import { loadSecrets } from '../../src/base/secrets.ts';
import { compileService } from '../../src/definition/compile-service.ts';
import { referenceOf } from '../../src/events/reference.ts';
import type { Service } from '../../src/definition/service.ts';
import type { Channel } from '../../src/record/events.ts';
import type { RecordTask } from '../../src/record/nouns/tasks.ts';
import type { Program } from '../../src/running-program.ts';
import { startProgram } from '../../src/server.ts';
import { loadTerritory } from '../../src/territory/load-territory.ts';
import { freePort } from '../world/free-port.ts';
import { createDemonstration } from '../world/open-program.ts';

/**
 * Every address of the program, called by everybody of the demonstration and by nobody: what the route declares holds, and
 * no address shows anything of a record to who may not see it.
 */
interface Caller {
  readonly who: string;
  readonly staff: Pick<Staff, 'accountId' | 'grants'>;
  readonly token: string;
}
interface KnownRecord {
  readonly reference: string;
  readonly service: Service;
  readonly institution: string;
  readonly state: string;
  readonly channel: Channel;
  readonly tasks: readonly RecordTask[];
  /** Institutions that handed it over: they see it as it was then. */
  readonly left: readonly string[];
  /** What only a reader of the record knows. */
  readonly secret: string | undefined;
}

let program: Program;
let owner: Database;
let callers: readonly Caller[];
let records: readonly KnownRecord[];
let covers: ReturnType<typeof createCovers>;
const ends: (() => Promise<unknown>)[] = [];

const accounts = statement<{ id: string; email: string; password: boolean }>(
  'test/demo-accounts',
  'select id, email from auth_user where demonstration order by email',
);
const openSession = statement(
  'test/open-session',
  `insert into auth_session (user_id, token, expires_at, updated_at, second_factor) values ($1, $2, now() + interval '1 hour', now(), 'totp')`,
);
const someRecords = statement<{
  id: number;
  institution: string;
  state: string;
  channel: Channel;
  name: string | null;
  tasks: readonly RecordTask[];
  left: readonly string[];
  files: Readonly<Record<string, string>>;
}>(
  'test/some-records',
  `select picked.* from (
     select each.*, row_number() over (partition by each.service order by json_array_length(each.tasks) desc, each.id) as place
     from (
       select distinct on (record.service, record.institution) record.service, record.id, record.institution, record.state, record.channel,
          coalesce(record.data ->> 'full_name', record.data ->> 'name') as name, service_version.files,
          coalesce((select json_agg(came_from) from (select coalesce(facts -> 'transferred' ->> 'from', facts ->> 'from') as came_from
            from event where event.record_id = record.id) as moved where came_from is not null), '[]') as "left",
          coalesce((select json_agg(json_build_object('name', task.name, 'institution', task.institution, 'standing', 'open'))
            from task where task.record_id = record.id and task.open), '[]') as tasks
        from record join service_version on service_version.id = record.service_version
       order by record.service, record.institution, record.id
     ) each
   ) picked
   where picked.place <= 2
   order by picked.id`,
);

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'diwan-authority-'));
  const database = await createDemonstration(folder);
  ends.push(() => rm(folder, { recursive: true, force: true }), database.close);
  const { host, user, password, database: name } = database.administrator;
  const url = `postgres://${encodeURIComponent(user)}:${encodeURIComponent(password)}@localhost/${name}?host=${encodeURIComponent(host)}`;
  const config = readConfig({
    PORT: String(await freePort()),
    DIWAN_DATA: folder,
    DATABASE_URL: url,
    LOG_LEVEL: 'fatal',
    REQUESTS_PER_MINUTE: '1000000',
    TRUST_PROXY: '1',
  });
  program = await startProgram(config);
  ends.push(program.stop);
  owner = openDatabase({ ...database.administrator, max: 2 }, () => undefined);
  ends.push(owner.close);
  const secret = loadSecrets(join(folder, 'keys')).mac('accounts').toString('hex');
  const everybody = await owner.run(accounts);
  const held = new Map(
    (await owner.run(listHeldGrants, [everybody.map(({ id }) => id)])).map((row) => [row.account, row.grants]),
  );
  callers = await Promise.all(
    everybody.map(async ({ id, email }) => {
      const token = `token-of-${id}`;
      await owner.run(openSession, [id, token]);
      return { who: email, staff: { accountId: id, grants: held.get(id) ?? [] }, token: signCookie(secret, token) };
    }),
  );
  covers = createCovers(await loadTerritory(owner));
  records = (await owner.run(someRecords)).map(({ id, files, name: secretName, ...held_ }) => {
    const service = compileService(files, 'test', 'Asia/Beirut');
    return { ...held_, service, reference: referenceOf(service.referencePrefix, id), secret: secretName ?? undefined };
  });
}, 300_000);
afterAll(async () => {
  for (const end of ends.toReversed()) await end();
});

let callsMade = 0;
/** From an address of its own each time: nobody is to be limited here. */
const call = async (method: string, path: string, token: string | undefined) => {
  callsMade += 1;
  const address = `10.${(callsMade >> 16) & 255}.${(callsMade >> 8) & 255}.${callsMade & 255}`;
  const isApi = path.startsWith('/api/');
  const abort = new AbortController();
  const response = await fetch(program.address.replace('127.0.0.1', 'localhost') + path, {
    method,
    redirect: 'manual',
    signal: abort.signal,
    headers: {
      'x-forwarded-for': address,
      ...(token !== undefined &&
        (isApi
          ? { authorization: `Bearer ${token}` }
          : { cookie: `diwan.session_token=${encodeURIComponent(token)}` })),
      ...(method === 'POST' && { 'content-type': isApi ? 'application/json' : 'application/x-www-form-urlencoded' }),
    },
    ...(method === 'POST' && { body: isApi ? '{}' : 'a=b' }),
  });
  const { status, headers } = response;
  const isStream = headers.get('content-type')?.startsWith('text/event-stream') ?? false;
  const body = isStream ? '' : await response.text();
  if (isStream) abort.abort();
  return { status, body, location: headers.get('location') ?? '' };
};

const values: Readonly<Record<string, string>> = {
  service: 'mobility-permit',
  field: 'origin',
  page: 'trip',
  draft: '00000000-0000-4000-8000-000000000000',
  id: '00000000-0000-4000-8000-000000000000',
  account: '00000000-0000-4000-8000-000000000000',
  event: '1',
  '*': 'x',
};
const fill = (path: string, more: Readonly<Record<string, string>> = {}): string =>
  path.replaceAll(/:(\w+)|\*/g, (whole, name: string | undefined) => ({ ...values, ...more })[name ?? whole] ?? 'x');

test('every address declares who may call it, and those of civil servants let nobody else in', async () => {
  expect(program.routes.length).toBeGreaterThan(100);
  for (const { method, path, access } of program.routes) {
    expect(access, `${method} ${path}`).toBeDefined();
    if (path.startsWith('/staff') && !/^\/staff\/(sign-in|sign-out|join)/.test(path))
      expect(access, path).not.toBe('public');
    if (method === 'HEAD' || access === 'public') continue;
    const { status, location } = await call(method, fill(path), undefined);
    const isTurnedAway = status === 401 || (status === 303 && location.startsWith('/staff/sign-in'));
    expect(isTurnedAway, `${method} ${path} without a session: ${status} ${location}`).toBe(true);
  }
}, 120_000);

test('a role that a route does not name gets nowhere, and no role breaks anything', async () => {
  // What a route asks for are roles: of those who hold the same ones, for the same services, one speaks for all.
  const rolesOf = ({ staff }: Caller) =>
    JSON.stringify(staff.grants.map(({ role, services }) => [role, services]).toSorted());
  const ofEachKind = [...new Map(callers.map((caller) => [rolesOf(caller), caller])).values()];
  expect(ofEachKind.length).toBeGreaterThan(20);
  for (const { method, path, access } of program.routes) {
    if (method === 'HEAD' || path.includes('*') || path === '/api/v1/sessions' || path === '/staff/sign-out') continue;
    await Promise.all(
      ofEachKind.map(async ({ who, staff, token }) => {
        const { status } = await call(method, fill(path), token);
        const what = `${method} ${path} by ${who}: ${status}`;
        expect(status, what).toBeLessThan(500);
        const isNamed = typeof access !== 'object' || hasRole(staff as Staff, access.roles);
        if (!isNamed) expect(status, what).toBe(403);
      }),
    );
  }
}, 600_000);

test('no address shows a record to who may not see it, and the page of it is there for who may', async () => {
  const ofRecords = program.routes.filter(
    ({ method, path }) =>
      method !== 'HEAD' && path.includes(':reference') && (path.startsWith('/staff') || path.startsWith('/api')),
  );
  expect(ofRecords.length).toBeGreaterThan(8);
  let [seen, hidden] = [0, 0];
  for (const record of records) {
    for (const { who, staff, token } of callers) {
      const isSeen = maySee(staff, record.service, record, covers);
      const what = `${record.reference} by ${who}`;
      if (record.left.some((institution) => seesBasket(staff, record.service, { ...record, institution }, covers)))
        continue;
      const api = await call('GET', `/api/v1/records/${record.reference}`, token);
      expect(api.status === 200, `${what}: ${api.status}`).toBe(isSeen);
      if (isSeen) {
        seen += 1;
        continue;
      }
      hidden += 1;
      await Promise.all(
        ofRecords.map(async ({ method, path }) => {
          const { status, body } = await call(method, fill(path, { reference: record.reference }), token);
          // The form for emergencies is the same whether there is such a record or not.
          const allowed = path.endsWith('/exception') ? [200] : [];
          expect([400, 401, 403, 404, 410, 422, ...allowed], `${what}: ${method} ${path}: ${status}`).toContain(status);
          if (record.secret !== undefined) expect(body, `${what}: ${method} ${path}`).not.toContain(record.secret);
        }),
      );
      // Not even that there is such a record: what does not exist gets the same answer.
      const nothing = await call(
        'GET',
        `/api/v1/records/${referenceOf(record.service.referencePrefix, 999_999)}`,
        token,
      );
      expect(nothing.status).toBe(api.status);
    }
  }
  expect(seen).toBeGreaterThan(50);
  expect(hidden).toBeGreaterThan(50);
}, 900_000);
