import { directionOf, type Locale, say } from '../../base/texts.ts';
import type { Survey } from '../../definition/nouns/survey.ts';
import type { SurveyStanding } from '../../record/nouns/survey.ts';
import type { RoundRow } from '../../projections/survey-round-queries.ts';
import { sayChange, sayScore, sayShare } from '../say-number.ts';
import { type Column, Table } from '../ui/table.tsx';
import { surveyTexts as texts } from './survey-texts.ts';

interface Row {
  readonly title: string;
  readonly weight: number | undefined;
  readonly completion: number;
  readonly declared: number | undefined;
  /** undefined before anything was verified. */
  readonly verified: number | undefined;
  /** As verified where it was. */
  readonly previous: number | undefined;
}

interface SurveyTableProps {
  readonly survey: Survey;
  readonly standing: SurveyStanding;
  readonly previous: RoundRow | undefined;
  readonly locale: Locale;
}

const rowsOf = ({ survey, standing, previous, locale }: SurveyTableProps): readonly Row[] => {
  const { declared, found, verdicts } = standing;
  const before = (name: string) => previous?.sections.find((section) => section.name === name);
  const sections = survey.sections.flatMap(({ name, title, weight }): Row[] => {
    const now = declared.sections.find((section) => section.name === name);
    if (!now) return [];
    const last = before(name);
    return [
      {
        title: title[locale],
        weight,
        completion: now.completion,
        declared: now.score,
        verified: verdicts === 0 ? undefined : found.sections.find((section) => section.name === name)?.score,
        previous: last?.verified_score ?? last?.score ?? undefined,
      },
    ];
  });
  return [
    ...sections,
    {
      title: say(locale, texts.whole),
      weight: undefined,
      completion: declared.completion,
      declared: declared.score,
      verified: verdicts === 0 ? undefined : found.score,
      previous: previous?.verifiedScore ?? previous?.score ?? undefined,
    },
  ];
};

/** A score as a bar, with a line where it was before; the numbers stand beside it. It begins where the line of reading does. */
const Bar = ({
  score,
  before,
  locale,
}: {
  readonly score: number;
  readonly before: number | undefined;
  readonly locale: Locale;
}) => {
  const isMirrored = directionOf(locale) === 'rtl';
  const at = (value: number) => (isMirrored ? 100 - value : value);
  return (
    <svg class="score-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class="score-bar-whole" width="100" height="10" />
      <rect class="score-bar-now" x={isMirrored ? 100 - score : 0} width={score} height="10" />
      {before !== undefined &&
        ['score-bar-edge', 'score-bar-before'].map((name) => (
          <line class={name} x1={at(before)} x2={at(before)} y1="0" y2="10" />
        ))}
    </svg>
  );
};

/** Each section of a survey: how far it is filled in, its scores, and how they changed since the round before. */
export const SurveyTable = (props: SurveyTableProps) => {
  const { survey, previous, locale } = props;
  const rows = rowsOf(props);
  const score = (value: number | undefined) =>
    value === undefined ? say(locale, texts.none) : sayScore(value, locale);
  const now = ({ verified, declared }: Row) => verified ?? declared;
  const number = (label: string, cell: (row: Row) => string): Column<Row> => ({ label, cell, isNumber: true });
  const round = String(previous?.data[survey.round] ?? '');
  return (
    <>
      <Table
        caption={say(locale, texts.title)}
        isCaptionHidden
        rows={rows}
        columns={[
          { label: say(locale, texts.section), cell: ({ title }) => title, isHeader: true },
          number(say(locale, texts.weight), ({ weight }) => (weight === undefined ? '' : sayScore(weight, locale))),
          number(say(locale, texts.completion), ({ completion }) => sayShare(completion, locale)),
          number(say(locale, texts.declared), ({ declared }) => score(declared)),
          ...(rows.some(({ verified }) => verified !== undefined)
            ? [number(say(locale, texts.verified), ({ verified }) => score(verified))]
            : []),
          ...(previous
            ? [
                number(say(locale, texts.previous, { round }), (row) => score(row.previous)),
                number(say(locale, texts.change), (row) => {
                  const [one, other] = [now(row), row.previous];
                  return one === undefined || other === undefined
                    ? say(locale, texts.none)
                    : sayChange(Math.round(one) - Math.round(other), locale);
                }),
              ]
            : []),
          {
            label: say(locale, texts.title),
            isLabelHidden: true,
            cell: (row) => {
              const value = now(row);
              return value === undefined ? '' : <Bar score={value} before={row.previous} locale={locale} />;
            },
          },
        ]}
      />
      <p class="quiet">
        {say(locale, texts.outOf)} {previous && say(locale, texts.barsLegend)}
      </p>
    </>
  );
};
