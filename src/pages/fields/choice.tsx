import { chosenFrom, longList, searchIsland } from './chosen.tsx';
import type { FieldPage } from './field-page.ts';
import { optionWords } from './offer-texts.ts';
import { findOption, searchOptions } from './options.ts';

const chosen = chosenFrom<'choice'>(
  {
    words: optionWords,
    looksAt: ({ where = [] }) => where.map(({ field }) => field),
    search: searchOptions,
    find: (value, field, tools) => findOption(field, value, tools),
  },
  // Nobody scrolls through thirty circles on a phone.
  { fewOptions: 12 },
);

export const choice: FieldPage<'choice', string> = {
  ...chosen,
  island: ({ options, where = [] }) => (options.size > longList || where.length > 0 ? [searchIsland] : []),
};
