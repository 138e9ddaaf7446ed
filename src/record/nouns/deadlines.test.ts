import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { permitFiles, surroundings } from '../../../test/world/service.ts';
import { compileService } from '../../definition/compile-service.ts';
import type { Service } from '../../definition/service.ts';
import type { Answers } from '../../form/fields/field-type.ts';
import { findRefusal } from '../allowed-actions.ts';
import { decideAction, decideDeadline, type Decision, decideSubmission } from '../decide.ts';
import type { Actor, RecordEvent } from '../events.ts';
import { fold } from '../fold.ts';
import { recountDeadlines } from '../recount-deadlines.ts';
import { nextMoment } from './deadlines.ts';

/** The permit with other deadlines, and an action that extends the decision. */
const permitWith = (deadlines: string, texts: Readonly<Record<string, string>> = {}): Service => {
  const yaml = (permitFiles['service.yaml'] ?? '')
    .replace(/deadlines:\n(.*\n)+?\n/, () => `deadlines:\n${deadlines}\n`)
    .replace(
      '  withdraw:',
      () => `  prolong:
    from: [submitted, asked, contested]
    by: permit-agent
    extend: { deadline: decision, by: 2 working-days, times: 1 }
    fields:
      - { name: grounds_for_delay, type: long-text, required: true, max: 500 }
  withdraw:`,
    );
  const withTexts = ['ar', 'fr', 'en'].map((locale) => {
    const file = `texts.${locale}.yaml`;
    const more = Object.entries(texts).map(([key, value]) => `\n${key}: ${value}`);
    const text = (permitFiles[file] ?? '').replace(
      /^actions:\n/m,
      () => `actions:\n  prolong:\n    label: L\n    fields:\n      grounds_for_delay: { label: L }\n`,
    );
    return [file, `${text}${more.join('')}`] as const;
  });
  return compileService(
    { ...permitFiles, 'service.yaml': yaml, ...Object.fromEntries(withTexts) },
    'test',
    'Asia/Beirut',
  );
};

const threeDays = permitWith(
  '  decision: { in: [submitted, contested], within: 3 working-days, remind: [1 working-day, 2 working-hours], escalate: permit-supervisor }\n',
);
const agent: Actor = { kind: 'account', account: 'a', role: 'permit-agent', institution: 'interior-ministry' };
const applicant: Actor = { kind: 'applicant' };
// Monday 23 November 2026, in Beirut. Offices: Monday to Thursday 07:30–15:15, Friday 08:00–11:00.
const at = (local: string) => new Date(`2026-${local}:00+02:00`);

