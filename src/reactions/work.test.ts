import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cheapHashing, hire } from '../../test/world/accounts.ts';
import { applicant, openTestEngine, type TestEngine } from '../../test/world/engine.ts';
import { noon } from '../../test/world/service.ts';
import { works, worksData, worksFiles } from '../../test/world/works.ts';
import { createStaffing } from '../access/staffing.ts';
import { statement } from '../base/database.ts';
import { Problem } from '../base/problem.ts';
import { createRecordMessages } from './record-message.ts';
import { actionsFor, type Candidate } from '../record/allowed-actions.ts';
import type { Actor } from '../record/events.ts';
import { act, askedHere, passDeadlines } from '../events/engine.ts';
import { findRecord } from '../events/load-record.ts';

const home = 'public-works-ministry';
const ministries = [home, 'interior-ministry', 'health-ministry', 'economy-ministry'];
const name = { ar: 'وزارة', fr: 'Ministère', en: 'Ministry' };
const institutions = new Map(
  ministries.map((code) => [code, { code, type: 'ministry', name, parent: undefined, place: 'LB' }]),
);

let world: TestEngine;
let clerks: readonly string[];
let nada: string;
beforeAll(async () => {
  world = await openTestEngine({ services: { works: worksFiles }, institutions });
  const hashing = cheapHashing();
  const at = (institution: string, role = 'clerk') => [{ role, institution, services: null }];
  clerks = [
    await hire(world.database, hashing, 'amal@test.lb', at(home)),
    await hire(world.database, hashing, 'karim@test.lb', at(home)),
    await hire(world.database, hashing, 'sami@test.lb', at(home)),
  ];
  nada = await hire(world.database, hashing, 'nada@test.lb', at('interior-ministry'));
  await hire(world.database, hashing, 'dr@test.lb', at('health-ministry', 'health-reviewer'));
});
afterAll(() => world.close());

const submit = async (changes: Record<string, unknown> = {}): Promise<number> => {
  const published = world.parts.catalogue.find('works')!;
  const sent = worksData(changes);
  const request = { published, key: randomUUID(), sent, channel: 'web', locale: 'ar' } as const;
  return (await world.intake.submit(request)).recordId;
};
const staff = (account: string, role: string, institution = home): { candidate: Candidate; actor: Actor } => ({
  candidate: {
    kind: 'account',
    account,
    roles: new Set([role]),
    rolesAt: (asked) => new Set(asked === institution ? [role] : []),
  },
  actor: { kind: 'account', account, role, institution },
});
const chief = staff('hind', 'chief');
const clerk = (index = 0) => staff(clerks[index] ?? '', 'clerk');
const doing = (
  recordId: number,
  action: string,
  who: { candidate: Candidate; actor: Actor },
  sent: Record<string, unknown> = {},
) => act(world.parts, { recordId, action, ...who, sent });
const load = async (recordId: number) => (await findRecord(world.parts, recordId))!;

const recordRow = statement<Record<string, unknown>>(
  'test/record-row',
  `select state, open, institution, escalated, due_at, deadline, data, assignee, last_event, updated_at from record where id = $1`,
);
const taskRows = statement<Record<string, unknown>>(
  'test/task-rows',
  `select name, institution, open, outcome, opened_at, due_at from task where record_id = $1 order by name`,
);
const templates = statement<{ template: string; values: Record<string, unknown> }>(
  'test/work-templates',
  'select template, values from outbox where record_id = $1 order by id',
);

