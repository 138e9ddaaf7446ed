import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startProgram, type TestProgram } from '../world/program.ts';

/** What strangers, broken programs and tired people send to the API. Each gets a clear answer; nothing reaches the log. */
const name = 'زينب المجهولة';
const phone = '+96170987654';
let program: TestProgram;
beforeAll(async () => {
  program = await startProgram({ LOG_LEVEL: 'trace' });
}, 180_000);
afterAll(() => program?.stop());

const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
const goodData = () => ({
  full_name: name,
  phone,
  origin: 'LB-JA-SAI-001',
  destination: 'LB-BA-BEI-001',
  reason: 'medical',
  leave_at: at(1),
  back_at: at(3),
});

const post = (body: string | Uint8Array<ArrayBuffer>, lang = 'en', type = 'application/json') =>
  fetch(`${program.url}/api/v1/services/mobility-permit/submissions?lang=${lang}`, {
    method: 'POST',
    headers: { 'content-type': type },
    body,
  });
const submission = (data: unknown, key: unknown = randomUUID()) => JSON.stringify({ key, data });

interface LogLine {
  readonly msg: string;
}

interface Refusal {
  readonly code: string;
  readonly title: string;
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
}

const refused = async (response: Response): Promise<Refusal & { readonly status: number }> => {
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  return { status: response.status, ...((await response.json()) as Refusal) };
};

describe('a submission that cannot be taken is refused in words', () => {
  test.each([
    ['nothing', '', 400, 'malformed-json'],
    ['half a document', '{"key":', 400, 'malformed-json'],
    ['a list', '[]', 422, 'invalid-data'],
    ['a key that is no UUID', submission(goodData(), 'again'), 422, 'invalid-data'],
    ['a key of another type', submission(goodData(), 7), 422, 'invalid-data'],
    [
      'a member that nobody asked for',
      JSON.stringify({ key: randomUUID(), data: {}, admin: true }),
      422,
      'invalid-data',
    ],
    ['a prototype', `{"key":"${randomUUID()}","data":{"__proto__":{"state":"approved"}}}`, 400, 'malformed-json'],
    [
      'a thousand levels',
      `{"key":"${randomUUID()}","data":{"full_name":${'['.repeat(1000)}${']'.repeat(1000)}}}`,
      422,
      'invalid-data',
    ],
    ['ten megabytes', submission({ full_name: 'x'.repeat(10_000_000) }), 413, 'too-large'],
    ['a place that does not exist', submission({ ...goodData(), origin: 'LB-XX-000' }), 422, 'invalid-data'],
    ['a date of the year 20260', submission({ ...goodData(), leave_at: '20260-01-01T00:00:00Z' }), 422, 'invalid-data'],
    ['yesterday', submission({ ...goodData(), leave_at: at(-24) }), 422, 'invalid-data'],
    ['a number for a name', submission({ ...goodData(), full_name: 5 }), 422, 'invalid-data'],
  ])('%s', async (_what, body, status, code) => {
    expect(await refused(await post(body))).toMatchObject({ status, code });
  });

  test('bytes that are no UTF-8', async () => {
    expect(
      await refused(await post(new Uint8Array([...Buffer.from('{"key":"'), 0xff, 0xfe, ...Buffer.from('"}')]))),
    ).toMatchObject({ status: 400, code: 'malformed-json' });
  });

  test('another type of content', async () => {
    expect(await refused(await post('<permit/>', 'en', 'application/xml'))).toMatchObject({
      status: 415,
      code: 'unsupported-type',
    });
  });

  test('a service that does not exist', async () => {
    const response = await fetch(`${program.url}/api/v1/services/nothing/submissions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: submission({}),
    });
    expect(await refused(response)).toMatchObject({ status: 404, code: 'unknown-service' });
  });

  test.each([
    ['ar', 'أجب عن «رقم الهاتف الخليوي»'],
    ['fr', 'Répondez à « Numéro de portable »'],
    ['en', 'Answer “Mobile number”'],
  ])('at its field, in the language of the caller: %s', async (lang, message) => {
    const { errors } = await refused(await post(submission({ ...goodData(), phone: '' }), lang));
    expect(errors).toEqual([{ path: 'phone', code: 'required', message }]);
  });
});

test('Arabic-Indic digits are read as digits', async () => {
  expect((await post(submission({ ...goodData(), phone: '٧٠ ٩٨٧ ٦٥٤' }))).status).toBe(201);
});

test('a key that was used for other data is refused, and the first record stays as it is', async () => {
  const key = randomUUID();
  const first = (await (await post(submission(goodData(), key))).json()) as { reference: string; secret: string };
  expect(await refused(await post(submission({ ...goodData(), reason: 'food' }, key)))).toMatchObject({
    status: 409,
    code: 'key-reused',
  });
  const record = await fetch(`${program.url}/api/v1/records/${first.reference}`, {
    headers: { 'x-record-secret': first.secret },
  });
  expect(await record.json()).toMatchObject({ data: { reason: 'medical' } });
});

test('a wrong secret and an unknown reference get the same answer, and guessing has to wait', async () => {
  const { reference } = (await (await post(submission(goodData()))).json()) as { reference: string };
  const look = (which: string, secret: string, from = 0) =>
    fetch(`${program.url}/api/v1/records/${which}?lang=en`, {
      headers: { 'x-record-secret': secret, 'x-forwarded-for': `192.0.2.${from}`, forwarded: `for=192.0.2.${from}` },
    });
  const wrong = await (await look(reference, '0000 0000 0000')).json();
  expect(wrong).toEqual(await (await look('MP-9999-9998', '0000 0000 0000')).json());
  expect(wrong).toMatchObject({ code: 'unknown-record' });
  const statuses = [];
  // A client that says it is another one is still the same: nobody here was told to believe that.
  for (let guess = 0; guess < 25; guess++)
    statuses.push((await look(reference, `0000 0000 ${1_000 + guess}`, guess)).status);
  expect(statuses).toContain(429);
});

test('the log tells what happened, what was refused, and nothing about whom', async () => {
  await fetch(`${program.url}/api/v1/sessions`, { method: 'DELETE' });
  await fetch(`${program.url}/track`, { method: 'POST', body: new URLSearchParams({ reference: 'MP-1' }) });
  await post(submission(goodData()));
  await post(submission({ ...goodData(), leave_at: 'soon' }));
  await new Promise((resolve) => setTimeout(resolve, 1_200));
  const log = program.log();
  expect(log).toContain('/api/v1/services/:service/submissions');
  const lines = log.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as LogLine] : []));
  const refusals = lines.filter(({ msg }) => msg === 'refused');
  // Without a session, without the token of a form, with a guessed secret: when, in which request, where and why.
  for (const [code, route] of [
    ['sign-in-required', '/api/v1/sessions'],
    ['form-expired', '/track'],
    ['unknown-record', '/api/v1/records/:reference'],
  ])
    expect(refusals).toContainEqual(
      expect.objectContaining({ code, route, time: expect.any(Number), reqId: expect.any(String) }),
    );
  for (const personal of [name, 'زينب', '987654', '987 654', '٩٨٧', 'LB-JA-SAI-001', '0000 0000', 'medical'])
    expect(log).not.toContain(personal);
});
