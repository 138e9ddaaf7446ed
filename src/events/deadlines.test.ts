import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { at, threeDays } from '../../test/world/deadlines.ts';
import { applicant, openTestEngine, staff, type TestEngine } from '../../test/world/engine.ts';
import { permitData, surroundings } from '../../test/world/service.ts';
import { statement } from '../base/database.ts';
import { Problem } from '../base/problem.ts';
import { recountDeadlines } from '../record/recount-deadlines.ts';
import { calendarOf } from '../territory/calendar-file.ts';
import { findCalendar, keepCalendar } from '../territory/calendar-store.ts';
import { act, type EngineParts, passDeadlines } from './engine.ts';
import { findRecord } from './load-record.ts';
import { recountAll } from './recount.ts';

const service = { ...threeDays, id: 'three-days' };
const versionId = 900;
const agent = staff('rana', 'permit-agent');
const keepVersion = statement(
  'test/keep-version',
  `insert into service_version (id, service, digest, files) overriding system value values ($1, $2, 'x', '{}')`,
);
const clockOf = statement<{ due_at: Date | null; next_at: Date | null; institution: string; escalated: boolean }>(
  'test/clock',
  'select due_at, next_at, institution, escalated from record where id = $1',
);
const messagesOf = statement<{ template: string }>(
  'test/messages-of',
  'select template from outbox where record_id = $1 order by id',
);

let world: TestEngine;
let parts: EngineParts;
beforeAll(async () => {
  world = await openTestEngine();
  await world.owner.run(keepVersion, [versionId, service.id]);
  const catalogue = { ...world.parts.catalogue, getVersion: () => Promise.resolve(service) };
  parts = {
    ...world.parts,
    catalogue,
    findInstitutionAbove: (code) => (code === 'interior-ministry' ? 'council-presidency' : undefined),
  };
});
afterAll(() => world.close());

const submitAt = async (local: string): Promise<number> => {
  world.setNow(at(local));
  const sent = permitData({
    reason: 'other',
    explanation: 'زيارة والدتي',
    leave_at: at(local).toISOString(),
    back_at: new Date(+at(local) + 3_600_000).toISOString(),
  });
  const request = { published: { service, versionId }, key: randomUUID(), sent, channel: 'api', locale: 'ar' } as const;
  return (await world.intake.submit(request)).recordId;
};
const pass = async (local: string): Promise<number> => {
  world.setNow(at(local));
  return passDeadlines(parts, 100);
};
const kindsOf = async (id: number) => (await findRecord(parts, id))?.events.map(({ kind }) => kind);

test('the clock looks for the reminder first, lists for when the answer is due', async () => {
  const id = await submitAt('11-23T10:00');
  expect((await world.database.run(clockOf, [id]))[0]).toMatchObject({
    due_at: at('11-26T15:15'),
    next_at: at('11-25T07:30'),
  });
  expect(await pass('11-25T07:29')).toBe(0);
  expect(await pass('11-25T07:30')).toBe(1);
  expect(await pass('11-25T07:31')).toBe(0);
  expect((await world.database.run(clockOf, [id]))[0]).toMatchObject({
    due_at: at('11-26T15:15'),
    next_at: at('11-26T13:15'),
  });
  expect(await pass('11-26T15:15')).toBe(1);
  expect((await world.database.run(clockOf, [id]))[0]).toMatchObject({ due_at: null, next_at: null, escalated: true });
  expect(await kindsOf(id)).toEqual(['submitted', 'deadline-near', 'deadline-passed']);
});

test('after a stop each record is reminded or passed once, and one that fails holds up no other', async () => {
  const [reminded, passed, broken] = [
    await submitAt('12-01T10:00'),
    await submitAt('11-30T10:00'),
    await submitAt('11-30T11:00'),
  ];
  world.setNow(at('12-04T08:30'));
  const failing = {
    ...parts,
    catalogue: {
      ...parts.catalogue,
      getVersion: async () => {
        if (failures++ === 1) throw new Error('cannot be read');
        return service;
      },
    },
  };
  let failures = 0;
  await expect(passDeadlines(failing, 100)).rejects.toThrow('cannot be read');
  await passDeadlines(parts, 100);
  await passDeadlines(parts, 100);
  expect(await kindsOf(reminded)).toEqual(['submitted', 'deadline-near']);
  expect(await kindsOf(passed)).toEqual(['submitted', 'deadline-passed']);
  expect(await kindsOf(broken)).toEqual(['submitted', 'deadline-passed']);
});

