import { intlLocale, type Locale, say } from '../../../base/texts.ts';
import { sayDay } from '../../../form/fields/date.ts';
import { sayHours, weekInputs } from '../../../territory/calendar-changes.ts';
import type { Calendar, CalendarContent } from '../../../territory/calendar.ts';
import { Bdi } from '../../ui/bdi.tsx';
import { Actions, Button, ButtonLink } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Radios } from '../../ui/choice-field.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Details } from '../../ui/details.tsx';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Table } from '../../ui/table.tsx';
import { Tag, type Tone } from '../../ui/tag.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { type AdminContext, AdminForm, AdminPage } from './admin-page.tsx';
import { calendarPath } from './admin-paths.ts';
import { adminTexts } from './admin-texts.ts';
import type { AskedOfCalendar } from './calendar-asked.ts';
import { type Holiday, holidaysOf } from './calendar-days.ts';
import { calendarTexts as texts } from './calendar-texts.ts';
import { NameFields } from './names.tsx';

interface Props {
  readonly context: AdminContext;
  readonly calendar: Calendar;
  readonly year: number;
  readonly thisYear: number;
  /** What was typed and refused. */
  readonly asked: AskedOfCalendar;
  readonly problems: readonly FieldProblem[];
}

const tones: Readonly<Record<Holiday['basis'], Tone>> = {
  yearly: 'neutral',
  computed: 'neutral',
  announced: 'success',
  expected: 'warning',
};

/** Monday first, in the reader's language. */
export const dayNames = (locale: Locale): readonly string[] =>
  weekInputs.map((_, index) =>
    new Intl.DateTimeFormat(intlLocale[locale], { weekday: 'long', timeZone: 'UTC' }).format(
      new Date(Date.UTC(2024, 0, 1 + index)),
    ),
  );

export const CalendarPage = (props: Props) => {
  const { context, calendar, year, thisYear, problems } = props;
  const { locale } = context;
  const { content } = calendar;
  const years = [...new Set([thisYear - 1, thisYear, thisYear + 1, thisYear + 2, content.lastYear])].toSorted();
  return (
    <AdminPage
      context={context}
      title={say(locale, adminTexts.calendar)}
      lead={say(locale, texts.lead)}
      problems={problems}
    >
      <nav class="filters" aria-label={say(locale, texts.years)}>
        {years.map((each) => (
          <a
            class="ds-button"
            href={`${calendarPath}?year=${each}`}
            data-variant={each === year ? undefined : 'tertiary'}
            aria-current={each === year ? 'page' : undefined}
          >
            <bdi>{each}</bdi>
          </a>
        ))}
      </nav>
      <Table
        caption={say(locale, texts.year, { year: String(year) })}
        rows={holidaysOf(content, year)}
        columns={[
          { label: say(locale, texts.holiday), isHeader: true, cell: ({ name }) => name[locale] },
          { label: say(locale, texts.day), cell: ({ day }) => <bdi>{sayDay(day, locale)}</bdi> },
          {
            label: say(locale, texts.basis),
            cell: ({ basis }) => (
              <Tag tone={tones[basis]} icon={basis === 'yearly' ? 'calendar' : undefined}>
                {say(locale, texts[basis])}
              </Tag>
            ),
          },
          {
            label: say(locale, texts.actions),
            isLabelHidden: true,
            cell: (holiday) => <HolidayActions context={context} holiday={holiday} />,
          },
        ]}
      />
      <AddHoliday {...props} />
      <Hours {...props} />
      <Seasons {...props} />
      <Card>
        <AdminForm context={context} action={calendarPath}>
          <NumberField
            locale={locale}
            name="year"
            label={say(locale, texts.lastYear)}
            hint={say(locale, texts.lastYearHint)}
            value={props.asked['year'] ?? String(content.lastYear)}
            keyboard="numeric"
            error={problems.find(({ name }) => name === 'year')?.message}
          />
          <Actions>
            <Button look="secondary" name="do" value="year">
              {say(locale, adminTexts.preview)}
            </Button>
          </Actions>
        </AdminForm>
      </Card>
      <p class="quiet">
        <Bdi>{say(locale, texts.version, { digest: calendar.digest })}</Bdi>
      </p>
    </AdminPage>
  );
};

const HolidayActions = ({ context, holiday }: { readonly context: AdminContext; readonly holiday: Holiday }) => {
  const { locale } = context;
  const { day, basis, name } = holiday;
  const which = <span class="ds-sr-only"> – {name[locale]}</span>;
  return (
    <div class="row-actions">
      {basis === 'expected' && (
        <>
          <AdminForm context={context} action={calendarPath}>
            <input type="hidden" name="day" value={day} />
            <Button look="secondary" name="do" value="announce" icon="check">
              {say(locale, texts.confirm)}
              {which}
            </Button>
          </AdminForm>
          <ButtonLink look="tertiary" href={`${calendarPath}/move?day=${day}`}>
            {say(locale, texts.move)}
            {which}
          </ButtonLink>
        </>
      )}
      <AdminForm context={context} action={calendarPath}>
        <input type="hidden" name="day" value={basis === 'yearly' ? day.slice(5) : day} />
        <Button look="tertiary" name="do" value="remove">
          {say(locale, texts.remove)}
          {which}
        </Button>
      </AdminForm>
    </div>
  );
};

