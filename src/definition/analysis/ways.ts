import type { Action, Service } from '../service.ts';

/** One way from a state to another by an action. */
export interface Way {
  readonly from: string;
  readonly to: string;
  readonly action: Action;
}

/** Every way that actions open between states that exist; `previous` leads back to each state that leads here. */
export const waysOf = ({ actions, states }: Pick<Service, 'actions' | 'states'>): readonly Way[] => {
  const all = [...actions.values()].flatMap((action) =>
    action.from.filter((state) => states.has(state)).map((from) => ({ from, action })),
  );
  const direct = all.flatMap(({ from, action }): Way[] =>
    action.to === 'previous' ? [] : [{ from, to: action.to ?? from, action }],
  );
  const back = all
    .filter(({ action }) => action.to === 'previous')
    .flatMap(({ from, action }) =>
      [...new Set(direct.filter((way) => way.to === from && way.from !== from).map((way) => way.from))].map(
        (to): Way => ({ from, to, action }),
      ),
    );
  return [...direct, ...back];
};

/** The states that can be reached from some of them, these included. */
export const reachableFrom = (starts: Iterable<string>, ways: readonly Way[]): ReadonlySet<string> => {
  const reached = new Set(starts);
  for (const state of reached) {
    for (const way of ways) if (way.from === state) reached.add(way.to);
  }
  return reached;
};
