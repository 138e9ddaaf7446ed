import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hoursAfter, noon, permit, permitData, surroundings, worldAt } from '../../test/world/service.ts';
import { validate } from '../form/validate.ts';
import { actionsFor, type Candidate, findRefusal } from './allowed-actions.ts';
import { decideAction, decideDeadline, decideSubmission, type DecisionContext } from './decide.ts';
import type { Actor, RecordEvent } from './events.ts';
import { type CaseRecord, fold } from './fold.ts';
import { messageAfter } from './message.ts';

const contextAt = (now: Date, permits = 0): DecisionContext => {
  let id = 500;
  return {
    now,
    counts: { permits_that_day: permits },
    ...surroundings,
    nextDocumentId: () => id++,
  };
};
const at = (hours: number) => new Date(hoursAfter(hours));
const answersWith = (changes: Record<string, unknown>) =>
  validate(permit.fields.values(), permitData(changes), worldAt(noon)).answers;
const submit = (changes: Record<string, unknown> = {}, permits = 0) =>
  decideSubmission(
    permit,
    { id: 7, answers: answersWith(changes), channel: 'web', locale: 'ar' },
    contextAt(noon, permits),
  );
const other = { reason: 'other', explanation: 'زيارة والدتي' };

const agent = (account: string): { candidate: Candidate; actor: Actor } => ({
  candidate: { kind: 'account', account, roles: new Set(['permit-agent']) },
  actor: { kind: 'account', account, role: 'permit-agent', institution: 'interior-ministry' },
});
const doAction = (record: CaseRecord, name: string, actor: Actor, inputs: Record<string, string> = {}, now = at(1)) =>
  decideAction(permit, record, permit.actions.get(name)!, actor, inputs, contextAt(now)).record;

describe('a request for a medical reason', () => {
  test('is approved at once by the rule and issues a permit for its hours', () => {
    const { record, events } = submit();
    expect(record.state).toBe('approved');
    expect(record.documents).toEqual([
      { id: 500, kind: 'permit', from: hoursAfter(1), until: hoursAfter(3), revoked: false },
    ]);
    expect(events.map(({ kind, actor }) => `${kind} by ${actor.kind}`)).toEqual([
      'submitted by applicant',
      'acted by system',
    ]);
  });

  test('goes to an agent when the number already holds two permits that day', () => {
    expect(submit({}, 1).record.state).toBe('approved');
    expect(submit({}, 2).record.state).toBe('submitted');
  });

  test('keeps personal words out of the facts of its events', () => {
    const facts = JSON.stringify(submit().events.map(({ facts }) => facts));
    for (const personal of ['ليلى', '3123456', 'SAIDA', 'medical']) expect(facts).not.toContain(personal);
  });
});

describe('a request for another reason', () => {
  test("waits in the ministry's basket for two hours at most", () => {
    const { record } = submit(other);
    expect(record).toMatchObject({
      state: 'submitted',
      institution: 'interior-ministry',
      deadline: { name: 'decision', dueAt: at(2) },
    });
  });

  test('pauses its deadline while the applicant is asked, and resumes with what was left', () => {
    const asked = doAction(submit(other).record, 'ask', agent('a').actor, { question: 'لماذا؟' }, at(0.5));
    expect(asked).toMatchObject({ state: 'asked', deadline: { name: 'decision', left: 1.5 * 3_600_000 } });
    expect(decideDeadline(permit, asked, contextAt(at(48)))).toBeUndefined();
    const answered = doAction(asked, 'answer', { kind: 'applicant' }, { answer: 'لأن' }, at(10));
    expect(answered).toMatchObject({ state: 'submitted', deadline: { dueAt: at(11.5) } });
  });

  test('calls upon the supervisors when the deadline has passed, once', () => {
    const { record } = submit(other);
    expect(decideDeadline(permit, record, contextAt(at(1.9)))).toBeUndefined();
    const escalated = decideDeadline(permit, record, contextAt(at(2)))!.record;
    expect(escalated.escalatedTo).toEqual(['permit-supervisor']);
    expect(decideDeadline(permit, escalated, contextAt(at(5)))).toBeUndefined();
  });

  test('stays escalated when the applicant answers a question asked late', () => {
    const escalated = decideDeadline(permit, submit(other).record, contextAt(at(2)))!.record;
    const asked = doAction(escalated, 'ask', agent('a').actor, { question: '?' }, at(3));
    const answered = doAction(asked, 'answer', { kind: 'applicant' }, { answer: '!' }, at(4));
    expect(answered).toMatchObject({ state: 'submitted', escalatedTo: ['permit-supervisor'], deadline: undefined });
  });

  test('contested after a rejection starts a new deadline and goes to another agent', () => {
    const rejected = doAction(submit(other).record, 'reject', agent('a').actor, { explanation: 'لا' });
    const contested = doAction(rejected, 'contest', { kind: 'applicant' }, { grounds: 'بلى' }, at(5));
    expect(contested).toMatchObject({ state: 'contested', deadline: { dueAt: at(7) } });
    for (const name of ['approve', 'reject', 'ask']) {
      expect(findRefusal(permit, contested, permit.actions.get(name)!, agent('a').candidate, noon)).toBe(
        'other-person',
      );
      expect(findRefusal(permit, contested, permit.actions.get(name)!, agent('b').candidate, noon)).toBeUndefined();
    }
  });
});

