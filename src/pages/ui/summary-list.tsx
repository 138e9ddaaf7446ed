import type { ComponentChildren } from 'preact';
import { type Locale, say } from '../../base/texts.ts';
import { uiTexts } from './ui-texts.ts';

export interface SummaryRow {
  readonly label: string;
  /** undefined: the question was left empty. */
  readonly value: ComponentChildren | undefined;
  readonly changeHref?: string | undefined;
  /** Words of the change link when "Change" is not right, such as "Add". */
  readonly changeLabel?: string | undefined;
}

/** Questions and answers, or the facts of a record. */
export const SummaryList = ({ locale, rows }: { readonly locale: Locale; readonly rows: readonly SummaryRow[] }) => (
  <dl class="summary">
    {rows.map(({ label, value, changeHref, changeLabel }) => (
      <div>
        <dt>{label}</dt>
        <dd>{value ?? <span class="quiet">{say(locale, uiTexts.notAnswered)}</span>}</dd>
        {changeHref && (
          <dd class="change">
            <a class="ds-link" href={changeHref}>
              {changeLabel ?? say(locale, uiTexts.change)}
              <span class="ds-sr-only"> {label}</span>
            </a>
          </dd>
        )}
      </div>
    ))}
  </dl>
);
