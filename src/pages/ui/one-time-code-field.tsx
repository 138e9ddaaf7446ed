import type { Locale } from '../../base/texts.ts';
import type { FieldProblem } from './error-summary.tsx';
import { TextField } from './text-field.tsx';

/** A code that an app or a message shows, which telephones offer to fill in. `isNumber`: of digits and nothing else. */
export const OneTimeCodeField = ({
  locale,
  label,
  hint,
  problems,
  isNumber = false,
}: {
  readonly locale: Locale;
  readonly label: string;
  readonly hint: string;
  readonly problems: readonly FieldProblem[];
  readonly isNumber?: boolean;
}) => (
  <TextField
    locale={locale}
    name="code"
    label={label}
    hint={hint}
    error={problems.find(({ name }) => name === 'code')?.message}
    dir="ltr"
    width={isNumber ? 'short' : 'medium'}
    inputMode={isNumber ? 'numeric' : undefined}
    autocomplete="one-time-code"
    maxLength={isNumber ? 20 : 30}
    required
  />
);
