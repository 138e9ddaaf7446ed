import { addDays } from '../../../base/calendar-day.ts';
import { intlLocale, type Locale, say } from '../../../base/texts.ts';
import { sayDay } from '../../../form/fields/date.ts';
import type { FieldTools } from '../../fields/field-page.ts';
import { PrintButton, printIsland } from '../../public/print-button.tsx';
import { Pagination } from '../../ui/navigation.tsx';
import type { PageContext } from '../../ui/page-context.ts';
import { Page, Title } from '../../ui/page.tsx';
import { Tag } from '../../ui/tag.tsx';
import { Chips } from '../chips.tsx';
import type { Desk } from '../desk.ts';
import { nameOf } from '../people/people-page.tsx';
import { mostCounted } from '../../../projections/due.ts';
import { type CalendarData, type CalendarDay, pageSize } from './calendar-data.ts';
import { calendarHref, type CalendarQuery, monthAfter } from './calendar-query.ts';
import { calendarTexts as texts, circleTexts, sayCount, sayDue } from './calendar-texts.ts';
import { DueTable } from './due-table.tsx';
import { MonthTable } from './month-table.tsx';

interface CalendarPageProps {
  readonly context: PageContext;
  readonly desk: Desk;
  readonly calendar: CalendarData;
  readonly tools: FieldTools;
}

/** "Sunday 22 November 2026". */
const sayWholeDay = (day: string, locale: Locale): string =>
  `${new Intl.DateTimeFormat(intlLocale[locale], { weekday: 'long', timeZone: 'UTC' }).format(new Date(day))} ${sayDay(day, locale)}`;

/** What is due: overdue and the days to come, or a month, or all of one day. */
export const CalendarPage = (props: CalendarPageProps) => {
  const { context, calendar } = props;
  const { locale } = context;
  const { query, circles, month } = calendar;
  const title = titleOf(calendar, locale);
  return (
    <Page
      context={context}
      title={title}
      layout="wide"
      islands={[printIsland]}
      backHref={query.view === 'list' ? calendarHref({ circle: query.circle }) : undefined}
    >
      <Title above={query.view === 'list' ? say(locale, circleTexts[query.circle]) : undefined}>{title}</Title>
      {query.view !== 'list' && (
        <>
          <Chips
            label={say(locale, texts.whose)}
            chips={circles.map((circle) => ({
              href: calendarHref({ ...query, circle }),
              label: say(locale, circleTexts[circle]),
              isCurrent: circle === query.circle,
            }))}
          />
          <Chips
            label={say(locale, texts.views)}
            chips={(['days', 'month'] as const).map((view) => ({
              href: calendarHref({ circle: query.circle, view }),
              label: say(locale, texts[view]),
              isCurrent: view === query.view,
              icon: view === 'days' ? 'list' : 'calendar',
            }))}
          />
        </>
      )}
      <div class="actions">
        <PrintButton label={say(locale, texts.print)} />
      </div>
      {query.view === 'days' && <Days {...props} />}
      {query.view === 'month' && (
        <>
          <h2>{sayDay(month, locale)}</h2>
          <nav class="month-ways" aria-label={say(locale, texts.month)}>
            {([-1, 1] as const).map((by) => (
              <a class="ds-link" href={calendarHref({ ...query, month: monthAfter(month, by) })}>
                {say(locale, by === 1 ? texts.nextMonth : texts.previousMonth)}
              </a>
            ))}
          </nav>
          <MonthTable calendar={calendar} tools={props.tools} caption={sayDay(month, locale)} />
        </>
      )}
      {query.view === 'list' && <WholeList {...props} />}
    </Page>
  );
};

const titleOf = ({ query }: CalendarData, locale: Locale): string => {
  if (query.view !== 'list') return say(locale, texts.title);
  return query.day === 'overdue'
    ? say(locale, texts.overdue)
    : say(locale, texts.ofDay, { day: sayDay(query.day, locale) });
};

const listHref = (query: CalendarQuery, day: string, page = 1): string =>
  calendarHref({ ...query, view: 'list', day, page });

const Days = (props: CalendarPageProps) => {
  const { calendar, context, tools } = props;
  const { locale } = context;
  const { overdue, days, query, today } = calendar;
  return (
    <>
      <section aria-labelledby="overdue">
        <h2 id="overdue">
          {say(locale, texts.overdue)} <span class="count">{sayCount(overdue.count, locale)}</span>
        </h2>
        {overdue.count === 0 ? (
          <p class="quiet">{say(locale, texts.nothingLate)}</p>
        ) : (
          <DueTable {...props} tools={tools} caption={say(locale, texts.overdue)} rows={overdue.rows} />
        )}
        {overdue.count > overdue.rows.length && (
          <p>
            <a class="ds-link" href={listHref(query, 'overdue')}>
              {say(locale, texts.overdueAll, { count: sayCount(overdue.count, locale) })}
            </a>
          </p>
        )}
      </section>
      {runsOf(days, today).map((run) => {
        const [first] = run;
        return first && run.length === 1 ? <Day {...props} day={first} /> : <EmptyDays {...props} run={run} />;
      })}
    </>
  );
};

