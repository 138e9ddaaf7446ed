import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { signIn } from '../world/citizen.ts';
import { visitAs } from '../world/clerk.ts';
import { officeOf } from '../world/office.ts';
import { startProgram, type TestProgram } from '../world/program.ts';
import { type Visitor, visit } from '../world/visitor.ts';
import { withTexts } from '../world/declared.ts';
import { worksData, worksWith } from '../world/works.ts';

/** Work on records as people see it on their pages: a service that uses all of it, on the whole program. */
const withArchive = worksWith('closed: closed }', 'closed: closed, archived: closed }').replace(
  '  close: {',
  () => `  entrust: { from: refused, to: archived, by: chief, assign: person }
  take_out: { from: archived, to: review, by: archivist }
  close: {`,
);

let program: TestProgram;
beforeAll(async () => {
  program = await startProgram(
    officeOf(
      { works: withTexts(withArchive) },
      {
        amal: ['clerk', 'public-works-ministry'],
        karim: ['clerk', 'public-works-ministry'],
        hind: ['chief', 'public-works-ministry'],
        nada: ['clerk', 'interior-ministry'],
        doctor: ['health-reviewer', 'health-ministry'],
        eco: ['economy-reviewer', 'economy-ministry'],
        // Holds the role elsewhere: at the ministry nobody does.
        samer: ['archivist', 'interior-ministry'],
      },
    ),
  );
}, 180_000);
afterAll(() => program?.stop());

