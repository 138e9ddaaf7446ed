import type { Service } from '../../definition/service.ts';
import type { RecordNoun } from '../noun.ts';

export interface CountsFacts {
  /** The counts at which the rules of the state that was entered looked: they change, and what was found then must be told. */
  readonly counts: Readonly<Record<string, number>>;
}

/** By state, the counts that its automatic actions look at. */
const usedIn = new WeakMap<Service, ReadonlyMap<string, readonly string[]>>();

const countsUsed = (service: Service): ReadonlyMap<string, readonly string[]> => {
  const known = usedIn.get(service);
  if (known) return known;
  const names = new Set(service.counts.map(({ name }) => name));
  const used = new Map(
    [...service.states.keys()].map((state) => {
      const rules = [...service.actions.values()].filter(({ from }) => from.includes(state));
      const looked = rules.flatMap(({ automatic }) => automatic?.when.uses ?? []).filter((name) => names.has(name));
      return [state, [...new Set(looked)]] as const;
    }),
  );
  usedIn.set(service, used);
  return used;
};

export const counts: RecordNoun = {
  decide: ({ service, state, context }) => {
    const used = service.counts.length === 0 ? [] : (countsUsed(service).get(state) ?? []);
    return used.length === 0
      ? undefined
      : { counts: Object.fromEntries(used.map((name) => [name, context.counts[name] ?? 0])) };
  },
};