/** Days one by one, and those on which there is nothing together; today stands alone. */
const runsOf = (days: readonly CalendarDay[], today: string): readonly (readonly CalendarDay[])[] => {
  const isBare = ({ day, count, holiday, campaigns }: CalendarDay) =>
    day !== today && count === 0 && !holiday && campaigns.length === 0;
  const runs: CalendarDay[][] = [];
  for (const day of days) {
    const last = runs.at(-1)?.at(-1);
    if (last && isBare(last) && isBare(day)) runs.at(-1)?.push(day);
    else runs.push([day]);
  }
  return runs;
};

const EmptyDays = ({
  context: { locale },
  run,
  tools,
}: CalendarPageProps & { readonly run: readonly CalendarDay[] }) => {
  const [first, last] = [run[0]?.day ?? '', run.at(-1)?.day ?? ''];
  const format = new Intl.DateTimeFormat(intlLocale[locale], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
  const days = format.formatRange(new Date(first), new Date(last));
  const away = [...new Map(run.flatMap((day) => day.away.map((absence) => [absence.id, absence] as const))).values()];
  return (
    <section class="calendar-day">
      <p>{say(locale, texts.nothingFrom, { days })}</p>
      <Away away={away} locale={locale} tools={tools} />
    </section>
  );
};

/** Whether offices open, who is away, and which campaigns end. */
const DayNotes = ({
  day,
  locale,
  tools,
}: {
  readonly day: CalendarDay;
  readonly locale: Locale;
  readonly tools: FieldTools;
}) => (
  <>
    {(day.holiday || !day.isWorking) && (
      <p>
        <Tag icon="calendar">
          {day.holiday ? say(locale, texts.holiday, { name: day.holiday[locale] }) : say(locale, texts.closed)}
        </Tag>
      </p>
    )}
    <Away away={day.away} locale={locale} tools={tools} />
    {day.campaigns.map(({ href, title }) => (
      <p>
        <a class="ds-link" href={href}>
          {say(locale, texts.campaign, { name: title[locale] })}
        </a>
      </p>
    ))}
  </>
);

const Away = ({
  away,
  locale,
  tools,
}: Pick<CalendarDay, 'away'> & { readonly locale: Locale; readonly tools: FieldTools }) =>
  away.length === 0 ? null : (
    <p class="quiet">
      {say(locale, texts.away, {
        who: new Intl.ListFormat(locale, { type: 'conjunction' }).format(
          away.map((absence) =>
            say(locale, texts.awayUntil, {
              name: nameOf(absence, locale),
              // It ends as the next day begins.
              day: sayDay(tools.calendar.dayOf(new Date(+absence.validUntil - 1)), locale),
            }),
          ),
        ),
      })}
    </p>
  );

const Day = (props: CalendarPageProps & { readonly day: CalendarDay }) => {
  const { calendar, context, day, tools } = props;
  const { locale } = context;
  const { today, query } = calendar;
  const id = `d-${day.day}`;
  const near = day.day === today ? texts.today : day.day === addDays(today, 1) ? texts.tomorrow : undefined;
  return (
    <section class="calendar-day" aria-labelledby={id}>
      <h2 id={id}>
        {near && <>{say(locale, near)} · </>}
        <time datetime={day.day}>{sayWholeDay(day.day, locale)}</time>
      </h2>
      <DayNotes day={day} locale={locale} tools={tools} />
      <p class="quiet">{sayDue(day.count, locale)}</p>
      {day.rows.length > 0 && <DueTable {...props} caption={sayWholeDay(day.day, locale)} rows={day.rows} isOfOneDay />}
      {day.count > day.rows.length && (
        <p>
          <a class="ds-link" href={listHref(query, day.day)}>
            {say(locale, texts.dueAll, { count: sayCount(day.count, locale) })}
          </a>
        </p>
      )}
    </section>
  );
};

const WholeList = (props: CalendarPageProps) => {
  const { calendar, context, tools } = props;
  const { locale } = context;
  const { query, days, overdue } = calendar;
  const [day] = days;
  const { count, rows } = day ?? overdue;
  return (
    <>
      {day && <DayNotes day={day} locale={locale} tools={tools} />}
      <p class="quiet">{sayDue(count, locale)}</p>
      {rows.length > 0 && (
        <DueTable {...props} caption={titleOf(calendar, locale)} rows={rows} isOfOneDay={day !== undefined} />
      )}
      <Pagination
        locale={locale}
        page={query.page}
        pages={Math.ceil(Math.min(count, mostCounted) / pageSize)}
        hrefOf={(page) => listHref(query, query.day, page)}
      />
    </>
  );
};
