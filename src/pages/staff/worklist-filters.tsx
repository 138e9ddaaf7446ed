import { say } from '../../base/texts.ts';
import type { State } from '../../definition/nouns/states.ts';
import type { Service } from '../../definition/service.ts';
import type { PageContext } from '../ui/page-context.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { mayAct } from '../../projections/worklist-scope.ts';
import type { FieldTools } from '../fields/field-page.ts';
import { type Chip, Chips } from './chips.tsx';
import { staffMapTexts as mapTexts } from './map-texts.ts';
import { choiceFields, isRegisterList, placeFields, type Worklist } from './worklist-data.ts';
import { sayConditions } from './answer-filters.ts';
import { searchPath } from './find-paths.ts';
import { worklistHref, type WorklistQuery, writeWorklistQuery } from './worklist-query.ts';
import { worklistTexts as texts } from './worklist-texts.ts';

interface FilterProps {
  readonly list: Worklist;
  readonly tools: FieldTools;
}

const sumOf = <Row,>(rows: readonly Row[], of: (row: Row) => number): number =>
  rows.reduce((sum, row) => sum + of(row), 0);

/** What is asked of a single service, and what was searched for. */
const cleared = { field: '', place: '', where: '', search: '', exact: false } as const;

/** Which part of the records: by service where there are several, then by what is to be done and by state. */
export const ViewChips = ({ list, tools: { locale } }: FilterProps) => {
  const { query, services, service } = list;
  const views = service ? viewsOf(service, list, locale) : viewsOf(undefined, list, locale);
  return (
    <>
      {services.length > 1 && (
        <Chips
          label={say(locale, texts.services)}
          chips={[
            {
              href: worklistHref(query, { ...cleared, service: '', state: '' }),
              label: say(locale, texts.allServices),
              isCurrent: !service,
            },
            ...services.map((each) => ({
              href: worklistHref(query, { ...cleared, service: each.id, state: '' }),
              label: each.texts.title[locale],
              isCurrent: each === service,
            })),
          ]}
        />
      )}
      <Chips label={say(locale, texts.views)} chips={views} />
    </>
  );
};

const viewsOf = (
  service: Service | undefined,
  { query, openCounts, waitingCounts }: Worklist,
  locale: FieldTools['locale'],
): readonly Chip[] => {
  const isView = (view: WorklistQuery['view'], state = '') =>
    query.q === '' && query.view === view && query.state === state;
  const chip = (view: WorklistQuery['view'], label: string, count: number | undefined, state = ''): Chip => ({
    href: worklistHref(query, {
      view,
      state,
      search: '',
      exact: false,
      ...(view !== 'open' && { mine: false, overdue: false, escalated: false, holder: '' as const }),
    }),
    label,
    count,
    isCurrent: isView(view, state),
  });
  const states = (meaning: State['meaning']): readonly State[] =>
    [...(service?.states.values() ?? [])].filter((state) => state.meaning === meaning);
  const inState = <Row extends { readonly state: string; readonly count: number }>(
    rows: readonly Row[],
    name: string,
  ) =>
    sumOf(
      rows.filter(({ state }) => state === name),
      ({ count }) => count,
    );
  const [open, waiting] = [states('open'), states('waiting')];
  const isRegister = service?.kind === 'register';
  const over = [...states('granted'), ...states('refused'), ...states('closed')];
  return [
    chip(
      'open',
      say(locale, isRegister ? texts.inForce : texts.open),
      sumOf(openCounts, ({ count }) => count),
    ),
    ...(open.length > 1
      ? open.map(({ name, staffLabel }) => chip('open', staffLabel[locale], inState(openCounts, name), name))
      : []),
    ...(waiting.length > 1
      ? waiting.map(({ name, staffLabel }) => chip('waiting', staffLabel[locale], inState(waitingCounts, name), name))
      : isRegister && waiting.length === 0
        ? []
        : [
            chip(
              'waiting',
              say(locale, texts.waiting),
              sumOf(waitingCounts, ({ count }) => count),
            ),
          ]),
    chip('all', say(locale, isRegister ? texts.allEntries : texts.all), undefined),
    // States in which nobody has to do anything are counted by nobody: there may be millions.
    ...(query.view === 'all' || isRegister
      ? over.map(({ name, staffLabel }) => chip('all', staffLabel[locale], undefined, name))
      : []),
  ];
};

