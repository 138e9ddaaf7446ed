import type { Count } from '../definition/nouns/counts.ts';
import type { Action, Service } from '../definition/service.ts';
import type { Answers } from '../form/fields/field-type.ts';
import { validate } from '../form/validate.ts';
import type { World } from '../form/world.ts';
import { nextMoment } from './clock.ts';
import { type Decision, decideAction, decideDeadline, decideSubmission, type DecisionContext } from './decide.ts';
import type { RecordEvent, Submitted } from './events.ts';
import { apply, type CaseRecord, fold } from './fold.ts';
import { findOpenTask } from './nouns/tasks.ts';

/**
 * What a changed declaration would have done with a request that was made in the past. Only what follows from rules by
 * itself is looked at: what people decided is theirs. Both declarations are asked on the same answers, at the moment of the
 * submission, with the institutions and the calendar of today, so that nothing but the rules can make a difference. Then what
 * people did is done again under both, as long as it can be, to see what rules and deadlines make of it later.
 */
export interface ReplayContext extends Pick<
  DecisionContext,
  'findInstitutionFor' | 'findInstitutionAbove' | 'calendar'
> {
  /** Answers as the changed declaration reads them. */
  readonly cross: (answers: Answers) => Answers;
  readonly worldAt: (now: Date) => World;
  /** How far deadlines run; left out: until the last that happened to the record. */
  readonly until?: Date;
}

/** What followed from the rules. */
export interface Outcome {
  readonly state: string;
  /** Actions that were done automatically, in order. */
  readonly actions: readonly string[];
  readonly institution: string;
  readonly deadline: { readonly name: string; readonly dueAt: string | undefined } | undefined;
}

/** `later`: what was decided at once is the same, and where the record ended up is not; `hand-over` likewise, in whose basket. */
export type ReplayDifference = 'decision' | 'route' | 'deadline' | 'later' | 'hand-over';

export interface Replayed {
  readonly before: Outcome;
  /** Undefined where it cannot be known: see `unknownCounts`. */
  readonly after: Outcome | undefined;
  /** How both stand after all that people did since; undefined where that cannot be known. */
  readonly later: { readonly before: Outcome; readonly after: Outcome } | undefined;
  readonly differences: readonly ReplayDifference[];
  /** Questions whose answers the changed form would not accept, though the other did. */
  readonly refused: readonly string[];
  /** Counts that nobody kept, on which the outcome would hang. */
  readonly unknownCounts: readonly string[];
}

/** Past any limit that a rule may set. */
const many = 1_000_000;

/** @param events of the record, in order, from its submission. */
export const replaySubmission = (
  before: Service,
  after: Service,
  events: readonly RecordEvent[],
  context: ReplayContext,
): Replayed => {
  const [submitted] = events;
  if (submitted?.kind !== 'submitted') throw new Error('a record begins with its submission');
  const answers = submitted.content ?? {};
  const crossed = context.cross(answers);
  const was = findOutcome(before, { events, answers, isKept: () => true }, context);
  const isKept = (name: string) => isSameCount(countNamed(before, name), countNamed(after, name));
  const would = findOutcome(after, { events, answers: crossed, isKept }, context);
  const atFirst = was.atOnce ?? outcomeIn(events);
  const later = was.later && would.later && { before: was.later, after: would.later };
  return {
    before: atFirst,
    after: would.atOnce,
    later,
    differences: would.atOnce ? differencesOf(atFirst, would.atOnce, later) : [],
    refused: newlyRefused(before, after, answers, crossed, context.worldAt(submitted.at), submitted.facts),
    unknownCounts: would.atOnce && would.later ? [] : would.unknown,
  };
};

/** What happened at once, by the system, after the submission. */
const atOnce = (events: readonly RecordEvent[]): readonly RecordEvent[] => {
  const end = events.findIndex(
    ({ actor, at }, index) => index > 0 && (actor.kind !== 'system' || +at !== +events[0]!.at),
  );
  return end < 0 ? events : events.slice(0, end);
};

/** The counts that were found with an event and all that followed from it by itself. */
const countsKept = (events: readonly RecordEvent[]): Readonly<Record<string, number>> =>
  Object.assign(
    {},
    ...events.map(({ facts }) => ({
      ...('counts' in facts ? facts.counts : undefined),
      ...('automatic' in facts ? facts.automatic?.counts : undefined),
    })),
  );

const countNamed = ({ counts }: Service, name: string): Count | undefined => counts.find((each) => each.name === name);

const isSameCount = (one: Count | undefined, other: Count | undefined): boolean =>
  one !== undefined &&
  other !== undefined &&
  one.same.map(({ source }) => source).join('\0') === other.same.map(({ source }) => source).join('\0') &&
  [...one.in].sort().join('\0') === [...other.in].sort().join('\0');

/** What happened to a record, and how one declaration reads it. */
interface Past {
  readonly events: readonly RecordEvent[];
  /** What was submitted. */
  readonly answers: Answers;
  /** Whether the number that was found then for a count is the one that this declaration asks for. */
  readonly isKept: (count: string) => boolean;
}

interface Played {
  readonly atOnce: Outcome;
  readonly later: Outcome;
}

