import { say } from '../../base/texts.ts';
import type { Action, Service } from '../../definition/service.ts';
import { sayInstant } from '../../form/fields/datetime.ts';
import { stateAfter } from '../../record/decide.ts';
import { isByClock, type RecordEvent } from '../../record/events.ts';
import type { DeadlineChange } from '../../record/nouns/deadlines.ts';
import { addSpan, type Span } from '../../territory/calendar.ts';
import { saySpan, saySpanLeft } from '../duration-texts.ts';
import type { FieldTools } from '../fields/field-page.ts';
import type { PageNoun } from '../noun.ts';
import type { OpenedRecord } from '../record-access.ts';
import { deadlinesTexts as texts } from './deadlines-texts.ts';

type Said = Pick<OpenedRecord, 'service' | 'events'> & { readonly tools: FieldTools };
type Reader = 'staff' | 'applicant';

const at = (instant: string | Date, { locale, world }: FieldTools): string =>
  sayInstant(new Date(instant), locale, world.timeZone);

const changeOf = (event: RecordEvent): DeadlineChange | undefined =>
  isByClock(event) ? undefined : event.facts.deadline;

/** Whether a deadline goes on that stood still. */
const isResumed = (events: readonly RecordEvent[], event: RecordEvent): boolean => {
  const before = events
    .slice(0, events.indexOf(event))
    .map((one) => (one.kind === 'deadline-passed' ? { change: 'over' } : changeOf(one)))
    .findLast((change) => change !== undefined);
  return before !== undefined && 'left' in before;
};

/** In brackets after a date, where it stands by itself. */
const lengthOf = (service: Service, name: string, { locale }: FieldTools): string => {
  const within = service.deadlines.find((deadline) => deadline.name === name)?.within;
  return within ? saySpanLeft(within, locale) : '–';
};

const leftOf = ({ left, unit = 'elapsed' }: { readonly left: number; readonly unit?: Span['unit'] }): Span => ({
  n: left,
  unit,
});

const sayChange = ({ service, events, tools }: Said, event: RecordEvent, reader: Reader): readonly string[] => {
  const change = changeOf(event);
  if (!change || change.change === 'over') return [];
  const { locale } = tools;
  const forStaff = reader === 'staff';
  if (change.change === 'extended') {
    const by = event.kind === 'acted' ? service.actions.get(event.facts.action)?.extend?.by : undefined;
    const length = by ? saySpan(by, locale) : '–';
    if ('dueAt' in change)
      return [say(locale, forStaff ? texts.extended : texts.extendedForYou, { length, by: at(change.dueAt, tools) })];
    const time = saySpanLeft(leftOf(change), locale);
    return [say(locale, forStaff ? texts.extendedPaused : texts.extendedPausedForYou, { length, time })];
  }
  if (change.change === 'paused')
    return [
      forStaff
        ? say(locale, texts.paused, { time: saySpanLeft(leftOf(change), locale) })
        : say(locale, texts.pausedForYou),
    ];
  const by = at(change.dueAt, tools);
  if (!forStaff) return [say(locale, texts.answerBy, { by })];
  return isResumed(events, event)
    ? [say(locale, texts.resumed, { by })]
    : [say(locale, texts.due, { by, length: lengthOf(service, change.name, tools) })];
};

/** What the clock did. */
const sayClock = ({ service, tools }: Said, event: RecordEvent, reader: Reader): readonly string[] => {
  const { locale, territory } = tools;
  const forStaff = reader === 'staff';
  const nameOf = (code: string | undefined) =>
    code === undefined ? '–' : (territory.findInstitution(code)?.name[locale] ?? code);
  switch (event.kind) {
    case 'deadline-near':
      return [say(locale, forStaff ? texts.nearDetail : texts.answerBy, { by: at(event.facts.dueAt, tools) })];
    case 'deadline-passed': {
      const { institution, from, started } = event.facts;
      const by = started && at(started.dueAt, tools);
      return [
        ...(institution === undefined
          ? []
          : [
              say(locale, forStaff ? texts.movedAbove : texts.movedAboveForYou, {
                from: nameOf(from),
                institution: nameOf(institution),
              }),
            ]),
        ...(started && by !== undefined
          ? [
              forStaff
                ? say(locale, texts.startedNext, { by, length: lengthOf(service, started.name, tools) })
                : say(locale, texts.answerBy, { by }),
            ]
          : []),
      ];
    }
    case 'recounted': {
      const { deadline } = event.facts;
      if (!deadline) return [];
      if ('dueAt' in deadline)
        return [say(locale, forStaff ? texts.nearDetail : texts.answerBy, { by: at(deadline.dueAt, tools) })];
      return [
        forStaff
          ? say(locale, texts.paused, { time: saySpanLeft(leftOf(deadline), locale) })
          : say(locale, texts.pausedForYou),
      ];
    }
    case 'erased':
    case 'consent-changed':
    case 'task-near':
    case 'task-overdue':
    case 'succeeded':
    case 'reassigned':
    case 'opened-by-exception':
    case 'submitted':
    case 'acted':
      return [];
  }
};

const stepOf = (said: Said, event: RecordEvent, reader: Reader): readonly string[] => [
  ...sayChange(said, event, reader),
  ...sayClock(said, event, reader),
];

const willExtend = (
  { record, tools }: Pick<OpenedRecord, 'record'> & { readonly tools: FieldTools },
  { extend }: Action,
): readonly string[] => {
  const { locale, calendar } = tools;
  const running = record.deadline;
  if (!extend || running?.name !== extend.deadline) return [];
  const length = saySpan(extend.by, locale);
  return [
    'dueAt' in running
      ? say(locale, texts.willExtend, { length, by: at(addSpan(running.dueAt, extend.by, calendar), tools) })
      : say(locale, texts.willExtendPaused, { length }),
    ...(running.extended + 1 >= extend.times ? [say(locale, texts.willExtendLast)] : []),
  ];
};

export const deadlines: PageNoun = {
  outcomes: (_desk, opened, action) => {
    const { service, record, tools } = opened;
    const pauses =
      service.states.get(stateAfter(record, action))?.meaning === 'waiting' &&
      record.deadline !== undefined &&
      'dueAt' in record.deadline;
    return [...(pauses ? [say(tools.locale, texts.willPause)] : []), ...willExtend(opened, action)];
  },
  staffStep: (_desk, opened, event) => stepOf(opened, event, 'staff'),
  applicantStep: (view, event) => stepOf(view, event, 'applicant'),
  json: ({ record: { deadline } }) => ({
    deadline: deadline
      ? {
          name: deadline.name,
          extended: deadline.extended,
          ...('dueAt' in deadline
            ? { due_at: deadline.dueAt.toISOString() }
            : deadline.unit === 'working-days'
              ? { left: { working_days: deadline.left } }
              : {
                  left: {
                    [deadline.unit === 'elapsed' ? 'seconds' : 'working_seconds']: Math.round(deadline.left / 1_000),
                  },
                }),
        }
      : null,
  }),
};
