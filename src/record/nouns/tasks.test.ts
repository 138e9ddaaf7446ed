import { describe, expect, test } from 'vitest';
import { withTexts } from '../../../test/world/declared.ts';
import { amal, at, chief, contextAt, doctor, economist, home, staff, story } from '../../../test/world/work-story.ts';
import { works, worksWith } from '../../../test/world/works.ts';
import { compileService } from '../../definition/compile-service.ts';
import { nextMoment } from '../clock.ts';
import { decideDeadline, decideSubmission } from '../decide.ts';
import type { RecordEvent } from '../events.ts';
import { type CaseRecord, fold } from '../fold.ts';

describe('what is not answered in time', () => {
  const above = (code: string) => (code === 'health-ministry' ? 'council-presidency' : undefined);
  const clock = (record: CaseRecord, days: number) =>
    decideDeadline(works, record, { ...contextAt(at(days)), findInstitutionAbove: above });
  const asked = () => {
    const { does } = story();
    does(amal, 'review');
    // The deadline of the record itself is out of the way.
    return { ...does(amal, 'put_down', {}, 1), deadline: undefined };
  };

  test('is reminded of once, then called upon for, one institution higher each time while there is one', () => {
    const record = asked();
    expect(nextMoment(record)).toEqual(at(5));
    expect(clock(record, 4.9)).toBeUndefined();
    const near = clock(record, 5)!;
    expect(near.events).toMatchObject([
      { kind: 'task-near', facts: { task: 'health_review', institution: 'health-ministry', dueAt: at(6).toJSON() } },
    ]);
    expect(clock(near.record, 5.5)).toBeUndefined();
    expect(nextMoment(near.record)).toEqual(at(6));
    const late = clock(near.record, 6)!;
    expect(late.events.map(({ kind }) => kind)).toEqual(['task-overdue']);
    expect(late.record.tasks[1]).toMatchObject({
      name: 'health_review',
      institution: 'council-presidency',
      dueAt: at(11),
      remindAt: [at(10)],
      escalatedTo: ['health-chief'],
    });
    const again = clock(late.record, 12)!;
    expect(again.record.tasks[1]).toMatchObject({ institution: 'council-presidency', standing: 'open', dueAt: at(11) });
    expect(nextMoment(again.record)).toBeUndefined();
    expect(clock(again.record, 50)).toBeUndefined();
  });

  test('is the same when told from its events, and when the program did not run meanwhile', () => {
    const { does, events } = story();
    does(amal, 'review');
    const record = fold(7, events);
    const missed = decideDeadline(works, record, { ...contextAt(at(30)), findInstitutionAbove: () => undefined })!;
    expect(missed.events.map(({ kind }) => kind)).toEqual(['deadline-passed', 'task-overdue']);
    const stored = JSON.parse(JSON.stringify([...events, ...missed.events])) as RecordEvent[];
    expect(
      fold(
        7,
        stored.map((event) => ({ ...event, at: new Date(event.at) })),
      ),
    ).toEqual(missed.record);
  });

  test('calls upon nobody where the declaration names nobody', () => {
    const { does } = story();
    does(amal, 'review');
    const record = does(doctor, 'health_review', { outcome: 'approved', opinion: 'لا مانع' });
    expect(nextMoment({ ...record, deadline: undefined })).toBeUndefined();
  });

  test('is said where the declaration cannot mean it', () => {
    const faults = (from: string, to: string) => {
      try {
        compileService(withTexts(worksWith(from, to)), 'test', 'Asia/Beirut');
      } catch (error) {
        return (error as Error).message;
      }
      return '';
    };
    expect(faults('    within: 5d\n', '')).toContain('it is never late: add "within"');
    expect(faults('    escalate: health-chief\n', '')).toContain('name the roles that are called upon');
    expect(faults('remind: [1d]', 'remind: [1 working-day]')).toContain('count it as the deadline is counted');
  });
});

describe('what other institutions are asked', () => {
  const approved = { outcome: 'approved', opinion: 'لا مانع' };

  test('is open at the start or by an action, and only whom it is for answers it, wherever the record is', () => {
    const { does, refusal, record } = story();
    expect(record.tasks).toMatchObject([{ name: 'economy_review', institution: 'economy-ministry', standing: 'open' }]);
    expect(refusal('health_review', doctor)).toBe('wrong-state');
    expect(does(amal, 'review').tasks).toMatchObject([
      { name: 'economy_review' },
      { name: 'health_review', institution: 'health-ministry', standing: 'open', dueAt: at(6) },
    ]);
    expect(refusal('health_review', doctor)).toBeUndefined();
    for (const other of [amal, chief, economist, staff('x', 'health-reviewer', home)])
      expect(refusal('health_review', other)).toBe('other-role');
    expect(refusal('approve', doctor)).toBe('wrong-state');
    expect(refusal('refuse', doctor)).toBe('other-role');
  });

  test('is asked of the first for whom a rule holds', () => {
    const to = `to: [{ when: "size == 'large'", to: economy-ministry }, { to: owner }]`;
    const service = compileService(withTexts(worksWith('to: economy-ministry', to)), 'test', 'Asia/Beirut');
    const askedFor = (size: string) =>
      decideSubmission(
        service,
        { id: 7, answers: { ...story().record.answers, size }, channel: 'web', locale: 'ar' },
        contextAt(at(0)),
      ).record.tasks?.map(({ institution }) => institution);
    expect([askedFor('large'), askedFor('small')]).toEqual([['economy-ministry'], [home]]);
  });

  test('lets the rule decide when the last has answered', () => {
    const { does } = story();
    does(amal, 'review');
    expect(does(doctor, 'health_review', approved).state).toBe('review');
    const agreed = does(economist, 'economy_review', { outcome: 'approved' });
    expect(agreed).toMatchObject({
      state: 'proposed',
      tasks: [
        { name: 'economy_review', standing: 'answered', outcome: 'approved' },
        { name: 'health_review', standing: 'answered', outcome: 'approved' },
      ],
    });
  });

  test('does not let the rule decide when one refuses; it can be asked again', () => {
    const { does, refusal } = story();
    does(amal, 'review');
    does(doctor, 'health_review', { ...approved, outcome: 'refused' });
    expect(does(economist, 'economy_review', { outcome: 'approved' }).state).toBe('review');
    expect(refusal('health_review', doctor)).toBe('wrong-state');
    does(amal, 'ask_again');
    does(doctor, 'health_review', approved);
    expect(does(economist, 'economy_review', { outcome: 'approved' }).state).toBe('proposed');
  });

  test('is withdrawn when the record ends', () => {
    const { does, events } = story();
    does(amal, 'review');
    expect(does(chief, 'close').tasks.map(({ standing }) => standing)).toEqual(['withdrawn', 'withdrawn']);
    expect(events.at(-1)?.facts).toMatchObject({ tasks: { withdrawn: ['economy_review', 'health_review'] } });
  });
});