/** What followed; undefined, with the counts that it would hang on, where those are not known. */
const findOutcome = (
  service: Service,
  past: Past,
  context: ReplayContext,
): Partial<Played> & { readonly unknown: readonly string[] } => {
  const kept = countsKept(atOnce(past.events));
  const unknown = service.counts
    .map(({ name }) => name)
    .filter((name) => kept[name] === undefined || !past.isKept(name));
  const withUnknown = (n: number) =>
    play(service, past, (counts) => ({ ...allCounts(service, n), ...counts }), context);
  const played = withUnknown(0);
  if (service.counts.length === 0) return { ...played, unknown };
  // Whatever the counts were, between none and very many: where both ends agree, they had no say.
  const other = withUnknown(many);
  const agreed = (one: Outcome, two: Outcome) => (JSON.stringify(one) === JSON.stringify(two) ? one : undefined);
  const first = agreed(played.atOnce, other.atOnce);
  const later = agreed(played.later, other.later);
  return { ...(first && { atOnce: first }), ...(later && { later }), unknown };
};

const allCounts = ({ counts }: Service, n: number): Readonly<Record<string, number>> =>
  Object.fromEntries(counts.map(({ name }) => [name, n]));

/** What the clock and the calendar say is not believed, as what people say is: it is found again. */
const found: ReadonlySet<RecordEvent['kind']> = new Set([
  'deadline-near',
  'deadline-passed',
  'task-near',
  'task-overdue',
  'recounted',
  'erased',
]);

/** Submits again and does again what people did, with all that follows by itself, until something could not have been done. */
const play = (
  service: Service,
  { events, answers, isKept }: Past,
  withCounts: (kept: Readonly<Record<string, number>>) => Readonly<Record<string, number>>,
  { findInstitutionFor, findInstitutionAbove, calendar, until }: ReplayContext,
): Played => {
  const [submitted] = events;
  if (submitted?.kind !== 'submitted') throw new Error('a record begins with its submission');
  const { channel, locale, enteredAt } = submitted.facts;
  const contextOf = (now: Date, from: number): DecisionContext => {
    const kept = countsKept([...events.slice(from, from + 1), ...atOnce(events.slice(from)).slice(1)]);
    return {
      now,
      counts: withCounts(Object.fromEntries(Object.entries(kept).filter(([name]) => isKept(name)))),
      findInstitutionFor,
      findInstitutionAbove,
      calendar,
      ...(enteredAt !== undefined && { enteredAt }),
      nextDocumentId: () => 0,
    };
  };
  const first = decideSubmission(service, { id: 0, answers, channel, locale }, contextOf(submitted.at, 0));
  let { record } = first;
  const played = [...first.events];
  const take = (decision: Decision): void => {
    played.push(...decision.events);
    record = decision.record;
  };
  const runClock = (end: Date, from: number): void => {
    for (let step = 0; step < mostMoments; step++) {
      const moment = nextMoment(record);
      const decision = moment && moment <= end && decideDeadline(service, record, contextOf(moment, from));
      if (!decision) return;
      take(decision);
    }
  };
  let end = until ?? events.at(-1)?.at ?? submitted.at;
  for (const [index, event] of events.entries()) {
    if (index === 0 || found.has(event.kind) || event.actor.kind === 'system') continue;
    runClock(event.at, index);
    if (event.kind !== 'acted') {
      record = apply(0, record, event);
      continue;
    }
    const action = service.actions.get(event.facts.action);
    if (!action || !couldBeDone(record, action)) {
      end = event.at;
      break;
    }
    take(decideAction(service, record, action, event.actor, event.content ?? {}, contextOf(event.at, index)));
  }
  runClock(end, events.length - 1);
  return { atOnce: outcomeIn(first.events), later: outcomeOf(played, record) };
};

/** More than any record meets. */
const mostMoments = 50;

const couldBeDone = (record: CaseRecord, { from, answers }: Action): boolean =>
  from.includes(record.state) && (answers === undefined || findOpenTask(record, answers) !== undefined);

const outcomeIn = (events: readonly RecordEvent[]): Outcome => {
  const followed = atOnce(events);
  return outcomeOf(followed, fold(0, followed));
};

const outcomeOf = (events: readonly RecordEvent[], { state, institution, deadline }: CaseRecord): Outcome => ({
  state,
  institution,
  actions: events.flatMap((event) =>
    event.kind === 'acted' && event.actor.kind === 'system' ? [event.facts.action] : [],
  ),
  deadline: deadline && {
    name: deadline.name,
    dueAt: 'dueAt' in deadline ? deadline.dueAt.toISOString() : undefined,
  },
});

const isSameDecision = (one: Outcome, other: Outcome): boolean =>
  one.state === other.state && one.actions.join() === other.actions.join();

const differencesOf = (before: Outcome, after: Outcome, later: Replayed['later']): readonly ReplayDifference[] => {
  const differences: ReplayDifference[] = [];
  const isSame = isSameDecision(before, after);
  const isSameBasket = before.institution === after.institution;
  const ends = [{ before, after }, ...(later ? [later] : [])];
  if (!isSame) differences.push('decision');
  if (!isSameBasket) differences.push('route');
  if (
    ends.some(
      (end) =>
        end.before.deadline?.name !== end.after.deadline?.name ||
        end.before.deadline?.dueAt !== end.after.deadline?.dueAt,
    )
  )
    differences.push('deadline');
  if (isSame && later && !isSameDecision(later.before, later.after)) differences.push('later');
  if (isSameBasket && later && later.before.institution !== later.after.institution) differences.push('hand-over');
  return differences;
};

const newlyRefused = (
  before: Service,
  after: Service,
  answers: Answers,
  crossed: Answers,
  world: World,
  { channel }: Submitted['facts'],
): readonly string[] => {
  const faults = (service: Service, given: Answers) =>
    new Set(
      validate(service.fields.values(), given, world, { channel }).errors.map(({ path }) => path.split('.')[0] ?? path),
    );
  const now = faults(after, crossed);
  if (now.size === 0) return [];
  const then = faults(before, answers);
  return [...now].filter((name) => !then.has(name));
};
