import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../src/base/database.ts';
import type { Login } from '../../src/base/embedded-postgres.ts';
import { type Catalogue, openCatalogue } from '../../src/catalogue/catalogue.ts';
import { publish } from '../../src/catalogue/publish.ts';
import type { ServiceFiles } from '../../src/definition/compile-service.ts';
import { createEmptyDatabase, type EmptyDatabase } from '../world/database.ts';
import { startProgram, type TestProgram } from '../world/program.ts';
import { hoursAfter } from '../world/service.ts';
import { permitDeclaration, plateRenamed, titled } from '../world/versions.ts';
import { type Answer, visit } from '../world/visitor.ts';

/** New versions are published while 64 people ask two programs on one database for permits and look at pages. */
const timeZone = 'Asia/Beirut';
const service = 'mobility-permit';
const clients = 64;
const [submitters, lookers] = [40, 16];

let empty: EmptyDatabase;
let keys: string;
let programs: readonly TestProgram[];
let database: Database;
let catalogue: Catalogue;
beforeAll(async () => {
  empty = await createEmptyDatabase();
  // Programs on one database share their keys.
  keys = await mkdtemp(join(tmpdir(), 'diwan-publish-'));
  const env = { DATABASE_URL: urlOf(empty.administrator), DIWAN_DEMO: '0' };
  const first = await startProgram(env, keys);
  programs = [first, await startProgram(env, keys)];
  database = openDatabase({ ...empty.program, max: 4 }, () => undefined);
  catalogue = await openCatalogue(database, { timeZone });
}, 240_000);
afterAll(async () => {
  await database?.close();
  for (const program of programs ?? []) await program.kill();
  await empty?.close();
  await rm(keys, { recursive: true, force: true });
});

const urlOf = ({ user, password, host, database: name }: Login): string =>
  `postgres://${encodeURIComponent(user)}:${encodeURIComponent(password)}@localhost/${name}?host=${encodeURIComponent(host)}`;

const failures: string[] = [];
const seen = new Map<string, Set<string>>();
let sent = 0;
let filled = 0;

/** An answer that is not what it should be: a program that is too busy counts as well. */
const judge = (what: string, { status, text }: Pick<Answer, 'status' | 'text'>, wanted: number): boolean => {
  if (status === wanted) return true;
  failures.push(`${what}: ${status} ${text.slice(0, 300)}`);
  return false;
};

const submit = async (url: string): Promise<void> => {
  const now = new Date();
  const data = {
    full_name: 'ليلى حدّاد',
    phone: `+96170${String(100_000 + (sent++ % 900_000))}`,
    origin: 'LB-JA-SAI-001',
    destination: 'LB-BA-BEI-001',
    reason: 'medical',
    leave_at: hoursAfter(1, now),
    back_at: hoursAfter(3, now),
  };
  const answer = await fetch(`${url}/api/v1/services/${service}/submissions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key: randomUUID(), data }),
  });
  judge('a submission', { status: answer.status, text: await answer.text() }, 201);
};

const look = async (url: string): Promise<void> => {
  const visitor = visit(url);
  judge('the page of the service', await visitor.get(`/services/${service}`), 200);
  const page = await visitor.get(`/services/${service}/form/applicant`);
  judge('the form', page, 200);
  const api = await visitor.get(`/api/v1/services/${service}`);
  if (!judge('the service', api, 200)) return;
  const { version } = JSON.parse(api.text) as { version: string };
  seen.set(url, (seen.get(url) ?? new Set()).add(version));
};

const typedOn = (page: string, html: string): Readonly<Record<string, string>> => {
  const there = new Date(Date.now() + 3_600_000);
  const day = { day: String(there.getDate()), month: String(there.getMonth() + 1), year: String(there.getFullYear()) };
  const at = (name: string, hours: number) => {
    const words = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short', timeStyle: 'short', hour12: false });
    const [date = '', time = ''] = words.format(new Date(Date.now() + hours * 3_600_000)).split(', ');
    const [year = day.year, month = day.month, dayOfMonth = day.day] = date.split('-');
    return { [`${name}.day`]: dayOfMonth, [`${name}.month`]: month, [`${name}.year`]: year, [`${name}.time`]: time };
  };
  switch (page) {
    case 'applicant':
      return { full_name: 'سامي عون', phone: '03 123 456' };
    case 'trip':
      return { origin: 'LB-JA-SAI-001', destination: 'LB-BA-BEI-001' };
    case 'reason':
      return { reason: 'travel' };
    default:
      // As a browser does: what the page asked for, under the names that it had then.
      return { ...at('leave_at', 1), ...at('back_at', 3), [html.includes('name="car"') ? 'car' : 'plate']: 'B 123' };
  }
};

/** Fills in the whole form, slowly enough to be overtaken by a version. */
const fill = async (url: string): Promise<void> => {
  const visitor = visit(url);
  let path = `/services/${service}/form/applicant`;
  for (let step = 0; step < 40; step++) {
    const address = new URL(path, url).pathname;
    const page = await visitor.get(path.split('#')[0] ?? path);
    if (page.status === 303) {
      path = page.path;
      continue;
    }
    if (!judge(`the page ${address}`, page, 200)) return;
    await wait(150);
    const name = address.split('/').at(-1) ?? '';
    const version = /name="_version" value="([^"]*)"/.exec(page.text)?.[1];
    const typed = { ...(version !== undefined && { _version: version }), ...typedOn(name, page.text) };
    const answer = await visitor.post(address, name === 'check' ? {} : typed);
    if (!judge(`sending ${address}`, answer, 303)) return;
    if (name === 'check' && answer.path.includes('/track/')) {
      filled++;
      return;
    }
    path = answer.path;
  }
  failures.push(`a form was never done: ${path}`);
};

test('a version published under load is taken by both programs without one failed request', async () => {
  const versions: readonly ServiceFiles[] = [
    titled('second'),
    plateRenamed(titled('third')),
    titled('fourth', plateRenamed()),
    permitDeclaration,
  ];
  let isOver = false;
  const work = Array.from({ length: clients }, async (_, index) => {
    const url = programs[index % programs.length]?.url ?? '';
    const act = index < submitters ? submit : index < submitters + lookers ? look : fill;
    while (!isOver) {
      await act(url).catch((error: Error) => failures.push(`${error.message} ${String(error.cause)}`));
      await wait(100);
    }
  });
  await wait(2_000);
  const digests: string[] = [];
  for (const files of versions) {
    const { service: published } = await publish({ database, catalogue, timeZone }, files, { origin: 'command' });
    digests.push(published.digest);
    await wait(2_500);
  }
  isOver = true;
  await Promise.all(work);

  expect(failures).toEqual([]);
  for (const { url } of programs) expect([...(seen.get(url) ?? [])]).toEqual(expect.arrayContaining(digests));
  expect(sent).toBeGreaterThan(100);
  expect(filled).toBeGreaterThan(2);
  // What was typed under one name arrived under the one that was in force when it was sent.
  const [row] = await database.run<{ lost: number; versions: number }>({
    name: 'test/lost-plates',
    text: `select count(*) filter (where coalesce(data ->> 'car', data ->> 'plate') is distinct from 'B 123')::int as lost,
                  count(distinct service_version)::int as versions
           from record where channel = 'web'`,
  });
  expect(row?.lost).toBe(0);
  expect(row?.versions).toBeGreaterThan(1);
});
