import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formOf, withTexts } from '../../test/world/declared.ts';
import { openTestEngine, type TestEngine } from '../../test/world/engine.ts';
import { Problem } from '../base/problem.ts';
import { changeConsent } from '../events/engine.ts';
import { findAgreement } from './agreement-queries.ts';
import { decideOnAgreement, endAgreementNow, type NewAgreement, proposeAgreement } from './agreements.ts';
import type { Grant, Staff } from './grant.ts';
import type { Reading } from './readings.ts';
import {
  fieldsAsked,
  getReadableAgreement,
  listSharedIds,
  missingFrom,
  readShared,
  type SharedParts,
  streamShared,
} from './shared-reading.ts';

let engine: TestEngine;
let parts: SharedParts;
let now = new Date();
const noted: Reading[] = [];
const opened: unknown[] = [];
const covers = (holder: string, institution: string) => holder === institution;

beforeAll(async () => {
  const yaml = formOf([
    '{ name: town, type: text, required: true, protect: internal }',
    '{ name: words, type: text, protect: personal }',
    '{ name: result, type: text, protect: internal, needs_consent: research }',
    '{ name: illness, type: text, protect: sensitive }',
    '{ name: research_ok, type: consent, purpose: research, protect: internal }',
  ]);
  engine = await openTestEngine({ services: { trial: withTexts(yaml) } });
  const { database, catalogue, dataKeys } = engine.parts;
  const readings = {
    note: (reading: Reading) => void noted.push(reading),
    open: async (...opening: unknown[]) => void opened.push(opening),
  };
  parts = {
    database,
    catalogue,
    dataKeys,
    covers,
    readings,
    now: () => now,
    timeZone: 'Asia/Beirut',
    institutions: () => ['interior-ministry', 'university'],
  };
});
afterAll(() => engine.close());

const staffWith = (...grants: Grant[]): Staff => ({
  accountId: randomUUID(),
  sessionId: '',
  email: '',
  name: { ar: '', fr: '', en: '' },
  locale: 'en',
  demonstration: false,
  grants,
});
const administrator = (institution: string) => staffWith({ role: 'administrator', institution, services: null });
const giver = administrator('interior-ministry');
const receiver = administrator('university');
const researcher = staffWith({ role: 'researcher', institution: 'university', services: null });

const draft = (changes: Partial<NewAgreement> = {}): NewAgreement => ({
  giver: 'interior-ministry',
  receiver: 'university',
  service: 'trial',
  fields: ['town', 'result'],
  role: 'researcher',
  purpose: { ar: 'بحث', fr: 'Recherche', en: 'Research' },
  legalBasis: 'Law 81/2018',
  needsConsent: undefined,
  from: new Date(Date.now() - 86_400_000),
  until: new Date(Date.now() + 86_400_000),
  ...changes,
});
const standing = async (changes: Partial<NewAgreement> = {}): Promise<number> => {
  const id = await proposeAgreement(parts.database, draft(changes), 'receiver', receiver);
  await decideOnAgreement(parts, id, giver, true);
  return id;
};
const agreed = { language: 'en' };
const submit = async (data: Record<string, unknown>): Promise<number> => {
  const published = engine.parts.catalogue.find('trial')!;
  const { recordId } = await engine.intake.submit({
    published,
    key: randomUUID(),
    sent: data,
    channel: 'api',
    locale: 'en',
  });
  return recordId;
};
const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return 'done';
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.errors[0]?.code ?? error.code;
  }
};
const withdraw = (recordId: number) =>
  changeConsent(engine.parts, { recordId, purpose: 'research', consent: undefined, channel: 'api' });

test('says from when until when an agreement runs in days of the country, the last one included', async () => {
  // Midnight in Beirut, where it is two hours later.
  const [from, until] = [new Date('2026-01-31T22:00:00Z'), new Date('2026-02-28T22:00:00Z')];
  const number = await standing();
  const [stored] = await parts.database.run(findAgreement, [number]);
  const said = (at: string) =>
    missingFrom({ ...stored!, valid_from: from, valid_until: until }, new Date(at), 'Asia/Beirut')?.message.en;
  expect(said('2026-01-15T00:00:00Z')).toContain('2026-02-01');
  expect(said('2026-03-15T00:00:00Z')).toContain('2026-02-28');
});

