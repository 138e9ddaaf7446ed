import { say } from '../../base/texts.ts';
import type { State } from '../../definition/nouns/states.ts';
import type { Service } from '../../definition/service.ts';
import { Button } from '../ui/button.tsx';
import { SelectField } from '../ui/choice-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { mayAct } from '../../projections/worklist-scope.ts';
import type { FieldTools } from '../fields/field-page.ts';
import { type Chip, Chips } from './chips.tsx';
import { staffMapTexts as mapTexts } from './map-texts.ts';
import { choiceFields, isRegisterList, placeFields, type Worklist } from './worklist-data.ts';
import { worklistHref, type WorklistQuery } from './worklist-query.ts';
import { worklistTexts as texts } from './worklist-texts.ts';

interface FilterProps {
  readonly list: Worklist;
  readonly tools: FieldTools;
}

const sumOf = <Row,>(rows: readonly Row[], of: (row: Row) => number): number =>
  rows.reduce((sum, row) => sum + of(row), 0);

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
              href: worklistHref(query, { service: '', state: '', field: '', place: '' }),
              label: say(locale, texts.allServices),
              isCurrent: !service,
            },
            ...services.map((each) => ({
              href: worklistHref(query, { service: each.id, state: '', field: '', place: '' }),
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
      q: '',
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
  if (query.q !== '') return null;
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
    ...(query.view === 'open' && !isRegisterList(list)
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

/** What the form of another filter must not lose. */
const Kept = ({
  query,
  names,
}: {
  readonly query: WorklistQuery;
  readonly names: readonly (keyof WorklistQuery)[];
}) => (
  <>
    {names.map((name) => {
      const value = query[name] === true ? '1' : query[name];
      return value ? <input type="hidden" name={name} value={value} /> : null;
    })}
  </>
);

export const SearchForm = ({ list: { query }, tools: { locale } }: FilterProps) => (
  <form class="find" method="get" action="/staff" role="search">
    <Kept query={query} names={['service']} />
    <TextField
      locale={locale}
      name="q"
      label={say(locale, texts.searchLabel)}
      type="search"
      value={query.q}
      autocomplete="off"
    />
    <Button look="secondary" icon="search">
      {say(locale, texts.search)}
    </Button>
  </form>
);

/** A question about a place, and an area in which the answer lies. */
export const PlaceFilter = ({ list, tools: { locale, territory } }: FilterProps) => {
  const { query, service } = list;
  const fields = placeFields(service);
  if (fields.length === 0 || query.q !== '') return null;
  const areas = territory
    .searchPlaces({ level: 'governorate', locale })
    .places.flatMap((governorate) => [
      { value: governorate.code, label: governorate.name[locale] },
      ...territory
        .childPlaces(governorate.code)
        .map(({ code, name }) => ({ value: code, label: `${governorate.name[locale]} – ${name[locale]}` })),
    ]);
  return (
    <details class="by-place" open={query.place !== ''}>
      <summary>{say(locale, texts.byPlace)}</summary>
      <form class="find" method="get" action="/staff">
        <Kept
          query={query}
          names={['view', 'service', 'state', 'mine', 'overdue', 'escalated', 'holder', 'show', 'at']}
        />
        <SelectField
          locale={locale}
          name="field"
          label={say(locale, texts.placeField)}
          options={fields.map(({ name, label }) => ({ value: name, label: label[locale] }))}
          value={query.field || fields[0]?.name}
        />
        <SelectField
          locale={locale}
          name="place"
          label={say(locale, texts.place)}
          options={areas}
          value={query.place}
        />
        <Button look="secondary">{say(locale, texts.apply)}</Button>
      </form>
    </details>
  );
};
