import { type Locale, say, type Text } from '../../../base/texts.ts';
import { DateField } from '../../ui/date-field.tsx';
import type { FieldProblem } from '../../ui/error-summary.tsx';

type Values = Parameters<typeof DateField>[0]['values'];

/** From when, which may be left empty, until the end of which day; `mayLast`: that may be left empty as well. */
export const PeriodFields = ({
  locale,
  texts,
  typed,
  problems,
  mayLast = false,
}: {
  readonly locale: Locale;
  readonly texts: { readonly from: Text; readonly fromHint: Text; readonly until: Text; readonly untilHint?: Text };
  readonly typed: { readonly from: { readonly values: Values }; readonly until: { readonly values: Values } };
  readonly problems: readonly FieldProblem[];
  readonly mayLast?: boolean;
}) => {
  const errorIn = (name: string) => problems.find((problem) => problem.name === name)?.message;
  return (
    <>
      <DateField
        locale={locale}
        name="from"
        label={say(locale, texts.from)}
        hint={say(locale, texts.fromHint)}
        values={typed.from.values}
        error={errorIn('from')}
        optional
      />
      <DateField
        locale={locale}
        name="until"
        label={say(locale, texts.until)}
        hint={mayLast && texts.untilHint ? say(locale, texts.untilHint) : undefined}
        values={typed.until.values}
        error={errorIn('until')}
        optional={mayLast}
      />
    </>
  );
};
