import { onlyOneMeant } from '../../base/name-search.ts';
import { say } from '../../base/texts.ts';
import type { FieldTypeName } from '../../definition/fields/all.ts';
import type { Field, FieldOf } from '../../definition/service.ts';
import type { Inputs } from '../../form/fields/field-type.ts';
import { Radios, SelectField } from '../ui/choice-field.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { type AskProps, type FieldPage, type FieldTools, frameOf } from './field-page.ts';
import type { Offers, OfferSource } from './offers.ts';

/**
 * How one is chosen among few or many, wherever they come from. Up to so many are offered as they are; of more, one is
 * searched for. Without a script that takes the button beside the box; a name that means one only is taken without asking
 * again. Where an answer on the same page narrows them, they are searched for too: the page cannot know them yet.
 */
export const longList = 40;
export const searchIsland = 'option-search';
const shownResults = 10;
const longestSearch = 100;
/** Stands for a text that means nothing, or several: nothing has this value. */
const unsettled = '?';

/** Up to so many can stand as circles; more are a list that opens. */
interface Ways {
  readonly fewOptions: number;
}

export const searchOf = (inputs: Inputs, { name }: Pick<Field, 'name'>): string =>
  inputs[`${name}.search`]?.trim().slice(0, longestSearch) ?? '';

type Chosen<Name extends FieldTypeName> = Required<
  Pick<
    FieldPage<Name, string>,
    'extraInputs' | 'isButton' | 'island' | 'settle' | 'ask' | 'show' | 'sayMissing' | 'offers'
  >
>;

export const chosenFrom = <Name extends FieldTypeName>(
  source: OfferSource<Name>,
  { fewOptions }: Ways,
): Chosen<Name> => ({
  offers: source,
  extraInputs: ['.search'],
  isButton: (suffix) => suffix === '.find',
  island: searchIsland,
  settle: (inputs, field, tools) => {
    const search = searchOf(inputs, named(field));
    if (search === '') return inputs;
    const { name } = named(field);
    const { offers } = source.search(field, { q: search }, tools);
    if (offers.some(({ value }) => value === inputs[name])) return inputs;
    return { ...inputs, [name]: onlyOneMeant(offers, search)?.value ?? unsettled };
  },
  ask: (props) => {
    const { field, locale, inputs } = props;
    const all = source.search(field, {}, props);
    if (isSearched(source, field, props, all)) return askBySearch(source, props);
    const options = all.offers.map(({ value, name }) => ({ value, label: name[locale] }));
    const frame = frameOf({ ...props, field: named(field) });
    const value = inputs[named(field).name];
    return options.length > fewOptions ? (
      <SelectField {...frame} options={options} value={value} />
    ) : (
      <Radios {...frame} options={options} value={value} />
    );
  },
  show: (value, field, tools) => {
    const found = source.find(value, field, tools);
    if (!found) return value;
    return (
      <>
        {found.name[tools.locale]}
        {found.where && <span class="where"> ({found.where})</span>}
      </>
    );
  },
  sayMissing: (inputs, field, tools) => {
    if (!isSearched(source, field, tools, source.search(field, {}, tools))) return undefined;
    const { label } = named(field);
    const search = searchOf(inputs, named(field));
    const { missing, unknown, ambiguous } = source.words;
    const text =
      search === '' ? missing : source.search(field, { q: search }, tools).offers.length === 0 ? unknown : ambiguous;
    return say(tools.locale, text, { label: label[tools.locale] });
  },
});

const isSearched = <Name extends FieldTypeName>(
  source: OfferSource<Name>,
  field: FieldOf<Name>,
  { beside = [] }: FieldTools,
  { offers, next }: Offers,
): boolean =>
  next !== undefined || offers.length > longList || beside.some(({ name }) => source.looksAt(field).includes(name));

/** What every field has, whatever its type. */
const named = <Name extends FieldTypeName>(field: FieldOf<Name>): Field => field as unknown as Field;

const askBySearch = <Name extends FieldTypeName>(source: OfferSource<Name>, props: AskProps<Name>) => {
  const { inputs, locale } = props;
  const field = named(props.field);
  const { words } = source;
  const value = inputs[field.name];
  const chosen = value ? source.find(value, props.field, props) : undefined;
  const search = searchOf(inputs, field);
  const found = search === '' ? [] : source.search(props.field, { q: search }, props).offers;
  const offered = (chosen ? [chosen, ...found.filter((each) => each.value !== chosen.value)] : found).slice(
    0,
    shownResults,
  );
  return (
    <div {...forScript(source, props)} data-chosen={chosen?.name[locale]} data-nothing={say(locale, words.nothing)}>
      <SearchField
        {...frameOf({ ...props, field })}
        hint={field.hint?.[locale] ?? say(locale, words.hint)}
        search={search || chosen?.name[locale]}
        value={value}
        results={offered.map((each) => ({ value: each.value, label: each.name[locale], hint: each.where }))}
        resultsLabel={say(locale, words.found)}
        nothingFound={say(locale, words.nothing)}
        more={found.length > shownResults ? say(locale, words.more) : undefined}
      />
    </div>
  );
};

/** Where the script asks for what is found, and the answers that narrow it: input name → what it holds now. */
const forScript = <Name extends FieldTypeName>(source: OfferSource<Name>, props: AskProps<Name>) => {
  const { optionsAt, given = {} } = props;
  const { name } = named(props.field);
  if (!optionsAt) return {};
  const prefix = /^(.*\.\d+\.)[^.]+/.exec(name)?.[1] ?? '';
  const narrowedBy = source.looksAt(props.field).map((field) => [field, String(given[field] ?? '')]);
  return {
    'data-options': `${optionsAt.path}/${name.replaceAll(/\.\d+\./g, '.')}/options?${new URLSearchParams(optionsAt.query)}`,
    'data-prefix': prefix,
    'data-given': JSON.stringify(Object.fromEntries(narrowedBy)),
  };
};
