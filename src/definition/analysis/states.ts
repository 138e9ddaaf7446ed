import { isEnd, type State } from '../nouns/states.ts';
import type { Analysis } from './analysis.ts';
import { reachableFrom, waysOf } from './ways.ts';

/** States that no record comes to, states that no record leaves, and open states that nobody is reminded of. */
export const states: Analysis = ({ service, source, error, warning }) => {
  const ways = waysOf(service);
  const reached = reachableFrom([service.initialState], ways);
  const ends = new Set([...service.states.values()].filter(({ meaning }) => isEnd(meaning)).map(({ name }) => name));
  const isCase = source.kind === 'case';
  for (const { name, meaning } of service.states.values()) {
    const path = ['states', name];
    if (!reached.has(name)) {
      error(path, `nothing leads to the state "${name}": give an action "to: ${name}", or remove it`);
      continue;
    }
    if (isEnd(meaning)) continue;
    if (![...service.actions.values()].some(({ from }) => from.includes(name)))
      error(path, `nothing can be done in the state "${name}" though it is ${meaning}: give an action "from: ${name}"`);
    else if (isCase && ![...reachableFrom([name], ways)].some((state) => ends.has(state)))
      error(path, `no action leads from "${name}" to an end: add one to a state that is granted, refused or closed`);
    else if (isCase && isForgotten(service.deadlines, { name, meaning }))
      warning(path, `no deadline runs in "${name}": nobody is reminded of what lies there`);
  }
  (source['messages'] as readonly string[] | undefined)?.forEach((state, index) => {
    if (service.states.has(state) && !reached.has(state))
      warning(['messages', index], `nobody is ever told of "${state}": no record comes there`);
  });
};

const isForgotten = (
  deadlines: readonly { readonly in: ReadonlySet<string> }[],
  { name, meaning }: Pick<State, 'name' | 'meaning'>,
): boolean => meaning === 'open' && !deadlines.some((deadline) => deadline.in.has(name));
