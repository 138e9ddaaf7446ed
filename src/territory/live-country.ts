import type { Database, Transaction } from '../base/database.ts';
import { Problem } from '../base/problem.ts';
import type { Calendar } from './calendar.ts';
import { calendarOf } from './calendar-file.ts';
import { keepCalendar } from './calendar-store.ts';
import type { Country } from './country.ts';
import {
  canBeUndone,
  type CountryChange,
  type CountryContent,
  foldCountry,
  isBuiltOn,
  loosePieces,
  type NewChange,
  type Settings,
  undoneIn,
} from './country-change.ts';
import { announceCountryChange, insertCountryChange, listCountryChanges } from './country-change-queries.ts';
import type { DeclaredTerritory } from './declared-territory.ts';
import { putTerritory } from './install-territory.ts';
import { loadTerritory } from './load-territory.ts';
import type { DeclaredPlace, Institution } from './place.ts';
import type { Territory } from './territory.ts';
import { lockTerritory, setOperator } from './territory-queries.ts';

/**
 * The country as it is now, for a program that goes on while administrators change it. What it gives out (territory, calendar,
 * country) are the same objects for ever, whose answers follow the changes: whoever holds them need not know. Every program
 * on the database hears of a change made by another.
 */
export interface LiveCountry {
  readonly territory: Territory;
  readonly calendar: Calendar;
  readonly country: Country;
  /** What declarations are checked against: places and institutions in service. */
  readonly land: {
    readonly territory: Territory;
    readonly places: readonly DeclaredPlace[];
    readonly institutions: readonly Institution[];
  };
  readonly content: () => CountryContent;
  /** What the files alone say. */
  readonly seed: CountryContent;
  /** In their order, those taken back too. */
  readonly changes: () => readonly CountryChange[];
  /**
   * Makes a change, in one transaction with whatever `prepare` writes. It is given the country as it is when nobody else can
   * change it, and refuses by a Problem. Gives the number of the change.
   */
  readonly change: (
    account: string | null,
    prepare: (content: CountryContent, transaction: Transaction) => Promise<NewChange> | NewChange,
  ) => Promise<number>;
  /** Takes a change back. A Problem where that cannot be: others build on it, or it is lasting. */
  readonly undo: (account: string, id: number) => Promise<number>;
  /** Called after each change, of this program or another. */
  readonly onChange: (listener: () => void) => void;
  readonly stop: () => Promise<void>;
}

interface Options {
  readonly database: Database;
  /** As the files say. */
  readonly country: Country;
  readonly declared: DeclaredTerritory;
  readonly calendar: Calendar;
  readonly onError: (error: unknown) => void;
}

interface Now {
  readonly content: CountryContent;
  readonly changes: readonly CountryChange[];
  readonly territory: Territory;
  readonly calendar: Calendar;
}