test('exactly the fields of the agreement are read, those that need a consent only while it stands', async () => {
  const agreement = await getReadableAgreement(parts, await standing(), researcher);
  const id = await submit({ town: 'Saida', words: 'secret', result: 'negative', research_ok: agreed });
  const reading = { agreement, reader: researcher, way: 'api', asked: fieldsAsked(agreement, undefined) } as const;
  expect((await readShared(parts, id, reading)).answers).toEqual({ town: 'Saida', result: 'negative' });
  await withdraw(id);
  const after = await readShared(parts, id, reading);
  expect(after.answers).toEqual({ town: 'Saida' });
  expect(after.withheld).toEqual([{ field: 'result', consent: 'research' }]);
});

test('a sensitive answer that an agreement names is told as opened, with its name; one that it does not name is not given', async () => {
  const id = await submit({ town: 'Saida', illness: 'Asthma' });
  const read = async (fields: readonly string[]) => {
    const agreement = await getReadableAgreement(parts, await standing({ fields }), researcher);
    return (await readShared(parts, id, { agreement, reader: researcher, way: 'api', asked: agreement.fields }))
      .answers;
  };
  expect(await read(['town'])).toEqual({ town: 'Saida' });
  expect(opened).toEqual([]);
  expect(await read(['town', 'illness'])).toEqual({ town: 'Saida', illness: 'Asthma' });
  const who = { recordId: id, account: researcher.accountId, role: 'researcher', institution: 'university' };
  expect(opened).toMatchObject([[{ ...who, purpose: 'agreement' }, 'agreement', ['illness']]]);
});

test('a consent that is withdrawn while an export runs closes the field from the next row on', async () => {
  const number = await standing({ fields: ['result'] });
  const after = await submit({ town: 'first' });
  const ids = [];
  for (const result of ['one', 'two', 'three']) ids.push(await submit({ town: 'Saida', result, research_ok: agreed }));
  const rows = streamShared(parts, { agreement: number, after, asked: undefined }, async () => researcher);
  expect((await rows.next()).value?.answers).toEqual({ result: 'one' });
  await withdraw(ids[1]!);
  const second = (await rows.next()).value;
  expect(second).toMatchObject({ answers: {}, withheld: [{ field: 'result', consent: 'research' }] });
  expect((await rows.next()).value?.answers).toEqual({ result: 'three' });
  expect((await rows.next()).done).toBe(true);
});

test('where the agreement itself needs the consent, the record is gone from the running export and from the next list', async () => {
  const number = await standing({ fields: ['town'], needsConsent: 'research' });
  const after = await submit({ town: 'without consent' });
  const [one, two] = [
    await submit({ town: 'a', research_ok: agreed }),
    await submit({ town: 'b', research_ok: agreed }),
  ];
  const agreement = await getReadableAgreement(parts, number, researcher);
  expect(await listSharedIds(parts, agreement, { after: after - 1, limit: 10 })).toEqual([one, two]);
  const rows = streamShared(parts, { agreement: number, after: after - 1, asked: undefined }, async () => researcher);
  expect((await rows.next()).value?.id).toBe(one);
  await withdraw(two);
  expect((await rows.next()).done).toBe(true);
  expect(await listSharedIds(parts, agreement, { after: after - 1, limit: 10 })).toEqual([one]);
});

test('who has no consent and who has no record get the same answer', async () => {
  const agreement = await getReadableAgreement(
    parts,
    await standing({ fields: ['town'], needsConsent: 'research' }),
    researcher,
  );
  const id = await submit({ town: 'without consent' });
  const reading = { agreement, reader: researcher, way: 'api', asked: ['town'] } as const;
  const [there, nowhere] = await Promise.all(
    [id, id + 900].map((each) =>
      readShared(parts, each, reading).catch((error: Problem) => JSON.stringify([error.code, error.errors])),
    ),
  );
  expect(there).toContain('consent-missing');
  expect(there).toBe(nowhere);
});

test('an export ends with the agreement, and with the right of its reader', async () => {
  const number = await standing();
  const after = await submit({ town: 'x' });
  await submit({ town: 'y' });
  await submit({ town: 'z' });
  const open = (readerNow: () => Promise<Staff | undefined>) =>
    streamShared(parts, { agreement: number, after: after - 1, asked: undefined }, readerNow);
  const rows = open(async () => researcher);
  await rows.next();
  let isIn = true;
  const others = open(async () => (isIn ? researcher : undefined));
  await others.next();
  isIn = false;
  expect(await codeOf(others.next())).toBe('sign-in-required');
  await endAgreementNow(parts, number, giver, 'no longer needed');
  expect(await codeOf(rows.next())).toBe('agreement-ended');
});