const partsOf = (asked: AskedOfCalendar, name: string) => ({
  day: asked[`${name}.day`],
  month: asked[`${name}.month`],
  year: asked[`${name}.year`],
});

const AddHoliday = ({ context, asked, problems }: Props) => {
  const { locale } = context;
  const isThis = asked['do'] === 'add';
  const mine = isThis ? problems : [];
  return (
    <Details summary={say(locale, texts.add)} open={isThis}>
      <AdminForm context={context} action={calendarPath}>
        <DateField
          locale={locale}
          name="day"
          label={say(locale, texts.addDay)}
          hint={say(locale, texts.addDayHint)}
          values={isThis ? partsOf(asked, 'day') : undefined}
          error={mine.find(({ name }) => name === 'day')?.message}
        />
        <NameFields
          locale={locale}
          name={
            isThis ? { ar: asked['name_ar'] ?? '', fr: asked['name_fr'] ?? '', en: asked['name_en'] ?? '' } : undefined
          }
          problems={mine}
        />
        <Radios
          locale={locale}
          name="basis"
          label={say(locale, texts.addBasis)}
          value={isThis ? asked['basis'] : 'announced'}
          options={(['announced', 'expected'] as const).map((value) => ({ value, label: say(locale, texts[value]) }))}
        />
        <Actions>
          <Button name="do" value="add">
            {say(locale, adminTexts.preview)}
          </Button>
        </Actions>
      </AdminForm>
    </Details>
  );
};

const WeekFields = ({
  locale,
  week,
  problems,
}: {
  readonly locale: Locale;
  readonly week: readonly string[];
  readonly problems: readonly FieldProblem[];
}) => (
  <div class="week">
    {weekInputs.map((day, index) => (
      <TextField
        locale={locale}
        name={day}
        label={dayNames(locale)[index] ?? day}
        value={week[index]}
        dir="ltr"
        maxLength={60}
        error={problems.find(({ name }) => name === day)?.message}
      />
    ))}
  </div>
);

const hoursOf = (week: CalendarContent['week']): readonly string[] =>
  weekInputs.map((_, index) => sayHours(week[index] ?? []));

const Hours = ({ context, calendar, asked, problems }: Props) => {
  const { locale } = context;
  const isThis = asked['do'] === 'week';
  return (
    <Details summary={say(locale, texts.hours)} open={isThis}>
      <AdminForm context={context} action={calendarPath}>
        <p class="hint">{say(locale, texts.hoursHint)}</p>
        <WeekFields
          locale={locale}
          week={isThis ? weekInputs.map((day) => asked[day] ?? '') : hoursOf(calendar.content.week)}
          problems={isThis ? problems : []}
        />
        <Actions>
          <Button name="do" value="week">
            {say(locale, adminTexts.preview)}
          </Button>
        </Actions>
      </AdminForm>
    </Details>
  );
};

const Seasons = ({ context, calendar, asked, problems }: Props) => {
  const { locale } = context;
  const isThis = asked['do'] === 'season';
  const mine = isThis ? problems : [];
  return (
    <Details summary={`${say(locale, texts.seasons)} (${calendar.content.seasons.length})`} open={isThis}>
      <p class="hint">{say(locale, texts.seasonsDetail)}</p>
      <ul class="seasons">
        {calendar.content.seasons.map(({ from, until, week }) => (
          <li>
            <strong>{say(locale, texts.season, { from: sayDay(from, locale), until: sayDay(until, locale) })}</strong>
            <span class="quiet">
              {hoursOf(week)
                .map((hours, index) => (hours === '' ? '' : `${dayNames(locale)[index]} \u2066${hours}\u2069`))
                .filter((words) => words !== '')
                .join(' · ')}
            </span>
            <AdminForm context={context} action={calendarPath}>
              <input type="hidden" name="from" value={from} />
              <Button look="tertiary" name="do" value="remove-season">
                {say(locale, texts.remove)}
                <span class="ds-sr-only"> – {sayDay(from, locale)}</span>
              </Button>
            </AdminForm>
          </li>
        ))}
      </ul>
      <h3>{say(locale, texts.addSeason)}</h3>
      <AdminForm context={context} action={calendarPath}>
        {(['from', 'until'] as const).map((name) => (
          <DateField
            locale={locale}
            name={name}
            label={say(locale, texts[name])}
            values={isThis ? partsOf(asked, name) : undefined}
            error={mine.find((problem) => problem.name === name)?.message}
          />
        ))}
        <p class="hint">{say(locale, texts.hoursHint)}</p>
        <WeekFields locale={locale} week={isThis ? weekInputs.map((day) => asked[day] ?? '') : []} problems={mine} />
        <Actions>
          <Button name="do" value="season">
            {say(locale, adminTexts.preview)}
          </Button>
        </Actions>
      </AdminForm>
    </Details>
  );
};
