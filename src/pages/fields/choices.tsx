import { say } from '../../base/texts.ts';
import { optionInput } from '../../form/fields/choices.ts';
import { sayOption } from '../../form/fields/options.ts';
import { CheckboxSearch } from '../ui/checkbox-search.tsx';
import { Checkboxes } from '../ui/choice-field.tsx';
import { longList, searchOf } from './chosen.tsx';
import { type AskProps, type FieldPage, frameOf } from './field-page.ts';
import { fieldTexts as texts } from './field-texts.ts';
import { optionWords } from './offer-texts.ts';
import { findOption, searchOptions } from './options.ts';

const shownResults = 20;

/**
 * A box for each option; of a long list, boxes for what is chosen and for what a search found. What is chosen stays when
 * the page comes back with something else that was found.
 */
export const choices: FieldPage<'choices', readonly string[]> = {
  extraInputs: ['.search'],
  isButton: (suffix) => suffix === '.find',
  ask: (props) => {
    const { field, locale } = props;
    const { offers, next } = searchOptions(field, {}, props);
    const values = chosenIn(props);
    const boxes = { ...frameOf(props), inputNameOf: (value: string) => field.name + optionInput + value, values };
    if (next !== undefined || offers.length > longList) return askBySearch(props, boxes);
    return <Checkboxes {...boxes} options={offers.map(({ value, name }) => ({ value, label: name[locale] }))} />;
  },
  show: (values, field, { locale }) => (
    <ul class="answer-list">
      {values.map((value) => (
        <li>{sayOption(field, value)[locale]}</li>
      ))}
    </ul>
  ),
};

const chosenIn = ({ field, inputs }: AskProps<'choices'>): readonly string[] =>
  [...field.options.keys()].filter((value) => (inputs[field.name + optionInput + value] ?? '') !== '');

const askBySearch = (
  props: AskProps<'choices'>,
  boxes: ReturnType<typeof frameOf> & {
    readonly inputNameOf: (value: string) => string;
    readonly values: readonly string[];
  },
) => {
  const { field, inputs, locale } = props;
  const search = searchOf(inputs, field);
  const found = search === '' ? [] : searchOptions(field, { q: search }, props).offers;
  const chosen = boxes.values.flatMap((value) => findOption(field, value, props) ?? []);
  const offered = [...chosen, ...found.filter(({ value }) => !boxes.values.includes(value)).slice(0, shownResults)];
  return (
    <CheckboxSearch
      {...boxes}
      hint={boxes.hint ?? say(locale, texts.searchSeveral)}
      search={search}
      options={offered.map(({ value, name, where }) => ({ value, label: name[locale], hint: where }))}
      resultsLabel={say(locale, optionWords.found)}
      note={
        search !== '' && found.length === 0
          ? say(locale, optionWords.nothing)
          : found.length > shownResults
            ? say(locale, optionWords.more)
            : undefined
      }
    />
  );
};
