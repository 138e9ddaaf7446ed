import { type Locale, say } from '../../base/texts.ts';
import { withCodes } from './bdi.tsx';
import { inputId } from './field-frame.tsx';
import { uiTexts } from './ui-texts.ts';

export interface FieldProblem {
  /** The field's name in the form; undefined for what concerns the whole page. */
  readonly name?: string | undefined;
  readonly message: string;
}

/** Stands above the h1 after a refused input, takes the focus, and links each problem to its field. */
export const ErrorSummary = ({
  locale,
  problems,
}: {
  readonly locale: Locale;
  readonly problems: readonly FieldProblem[];
}) =>
  problems.length === 0 ? null : (
    <div class="ds-error-summary" id="problems" role="alert" tabIndex={-1} autofocus aria-labelledby="problems-title">
      <h2 id="problems-title">{say(locale, uiTexts.problem)}</h2>
      <ul class="ds-list">
        {problems.map(({ name, message }) => (
          <li>
            {name === undefined ? (
              withCodes(message)
            ) : (
              <a class="ds-link" href={`#${inputId(name)}`}>
                {withCodes(message)}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
