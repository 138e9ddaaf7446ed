import type { Named } from '../../base/name-search.ts';
import type { OptionSettings } from '../../definition/fields/options.ts';
import { offeredBy } from '../../form/fields/options.ts';
import type { FieldTools } from './field-page.ts';
import { longList } from './chosen.tsx';
import { keptSearches, type Offer, type Offers } from './offers.ts';

const searchFor = keptSearches<Named>();

/** What stands in the columns by which a list is narrowed, where that is a place: it tells two schools of one name apart. */
const whereOf = ({ where = [], cells }: OptionSettings, option: string, { territory, locale }: FieldTools) =>
  where
    .filter(({ isPlace }) => isPlace)
    .flatMap(({ column }) => territory.findPlace(cells?.get(option)?.[column] ?? '')?.name[locale] ?? [])
    .join(locale === 'ar' ? '، ' : ', ');

const offerOf = (field: OptionSettings, option: Named, tools: FieldTools): Offer => ({
  value: option.code,
  name: option.name,
  where: whereOf(field, option.code, tools),
});

/** Options that the answers so far leave: in the order of the declaration, or by what a text finds of a list. */
export const searchOptions = (
  field: OptionSettings,
  asked: { readonly q?: string | undefined; readonly page?: string | undefined },
  tools: FieldTools,
): Offers => {
  const { given = {}, world, locale } = tools;
  const isOffered = offeredBy(field, given, world);
  if (asked.q === undefined || asked.q.trim() === '') {
    const left = [...field.options].filter(([code]) => isOffered(code));
    if (left.length <= longList)
      return { offers: left.map(([code, name]) => offerOf(field, { code, name }, tools)), next: undefined };
  }
  const search = searchFor(field.options, () => [...field.options].map(([code, name]) => ({ code, name })));
  const { items, next } = search({ ...asked, locale, among: ({ code }) => isOffered(code) });
  return { offers: items.map((each) => offerOf(field, each, tools)), next };
};

export const findOption = (field: OptionSettings, value: string, tools: FieldTools): Offer | undefined => {
  const name = field.options.get(value);
  return name && offerOf(field, { code: value, name }, tools);
};
