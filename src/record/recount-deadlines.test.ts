import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applicant, at, permitWithDeadlines, story, threeDays } from '../../test/world/deadlines.ts';
import { withTexts } from '../../test/world/declared.ts';
import { surroundings } from '../../test/world/service.ts';
import { worksWith } from '../../test/world/works.ts';
import { compileService } from '../definition/compile-service.ts';
import { calendarOf } from '../territory/calendar-file.ts';
import { nextMoment } from './clock.ts';
import { decideAction, decideDeadline, decideSubmission } from './decide.ts';
import type { RecordEvent } from './events.ts';
import { fold } from './fold.ts';
import { recountDeadlines, recountedEvent } from './recount-deadlines.ts';

const always = () => surroundings.calendar;

describe('deadlines counted again from the events, the declaration and the calendar', () => {
  const services = [
    threeDays,
    permitWithDeadlines(
      `  urgent: { in: submitted, within: 4 working-hours, when: "reason == 'work'", remind: [1 working-hour], escalate: permit-supervisor, then: late }
  decision: { in: [submitted, contested], within: 2 working-days, escalate: permit-supervisor, to: above, then: decision }
  late: { within: 26h, remind: [2h, 1h], escalate: permit-supervisor, to: above }
`,
      { deadlines: '{ urgent: For work }' },
    ),
  ];

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
            seen.add(
              'deadline' in facts && typeof facts.deadline === 'object' && 'change' in facts.deadline
                ? String(facts.deadline.change)
                : kind,
            );
          expect(recountDeadlines(service, subject.events(), always)).toEqual([]);
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
    const events = subject.events().map((event, index) =>
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
    expect(recountDeadlines(threeDays, events, always)).toEqual([
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
    expect(recountDeadlines(services[1]!, erased, always)).toEqual([]);
  });
});

describe('a calendar that is changed while deadlines run', () => {
  // Wednesday the 25th is declared a holiday.
  const { content } = surroundings.calendar;
  const name = { ar: 'عطلة', fr: 'Férié', en: 'Holiday' };
  const changed = calendarOf({
    ...content,
    moving: { ...content.moving, '2026-11-25': { name, basis: 'announced' } },
  });
  const calendarNamed = (digest: string | undefined) => (digest === changed.digest ? changed : surroundings.calendar);
  const started = () => story(threeDays, at('11-23T10:00')).events();

  test('moves what runs, once, and what is counted from it later agrees', () => {
    const event = recountedEvent(threeDays, started(), changed, at('11-24T09:00'))!;
    expect(event).toMatchObject({
      kind: 'recounted',
      facts: { calendar: changed.digest, deadline: { name: 'decision', dueAt: at('11-27T11:00').toISOString() } },
    });
    const events = [...started(), event];
    expect(fold(1, events).deadline).toMatchObject({ name: 'decision', extended: 0, dueAt: at('11-27T11:00') });
    expect(nextMoment(fold(1, events))).toEqual(at('11-26T07:30'));
    expect(recountedEvent(threeDays, events, changed, at('11-24T10:00'))).toBeUndefined();
    expect(recountDeadlines(threeDays, events, calendarNamed)).toEqual([]);
    const asked = decideAction(
      threeDays,
      fold(1, events),
      threeDays.actions.get('ask')!,
      { kind: 'system' },
      {},
      {
        ...surroundings,
        calendar: changed,
        now: at('11-26T09:00'),
        counts: {},
        nextDocumentId: () => 1,
      },
    );
    expect(recountDeadlines(threeDays, [...events, ...asked.events], calendarNamed)).toEqual([]);
  });

  test('moves nothing where the day would have had no say, or the time had passed', () => {
    const early = story(threeDays, at('11-16T10:00')).events();
    expect(recountedEvent(threeDays, early, changed, at('11-17T09:00'))).toBeUndefined();
    const late = story(threeDays, at('11-23T10:00'));
    late.clock(at('11-26T16:00'));
    expect(recountedEvent(threeDays, late.events(), changed, at('11-26T17:00'))).toBeUndefined();
  });

  test('moves what other institutions were asked, where that is counted in working days', () => {
    const inWorkingDays = compileService(
      withTexts(
        worksWith(
          '    within: 5d\n    remind: [1d]',
          '    within: 3 working-days\n    remind: [1 working-day]',
        ).replace('to: health-ministry', 'to: health-ministry\n    at_start: true'),
      ),
      'test',
      'Asia/Beirut',
    );
    const context = { ...surroundings, now: at('11-23T10:00'), counts: {}, nextDocumentId: () => 1 };
    const submission = { id: 1, answers: { size: 'small' }, channel: 'web', locale: 'ar' } as const;
    const { events } = decideSubmission(inWorkingDays, submission, context);
    expect(recountDeadlines(inWorkingDays, events, calendarNamed)).toEqual([]);
    const event = recountedEvent(inWorkingDays, events, changed, at('11-24T09:00'))!;
    expect(event.facts).toMatchObject({
      tasks: [{ name: 'health_review', dueAt: at('11-27T11:00').toISOString(), escalates: true }],
    });
    expect(event.facts.deadline).toBeUndefined();
    const written = [...events, event];
    expect(fold(1, written).tasks[0]).toMatchObject({ dueAt: at('11-27T11:00'), remindAt: [at('11-26T07:30')] });
    expect(recountDeadlines(inWorkingDays, written, calendarNamed)).toEqual([]);
    const late = decideDeadline(
      inWorkingDays,
      { ...fold(1, written), deadline: undefined },
      {
        ...context,
        calendar: changed,
        now: at('11-27T11:00'),
        findInstitutionAbove: () => 'council-presidency',
      },
    )!;
    expect(late.events.map(({ kind }) => kind)).toEqual(['task-overdue']);
  });
});
