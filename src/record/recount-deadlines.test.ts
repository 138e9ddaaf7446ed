import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applicant, at, permitWithDeadlines, story, threeDays } from '../../test/world/deadlines.ts';
import { surroundings } from '../../test/world/service.ts';
import type { RecordEvent } from './events.ts';
import { fold } from './fold.ts';
import { recountDeadlines } from './recount-deadlines.ts';

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
