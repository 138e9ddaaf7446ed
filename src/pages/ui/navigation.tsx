import { type Locale, say } from '../../base/texts.ts';
import { Icon } from './icon.tsx';
import { uiTexts } from './ui-texts.ts';

export interface Crumb {
  readonly href: string;
  readonly label: string;
}

export const Breadcrumbs = ({ locale, crumbs }: { readonly locale: Locale; readonly crumbs: readonly Crumb[] }) => (
  <nav class="ds-breadcrumbs" aria-label={say(locale, uiTexts.breadcrumbs)}>
    <ol>
      {crumbs.map(({ href, label }) => (
        <li>
          <a class="ds-link" href={href}>
            {label}
          </a>
        </li>
      ))}
    </ol>
  </nav>
);

export const BackLink = ({
  locale,
  href,
  label,
}: {
  readonly locale: Locale;
  readonly href: string;
  readonly label?: string | undefined;
}) => (
  <a class="back" href={href}>
    <Icon name="chevron" />
    {label ?? say(locale, uiTexts.back)}
  </a>
);

/** Where the reader is among the pages of a form. On a phone only the present one is named. `now` counts from 1. */
export const Steps = ({
  locale,
  steps,
  now,
}: {
  readonly locale: Locale;
  readonly steps: readonly string[];
  readonly now: number;
}) => (
  <nav class="steps" aria-label={say(locale, uiTexts.steps)}>
    <p>
      {say(locale, uiTexts.step, { now, total: steps.length })}
      <span class="steps-name">
        {say(locale, uiTexts.colon)} {steps[now - 1]}
      </span>
    </p>
    <ol>
      {steps.map((step, index) => (
        <li class={index < now ? 'reached' : undefined} aria-current={index + 1 === now ? 'step' : undefined}>
          <span class="step">
            {index + 1 < now && <span class="ds-sr-only">{say(locale, uiTexts.stepDone)} </span>}
            {step}
          </span>
        </li>
      ))}
    </ol>
  </nav>
);

interface PaginationProps {
  readonly locale: Locale;
  /** Counts from 1. */
  readonly page: number;
  readonly pages: number;
  readonly hrefOf: (page: number) => string;
}

/** First, last, the present page and its neighbours; nothing for a single page. */
export const Pagination = ({ locale, page, pages, hrefOf }: PaginationProps) => {
  if (pages < 2) return null;
  const shown = [...new Set([1, page - 1, page, page + 1, pages])].filter((number) => number >= 1 && number <= pages);
  return (
    <nav class="pages" aria-label={say(locale, uiTexts.pagination)}>
      <ul>
        {page > 1 && (
          <li>
            <a class="ds-button" data-variant="tertiary" href={hrefOf(page - 1)} rel="prev">
              <span class="before">
                <Icon name="chevron" />
              </span>
              {say(locale, uiTexts.previous)}
            </a>
          </li>
        )}
        {shown.map((number, index) => (
          <li class={number === page ? undefined : number - (shown[index - 1] ?? 0) > 1 ? 'other after-gap' : 'other'}>
            <a
              class="ds-button"
              data-variant={number === page ? undefined : 'tertiary'}
              href={hrefOf(number)}
              aria-current={number === page ? 'page' : undefined}
              aria-label={say(locale, uiTexts.page, { page: number })}
            >
              {number}
            </a>
          </li>
        ))}
        {page < pages && (
          <li>
            <a class="ds-button" data-variant="tertiary" href={hrefOf(page + 1)} rel="next">
              {say(locale, uiTexts.next)}
              <span class="after">
                <Icon name="chevron" />
              </span>
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
};
