import { describe, expect, test } from 'vitest';
import { applicant, at, permitWithDeadlines, story, threeDays } from '../../../test/world/deadlines.ts';
import type { RecordEvent } from '../events.ts';
import { fold } from '../fold.ts';
import { nextMoment } from '../clock.ts';

const kinds = (events: readonly RecordEvent[]) => events.map(({ kind }) => kind);

describe('an answer promised within three working days', () => {
  test('is due when offices close on the third, and the office is reminded before', () => {
    const { record } = story(threeDays, at('11-23T10:00'));
    expect(record().deadline).toEqual({
      name: 'decision',
      extended: 0,
      dueAt: at('11-26T15:15'),
      remindAt: [at('11-25T07:30'), at('11-26T13:15')],
    });
    expect(nextMoment(record())).toEqual(at('11-25T07:30'));
  });

  test('keeps the days that are left while the applicant is asked, whatever hours that takes', () => {
    const asked = story(threeDays, at('11-23T10:00'));
    asked.act(at('11-24T09:00'), 'ask');
    expect(asked.record().deadline).toMatchObject({ left: 2, unit: 'working-days' });
    expect(nextMoment(asked.record())).toBeUndefined();
    // Friday to Friday: Monday and Tuesday are the two.
    asked.act(at('12-04T10:00'), 'answer', applicant);
    expect(asked.record().deadline).toMatchObject({
      dueAt: at('12-08T15:15'),
      remindAt: [at('12-07T07:30'), at('12-08T13:15')],
    });
  });

  test('reminds once at each time, and passes once', () => {
    const late = story(threeDays, at('11-23T10:00'));
    for (const now of [
      '11-25T07:29',
      '11-25T07:30',
      '11-25T07:31',
      '11-26T13:15',
      '11-26T15:14',
      '11-26T15:15',
      '11-26T15:16',
    ])
      late.clock(at(now));
    expect(kinds(late.events())).toEqual(['submitted', 'deadline-near', 'deadline-near', 'deadline-passed']);
    expect(late.record()).toMatchObject({ deadline: undefined, escalatedTo: ['permit-supervisor'] });
  });

  test('after a stop of the program, reminds once for all that was missed, and does not remind of what is past', () => {
    const stopped = story(threeDays, at('11-23T10:00'));
    stopped.clock(at('11-26T14:00'));
    stopped.clock(at('11-26T14:01'));
    expect(kinds(stopped.events())).toEqual(['submitted', 'deadline-near']);
    const longer = story(threeDays, at('11-23T10:00'));
    longer.clock(at('11-30T14:00'));
    longer.clock(at('11-30T14:01'));
    expect(kinds(longer.events())).toEqual(['submitted', 'deadline-passed']);
  });
});

describe('an extension', () => {
  test('adds its days to the end, and is refused the second time', () => {
    const extended = story(threeDays, at('11-23T10:00'));
    expect(extended.refusal(at('11-24T10:00'), 'prolong')).toBeUndefined();
    extended.act(at('11-24T10:00'), 'prolong');
    // Friday 27 and Monday 30 follow Thursday 26.
    expect(extended.record()).toMatchObject({
      state: 'submitted',
      deadline: { extended: 1, dueAt: at('11-30T15:15') },
    });
    expect(extended.refusal(at('11-24T11:00'), 'prolong')).toBe('extended-enough');
  });

  test('of a deadline that stands still adds to what is left, and stays known when it goes on', () => {
    const asked = story(threeDays, at('11-23T10:00'));
    asked.act(at('11-24T09:00'), 'ask');
    asked.act(at('11-24T09:30'), 'prolong');
    expect(asked.record().deadline).toEqual({ name: 'decision', extended: 1, left: 4, unit: 'working-days' });
    asked.act(at('11-24T10:00'), 'answer', applicant);
    expect(asked.record().deadline).toMatchObject({ extended: 1, dueAt: at('11-30T15:15') });
    expect(asked.refusal(at('11-24T11:00'), 'prolong')).toBe('extended-enough');
  });

  test('is refused once the time is up; a contested decision starts with a new right to one', () => {
    const late = story(threeDays, at('11-23T10:00'));
    late.clock(at('11-26T15:15'));
    expect(late.refusal(at('11-26T15:16'), 'prolong')).toBe('not-running');
    const contested = story(threeDays, at('11-23T10:00'));
    contested.act(at('11-24T10:00'), 'prolong');
    contested.act(at('11-24T11:00'), 'reject');
    contested.act(at('11-24T12:00'), 'contest', applicant);
    expect(contested.refusal(at('11-24T13:00'), 'prolong')).toBeUndefined();
  });
});

