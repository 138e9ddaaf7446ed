import type { Comparison } from '../definition/comparison.ts';
import type { Expression } from '../definition/expressions.ts';
import type { Action, Service } from '../definition/service.ts';
import type { Answers } from '../form/fields/field-type.ts';
import { ruleValues } from './decide.ts';
import type { RecordEvent } from './events.ts';
import { fold } from './fold.ts';

/** One condition of a rule as it was found. */
export interface FoundCondition {
  /** The condition as an expression. */
  readonly source: string;
  readonly comparison: Comparison | undefined;
  /** The answers and other values that it looked at. */
  readonly uses: readonly string[];
  /** Undefined: it looked at a count that was not kept. */
  readonly holds: boolean | undefined;
}

/** A rule with each of its conditions as it was found, on what was known then. */
export interface FoundRule {
  readonly holds: boolean | undefined;
  readonly conditions: readonly FoundCondition[];
  readonly answers: Answers;
  readonly state: string;
  /** Counts as they were; one that was not kept is missing. */
  readonly counts: Readonly<Record<string, number>>;
  /** All that the rule could look at, also what the capabilities of the language add. */
  readonly values: Readonly<Record<string, unknown>>;
}

interface Then {
  readonly answers: Answers;
  readonly state: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly values: Readonly<Record<string, unknown>>;
  readonly at: Date;
}

/** The record after one of its events, with the counts that were looked at there. */
const after = (service: Service, id: number, events: readonly RecordEvent[], index: number): Then => {
  const event = events[index];
  const record = fold(id, events.slice(0, index + 1));
  const counts = event ? countsIn(event) : {};
  const at = event?.at ?? record.updatedAt;
  const values = ruleValues(service, record, { counts, now: at });
  for (const { name } of service.counts) if (counts[name] === undefined) values[name] = undefined;
  return { answers: record.answers, state: record.state, counts, values, at };
};

const countsIn = ({ facts }: RecordEvent): Readonly<Record<string, number>> => ({
  ...('counts' in facts ? facts.counts : undefined),
  ...('automatic' in facts ? facts.automatic?.counts : undefined),
});

const findRule = (service: Service, rule: Expression, { values, at, ...then }: Then): FoundRule => {
  const isCount = new Set(service.counts.map(({ name }) => name));
  const parts = rule.conditions?.() ?? [];
  const conditions = parts.map(({ source, comparison, uses, evaluate }): FoundCondition => {
    const unknown = uses.some((name) => isCount.has(name) && values[name] === undefined);
    const missing = uses.some((name) => values[name] === undefined);
    return { source, comparison, uses, holds: unknown ? undefined : !missing && evaluate(values, at) === true };
  });
  const holds = conditions.some((each) => each.holds === false)
    ? false
    : conditions.some((each) => each.holds === undefined)
      ? undefined
      : true;
  return { holds, conditions, values, ...then };
};

const isAboutState = ({ comparison }: FoundCondition): boolean => comparison?.name === 'state';
const isOfAnotherState = (condition: FoundCondition): boolean => isAboutState(condition) && condition.holds === false;

/** The conditions that tell something: not that the record was in the state in which the rule is looked at. */
export const tellingConditions = (found: FoundRule): readonly FoundCondition[] =>
  found.conditions.filter((condition) => !isAboutState(condition) || condition.holds === false);

/** An automatic action, with why it was done or not after an event. */
export interface FoundAutomatic {
  readonly action: Action;
  readonly found: FoundRule;
  /** It was done. */
  readonly happened: boolean;
}

/**
 * The automatic actions that were open after an event, in the order in which they were tried: none of those before the
 * one that happened held. Pure: a record explains itself from its events and the declaration that it is pinned to.
 * @param index of the event, from nought.
 */
export const explainAutomatic = (
  service: Service,
  id: number,
  events: readonly RecordEvent[],
  index: number,
): readonly FoundAutomatic[] => {
  const event = events[index];
  if (!event || (event.kind !== 'submitted' && event.kind !== 'acted')) return [];
  const open = [...service.actions.values()].filter(
    ({ automatic, from }) => automatic && from.includes(event.facts.state),
  );
  if (open.length === 0) return [];
  const next = events[index + 1];
  const done = next?.kind === 'acted' && next.actor.kind === 'system' && next.facts.automatic ? next : undefined;
  // What it did by itself was decided on the same counts, which stand in its own event.
  const then = after(service, id, events, index);
  const counts = { ...then.counts, ...(done && countsIn(done)) };
  const values = {
    ...then.values,
    ...Object.fromEntries(Object.entries(counts).map(([name, n]) => [name, BigInt(n)])),
  };
  const found: FoundAutomatic[] = [];
  for (const action of open) {
    if (!action.automatic) continue;
    const happened = done?.facts.action === action.name;
    const rule = findRule(service, action.automatic.when, { ...then, counts, values });
    // A rule for another state was never going to apply: that nobody has to be told.
    if (!rule.conditions.some(isOfAnotherState)) found.push({ action, happened, found: rule });
    if (happened) break;
  }
  return found;
};

/** The conditions under which an action may be done, as they are found now; undefined when it has none. */
export const explainGuard = (
  service: Service,
  id: number,
  events: readonly RecordEvent[],
  action: Action,
  now: Date,
): FoundRule | undefined =>
  action.when && findRule(service, action.when.holds, { ...after(service, id, events, events.length - 1), at: now });

/** The rule that gave a record to its institution, as it was found; undefined when it asked for nothing or is none. */
export const explainRouteRule = (
  service: Service,
  id: number,
  events: readonly RecordEvent[],
): FoundRule | undefined => {
  const [submitted] = events;
  if (submitted?.kind !== 'submitted') return undefined;
  const rule = service.routes[submitted.facts.route]?.when;
  return rule && findRule(service, rule, after(service, id, events, 0));
};
