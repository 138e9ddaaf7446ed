import { type Locale, locales, say, type Text } from '../../../base/texts.ts';
import type { Request } from '../../route.ts';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { typedIn } from './admin-desk.ts';
import { adminTexts as texts } from './admin-texts.ts';

const labels = { ar: texts.nameAr, fr: texts.nameFr, en: texts.nameEn } as const;
const longestName = 200;

/** A name in three languages as it was typed, with what is wrong with it. */
export const readNames = (
  request: Request,
  prefix = 'name',
): { readonly name: Text; readonly problems: readonly FieldProblem[] } => {
  const name = Object.fromEntries(
    locales.map((locale) => [locale, typedIn(request, `${prefix}_${locale}`).replaceAll(/\s+/g, ' ')]),
  ) as Record<Locale, string>;
  return { name, problems: nameProblems(name, prefix, request.locale) };
};

export const nameProblems = (name: Text, prefix: string, locale: Locale): readonly FieldProblem[] =>
  locales
    .filter((each) => name[each] === '' || name[each].length > longestName || /\p{Cc}/u.test(name[each]))
    .map((each) => ({
      name: `${prefix}_${each}`,
      message: `${say(locale, labels[each])}: ${say(locale, texts.nameMissing)}`,
    }));

/** The three boxes of a name. */
export const NameFields = (props: {
  readonly locale: Locale;
  readonly prefix?: string;
  readonly name: Text | undefined;
  readonly problems: readonly FieldProblem[];
  /** Other words than "Name in Arabic". */
  readonly labels?: Readonly<Record<Locale, Text>>;
}) => {
  const { locale, prefix = 'name', name, problems } = props;
  return (
    <div class="three">
      {locales.map((each) => (
        <TextField
          locale={locale}
          name={`${prefix}_${each}`}
          label={say(locale, (props.labels ?? labels)[each])}
          value={name?.[each]}
          dir={each === 'ar' ? 'auto' : 'ltr'}
          maxLength={longestName}
          error={problems.find((problem) => problem.name === `${prefix}_${each}`)?.message}
          required
        />
      ))}
    </div>
  );
};