describe('a deadline that goes one institution higher', () => {
  const climbing = permitWithDeadlines(
    '  decision: { in: [submitted, contested], within: 1 working-days, escalate: permit-supervisor, to: above, then: decision }\n',
  );
  const above = (institution: string) => ({ 'interior-ministry': 'presidency', presidency: 'people' })[institution];

  test('starts anew there each time, until nobody is above', () => {
    const late = story(climbing, at('11-23T10:00'), { above });
    expect(late.clock(at('11-24T15:15'))).toMatchObject({
      institution: 'presidency',
      escalatedTo: ['permit-supervisor'],
      deadline: { name: 'decision', dueAt: at('11-25T15:15') },
    });
    expect(late.clock(at('11-25T15:15'))).toMatchObject({
      institution: 'people',
      deadline: { dueAt: at('11-26T15:15') },
    });
    expect(late.clock(at('11-26T15:15'))).toMatchObject({ institution: 'people', deadline: undefined });
    expect(late.clock(at('12-26T15:15')).lastEvent).toBe(4);
    expect(late.events().at(1)?.facts).toMatchObject({ from: 'interior-ministry', institution: 'presidency' });
  });

  test('stays late there while the applicant is asked', () => {
    const late = story(climbing, at('11-23T10:00'), { above });
    late.clock(at('11-24T15:15'));
    late.act(at('11-25T10:00'), 'ask');
    expect(late.record()).toMatchObject({
      escalatedTo: ['permit-supervisor'],
      deadline: { left: 0, unit: 'working-days' },
    });
    expect(late.act(at('11-30T10:00'), 'answer', applicant)).toMatchObject({
      institution: 'presidency',
      escalatedTo: ['permit-supervisor'],
      deadline: { dueAt: at('11-30T15:15') },
    });
  });
});

test('which deadline starts can hang on the answers, and another one on its end', () => {
  const service = permitWithDeadlines(
    `  urgent: { in: submitted, within: 4 working-hours, when: "reason == 'work'", escalate: permit-supervisor, then: late }
  decision: { in: [submitted, contested], within: 3 working-days, escalate: permit-supervisor }
  late: { within: 30m, escalate: permit-supervisor }
`,
    { deadlines: '{ urgent: For work }' },
  );
  expect(story(service, at('11-23T10:00')).record().deadline?.name).toBe('decision');
  const urgent = story(service, at('11-23T13:15'), { answers: { reason: 'work' } });
  expect(urgent.record().deadline).toMatchObject({ name: 'urgent', dueAt: at('11-24T09:30') });
  expect(urgent.clock(at('11-24T09:30')).deadline).toMatchObject({ name: 'late', dueAt: at('11-24T10:00') });
  urgent.act(at('11-24T09:45'), 'ask');
  expect(urgent.act(at('11-24T10:30'), 'answer', applicant).deadline).toMatchObject({
    name: 'late',
    dueAt: at('11-24T10:45'),
  });
});

test('events of before reminders and calendars still say what they said', () => {
  const event = (kind: string, minutes: number, facts: object) =>
    ({ kind, at: new Date(+at('11-23T10:00') + minutes * 60_000), actor: { kind: 'system' }, facts }) as RecordEvent;
  const submitted = event('submitted', 0, {
    state: 'submitted',
    channel: 'web',
    locale: 'ar',
    institution: 'interior-ministry',
    route: 0,
    deadline: { name: 'decision', dueAt: at('11-23T12:00').toISOString() },
  });
  const paused = event('acted', 30, {
    action: 'ask',
    state: 'asked',
    deadline: { change: 'paused', name: 'decision', left: 5_400_000 },
  });
  expect(fold(1, [submitted]).deadline).toEqual({
    name: 'decision',
    extended: 0,
    dueAt: at('11-23T12:00'),
    remindAt: [],
  });
  expect(fold(1, [submitted, paused]).deadline).toEqual({
    name: 'decision',
    extended: 0,
    left: 5_400_000,
    unit: 'elapsed',
  });
  expect(
    fold(1, [submitted, event('deadline-passed', 120, { deadline: 'decision', escalatedTo: ['x'] })]),
  ).toMatchObject({
    deadline: undefined,
    escalatedTo: ['x'],
    institution: 'interior-ministry',
  });
});
