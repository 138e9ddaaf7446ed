import type { Covers } from '../../src/access/grant.ts';
import type { Reach } from '../../src/definition/nouns/visible.ts';
import type { Action, Service } from '../../src/definition/service.ts';
import type { Channel } from '../../src/record/events.ts';
import { recordWith } from './stored-records.ts';
import { permit } from './service.ts';

/**
 * Small random administrations in which somebody looks at records. A world is plain data: what is declared, who was granted
 * what when, what lies where. `toService` makes of a declaration what the program works with; `naive-sight.ts` reads the data.
 */
export interface DeclaredSight {
  readonly id: string;
  readonly owner: string;
  readonly version: number;
  readonly oversight: readonly string[];
  readonly enteredBy: readonly string[];
  readonly actions: readonly (readonly string[])[];
  readonly called: readonly string[];
  readonly tasks: Readonly<Record<string, { readonly by: readonly string[]; readonly escalate: readonly string[] }>>;
  readonly visible: Readonly<
    Record<
      string,
      { readonly states?: readonly string[]; readonly channels?: readonly string[]; readonly reach?: string }
    >
  >;
}

export interface GivenGrant {
  readonly account: number;
  readonly role: string;
  readonly institution: string;
  readonly services: readonly string[] | null;
  /** Minutes from now. */
  readonly from: number;
  readonly until: number | null;
  readonly ended: boolean;
}

export interface GivenRecord {
  readonly service: number;
  readonly institution: string;
  readonly state: string;
  readonly channel: string;
  readonly tasks: readonly { readonly name: string; readonly institution: string; readonly open: boolean }[];
  /** Opened in an emergency: by whom, until when in minutes from now. */
  readonly opened: readonly { readonly account: number; readonly until: number }[];
}

export interface RandomWorld {
  /** Institution → the one that it answers to, and the place of each. */
  readonly parents: Readonly<Record<string, string | undefined>>;
  readonly places: Readonly<Record<string, string | undefined>>;
  readonly placeParents: Readonly<Record<string, string | undefined>>;
  readonly services: readonly DeclaredSight[];
  readonly accounts: readonly { readonly shut: boolean }[];
  readonly grants: readonly GivenGrant[];
  readonly deputies: readonly {
    readonly account: number;
    readonly deputy: number;
    readonly from: number;
    readonly until: number;
    readonly ended: boolean;
  }[];
  readonly records: readonly GivenRecord[];
}

export const roles = ['clerk', 'chief', 'doctor', 'inspector', 'operator', 'administrator'] as const;
export const states = ['new', 'asked', 'done'] as const;
export const channels = ['web', 'counter', 'sms'] as const;

type Dice = (sides: number) => number;
const pick = <Item>(dice: Dice, items: readonly Item[]): Item => items[dice(items.length)] as Item;
const some = <Item>(dice: Dice, items: readonly Item[], most: number): readonly Item[] =>
  items.length === 0 ? [] : [...new Set(Array.from({ length: dice(most + 1) }, () => pick(dice, items)))];
const one = <Item>(dice: Dice, items: readonly Item[]): readonly Item[] => [pick(dice, items), ...some(dice, items, 1)];

const tree = (dice: Dice, names: readonly string[]): Record<string, string | undefined> =>
  Object.fromEntries(names.map((name, index) => [name, index === 0 || dice(4) === 0 ? undefined : names[dice(index)]]));

export const randomWorld = (dice: Dice): RandomWorld => {
  const institutions = Array.from({ length: 2 + dice(5) }, (_, index) => `i${index}`);
  const placeNames = Array.from({ length: 1 + dice(4) }, (_, index) => `p${index}`);
  const services = Array.from({ length: 1 + dice(3) }, (_, index) => randomService(dice, index, institutions));
  const accounts = Array.from({ length: 1 + dice(3) }, () => ({ shut: dice(12) === 0 }));
  const anyTime = () => dice(600) - 300;
  const time = () => {
    const from = dice(3) === 0 ? anyTime() : -400;
    return { from, until: from + 1 + dice(900) };
  };
  return {
    parents: tree(dice, institutions),
    places: Object.fromEntries(institutions.map((code) => [code, dice(4) === 0 ? undefined : pick(dice, placeNames)])),
    placeParents: tree(dice, placeNames),
    services,
    accounts,
    grants: Array.from({ length: 1 + dice(5) }, (): GivenGrant => {
      const { from, until } = time();
      return {
        account: dice(accounts.length),
        role: pick(dice, roles),
        institution: pick(dice, institutions),
        services: dice(2) === 0 ? null : one(dice, ['s0', 's1', 'elsewhere']),
        from,
        until: dice(3) === 0 ? until : null,
        ended: dice(8) === 0,
      };
    }),
    deputies:
      accounts.length === 1
        ? []
        : Array.from({ length: dice(3) }, () => {
            const account = dice(accounts.length);
            return {
              account,
              deputy: (account + 1 + dice(accounts.length - 1)) % accounts.length,
              ...time(),
              ended: dice(6) === 0,
            };
          }),
    records: Array.from({ length: 3 + dice(6) }, (): GivenRecord => {
      const service = dice(services.length);
      const tasks = Object.keys(services[service]?.tasks ?? {});
      return {
        service,
        institution: pick(dice, institutions),
        state: pick(dice, states),
        channel: pick(dice, channels),
        tasks: some(dice, tasks, 2).map((name) => ({
          name,
          institution: pick(dice, institutions),
          open: dice(3) !== 0,
        })),
        opened:
          dice(10) === 0 ? [{ account: dice(accounts.length), until: (1 + dice(200)) * (dice(2) === 0 ? 1 : -1) }] : [],
      };
    }),
  };
};