test('an agreement that is not accepted, not yet in force, over or ended says so, to its reader only', async () => {
  const proposed = await proposeAgreement(parts.database, draft(), 'giver', giver);
  expect(await codeOf(getReadableAgreement(parts, proposed, researcher))).toBe('agreement-proposed');
  const number = await standing();
  const real = now;
  now = new Date(+real + 2 * 86_400_000);
  expect(await codeOf(getReadableAgreement(parts, number, researcher))).toBe('agreement-over');
  now = new Date(+real - 2 * 86_400_000);
  expect(await codeOf(getReadableAgreement(parts, number, researcher))).toBe('agreement-coming');
  now = real;
  const strangers = [
    staffWith({ role: 'researcher', institution: 'police', services: null }),
    staffWith({ role: 'clerk', institution: 'university', services: null }),
    staffWith({ role: 'researcher', institution: 'university', services: ['another'] }),
  ];
  for (const stranger of strangers)
    expect(await codeOf(getReadableAgreement(parts, number, stranger))).toBe('not-found');
  expect(await codeOf(getReadableAgreement(parts, number, receiver))).toBe('other-role');
});

test('a field outside the agreement is refused by its name', async () => {
  const agreement = await getReadableAgreement(parts, await standing(), researcher);
  expect(await codeOf(Promise.resolve().then(() => fieldsAsked(agreement, ['town', 'words'])))).toBe(
    'outside-agreement',
  );
});

test('only the other side accepts, and never who proposed it', async () => {
  const number = await proposeAgreement(parts.database, draft(), 'receiver', receiver);
  const colleague = administrator('university');
  const both = staffWith(...giver.grants, ...receiver.grants);
  expect(await codeOf(decideOnAgreement(parts, number, receiver, true))).toBe('other-side');
  expect(await codeOf(decideOnAgreement(parts, number, colleague, true))).toBe('other-side');
  expect(await codeOf(decideOnAgreement(parts, number, administrator('police'), true))).toBe('not-found');
  expect(await codeOf(decideOnAgreement(parts, number, researcher, true))).toBe('not-found');
  const own = await proposeAgreement(parts.database, draft(), 'receiver', both);
  expect(await codeOf(decideOnAgreement(parts, own, both, true))).toBe('other-side');
  await decideOnAgreement(parts, number, giver, true);
  expect(await codeOf(decideOnAgreement(parts, number, giver, true))).toBe('state-changed');
});

test('what was agreed cannot be changed, decided twice or taken up again, whoever asks the database', async () => {
  const number = await standing();
  const change = (what: string) =>
    parts.database.run({ name: `t/${what}`, text: `update agreement set ${what} where id = ${number}` });
  await expect(change("fields = '{words}'")).rejects.toThrow(/permission denied/);
  await expect(change('accepted = false')).rejects.toThrow(/decided on already/);
  await endAgreementNow(parts, number, receiver, '');
  await expect(change('ended_at = null, ended_by = null, ended_side = null')).rejects.toThrow(/is over/);
  const [row] = await parts.database.run(findAgreement, [number]);
  expect(row?.ended_side).toBe('receiver');
});

test('every record that was given is on record before, and none that was not', async () => {
  const number = await standing({ fields: ['town'] });
  const after = await submit({ town: 'p' });
  await submit({ town: 'q' });
  const rows = streamShared(parts, { agreement: number, after: after - 1, asked: undefined }, async () => researcher);
  await rows.next();
  const read = () =>
    engine.owner.run<{ n: number }>({
      name: 't/n',
      text: `select count(*) as n from agreement_reading where agreement_id = ${number}`,
    });
  expect((await read())[0]?.n).toBe(1);
  await rows.next();
  expect((await read())[0]?.n).toBe(2);
  expect(noted.slice(-2)).toMatchObject([
    { recordId: after, role: 'researcher', institution: 'university', purpose: 'agreement', way: 'export' },
    { account: researcher.accountId },
  ]);
});
