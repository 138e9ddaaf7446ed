import type { ComponentChildren } from 'preact';
import { type Locale, say } from '../../base/texts.ts';
import { Details } from '../ui/details.tsx';
import { fieldTexts as texts } from './field-texts.ts';

interface RowAnswer {
  readonly label: string;
  readonly value: () => ComponentChildren;
}
type RowAnswers = readonly RowAnswer[];

/** So many are shown at once; the rest unfolds, and what is past the last is in the data only: nobody reads it here. */
const atOnce = 8;
const most = 500;

/** Rows of answers, each under its number: a list, since a table has no room beside labels and on a phone. */
export const RowList = ({ locale, rows }: { readonly locale: Locale; readonly rows: readonly RowAnswers[] }) => (
  <>
    {list(rows.slice(0, atOnce), 1, locale)}
    {rows.length > atOnce && (
      <Details summary={say(locale, texts.moreRows, { count: rows.length - atOnce })}>
        {list(rows.slice(atOnce, most), atOnce + 1, locale)}
        {rows.length > most && <p>{say(locale, texts.restOfRows, { shown: most, total: rows.length })}</p>}
      </Details>
    )}
  </>
);

const list = (rows: readonly RowAnswers[], start: number, locale: Locale) => (
  <ol class="answer-rows" start={start}>
    {rows.map((answers) => (
      <li>
        {answers.map(({ label, value }, index) => (
          <span class="pair">
            {index > 0 && (
              <span class="where">{/[?؟:]$/.test(label) ? label : say(locale, texts.labelled, { label })} </span>
            )}
            {index === 0 ? <strong>{value()}</strong> : value()}
          </span>
        ))}
      </li>
    ))}
  </ol>
);
