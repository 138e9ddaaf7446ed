import { intlLocale, type Locale } from '../../base/texts.ts';
import { sayInstant } from '../../form/fields/datetime.ts';

interface DateProps {
  readonly locale: Locale;
  readonly at: Date;
  /** The country's zone, such as "Asia/Beirut". */
  readonly timeZone: string;
}

/** "12 آذار 2026 في 14:30", with the instant for machines. */
export const LongDateTime = ({ locale, at, timeZone }: DateProps) => (
  <time datetime={at.toISOString()}>
    <bdi>{sayInstant(at, locale, timeZone)}</bdi>
  </time>
);

/** "12 آذار 2026". */
export const LongDate = ({ locale, at, timeZone }: DateProps) => (
  <time datetime={isoDay(at, timeZone)}>
    <bdi>{formatOf(intlLocale[locale], timeZone, 'long').format(at)}</bdi>
  </time>
);

/** The calendar day in the country's zone, as 2026-03-12: `sv-SE` writes dates as ISO does. */
const isoDay = (at: Date, timeZone: string): string => formatOf('sv-SE', timeZone, '2-digit').format(at);

const formats = new Map<string, Intl.DateTimeFormat>();

const formatOf = (tag: string, timeZone: string, month: 'long' | '2-digit'): Intl.DateTimeFormat => {
  const key = `${tag} ${timeZone}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(tag, {
      timeZone,
      day: month === 'long' ? 'numeric' : '2-digit',
      month,
      year: 'numeric',
    });
    formats.set(key, format);
  }
  return format;
};