interface World {
  readonly above?: (institution: string) => string | undefined;
  readonly answers?: Answers;
}
/** A request as it goes through hands. */
const story = (
  service: Service,
  start: Date,
  { above = () => undefined, answers = { reason: 'other' } }: World = {},
) => {
  const contextAt = (now: Date) => ({
    ...surroundings,
    now,
    counts: {},
    findInstitutionAbove: above,
    nextDocumentId: () => 1,
  });
  const submission = { id: 1, answers, channel: 'web', locale: 'ar' } as const;
  let decision: Decision = decideSubmission(service, submission, contextAt(start));
  const add = (next: Decision | undefined) => {
    if (next) decision = { record: next.record, events: [...decision.events, ...next.events] };
    return decision.record;
  };
  return {
    record: () => decision.record,
    /** As the database gives them back. */
    events: () =>
      (JSON.parse(JSON.stringify(decision.events)) as RecordEvent[]).map((event) => ({
        ...event,
        at: new Date(event.at),
      })),
    act: (now: Date, name: string, actor: Actor = agent) =>
      add(decideAction(service, decision.record, service.actions.get(name)!, actor, {}, contextAt(now))),
    clock: (now: Date) => add(decideDeadline(service, decision.record, contextAt(now))),
    refusal: (now: Date, name: string) =>
      findRefusal(
        service,
        decision.record,
        service.actions.get(name)!,
        { kind: 'account', account: 'a', roles: new Set(['permit-agent']) },
        now,
      ),
  };
};
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
  const climbing = permitWith(
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
  const service = permitWith(
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
    ...{ state: 'submitted', channel: 'web', locale: 'ar', institution: 'interior-ministry', route: 0 },
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

describe('deadlines counted again from the events, the declaration and the calendar', () => {
  const services = [
    threeDays,
    permitWith(
      `  urgent: { in: submitted, within: 4 working-hours, when: "reason == 'work'", remind: [1 working-hour], escalate: permit-supervisor, then: late }
  decision: { in: [submitted, contested], within: 2 working-days, escalate: permit-supervisor, to: above, then: decision }
  late: { within: 26h, remind: [2h, 1h], escalate: permit-supervisor, to: above }
`,
      { deadlines: '{ urgent: For work }' },
    ),
  ];
  const calendarOf = () => surroundings.calendar;

  test('agree with what was said, whatever people do in whatever order', () => {
    const step = fc.record({
      action: fc.constantFrom('ask', 'answer', 'prolong', 'reject', 'contest', 'withdraw', 'clock', 'clock', 'clock'),
      hours: fc.integer({ min: 0, max: 40 }),
    });
    const seen = new Set<string>();
    fc.assert(
      fc.property(
        fc.constantFrom(...services),
        fc.constantFrom('other', 'work'),
        fc.integer({ min: 0, max: 200 }),
        fc.array(step, { maxLength: 14 }),
        (service, reason, start, steps) => {
          let now = new Date(+at('11-20T00:00') + start * 3_600_000);
          const subject = story(service, now, {
            answers: { reason },
            above: (code) => (code.length < 40 ? `${code}-up` : undefined),
          });
          for (const { action, hours } of steps) {
            now = new Date(+now + hours * 3_600_000);
            if (action === 'clock') subject.clock(now);
            else if (service.actions.get(action)!.by.includes('applicant')) {
              if (service.actions.get(action)!.from.includes(subject.record().state))
                subject.act(now, action, applicant);
            } else if (subject.refusal(now, action) === undefined) subject.act(now, action);
          }
          for (const { kind, facts } of subject.events())
            seen.add('deadline' in facts && typeof facts.deadline === 'object' ? String(facts.deadline.change) : kind);
          expect(recountDeadlines(service, subject.events(), calendarOf)).toEqual([]);
          expect(fold(1, subject.events())).toEqual(subject.record());
        },
      ),
      { numRuns: 300 },
    );
    expect([...seen]).toEqual(
      expect.arrayContaining(['runs', 'paused', 'extended', 'over', 'deadline-near', 'deadline-passed']),
    );
  });

  test('differ where somebody has written another date', () => {
    const subject = story(threeDays, at('11-23T10:00'));
    subject.act(at('11-24T09:00'), 'ask');
    subject.act(at('12-04T10:00'), 'answer', applicant);
    const events = subject
      .events()
      .map((event, index) =>
        index === 2
          ? {
              ...event,
              facts: {
                ...event.facts,
                deadline: { change: 'runs', name: 'decision', dueAt: at('12-18T15:15').toISOString() },
              },
            }
          : event,
      ) as RecordEvent[];
    expect(recountDeadlines(threeDays, events, calendarOf)).toEqual([
      {
        event: 3,
        stated: { change: 'runs', name: 'decision', dueAt: at('12-18T15:15').toISOString() },
        counted: expect.objectContaining({ dueAt: at('12-08T15:15').toISOString() }),
      },
    ]);
  });

  test('agree when what people wrote has been erased', () => {
    const subject = story(services[1]!, at('11-23T10:00'), { answers: { reason: 'work' } });
    subject.clock(at('11-24T15:15'));
    const erased = subject.events().map(({ content: _erased, ...event }) => event as RecordEvent);
    expect(recountDeadlines(services[1]!, erased, calendarOf)).toEqual([]);
  });
});
