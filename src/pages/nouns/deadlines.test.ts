import { describe, expect, test } from 'vitest';
import { applicant, at, permitWithDeadlines, story, threeDays } from '../../../test/world/deadlines.ts';
import { surroundings, worldAt } from '../../../test/world/service.ts';
import { type Locale, locales } from '../../base/texts.ts';
import { createTerritory } from '../../territory/territory.ts';
import { sayHowLong } from '../public/service-facts.ts';
import type { RecordView } from '../public/record-view.ts';
import type { DeskRecord } from '../staff/record-data.ts';
import { sayTimeLeft } from '../staff/time-left.ts';
import { deadlines } from './deadlines.ts';

const name = (code: string) => ({ ar: `«${code}»`, fr: code, en: code });
const territory = createTerritory(
  [],
  ['interior-ministry', 'presidency'].map((code) => ({
    code,
    type: 'x',
    name: name(code),
    parent: undefined,
    place: undefined,
  })),
);
/** What each step says, to staff and to the applicant. */
const said = (subject: ReturnType<typeof story>, service = threeDays, locale: Locale = 'en') => {
  const tools = { locale, world: worldAt(at('11-23T10:00')), territory, calendar: surroundings.calendar };
  const events = subject.events();
  const view = { service, events, record: subject.record(), tools };
  return events.map((event) => ({
    staff: deadlines.staffStep?.(undefined as never, view as unknown as DeskRecord, event),
    applicant: deadlines.applicantStep?.(view as unknown as RecordView, event),
  }));
};

describe('the history tells', () => {
  test('when an answer is due and how that was counted, that it waits, goes on, and takes longer', () => {
    const asked = story(threeDays, at('11-23T10:00'));
    asked.act(at('11-24T09:00'), 'ask');
    asked.act(at('12-04T10:00'), 'answer', applicant);
    asked.act(at('12-04T10:30'), 'prolong');
    expect(said(asked)).toEqual([
      {
        staff: ['Due by 26 November 2026 at 15:15 (3 working days).'],
        applicant: ['Answer by 26 November 2026 at 15:15.'],
      },
      {
        staff: ['Time limit paused with 2 working days left.'],
        applicant: ['The time limit is paused until you answer.'],
      },
      {
        staff: ['Time limit resumed; due by 8 December 2026 at 15:15.'],
        applicant: ['Answer by 8 December 2026 at 15:15.'],
      },
      {
        staff: ['Time limit extended by 2 working days; now due by 10 December 2026 at 15:15.'],
        applicant: [
          'The time for the answer was extended by 2 working days: you will have an answer by 10 December 2026 at 15:15.',
        ],
      },
    ]);
  });

  test('that the office was reminded, and where the record went when it was late', () => {
    const service = permitWithDeadlines(
      '  decision: { in: [submitted, contested], within: 2 working-days, remind: [1 working-day], escalate: permit-supervisor, to: above, then: decision }\n',
    );
    const late = story(service, at('11-23T10:00'), {
      above: (code) => (code === 'interior-ministry' ? 'presidency' : undefined),
    });
    late.clock(at('11-24T08:00'));
    late.clock(at('11-25T16:00'));
    expect(said(late, service).slice(1)).toEqual([
      { staff: ['Due by 25 November 2026 at 15:15.'], applicant: ['Answer by 25 November 2026 at 15:15.'] },
      {
        staff: [
          'The record went from interior-ministry to the institution above it: presidency.',
          'A new time limit runs; due by 27 November 2026 at 11:00 (2 working days).',
        ],
        applicant: ['Your request went to the institution above: presidency.', 'Answer by 27 November 2026 at 11:00.'],
      },
    ]);
    for (const locale of locales)
      expect(
        JSON.stringify(said(late, service, locale).flatMap(({ staff, applicant: told }) => [staff, told])),
      ).not.toMatch(/undefined|\{|decision/);
  });
});

test.each([
  ['11-23T10:00', 'en', '3 working days left'],
  ['11-25T23:00', 'ar', 'المتبقي: يوم عمل واحد'],
  ['11-26T10:00', 'en', '5 hours, 15 minutes left'],
  ['11-26T16:15', 'fr', 'Retard : 1 heure'],
] as const)('at %s what is left is said in %s as %s', (now, locale, words) => {
  const due = { now: at(now), unit: 'working-days', calendar: surroundings.calendar } as const;
  expect(sayTimeLeft(at('11-26T15:15'), due, locale).replaceAll(/\s/g, ' ')).toBe(words);
});

test("the service's page promises what the declaration says, case by case", () => {
  const service = permitWithDeadlines(
    `  urgent: { in: submitted, within: 8 working-hours, when: "reason == 'work'", escalate: permit-supervisor }
  decision: { in: [submitted, contested], within: 3 working-days, escalate: permit-supervisor }
`,
    { deadlines: '{ urgent: For work }' },
  );
  expect(sayHowLong(service, 'en')).toBe(
    'At once when the rule allows it, otherwise within 3 working days; For work: within 8 working hours',
  );
  expect(sayHowLong(threeDays, 'ar')).toBe('فورًا إذا سمحت القاعدة بذلك، وإلا فخلال 3 أيام عمل');
  expect(sayHowLong(threeDays, 'fr')).toBe('Aussitôt si la règle le permet, sinon en 3 jours ouvrables au plus');
});