test('a revoked permit stays in the record as revoked', () => {
  const supervisor: Actor = {
    kind: 'account',
    account: 's',
    role: 'permit-supervisor',
    institution: 'interior-ministry',
  };
  expect(doAction(submit().record, 'revoke', supervisor, { explanation: 'خطأ' })).toMatchObject({
    state: 'revoked',
    documents: [{ id: 500, revoked: true }],
  });
});

test('the applicant hears once of each arrival, and nothing when a question was answered', () => {
  const { record } = submit(other);
  expect(messageAfter(permit, undefined, record)).toEqual({ state: 'submitted' });
  expect(messageAfter(permit, undefined, submit().record)).toEqual({ state: 'approved' });
  const asked = doAction(record, 'ask', agent('a').actor, { question: '?' });
  expect(messageAfter(permit, record, asked)).toEqual({ state: 'asked' });
  expect(
    messageAfter(permit, asked, doAction(asked, 'answer', { kind: 'applicant' }, { answer: '!' })),
  ).toBeUndefined();
});

test('whatever people do in whatever order, replaying the events gives the same record', () => {
  const names = [...permit.actions.keys()];
  const step = fc.record({
    action: fc.constantFrom(...names, 'deadline'),
    account: fc.constantFrom('a', 'b', 'applicant'),
    hours: fc.integer({ min: 0, max: 5 }),
  });
  fc.assert(
    fc.property(fc.constantFrom({}, other), fc.nat(3), fc.array(step, { maxLength: 12 }), (changes, permits, steps) => {
      let { record, events } = submit(changes, permits);
      let all: readonly RecordEvent[] = events;
      let hours = 0;
      for (const { action, account, hours: later } of steps) {
        hours += later;
        const roles = new Set(['permit-agent', 'permit-supervisor']);
        const candidate: Candidate =
          account === 'applicant' ? { kind: 'applicant' } : { kind: 'account', account, roles };
        const actor: Actor =
          account === 'applicant'
            ? { kind: 'applicant' }
            : { kind: 'account', account, role: 'permit-agent', institution: 'interior-ministry' };
        const declared = permit.actions.get(action);
        if (declared && findRefusal(permit, record, declared, candidate, noon)) continue;
        const decision = declared
          ? decideAction(permit, record, declared, actor, {}, contextAt(at(hours), permits))
          : decideDeadline(permit, record, contextAt(at(hours)));
        if (!decision) continue;
        ({ record, events } = decision);
        all = [...all, ...events];
      }
      // Through JSON, as the database gives them back.
      const stored = (JSON.parse(JSON.stringify(all)) as RecordEvent[]).map((event) => ({
        ...event,
        at: new Date(event.at),
      }));
      expect(fold(7, stored)).toEqual(record);
      expect(record.lastEvent).toBe(all.length);
      const waiting = permit.states.get(record.state)!.meaning === 'open';
      expect(waiting).toBe(
        actionsFor(permit, record, agent('c').candidate, noon).some(({ refusal }) => !refusal) ||
          record.state === 'contested',
      );
      if (waiting) expect(record.deadline !== undefined || record.escalatedTo.length > 0).toBe(true);
    }),
    { numRuns: 400 },
  );
});