interface Submitted {
  readonly reference: string;
  readonly secret: string;
}
const submit = async (): Promise<Submitted> => {
  const answer = await fetch(`${program.url}/api/v1/services/works/submissions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key: randomUUID(), locale: 'en', data: worksData() }),
  });
  return (await answer.json()) as Submitted;
};
const does = async (person: string, reference: string, action: string, data: Readonly<Record<string, string>> = {}) =>
  (await signIn(program.url, `${person}@demo.diwan`))(reference, action, data);

/** The browser of who made a request, opened with its secret. */
const applicantOf = async ({ reference, secret }: Submitted): Promise<Visitor> => {
  const visitor = visit(program.url);
  await visitor.get('/track');
  await visitor.post('/track', { reference, secret });
  return visitor;
};
const listOf = async (person: Visitor): Promise<readonly string[]> =>
  [...(await person.get('/staff')).text.matchAll(/id="r-\d+"[\s\S]*?<bdi[^>]*>(W-[\d-]+)<\/bdi>/g)].map(
    ([, reference = '']) => reference,
  );

/** The account of the first colleague whom the chief is offered. */
const colleagueFor = async (reference: string): Promise<string> => {
  const { text } = await (await visitAs(program.url, 'hind')).get(`/staff/records/${reference}/actions/give`);
  return /name="assignee" value="([^"]+)"/.exec(text)?.[1] ?? '';
};

describe('what staff tell each other', () => {
  const notes = ['NOTE-FOR-STAFF', 'ESTIMATE-FOR-STAFF'];
  let record: Submitted;
  beforeAll(async () => {
    record = await submit();
    await does('amal', record.reference, 'note', { note: notes[0] ?? '' });
    await does('eco', record.reference, 'economy_review', { outcome: 'refused', estimate: notes[1] ?? '' });
    await does('hind', record.reference, 'give', { assignee: await colleagueFor(record.reference) });
    await does('amal', record.reference, 'inform', { news: 'NEWS-FOR-ALL' });
    await does('amal', record.reference, 'ask', { question: 'QUESTION-FOR-ALL' });
  });

  it('is read by staff', async () => {
    const { text } = await (await visitAs(program.url, 'karim')).get(`/staff/records/${record.reference}`);
    for (const words of [...notes, 'NEWS-FOR-ALL']) expect(text).toContain(words);
  });

  it('is on no page, in no answer of the API and in no message that the applicant gets', async () => {
    const applicant = await applicantOf(record);
    const pages = [`/track/${record.reference}`, `/track/${record.reference}/receipt`];
    const actions = [`/track/${record.reference}/actions/answer`];
    const seen = await Promise.all([...pages, ...actions].map((path) => applicant.get(path)));
    const api = await fetch(`${program.url}/api/v1/records/${record.reference}`, {
      headers: { 'x-record-secret': record.secret },
    });
    const outbox = await visit(program.url).get('/demo/outbox');
    const texts = [...seen.map(({ text }) => text), await api.text(), outbox.text];
    expect(seen.map(({ status }) => status)).toEqual([200, 200, 200]);
    for (const text of texts) for (const words of notes) expect(text).not.toContain(words);
    expect(texts[0]).toContain('NEWS-FOR-ALL');
    expect(texts[2]).toContain('QUESTION-FOR-ALL');
    expect(outbox.text).toContain('NEWS-FOR-ALL');
    expect(texts[3]).not.toMatch(/"note"|assignee/);
    // Of the answer that is for staff, not even how it ended.
    const { tasks } = JSON.parse(texts[3] ?? '{}') as { tasks: readonly Record<string, unknown>[] };
    expect(tasks).toMatchObject([{ name: 'economy_review', standing: 'answered' }]);
    expect(tasks[0]).not.toHaveProperty('outcome');
    expect(texts[3]).not.toMatch(/"outcome"|refused/);
    await applicant.post(`/track/${record.reference}/actions/answer`, { answer: 'done' });
    const after = await applicant.get(`/track/${record.reference}`);
    for (const words of notes) expect(after.text).not.toContain(words);
  });
});

test('what is handed over is in the other basket, seen by who gave it away as it was, and known to the applicant', async () => {
  const record = await submit();
  const { reference } = record;
  const [amal, nada] = [await visitAs(program.url, 'amal'), await visitAs(program.url, 'nada')];
  expect((await nada.get(`/staff/records/${reference}`)).status).toBe(404);
  await amal.get(`/staff/records/${reference}/actions/hand_over`);
  const same = await amal.post(`/staff/records/${reference}/actions/hand_over`, {
    reason: 'WHY',
    institution: 'public-works-ministry',
  });
  expect([same.status, same.text.includes('choose another one')]).toEqual([422, true]);
  const { path } = await amal.post(`/staff/records/${reference}/actions/hand_over`, {
    reason: 'WHY-IT-WENT-THERE',
    institution: 'interior-ministry',
  });
  await does('nada', reference, 'note', { note: 'NOTE-AFTERWARDS' });
  const left = await amal.get(path);
  expect(left.text).toContain('This record is now with: Ministry of Interior');
  expect(left.text).not.toContain('NOTE-AFTERWARDS');
  expect(await listOf(amal)).not.toContain(reference);
  expect(await listOf(nada)).toContain(reference);
  const again = await amal.post(`/staff/records/${reference}/actions/note`, { note: 'x' });
  expect(again.status).toBe(403);
  const { text } = await (await applicantOf(record)).get(`/track/${reference}`);
  expect(text).toContain('Your request is now with: Ministry of Interior');
  expect(text).toContain('WHY-IT-WENT-THERE');
});

test('who is asked sees the record while it is asked, answers it, and sees it no more', async () => {
  const { reference } = await submit();
  const doctor = await visitAs(program.url, 'doctor');
  expect((await doctor.get(`/staff/records/${reference}`)).status).toBe(404);
  await does('amal', reference, 'review');
  expect(await listOf(doctor)).toEqual([reference]);
  expect((await doctor.get(`/staff/records/${reference}`)).text).toContain('Asked of you');
  expect((await doctor.get(`/staff/records/${reference}/actions/health_review`)).status).toBe(200);
  const missing = await doctor.post(`/staff/records/${reference}/actions/health_review`, { opinion: 'fine' });
  expect(missing.status).toBe(422);
  const done = await doctor.post(`/staff/records/${reference}/actions/health_review`, {
    outcome: 'approved',
    opinion: 'fine',
  });
  expect(done.path).toMatch(/^\/staff\?done=/);
  expect((await doctor.get(done.path)).text).toContain(reference);
  expect(await listOf(doctor)).toEqual([]);
  expect((await doctor.get(`/staff/records/${reference}`)).status).toBe(404);
  await does('eco', reference, 'economy_review', { outcome: 'approved' });
  expect((await (await visitAs(program.url, 'amal')).get(`/staff/records/${reference}`)).text).toContain(
    'states.proposed',
  );
});

test('the worklist narrows to what is in one’s charge', async () => {
  const { reference } = await submit();
  const [amal, karim] = [await visitAs(program.url, 'amal'), await visitAs(program.url, 'karim')];
  const heldBy = async (person: Visitor) => (await person.get('/staff?holder=me')).text.includes(reference);
  const first = [await heldBy(amal), await heldBy(karim)];
  expect(first.toSorted()).toEqual([false, true]);
  const [holder, other] = first[0] ? (['amal', karim] as const) : (['karim', amal] as const);
  await does(holder, reference, 'put_down');
  expect((await other.get('/staff?holder=nobody')).text).toContain(reference);
  await other.get(`/staff/records/${reference}/actions/take`);
  await other.post(`/staff/records/${reference}/actions/take`);
  expect(await heldBy(other)).toBe(true);
});

/** What the API answers to an action. */
const answerTo = async (person: string, reference: string, action: string, data: Readonly<Record<string, string>>) => {
  const post = async (path: string, body: object, token = '') => {
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
    const answer = await fetch(`${program.url}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    return (await answer.json()) as Record<string, unknown>;
  };
  const { token } = await post('/sessions', { email: `${person}@demo.diwan`, password: 'diwan-demo-2026' });
  return post(`/records/${reference}/actions/${action}`, { data }, String(token));
};

test('who answers by the API what was asked learns that it is done, and nothing more of the record', async () => {
  const { reference } = await submit();
  await does('amal', reference, 'review');
  const answered = await answerTo('doctor', reference, 'health_review', { outcome: 'approved', opinion: 'fine' });
  expect(answered).toEqual({ reference, service: 'works', visible: false });
  expect(await answerTo('amal', reference, 'note', { note: 'x' })).toMatchObject({ reference, state: 'review' });
});

test('where nobody may be put in charge, the page says so and whom to ask, and the API refuses', async () => {
  const { reference } = await submit();
  const hind = await visitAs(program.url, 'hind');
  await does('hind', reference, 'quietly');
  const page = await hind.get(`/staff/records/${reference}/actions/entrust`);
  expect(page.text).toContain('Nobody can take this on');
  expect(page.text).not.toContain('name="assignee"');
  await hind.get('/staff');
  const posted = await hind.post(`/staff/records/${reference}/actions/entrust`, { assignee: 'x' });
  expect([posted.status, posted.text.includes('Nobody can take this on')]).toEqual([409, true]);
  expect(await answerTo('hind', reference, 'entrust', { assignee: 'x' })).toMatchObject({
    code: 'not-possible',
    errors: [{ code: 'nobody-qualified' }],
  });
});
