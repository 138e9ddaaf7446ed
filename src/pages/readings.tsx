import { dataReaderRole } from '../access/data-reader.ts';
import type { KeptReason, ReadingPurpose } from '../access/readings.ts';
import type { ReadingGroupRow } from '../access/reading-queries.ts';
import { dayOf, startOfDay } from '../base/calendar-day.ts';
import { intlLocale, type Locale, say } from '../base/texts.ts';
import type { Service } from '../definition/service.ts';
import type { FieldTools } from './fields/field-page.ts';
import { sharedTexts } from './staff/shared/shared-texts.ts';
import { purposeTexts, readingsTexts as texts, reasonTexts, wayTexts } from './readings-texts.ts';
import { Details } from './ui/details.tsx';
import { LongDate } from './ui/date-time.tsx';

/** Readings as their person or an overseer is told of them: under each institution and role, what was read how often and for what. */
interface Told {
  readonly service: Service;
  readonly readings: readonly ReadingGroupRow[];
  readonly tools: Pick<FieldTools, 'locale' | 'world' | 'territory'>;
  readonly sayRole?: (role: string) => string;
}

const shownAtOnce = 4;

export const ReadingList = (told: Told) => {
  const { locale } = told.tools;
  const readers = [...Map.groupBy(told.readings, (row) => sayReader(told, row))];
  if (readers.length === 0) return <p class="quiet">{say(locale, texts.none)}</p>;
  const list = (some: typeof readers) => (
    <ul class="plain-list readings">
      {some.map(([reader, rows]) => (
        <li>
          <strong>{reader}</strong>
          {rows.map((row) => (
            <span>{sayRow(told, row)}</span>
          ))}
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {list(readers.slice(0, shownAtOnce))}
      {readers.length > shownAtOnce && (
        <Details summary={say(locale, texts.earlier)}>{list(readers.slice(shownAtOnce))}</Details>
      )}
    </>
  );
};

const sayReader = (
  { service, tools: { locale, territory }, sayRole }: Told,
  { institution, role }: ReadingGroupRow,
): string =>
  say(locale, texts.who, {
    institution: territory.findInstitution(institution)?.name[locale] ?? institution,
    role: sayRole?.(role) ?? roleName(service, role, locale),
  });

const sayRow = ({ service, tools: { locale, world } }: Told, row: ReadingGroupRow) => {
  const isToday = row.day === dayOf(world.now, world.timeZone);
  const time = sayTime(row.last, locale, world.timeZone);
  const day = isToday ? (
    say(locale, texts.today)
  ) : (
    <LongDate locale={locale} at={startOfDay(row.day, world.timeZone)} timeZone={world.timeZone} />
  );
  const comma = locale === 'ar' ? '، ' : ', ';
  return (
    <>
      {say(locale, wayTexts[row.way] ?? wayTexts['page']!)}
      {locale === 'fr' ? ' : ' : ': '}
      {say(locale, texts.times, { count: row.count })} {day}
      {isToday && ` ${say(locale, row.count > 1 ? texts.lastAt : texts.at, { time })}`}
      {comma}
      {say(locale, purposeTexts[row.purpose as ReadingPurpose])}
      {row.reason !== null && `. ${sayOpened(service, row, locale)}`}
    </>
  );
};

const sayOpened = (
  { fields: asked, actions }: Service,
  { fields, reason }: ReadingGroupRow,
  locale: Locale,
): string => {
  const labels = (fields ?? []).flatMap(
    (name) =>
      asked.get(name)?.label[locale] ??
      [...actions.values()].flatMap((action) => action.fields).find((field) => field.name === name)?.label[locale] ??
      [],
  );
  return say(locale, texts.opened, {
    questions: new Intl.ListFormat(locale, { type: 'conjunction' }).format(labels),
    reason: say(locale, reasonTexts[reason as KeptReason]),
  });
};

/** An hour as it is said, in digits that stay in their order. */
export const sayTime = (at: Date, locale: Locale, timeZone: string): string =>
  new Intl.DateTimeFormat(intlLocale[locale], { timeZone, hour: '2-digit', minute: '2-digit', hour12: false }).format(
    at,
  );

/** Readings as the API gives them. */
export const readingsJson = ({
  service,
  readings,
  tools: { locale, territory },
}: Told): readonly Readonly<Record<string, unknown>>[] =>
  readings.map(({ institution, role, purpose, way, reason, day, count, first, last, fields }) => ({
    institution,
    institution_name: territory.findInstitution(institution)?.name[locale] ?? institution,
    role,
    role_label: roleName(service, role, locale),
    purpose,
    way,
    day,
    count,
    first: first.toISOString(),
    last: last.toISOString(),
    ...(reason !== null && { reason, fields }),
  }));

/** Who reads under an agreement may hold a role that the service does not know: the platform's own. */
const roleName = ({ roles }: Service, role: string, locale: Locale): string =>
  role === dataReaderRole ? say(locale, sharedTexts.role) : (roles.get(role)?.[locale] ?? role);
