import type { Action, Service } from '../service.ts';
import type { Analysis, AnalysisContext } from './analysis.ts';
import { ruleValuesOf } from './conditions.ts';
import { judge, type Verdict } from './verdict.ts';
import { reachableFrom, waysOf } from './ways.ts';

/** Actions that nobody can ever do, automatic ones that never get their turn, and those that chase each other. */
export const actions: Analysis = (context) => {
  const { service, error } = context;
  const reached = reachableFrom([service.initialState], waysOf(service));
  for (const action of service.actions.values()) {
    const known = action.from.filter((state) => service.states.has(state));
    if (known.length > 0 && !known.some((state) => reached.has(state)))
      error(
        ['actions', action.name, 'from'],
        `"${action.name}" can never be done: no record comes to ${listed(known)}`,
      );
  }
  const passing = passedThrough(context);
  for (const action of service.actions.values()) {
    const blockers = action.from.map((state) => passing.get(state));
    if (blockers.length === 0 || blockers.some((blocker) => blocker === undefined || blocker === action)) continue;
    const [blocker] = blockers;
    error(
      ['actions', action.name, 'from'],
      `"${action.name}" can never be done: "${blocker?.name}" is done by itself, always, as soon as a record is in ${listed(action.from)}`,
    );
  }
  reportChase(context, passing);
};

const listed = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(' or ');

/** The states that a record leaves at once, with the automatic action that always applies there. */
const passedThrough = ({ service, context }: AnalysisContext): ReadonlyMap<string, Action> => {
  const passing = new Map<string, Action>();
  for (const action of service.actions.values()) {
    if (!action.automatic) continue;
    const { source, uses } = action.automatic.when;
    const verdictIn = (state: string): Verdict =>
      judge({
        source,
        uses,
        scope: context.scopes.rules,
        fields: service.fields,
        others: { ...ruleValuesOf(service), state: [state] },
      });
    for (const state of action.from) {
      if (!passing.has(state) && verdictIn(state) === 'always') passing.set(state, action);
    }
  }
  return passing;
};

/** Automatic actions that always apply and lead back to where they began. */
const reportChase = ({ service, error }: AnalysisContext, passing: ReadonlyMap<string, Action>): void => {
  const said = new Set<string>();
  for (const start of passing.keys()) {
    const way = [start];
    for (let state = next(start, passing, service); state !== undefined; state = next(state, passing, service)) {
      if (way.includes(state)) {
        const circle = way.slice(way.indexOf(state));
        const name = passing.get(circle[0] ?? '')?.name;
        if (name !== undefined && !circle.some((each) => said.has(each)))
          error(
            ['actions', name, 'automatic'],
            `the automatic actions chase each other: ${[...circle, state].join(' → ')}; let one of them hold only sometimes`,
          );
        for (const each of circle) said.add(each);
        break;
      }
      way.push(state);
    }
  }
};

const next = (state: string, passing: ReadonlyMap<string, Action>, { states }: Service): string | undefined => {
  const action = passing.get(state);
  const to = action?.to ?? (action ? state : undefined);
  return to !== undefined && states.has(to) ? to : undefined;
};
