import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/world/database.ts';
import { secretsFrom } from '../base/secrets.ts';
import { contactOf } from '../events/contact.ts';
import { applicantCodeOf } from './applicant-code.ts';
import { type Applicants, createApplicants } from './applicants.ts';

let world: TestDatabase;
beforeAll(async () => {
  world = await createTestDatabase();
});
afterAll(() => world.close());

const secrets = secretsFrom(new Uint8Array(32).fill(7));
const address = '192.0.2.1';
let applicants: Applicants;
let phone: string;
beforeEach(() => {
  applicants = createApplicants(world.database, secrets, () => undefined);
  phone = `+9613${randomInt(100_000, 999_999)}`;
});

const ask = async (): Promise<string> => {
  const sent = await applicants.sendCode({ phone, locale: 'ar', address });
  if ('wait' in sent) throw new Error('nobody should have to wait');
  return sent.id;
};
const show = (id: string, code = applicantCodeOf(secrets, id)) =>
  applicants.showCode({ id, code, address, seconds: 3_600 });
const signIn = async () => {
  const shown = await show(await ask());
  if (typeof shown === 'string' || 'wait' in shown) throw new Error('the code should open');
  const applicant = await applicants.find(shown.token);
  if (!applicant) throw new Error('somebody should be signed in');
  return { token: shown.token, applicant };
};
let statements = 0;
const run = (text: string, values: readonly unknown[] = []) =>
  world.database.run<Record<string, unknown>>({ name: `test/applicants/${(statements += 1)}`, text }, values);

let lastId = 1_000_000;
/** @param days how long ago it was made */
const makeRequest = async (of: string, days = 0): Promise<number> => {
  lastId += 1;
  await run(
    `insert into record (id, service, service_version, state, open, institution, data, channel, locale, submitted_at, updated_at, last_event, contact)
     values ($1, 'x', 1, 'submitted', true, 'ministry', '{}', 'web', 'ar', now() - make_interval(days => $2), now(), 1, $3)`,
    [lastId, days, contactOf(secrets, of)],
  );
  return lastId;
};

it('gathers the requests of the number that a code was sent to, and no others', async () => {
  const own = await makeRequest(phone);
  const strange = await makeRequest('+9613000000');
  const { applicant } = await signIn();
  expect((await applicants.requestsOf(applicant)).map(({ id }) => id)).toEqual([own]);
  expect(await applicants.owns(applicant, own)).toBe(true);
  expect(await applicants.owns(applicant, strange)).toBe(false);
});

it('keeps the code out of the database: neither the outbox nor the question holds it', async () => {
  const id = await ask();
  const code = applicantCodeOf(secrets, id);
  const kept = await run(
    `select outbox."values"::text as text from outbox where recipient = $1 union all select value from auth_verification where identifier = $2`,
    [phone, `applicant:${id}`],
  );
  expect(kept).toHaveLength(2);
  expect(kept.map(({ text }) => String(text).includes(code))).toEqual([false, false]);
});

it('takes a code once, and gives up after five wrong ones', async () => {
  const id = await ask();
  await expect(show(id)).resolves.toHaveProperty('token');
  await expect(show(id)).resolves.toBe('gone');

  const other = await ask();
  const wrong = applicantCodeOf(secrets, other) === '000000' ? '000001' : '000000';
  const answers = [];
  for (let guess = 0; guess < 5; guess++) answers.push(await show(other, wrong));
  expect(answers).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'gone']);
  await expect(show(other)).resolves.toBe('gone');
});

it('counts one of many guesses that come at once', async () => {
  const id = await ask();
  const answers = await Promise.all(Array.from({ length: 8 }, (_, guess) => show(id, String(guess).padStart(6, '0'))));
  expect(answers.filter((answer) => answer === 'wrong').length).toBeLessThanOrEqual(4);
});

it('sends few codes to one number, whoever asks, and says how long to wait', async () => {
  for (let sent = 0; sent < 5; sent++) await ask();
  const refused = await applicants.sendCode({ phone, locale: 'ar', address: '198.51.100.9' });
  expect(refused).toEqual({ wait: expect.any(Number) });
});

it('shows a new holder of a number nothing of the one before', async () => {
  const before = await makeRequest(phone, 90);
  const { applicant } = await signIn();
  expect(await applicants.owns(applicant, before)).toBe(false);
  // Who has shown codes all along sees old requests as well.
  await run(`update applicant set since = now() - interval '120 days' where phone = $1`, [phone]);
  expect(await applicants.owns((await signIn()).applicant, before)).toBe(true);
  // A year without a code: somebody else may hold the number now.
  await run(`update applicant set proved_at = now() - interval '13 months' where phone = $1`, [phone]);
  expect(await applicants.owns((await signIn()).applicant, before)).toBe(false);
});

it('adds a request of another number when it was opened with its secret', async () => {
  const other = await makeRequest('+9613111111');
  const { applicant } = await signIn();
  await applicants.add(applicant, other);
  await applicants.add(applicant, other);
  expect((await applicants.requestsOf(applicant)).map(({ id }) => id)).toEqual([other]);
});

it('ends sessions here, everywhere, and with the list', async () => {
  const one = await signIn();
  const two = await signIn();
  await applicants.leave(one.token);
  expect(await applicants.find(one.token)).toBeUndefined();
  expect(await applicants.find(two.token)).toBeDefined();
  await applicants.leaveEverywhere(two.applicant);
  expect(await applicants.find(two.token)).toBeUndefined();
  const three = await signIn();
  await applicants.forget(three.applicant);
  expect(await applicants.find(three.token)).toBeUndefined();
  expect(await run('select phone from applicant where phone = $1', [phone])).toEqual([]);
});
