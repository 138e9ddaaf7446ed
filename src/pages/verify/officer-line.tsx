import type { Locale } from '../../base/texts.ts';
import type { Officer } from './officer.ts';
import { fill } from './verdict-words.ts';
import { verifyTexts as texts } from './verify-texts.ts';

/** Who is checking, and how much today. */
export const OfficerLine = ({
  officer,
  locale,
}: {
  readonly officer: Pick<Officer, 'name' | 'today'>;
  readonly locale: Locale;
}) => (
  <p class="officer">
    {fill(locale, texts.officer, { name: officer.name[locale] })}{' '}
    <strong>{fill(locale, texts.checksToday, { count: String(officer.today) })}</strong>
  </p>
);