/** What the tables say of a record must be what its events say. */
const expectProjected = async (recordId: number) => {
  const { record } = await load(recordId);
  const { meaning } = works.states.get(record.state)!;
  const [row] = await world.database.run(recordRow, [recordId]);
  expect(row).toEqual({
    state: record.state,
    open: meaning === 'open',
    institution: record.institution,
    escalated: record.escalatedTo.length > 0,
    due_at: record.deadline && 'dueAt' in record.deadline ? record.deadline.dueAt : null,
    deadline: record.deadline?.name ?? null,
    data: record.answers,
    assignee: record.assignee ?? null,
    last_event: record.lastEvent,
    updated_at: record.updatedAt,
  });
  expect(await world.database.run(taskRows, [recordId])).toEqual(
    record.tasks
      .map((task) => ({
        name: task.name,
        institution: task.institution,
        open: task.standing === 'open',
        outcome: task.standing === 'answered' ? task.outcome : null,
        opened_at: task.openedAt,
        due_at: task.dueAt ?? null,
      }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  );
};

describe('records that are shared out', () => {
  test('go round among the clerks as they arrive, also after the program has started again', async () => {
    const given = [];
    for (let n = 0; n < 6; n++) given.push((await load(await submit())).record.assignee);
    expect(given.slice(3)).toEqual(given.slice(0, 3));
    expect(new Set(given)).toEqual(new Set(clerks));
    const restarted = await createStaffing({ database: world.database, covers: (a, b) => a === b }).turnsFor(works);
    expect([1, 2, 3].map(() => restarted?.(works, home))).toEqual(given.slice(0, 3));
  });

  test('go to whoever has the role where they are handed over to', async () => {
    const id = await submit();
    const { record } = await doing(id, 'hand_over', clerk(), { institution: 'interior-ministry', reason: 'لكم' });
    expect(record).toMatchObject({ institution: 'interior-ministry', assignee: nada });
    await expectProjected(id);
  });
});

describe('a colleague who is chosen', () => {
  test('is one of those who may act there, and nobody else', async () => {
    const id = await submit();
    const { service, record } = await load(id);
    const action = await askedHere(world.parts, { service, record }, works.actions.get('give')!, chief.candidate);
    const [question] = action.fields;
    expect(question?.type === 'choice' && [...question.options.keys()].toSorted()).toEqual(clerks.toSorted());
    expect((await doing(id, 'give', chief, { assignee: clerks[2] })).record.assignee).toBe(clerks[2]);
    for (const stranger of [nada, randomUUID(), 'amal'])
      await expect(doing(id, 'give', chief, { assignee: stranger })).rejects.toMatchObject({
        code: 'invalid-data',
        errors: [{ path: 'assignee', code: 'not-an-option' }],
      });
    await expectProjected(id);
  });
});

test('a record is not handed over to where it is, nor to what is no ministry', async () => {
  const id = await submit();
  const refusal = async (institution: string) => {
    const error: unknown = await doing(id, 'hand_over', clerk(), { institution, reason: '؟' }).catch(
      (thrown) => thrown,
    );
    return error instanceof Problem ? error.errors.map(({ path, code }) => `${path} ${code}`) : error;
  };
  expect(await refusal(home)).toEqual(['institution same-institution']);
  expect(await refusal('moon-office')).toEqual(['institution no-such-institution']);
});

describe('messages', () => {
  test('tell of an action that says so in the words written with it, and never of a note', async () => {
    const id = await submit();
    await doing(id, 'note', clerk(), { note: 'سرّ الموظفين' });
    await doing(id, 'inform', clerk(), { news: 'سنزور الموقع غدًا' });
    await doing(id, 'note', clerk(), { note: 'سرّ آخر' });
    const sent = await world.database.run(templates, [id]);
    expect(sent.map(({ template }) => template)).toEqual(['submitted', 'actions.inform']);
    const render = createRecordMessages({ ...world.parts, publicUrl: 'https://d.test', timeZone: 'Asia/Beirut' });
    const letter = { id: 1, channel: 'email', recipient: 'a@b.lb', createdAt: noon } as const;
    for (const locale of ['ar', 'fr', 'en'] as const) {
      for (const { template, values } of sent) {
        const words = await render({ ...letter, recordId: id, template, locale, values });
        expect(JSON.stringify(words)).not.toContain('سرّ');
        expect(words.body.includes('سنزور الموقع غدًا')).toBe(template === 'actions.inform');
      }
    }
  });

  test('do not go out for an action that says no', async () => {
    const id = await submit();
    expect((await doing(id, 'quietly', chief)).record.state).toBe('refused');
    expect((await world.database.run(templates, [id])).map(({ template }) => template)).toEqual(['submitted']);
  });
});

describe('a closed record', () => {
  const approved = async (changes: Record<string, unknown>) => {
    const id = await submit(changes);
    await doing(id, 'review', clerk());
    await doing(id, 'propose', clerk());
    await doing(id, 'approve', clerk(1));
    return id;
  };
  const tallies = statement<{ n: number }>('test/tallies', 'select n from tally where n <> 0 order by n');
  const documents = statement<{ revoked: boolean }>(
    'test/documents',
    'select revoked_at is not null as revoked from document where record_id = $1 order by id',
  );

  test('is corrected: lists, counts and documents say what it says now', async () => {
    const [one, other] = [await approved({ phone: '03 111 111' }), await approved({ phone: '03 111 111' })];
    expect((await world.database.run(tallies)).map(({ n }) => n)).toEqual([2]);
    const corrected = { phone: '03 111 111', size: 'large' };
    for (const id of [one, other]) {
      await doing(id, 'correct', chief, corrected);
      await expectProjected(id);
      expect((await load(id)).record.answers['size']).toBe('large');
      expect(await world.database.run(documents, [id])).toEqual([{ revoked: true }, { revoked: false }]);
    }
    expect((await world.database.run(tallies)).map(({ n }) => n)).toEqual([2]);
    await doing(one, 'reopen', chief);
    expect((await world.database.run(tallies)).map(({ n }) => n)).toEqual([1]);
    await expectProjected(one);
    await doing(other, 'reopen', chief);
    expect(await world.database.run(tallies)).toEqual([]);
    expect((await load(other)).record).toMatchObject({ state: 'review', deadline: { name: 'decision' } });
  });
});

test('whatever people do in whatever order, the tables say what the events say', async () => {
  const people = [
    clerk(),
    clerk(1),
    chief,
    staff(nada, 'clerk', 'interior-ministry'),
    staff('dr', 'health-reviewer', 'health-ministry'),
    staff('eco', 'economy-reviewer', 'economy-ministry'),
    applicant,
  ];
  const step = fc.record({
    pick: fc.nat(1_000),
    person: fc.nat(people.length - 1),
    hours: fc.integer({ min: 0, max: 40 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 20 }), async (steps) => {
      let now = noon;
      world.setNow(now);
      const id = await submit({ phone: `03 ${100_000 + Math.floor(Math.random() * 900_000)}` });
      for (const { pick, person, hours } of steps) {
        now = new Date(+now + hours * 3_600_000);
        world.setNow(now);
        if (pick % 7 === 0) await passDeadlines(world.parts, 100);
        const { record } = await load(id);
        const who = people[person] as (typeof people)[number];
        const allowed = actionsFor(works, record, who.candidate, now).filter(({ refusal }) => !refusal);
        const action = allowed[pick % Math.max(1, allowed.length)]?.action;
        if (!action) continue;
        const said: Record<string, unknown> = {
          outcome: pick % 3 === 0 ? 'refused' : 'approved',
          institution: ministries.filter((code) => code !== record.institution)[pick % 2],
          assignee: record.institution === home ? clerks[pick % 3] : nada,
          size: pick % 2 === 0 ? 'small' : 'large',
          phone: '03 222 222',
        };
        const sent = Object.fromEntries(action.fields.map((field) => [field.name, said[field.name] ?? 'كلام']));
        if (action.assign === 'person' && ![home, 'interior-ministry'].includes(record.institution)) continue;
        await doing(id, action.name, who, sent);
        await expectProjected(id);
      }
    }),
    { numRuns: 25 },
  );
}, 60_000);
