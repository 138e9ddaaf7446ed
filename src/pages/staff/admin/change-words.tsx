import { type Locale, say } from '../../../base/texts.ts';
import { listAccountNames } from '../../../projections/record-desk-queries.ts';
import { type CountryChange, undoneIn } from '../../../territory/country-change.ts';
import type { Parts } from '../../parts.ts';
import { LongDateTime } from '../../ui/date-time.tsx';
import { Tag } from '../../ui/tag.tsx';
import type { Moment } from '../../ui/timeline.tsx';
import { changesTexts as texts, kindTexts } from './changes-texts.ts';

/** A change as pages show it. */
export interface ShownChange {
  readonly change: CountryChange;
  readonly title: string;
  /** Each stands by itself, whatever its direction. */
  readonly detail: readonly string[];
  readonly who: string;
  readonly isUndone: boolean;
}

/** Changes in words, in the order given. */
export const showChanges = async (
  parts: Parts,
  changes: readonly CountryChange[],
  locale: Locale,
): Promise<readonly ShownChange[]> => {
  const { database, liveCountry } = parts;
  const accounts = [...new Set(changes.flatMap(({ account }) => account ?? []))];
  const rows = accounts.length > 0 ? await database.run(listAccountNames, [accounts]) : [];
  const names = new Map(rows.map(({ id, name, nameLatin }) => [id, locale === 'ar' ? name : nameLatin]));
  const undone = undoneIn(liveCountry.changes());
  return changes.map((change) => ({
    change,
    title: kindTexts[change.kind][locale],
    detail: detailOf(parts, change, locale),
    who: change.account === null ? say(locale, texts.bySetup) : (names.get(change.account) ?? change.account),
    isUndone: undone.has(change.id),
  }));
};

const mostNamed = 3;

const detailOf = ({ territory }: Parts, { kind, about, undoes }: CountryChange, locale: Locale): readonly string[] => {
  const nameOf = (code: string): string =>
    (territory.findInstitution(code) ?? territory.findPlace(code))?.name[locale] ?? code;
  const list = (codes: readonly string[]): string =>
    codes
      .slice(0, mostNamed)
      .map(nameOf)
      .join(locale === 'ar' ? '، ' : ', ') + (codes.length > mostNamed ? ' …' : '');
  const { codes = [], into = [], counts, days = [], note, file } = about;
  const isRecoded = kind === 'place-recoded' && into.length > 0;
  const pieces = [
    undoes === null ? '' : `#${undoes}`,
    isRecoded
      ? `${nameOf(into[0] ?? '')}: ${say(locale, texts.became, { from: codes.join(' '), into: into.join(' ') })}`
      : into.length > 0
        ? say(locale, texts.became, { from: list(codes), into: list(into) })
        : list(codes),
    days.join(' '),
    file ?? '',
    counts && 'new' in counts ? say(locale, texts.places, { new: 0, changed: 0, closed: 0, ...counts }) : '',
    counts && 'moved' in counts ? say(locale, texts.grants, { moved: 0, ended: 0, ...counts }) : '',
    note ?? '',
  ];
  return pieces.filter((piece) => piece !== '');
};

/** Words in several directions beside one another. */
export const Pieces = ({ pieces }: { readonly pieces: readonly string[] }) => (
  <>
    {pieces.map((piece, index) => (
      <>
        {index > 0 && ' · '}
        <bdi>{piece}</bdi>
      </>
    ))}
  </>
);

/** The history of one thing, the latest first. */
export const momentsOf = (
  shown: readonly ShownChange[],
  { locale, timeZone }: { readonly locale: Locale; readonly timeZone: string },
): readonly Moment[] =>
  shown.toReversed().map(({ change, title, detail, who, isUndone }) => ({
    title: (
      <>
        {title} {isUndone && <Tag tone="neutral">{say(locale, texts.wasUndone)}</Tag>}
      </>
    ),
    tone: change.kind === 'undone' || isUndone ? 'neutral' : 'info',
    icon: change.kind === 'undone' ? 'close' : 'edit',
    byline: (
      <>
        <bdi>{who}</bdi> · <LongDateTime locale={locale} at={change.at} timeZone={timeZone} />
      </>
    ),
    body: detail.length > 0 && (
      <p>
        <Pieces pieces={detail} />
      </p>
    ),
  }));
