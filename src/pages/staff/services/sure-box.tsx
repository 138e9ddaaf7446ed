import type { Locale } from '../../../base/texts.ts';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { errorOf, inputId } from '../../ui/field-frame.tsx';

export const sureInput = 'sure';

/** A box to tick before something that everybody will see. */
export const SureBox = ({
  label,
  problems,
}: {
  readonly locale: Locale;
  readonly label: string;
  readonly problems: readonly FieldProblem[];
}) => {
  const error = problems.find(({ name }) => name === sureInput)?.message;
  return (
    <div class={error === undefined ? 'field' : 'field wrong'}>
      {errorOf(sureInput, error)}
      <div class="choice">
        <input
          class="ds-input"
          type="checkbox"
          id={inputId(sureInput)}
          name={sureInput}
          value="yes"
          aria-invalid={error === undefined ? undefined : 'true'}
          aria-describedby={error === undefined ? undefined : `e-${sureInput}`}
        />
        <label for={inputId(sureInput)}>{label}</label>
      </div>
    </div>
  );
};
