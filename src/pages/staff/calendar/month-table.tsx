import { intlLocale, say } from '../../../base/texts.ts';
import type { FieldTools } from '../../fields/field-page.ts';
import type { CalendarData, CalendarDay } from './calendar-data.ts';
import { calendarHref, weeksOf } from './calendar-query.ts';
import { calendarTexts as texts, sayDue } from './calendar-texts.ts';

/** A month as a table of its weeks; on a phone the days one below the other, as far as there is something on them. */
export const MonthTable = ({
  calendar,
  tools: { locale },
  caption,
}: {
  readonly calendar: CalendarData;
  readonly tools: FieldTools;
  readonly caption: string;
}) => {
  const { month, days, today, query } = calendar;
  const of = new Map(days.map((day) => [day.day, day]));
  const named = (day: string, weekday: 'long' | 'short') =>
    new Intl.DateTimeFormat(intlLocale[locale], { weekday, timeZone: 'UTC' }).format(new Date(day));
  // The first of January 2024 was a Monday.
  const weekdays = ['2024-01-01', '2024-01-02', '2024-01-03', '2024-01-04', '2024-01-05', '2024-01-06', '2024-01-07'];
  const cell = (day: CalendarDay) => (
    <>
      <span class="day-number">
        <span class="day-name">{named(day.day, 'long')} </span>
        <time datetime={day.day}>{Number(day.day.slice(8))}</time>
        {day.day === today && <span class="quiet"> {say(locale, texts.today)}</span>}
      </span>
      {day.holiday && <span class="day-holiday">{day.holiday[locale]}</span>}
      {day.count > 0 && (
        <a class="ds-link" href={calendarHref({ ...query, view: 'list', day: day.day, page: 1 })}>
          {sayDue(day.count, locale)}
        </a>
      )}
      {day.campaigns.map(({ href, title }) => (
        <a class="ds-link" href={href}>
          {say(locale, texts.campaign, { name: title[locale] })}
        </a>
      ))}
      {day.away.length > 0 && <span class="quiet">{say(locale, texts.awayCount, { count: day.away.length })}</span>}
    </>
  );
  const isEmpty = ({ count, holiday, away, campaigns }: CalendarDay) =>
    count === 0 && !holiday && away.length === 0 && campaigns.length === 0;
  const isBare = (name: string): boolean => {
    const day = of.get(name);
    return !day || isEmpty(day);
  };
  return (
    <table class="ds-table month" role="table">
      <caption class="ds-sr-only">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {weekdays.map((day) => (
            <th role="columnheader" scope="col">
              {named(day, 'long')}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {weeksOf(month).map((week) => (
          <tr role="row" class={week.every(isBare) ? 'day-empty' : undefined}>
            {week.map((name) => {
              const day = of.get(name);
              if (!day) return <td role="cell" class="day-beside" />;
              const look = [isEmpty(day) && 'day-empty', !day.isWorking && 'day-closed', name === today && 'day-today'];
              return (
                <td role="cell" class={look.filter(Boolean).join(' ') || undefined}>
                  {cell(day)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
