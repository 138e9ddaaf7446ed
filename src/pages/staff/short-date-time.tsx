import { intlLocale, type Locale, say, type Text } from '../../base/texts.ts';
import type { World } from '../../form/world.ts';
import { LongDateTime } from '../ui/date-time.tsx';

const at: Text = { ar: 'اليوم في {time}', fr: 'aujourd’hui à {time}', en: 'today at {time}' };

const formats = new Map<string, Intl.DateTimeFormat>();

const formatOf = (key: 'day' | 'time', locale: Locale, timeZone: string): Intl.DateTimeFormat => {
  const name = `${key} ${locale} ${timeZone}`;
  let format = formats.get(name);
  if (!format) {
    format = new Intl.DateTimeFormat(intlLocale[locale], {
      timeZone,
      ...(key === 'day' ? { dateStyle: 'short' } : { hour: '2-digit', minute: '2-digit', hour12: false }),
    });
    formats.set(name, format);
  }
  return format;
};

/** In lists, where most of it is of today: the hour alone then, the whole date otherwise. */
export const ShortDateTime = ({
  locale,
  at: instant,
  world: { now, timeZone },
}: {
  readonly locale: Locale;
  readonly at: Date;
  readonly world: Pick<World, 'now' | 'timeZone'>;
}) => {
  const day = formatOf('day', locale, timeZone);
  if (day.format(instant) !== day.format(now)) return <LongDateTime locale={locale} at={instant} timeZone={timeZone} />;
  return (
    <time datetime={instant.toISOString()}>
      <bdi>{say(locale, at, { time: formatOf('time', locale, timeZone).format(instant) })}</bdi>
    </time>
  );
};
