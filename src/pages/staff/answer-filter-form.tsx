import { say } from '../../base/texts.ts';
import type { FieldTools } from '../fields/field-page.ts';
import { Button } from '../ui/button.tsx';
import { SelectField } from '../ui/choice-field.tsx';
import { Details } from '../ui/details.tsx';
import type { PageContext } from '../ui/page-context.ts';
import { TextField } from '../ui/text-field.tsx';
import { answerFilterTexts as texts } from './answer-filter-texts.ts';
import { choicesOf, filterFields, type FilterField, isPrivate, valuesOf } from './answer-filters.ts';
import { filterPath } from './find-paths.ts';
import type { Worklist } from './worklist-data.ts';
import { ListInputs } from './worklist-filters.tsx';

interface Props {
  readonly list: Worklist;
  readonly tools: FieldTools;
  readonly context: PageContext;
}

/** One input for each question by whose answers the list can be narrowed. */
export const AnswerFilter = ({ list: { query, service, work }, tools, context }: Props) => {
  const fields = filterFields(service, work);
  if (fields.length === 0) return null;
  const values = valuesOf(query);
  const { locale } = context;
  const areas = fields.some(({ kind }) => kind === 'place') ? areasOf(tools) : [];
  const isAnyPrivate = fields.some(isPrivate);
  return (
    <Details summary={say(locale, texts.title)}>
      <form class="by-answers" method="post" action={filterPath}>
        <ListInputs query={query} context={context} />
        <div class="answers">
          {fields.map((each) => (
            <Input each={each} values={values} tools={tools} areas={areas} />
          ))}
        </div>
        {isAnyPrivate && <p class="quiet">{say(locale, texts.personal)}</p>}
        <Button look="secondary">{say(locale, texts.apply)}</Button>
      </form>
    </Details>
  );
};

const areasOf = ({ locale, territory }: FieldTools) =>
  territory
    .searchPlaces({ level: 'governorate', locale })
    .places.flatMap((governorate) => [
      { value: governorate.code, label: governorate.name[locale] },
      ...territory
        .childPlaces(governorate.code)
        .map(({ code, name }) => ({ value: code, label: `${governorate.name[locale]} – ${name[locale]}` })),
    ]);

/** A select of more is of no use; such a question is left to the search. */
const mostOptions = 400;

const Input = ({
  each: { field, kind },
  values,
  tools,
  areas,
}: {
  readonly each: FilterField;
  readonly values: Readonly<Record<string, string>>;
  readonly tools: FieldTools;
  readonly areas: readonly { readonly value: string; readonly label: string }[];
}) => {
  const { locale, territory } = tools;
  const { name } = field;
  const label = field.label[locale];
  const select = (options: readonly { readonly value: string; readonly label: string }[]) =>
    options.length > mostOptions ? null : (
      <SelectField locale={locale} name={name} label={label} options={options} value={values[name]} />
    );
  const range = (type: 'number' | 'day' | 'time') => (
    <fieldset class="range">
      <legend class="ds-label">{label}</legend>
      {(['from', 'to'] as const).map((end) => (
        <label>
          {say(locale, texts[end])}
          <input
            class="ds-input"
            // The typings ask for one literal.
            type={({ day: 'date', time: 'time', number: 'text' } as const)[type] as 'text'}
            inputmode={type === 'number' ? 'decimal' : undefined}
            dir="ltr"
            maxlength={20}
            name={`${name}.${end}`}
            value={values[`${name}.${end}`]}
          />
        </label>
      ))}
    </fieldset>
  );
  switch (kind) {
    case 'one-of':
      return select(choicesOf(field, locale));
    case 'yes-no':
      return select([
        { value: 'true', label: say(locale, texts.yes) },
        { value: 'false', label: say(locale, texts.no) },
      ]);
    case 'place':
      return select(areas);
    case 'institution':
      return select(
        territory.institutionCodes.flatMap((value) => {
          const institution = territory.findInstitution(value);
          return institution ? [{ value, label: institution.name[locale] }] : [];
        }),
      );
    case 'number':
    case 'day':
    case 'time':
      return range(kind);
    case 'words':
      return (
        <TextField
          locale={locale}
          name={name}
          label={`${label} (${say(locale, texts.holds)})`}
          value={values[name]}
          maxLength={100}
          autocomplete="off"
        />
      );
  }
};