const randomService = (dice: Dice, index: number, institutions: readonly string[]): DeclaredSight => ({
  owner: pick(dice, institutions),
  // Two declarations of one service now and then: records are pinned to either.
  id: dice(3) === 0 ? 's0' : `s${index % 2}`,
  version: index + 1,
  oversight: some(dice, roles, 1),
  enteredBy: some(dice, roles, 1),
  actions: Array.from({ length: dice(3) }, () => one(dice, roles)),
  called: some(dice, roles, 1),
  tasks: Object.fromEntries(
    some(dice, ['review', 'visit'], 2).map((name) => [name, { by: one(dice, roles), escalate: some(dice, roles, 1) }]),
  ),
  visible: Object.fromEntries(
    some(dice, roles, 2).map((role) => [
      role,
      {
        ...(dice(2) === 0 && { states: one(dice, states) }),
        ...(dice(2) === 0 && { channels: one(dice, channels) }),
        ...(dice(2) === 0 && { reach: pick(dice, ['subtree', 'territory', 'everywhere']) }),
      },
    ]),
  ),
});

/** The declaration as the program has it, compiled: only what tells who sees what differs from a permit. */
export const toService = (declared: DeclaredSight): Service => {
  const [model] = permit.actions.values();
  if (!model) throw new Error('the permit has no actions');
  const action = (name: string, by: readonly string[], answers?: string): [string, Action] => [
    name,
    { ...model, name, by, answers },
  ];
  return {
    ...permit,
    id: declared.id,
    owner: declared.owner,
    oversight: declared.oversight,
    enteredBy: { applicant: true, roles: declared.enteredBy },
    deadlines: [{ name: 'late', escalate: declared.called }] as unknown as Service['deadlines'],
    actions: new Map([
      ...declared.actions.map((by, index) => action(`a${index}`, by)),
      ...Object.entries(declared.tasks).map(([name, { by }]) => action(name, by, name)),
    ]),
    tasks: new Map(
      Object.entries(declared.tasks).map(([name, { escalate }]) => [name, { name, escalate }]),
    ) as unknown as Service['tasks'],
    visible: new Map(
      Object.entries(declared.visible).map(([role, { states: seen, channels: by, reach = 'subtree' }]) => [
        role,
        { states: seen, channels: by as readonly Channel[] | undefined, reach: reach as Reach },
      ]),
    ),
  };
};

/** As the program's territory answers it. */
export const coversIn = ({ parents, places, placeParents }: RandomWorld): Covers => {
  const isAt = (tree: Readonly<Record<string, string | undefined>>, from: string, wanted: string): boolean =>
    from === wanted || (tree[from] !== undefined && isAt(tree, tree[from], wanted));
  return (holder, institution, reach) => {
    if (isAt(parents, institution, holder)) return true;
    const [mine, its] = [places[holder], places[institution]];
    return reach === 'territory' && mine !== undefined && its !== undefined && isAt(placeParents, its, mine);
  };
};

/** A record as it is loaded one by one. */
export const toRecord = (service: Service, id: number, { institution, state, channel, tasks }: GivenRecord) => ({
  ...recordWith(service, { id, institution, channel: channel as Channel }),
  state,
  tasks: tasks.map(({ name, institution: asked, open }) => ({
    name,
    institution: asked,
    openedAt: new Date(0),
    dueAt: undefined,
    ...(open
      ? { standing: 'open' as const, remindAt: [], escalates: false, escalatedTo: [] }
      : { standing: 'withdrawn' as const, at: new Date(0) }),
  })),
});