export const openLiveCountry = async (options: Options): Promise<LiveCountry> => {
  const { database, country, declared, onError } = options;
  const seed: CountryContent = {
    ...declared,
    calendar: options.calendar.content,
    settings: settingsOf(country),
  };
  const listeners: (() => void)[] = [];

  const put = async (transaction: Transaction, content: CountryContent): Promise<void> => {
    await putTerritory(transaction, content);
    await transaction.run(setOperator, [content.settings.operator ?? null]);
  };
  /** Puts what files and changes make into the tables, where they are not so already. */
  const install = (): Promise<readonly CountryChange[]> =>
    database.transaction(async (transaction) => {
      await transaction.run(lockTerritory);
      const changes = await transaction.run(listCountryChanges);
      await put(transaction, foldCountry(seed, changes));
      return changes;
    });

  const load = async (changes: readonly CountryChange[]): Promise<Now> => {
    const content = foldCountry(seed, changes);
    const territory = await loadTerritory(database);
    const calendar = calendarOf(content.calendar);
    await keepCalendar(database, calendar);
    return { content, changes, territory, calendar };
  };

  let now = await load(await install());
  const reload = async (): Promise<void> => {
    now = await load(await database.run(listCountryChanges));
    for (const listener of listeners) listener();
  };
  // One after the other: an older content never replaces a newer one.
  let reloading = Promise.resolve();
  const reloadInTurn = (): Promise<void> => {
    const next = reloading.then(reload);
    reloading = next.catch(onError);
    return next;
  };
  const unlisten = await database.listen('diwan_country', (payload) => {
    if (payload === '' || Number(payload) > (now.changes.at(-1)?.id ?? 0)) void reloadInTurn().catch(() => undefined);
  });

  const write = async (
    account: string | null,
    prepare: (
      changes: readonly CountryChange[],
      transaction: Transaction,
    ) => Promise<{ readonly change: NewChange | { readonly kind: 'undone'; readonly undoes: CountryChange } }>,
  ): Promise<number> => {
    const id = await database.transaction(async (transaction) => {
      await transaction.run(lockTerritory);
      const changes = await transaction.run(listCountryChanges);
      const { change } = await prepare(changes, transaction);
      const isUndoing = change.kind === 'undone';
      const row = isUndoing
        ? { kind: change.kind, about: change.undoes.about, effect: {}, undoes: change.undoes.id }
        : { kind: change.kind, about: change.about, effect: change.effect, undoes: null };
      const values = [account, row.kind, JSON.stringify(row.about), JSON.stringify(row.effect), row.undoes];
      const [inserted] = await transaction.run(insertCountryChange, values);
      if (!inserted) throw new Error('a change was inserted but no number came back');
      const content = foldCountry(seed, [...changes, { ...row, ...inserted, account } as CountryChange]);
      const before = new Set(loosePieces(foldCountry(seed, changes)));
      if (loosePieces(content).some((code) => !before.has(code))) throw new Problem('not-possible');
      await put(transaction, content);
      await transaction.run(announceCountryChange, [inserted.id]);
      return inserted.id;
    });
    await reloadInTurn();
    return id;
  };

  return {
    seed,
    content: () => now.content,
    changes: () => now.changes,
    territory: followTerritory(() => now.territory),
    calendar: followCalendar(() => now.calendar),
    country: followCountry(country, () => now.content.settings),
    land: {
      territory: followTerritory(() => now.territory),
      get places() {
        return now.content.places.filter(({ retired }) => !retired);
      },
      get institutions() {
        return now.content.institutions.filter(({ retired }) => !retired);
      },
    },
    change: (account, prepare) =>
      write(account, async (changes, transaction) => ({
        change: await prepare(foldCountry(seed, changes), transaction),
      })),
    undo: (account, id) =>
      write(account, async (changes) => {
        const undoes = changes.find((change) => change.id === id);
        if (!undoes) throw new Problem('not-found');
        if (!canBeUndone(undoes)) throw new Problem('not-possible');
        if (undoneIn(changes).has(id)) throw new Problem('state-changed');
        if (isBuiltOn(undoes, changes)) throw new Problem('not-possible');
        return { change: { kind: 'undone', undoes } };
      }),
    onChange: (listener) => void listeners.push(listener),
    stop: unlisten,
  };
};

const settingsOf = ({ portal, name, languages, colour, logo, operator }: Country): Settings => ({
  portal,
  name,
  languages,
  colour,
  logo,
  operator,
});

/** Each call is answered by the territory of the moment. */
const followTerritory = (now: () => Territory): Territory => ({
  findPlace: (code) => now().findPlace(code),
  getPlace: (code) => now().getPlace(code),
  ancestors: (code) => now().ancestors(code),
  placeAt: (code, level) => now().placeAt(code, level),
  isWithin: (code, ancestor) => now().isWithin(code, ancestor),
  childPlaces: (code) => now().childPlaces(code),
  placesOf: (level) => now().placesOf(level),
  searchPlaces: (search) => now().searchPlaces(search),
  get boundaries() {
    return now().boundaries;
  },
  findInstitution: (code) => now().findInstitution(code),
  getInstitution: (code) => now().getInstitution(code),
  get institutionCodes() {
    return now().institutionCodes;
  },
  institutionsOf: (filter) => now().institutionsOf(filter),
  institutionFor: (wanted) => now().institutionFor(wanted),
  institutionAncestors: (code) => now().institutionAncestors(code),
  isUnder: (code, superior) => now().isUnder(code, superior),
  subtree: (code) => now().subtree(code),
});

const followCalendar = (now: () => Calendar): Calendar => ({
  get content() {
    return now().content;
  },
  get digest() {
    return now().digest;
  },
  dayOf: (instant) => now().dayOf(instant),
  holidayOn: (day) => now().holidayOn(day),
  openOn: (day) => now().openOn(day),
});

/** A picture as an SVG, for what knows only those. */
const framed = (png: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><image width="48" height="48" href="data:image/png;base64,${png}"/></svg>`;

const followCountry = (seed: Country, settings: () => Settings): Country => ({
  code: seed.code,
  currency: seed.currency,
  timeZone: seed.timeZone,
  callingCode: seed.callingCode,
  bounds: seed.bounds,
  secondFactorRoles: seed.secondFactorRoles,
  institutionTypes: seed.institutionTypes,
  logoFile: seed.logoFile,
  get name() {
    return settings().name;
  },
  get portal() {
    return settings().portal;
  },
  get languages() {
    return settings().languages;
  },
  get colour() {
    return settings().colour;
  },
  get logo() {
    const { logo, logoPicture } = settings();
    return logoPicture === undefined ? logo : framed(logoPicture);
  },
  get logoPicture() {
    return settings().logoPicture;
  },
  get operator() {
    return settings().operator;
  },
});
