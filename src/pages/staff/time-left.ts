import { type Locale, say } from '../../base/texts.ts';
import { type Calendar, spanLeft, type SpanUnit } from '../../territory/calendar.ts';
import { sayLength, saySpanLeft } from '../duration-texts.ts';
import { staffTexts as texts } from './staff-texts.ts';

/** "3 working days left" as its deadline is counted, on the last day in hours and minutes; or how late it is. */
export const sayTimeLeft = (
  dueAt: Date,
  { now, unit, calendar }: { readonly now: Date; readonly unit: SpanUnit; readonly calendar: Calendar },
  locale: Locale,
): string => {
  const passing = +dueAt - +now;
  if (passing < 0) return say(locale, texts.timeOver, { time: sayLength(passing, locale) });
  const left = spanLeft(now, dueAt, unit, calendar);
  const isLastDay = unit === 'working-days' && left.n === 0;
  return say(locale, texts.timeLeft, {
    time: isLastDay ? sayLength(passing, locale) : saySpanLeft(left, locale),
  });
};