test('an extension is told to the applicant with its reason, and refused in words the second time', async () => {
  const id = await submitAt('12-14T10:00');
  const prolong = () =>
    act(parts, { recordId: id, action: 'prolong', ...agent, sent: { grounds_for_delay: 'ننتظر ردّ البلدية' } });
  const { record } = await prolong();
  expect(record).toMatchObject({ state: 'submitted', deadline: { extended: 1, dueAt: at('12-21T15:15') } });
  expect((await world.database.run(messagesOf, [id])).map(({ template }) => template)).toEqual([
    'submitted',
    'actions.prolong',
  ]);
  const refused = await prolong().catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Problem);
  expect((refused as Problem).errors[0]).toMatchObject({
    code: 'extended-enough',
    message: { en: expect.stringContaining('as often') },
  });
});

test('what was counted can be counted again from the database, on the calendar that it was counted on', async () => {
  await keepCalendar(world.database, surroundings.calendar);
  await keepCalendar(world.database, surroundings.calendar);
  const id = await submitAt('12-28T10:00');
  await act(parts, { recordId: id, action: 'ask', ...agent, sent: { question: '?' } });
  world.setNow(new Date('2027-01-04T10:00:00+02:00'));
  await act(parts, { recordId: id, action: 'answer', ...applicant, sent: { answer: '!' } });
  const loaded = await findRecord(parts, id);
  const digest = loaded?.events.flatMap(({ facts }) =>
    'deadline' in facts && typeof facts.deadline === 'object' && 'calendar' in facts.deadline
      ? [facts.deadline.calendar ?? '']
      : [],
  )[0];
  const calendar = await findCalendar(world.database, digest ?? '');
  expect(calendar?.content).toEqual(surroundings.calendar.content);
  expect(recountDeadlines(service, loaded!.events, () => calendar!)).toEqual([]);
});

test('a changed calendar is counted anew: first shown, then written once, and taken up where it was left', async () => {
  const ids = [await submitAt('12-07T10:00'), await submitAt('12-07T11:00'), await submitAt('12-07T12:00')];
  const { content } = surroundings.calendar;
  const name = { ar: 'عطلة', fr: 'Férié', en: 'Holiday' };
  const calendar = calendarOf({
    ...content,
    moving: { ...content.moving, '2026-12-09': { name, basis: 'announced' } },
  });
  const found: string[] = [];
  const run = (write: boolean, onFound = (_reference: string) => undefined as void) =>
    recountAll({
      ...parts,
      calendar,
      now: () => at('12-08T09:00'),
      service: service.id,
      write,
      onFound: ({ reference }) => {
        found.push(reference);
        onFound(reference);
      },
    });
  const due = async () => Promise.all(ids.map(async (id) => (await world.database.run(clockOf, [id]))[0]?.due_at));
  const before = await due();
  expect(before).toEqual(ids.map(() => at('12-10T15:15')));
  const shown = await run(false);
  expect(shown.differing).toBeGreaterThanOrEqual(3);
  expect(await due()).toEqual(before);
  await expect(
    run(true, () => {
      throw new Error('the power is gone');
    }),
  ).rejects.toThrow('the power is gone');
  expect((await run(true)).differing).toBe(shown.differing - 1);
  expect(await due()).toEqual(ids.map(() => at('12-11T11:00')));
  expect(await run(true)).toMatchObject({ differing: 0 });
  expect(await kindsOf(ids[0]!)).toEqual(['submitted', 'recounted']);
  expect(await findCalendar(world.database, calendar.digest)).toBeDefined();
  expect(new Set(found).size).toBe(shown.differing);
});
