import { say } from '../../base/texts.ts';
import { getState } from '../../definition/service.ts';
import { sayInstant } from '../../form/fields/datetime.ts';
import { stateAfter } from '../../record/decide.ts';
import type { DeadlineChange, RecordEvent } from '../../record/events.ts';
import type { PageNoun } from '../noun.ts';
import { recordTexts as publicTexts } from '../public/record-texts.ts';
import { actionTexts } from '../staff/action-texts.ts';
import { recordTexts as staffTexts } from '../staff/record-texts.ts';
import { sayLength } from '../staff/time-left.ts';

const changeOf = ({ kind, facts }: RecordEvent): DeadlineChange | undefined =>
  kind === 'deadline-passed' ? undefined : facts.deadline;

export const deadlines: PageNoun = {
  outcomes: (_desk, { service, record, tools: { locale } }, action) =>
    getState(service, stateAfter(record, action)).meaning === 'waiting' && record.deadline !== undefined
      ? [say(locale, actionTexts.pauses)]
      : [],
  staffStep: (_desk, { tools: { locale, world } }, event) => {
    const change = changeOf(event);
    switch (change?.change) {
      case 'runs':
      case undefined: {
        if (!change) return [];
        const words = event.kind === 'submitted' ? staffTexts.dueBy : staffTexts.resumed;
        return [say(locale, words, { by: sayInstant(new Date(change.dueAt), locale, world.timeZone) })];
      }
      case 'paused':
        return [say(locale, staffTexts.pausedLeft, { time: sayLength(change.left, locale) })];
      case 'over':
        return [];
    }
  },
  applicantStep: ({ tools: { locale, world } }, event) => {
    const change = changeOf(event);
    switch (change?.change) {
      case 'runs':
      case undefined:
        return change
          ? [say(locale, publicTexts.dueBy, { by: sayInstant(new Date(change.dueAt), locale, world.timeZone) })]
          : [];
      case 'paused':
        return [say(locale, publicTexts.paused)];
      case 'over':
        return [];
    }
  },
};