/** As a list or on a map, where both are possible. */
export const ShowChips = ({ list: { query, isMappable, map }, tools: { locale } }: FilterProps) =>
  isMappable ? (
    <Chips
      label={say(locale, mapTexts.show)}
      chips={[
        {
          href: worklistHref(query, { show: 'list', at: '' }),
          label: say(locale, mapTexts.list),
          icon: 'list',
          isCurrent: !map,
        },
        { href: worklistHref(query, { show: 'map' }), label: say(locale, mapTexts.map), icon: 'pin', isCurrent: !!map },
      ]}
    />
  ) : null;

/** Conditions that are on or off, with how many records each would leave of all that are open. */
export const ConditionChips = ({ list, tools }: FilterProps) => {
  const { locale } = tools;
  const { query, openCounts } = list;
  const toggle = (name: 'mine' | 'overdue' | 'escalated', icon: Chip['icon']): Chip => ({
    href: worklistHref(query, { [name]: !query[name] }),
    label: say(locale, texts[name]),
    count: sumOf(openCounts, (row) => row[name]),
    icon,
    isOn: query[name],
    onLabel: say(locale, texts.on),
  });
  const held = (holder: 'me' | 'nobody', counted: 'held' | 'unheld'): Chip => ({
    href: worklistHref(query, { holder: query.holder === holder ? '' : holder }),
    label: say(locale, texts[counted]),
    count: sumOf(openCounts, (row) => row[counted]),
    icon: holder === 'me' ? 'person' : 'people',
    isOn: query.holder === holder,
    onLabel: say(locale, texts.on),
  });
  const place = tools.territory.findPlace(query.place);
  const field = placeFields(list.service).find(({ name }) => name === query.field);
  const chips = [
    ...(query.view === 'open' && query.q === '' && !isRegisterList(list)
      ? [
          ...(mayAct(list.work.scope) ? [toggle('mine', 'person')] : []),
          toggle('overdue', 'clock'),
          toggle('escalated', 'bell'),
          ...(list.usesAssignees && list.work.scope.duties.length > 0
            ? [held('me', 'held'), held('nobody', 'unheld')]
            : []),
        ]
      : []),
    ...(place && field
      ? [
          {
            href: worklistHref(query, { field: '', place: '' }),
            label: `${field.label[locale]}: ${place.name[locale]}`,
            isOn: true,
            onLabel: say(locale, texts.on),
          },
        ]
      : []),
    // What stands in no address goes with all that is kept with it.
    ...sayConditions(list.service, list.work, query, tools.territory, locale).map(({ words, without, isPrivate }) => ({
      href: worklistHref(query, isPrivate ? { search: '' } : { where: without.where }),
      label: words,
      isOn: true,
      onLabel: say(locale, texts.on),
    })),
  ];
  return chips.length > 0 ? <Chips label={say(locale, texts.narrow)} chips={chips} /> : null;
};

/** The options of a register's questions, by which its entries are browsed. */
export const ChoiceChips = ({ list, tools: { locale } }: FilterProps) => {
  const { query, service } = list;
  if (query.q !== '') return null;
  return (
    <>
      {choiceFields(service)
        .filter(({ options }) => options.size <= mostChips)
        .map(({ name, label, options }) => (
          <Chips
            label={label[locale]}
            chips={[...options].map(([option, words]) => {
              const isOn = query.field === name && query.place === option;
              return {
                href: worklistHref(query, isOn ? { field: '', place: '' } : { field: name, place: option }),
                label: words[locale],
                isOn,
                onLabel: say(locale, texts.on),
              };
            })}
          />
        ))}
    </>
  );
};

const mostChips = 12;

export const listInput = 'list';

/** What a form leads on from: the list as its address writes it. */
export const ListInputs = ({ query, context }: { readonly query: WorklistQuery; readonly context: PageContext }) => (
  <>
    <input type="hidden" name="_csrf" value={context.staff?.csrfToken} />
    <input
      type="hidden"
      name={listInput}
      value={writeWorklistQuery({ ...query, after: '', before: '', exact: false })}
    />
  </>
);

/** What is typed goes in the form's body: names and numbers of people stand in no address. */
export const SearchForm = ({
  list: { query },
  context,
}: Pick<FilterProps, 'list'> & { readonly context: PageContext }) => (
  <form class="find" method="post" action={searchPath} role="search">
    <ListInputs query={query} context={context} />
    <TextField
      locale={context.locale}
      name="q"
      label={say(context.locale, texts.searchLabel)}
      type="search"
      value={query.q}
      autocomplete="off"
    />
    <Button look="secondary" icon="search">
      {say(context.locale, texts.search)}
    </Button>
  </form>
);
