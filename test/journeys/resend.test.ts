import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshPhone, service, submit } from '../world/citizen.ts';
import { startProgram, type TestProgram } from '../world/program.ts';
import { type Visitor, visit } from '../world/visitor.ts';

let program: TestProgram;
beforeAll(async () => {
  program = await startProgram();
}, 180_000);
afterAll(() => program?.stop());

const form = `/services/${service}/form`;
const check = `/services/${service}/check`;
const calendar = (hours: number) => {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Beirut',
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
  return Object.fromEntries(
    format.formatToParts(new Date(Date.now() + hours * 3_600_000)).map(({ type, value }) => [type, value]),
  ) as Record<'day' | 'month' | 'year' | 'hour' | 'minute', string>;
};
const timeInputs = (name: string, hours: number) => {
  const { day, month, year, hour, minute } = calendar(hours);
  return {
    [`${name}.day`]: day,
    [`${name}.month`]: month,
    [`${name}.year`]: year,
    [`${name}.time`]: `${hour}:${minute}`,
  };
};

/** Somebody whose form is filled in and stands at the check. */
const atTheCheck = async (): Promise<Visitor> => {
  const visitor = visit(program.url);
  await visitor.get(`${form}/applicant`);
  await visitor.post(`${form}/applicant`, { full_name: 'Leila', phone: freshPhone() });
  await visitor.post(`${form}/trip`, { 'origin.search': 'Saida', 'destination.search': 'Tripoli' });
  await visitor.post(`${form}/reason`, { reason: 'medical' });
  const { path } = await visitor.post(`${form}/time`, {
    ...timeInputs('leave_at', 0.2),
    ...timeInputs('back_at', 2),
    plate: '',
  });
  expect(path).toBe(check);
  expect((await visitor.get(check)).status).toBe(200);
  return visitor;
};

describe('sending', () => {
  test('twice at once, as an impatient finger does, makes one request', async () => {
    const visitor = await atTheCheck();
    const answers = await Promise.all([visitor.post(check), visitor.copy().post(check), visitor.copy().post(check)]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
    expect(new Set(answers.map(({ path }) => path)).size).toBe(1);
    expect(answers[0]?.path).toMatch(/^\/track\/MP-\d{4}-\d{4}\/receipt$/);
  });

  test('again when the answer was lost gives the same receipt', async () => {
    const visitor = await atTheCheck();
    const beforeAnswer = visitor.copy();
    const { path } = await visitor.post(check);
    expect((await beforeAnswer.post(check)).path).toBe(path);
    expect((await beforeAnswer.get(path)).status).toBe(200);
    // And from the same page, after the receipt was seen; going back leads to the receipt too.
    expect((await visitor.post(check)).path).toBe(path);
    expect((await visitor.get(check)).path).toBe(path);
  });

  test('again after somebody let this phone forget the request does not bring it back', async () => {
    const visitor = await atTheCheck();
    const { path } = await visitor.post(check);
    await visitor.get(path.replace('/receipt', ''));
    await visitor.post(path.replace('/receipt', '/forget'));
    expect((await visitor.post(check)).path).not.toBe(path);
    expect((await visitor.get(path)).path).toMatch(/^\/track\?reference=/);
  });

  test('a form that was begun after a request was sent makes another one', async () => {
    const visitor = await atTheCheck();
    const { path } = await visitor.post(check);
    const begun = await visitor.get(`${form}/applicant`);
    expect(begun.text).not.toContain('Leila');
    await visitor.post(`${form}/applicant`, { full_name: 'Karim', phone: freshPhone() });
    expect((await visitor.post(check)).path).not.toBe(path);
  });
});

describe('a form', () => {
  test('cannot be entered in the middle', async () => {
    const visitor = visit(program.url);
    expect(await visitor.get(`${form}/time`)).toMatchObject({ status: 303, path: `${form}/applicant` });
    expect(await visitor.get(check)).toMatchObject({ status: 303, path: `${form}/applicant` });
    expect((await visitor.get(`${form}/nowhere`)).status).toBe(404);
    expect((await visitor.get('/services/nothing/form/applicant')).status).toBe(404);
  });

  test('from another site, without the token, is refused with words', async () => {
    const visitor = visit(program.url);
    const answer = await visitor.post(`${form}/applicant`, { full_name: 'x' });
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('expired');
  });

  test.each([
    ['a null character', 'full_name=a%00b&phone=03123456'],
    ['text that is not UTF-8', 'full_name=%C3%28&phone=03123456'],
    ['a name that turns what follows around', 'full_name=a%E2%80%AEb&phone=03123456'],
    ['a name twice', 'full_name=&full_name=b&phone=03123456'],
    ['thousands of letters', `full_name=${'a'.repeat(20_000)}&phone=03123456`],
    ['a prototype', '__proto__[full_name]=a&constructor=b'],
  ])('with %s gets a page that says what to do', async (_what, body) => {
    const visitor = visit(program.url);
    await visitor.get(`${form}/applicant`);
    const answer = await visitor.post(`${form}/applicant`, body);
    expect([400, 422]).toContain(answer.status);
    expect(answer.text).toContain('<h1');
    expect((await visitor.get(`${form}/applicant?errors=1`)).status).toBe(200);
  });

  test('of a tampered draft is a new form', async () => {
    const visitor = await atTheCheck();
    const name = `draft-${service}`;
    visitor.cookies.set(name, (visitor.cookies.get(name) ?? '').replace(/[0-9a-f](?=\.)/, 'x'));
    expect((await visitor.get(check)).path).toBe(`${form}/applicant`);
  });
});

describe('a request of somebody else', () => {
  test('gets the same answer with a wrong secret as when there is none', async () => {
    const { reference } = await submit(program.url, 'en');
    const visitor = visit(program.url);
    await visitor.get('/track');
    const wrong = await visitor.post('/track', { reference, secret: '123456789012' });
    const unknown = await visitor.post('/track', { reference: 'MP-9999-0008', secret: '123456789012' });
    const plain = (text: string) => text.replaceAll(/value="[^"]*"/g, '');
    expect(wrong.status).toBe(404);
    expect(unknown.status).toBe(404);
    expect(plain(wrong.text)).toBe(plain(unknown.text));
  });

  test('is not opened by a cookie that was made up or signed for something else', async () => {
    const { reference } = await submit(program.url, 'en');
    const visitor = await atTheCheck();
    for (const forged of [`records ${reference}.zzzzzz`, visitor.cookies.get(`draft-${service}`) ?? '']) {
      visitor.cookies.set('records', encodeURIComponent(decodeURIComponent(forged)));
      expect((await visitor.get(`/track/${reference}`)).path).toBe(`/track?reference=${reference}`);
      expect((await visitor.get(`/records/${reference}/documents/1.pdf`)).path).toBe(`/track?reference=${reference}`);
    }
  });

  test('cannot be guessed at: after twenty wrong secrets nobody on that network is answered', async () => {
    const { reference } = await submit(program.url, 'en');
    const visitor = visit(program.url);
    await visitor.get('/track');
    const statuses: number[] = [];
    for (let guess = 0; guess < 40; guess++)
      statuses.push((await visitor.post('/track', { reference, secret: String(100_000_000_000 + guess) })).status);
    expect(statuses.at(-1)).toBe(429);
    expect((await visitor.post('/track', { reference, secret: '1' })).text).toContain('Too many');
  });
});
