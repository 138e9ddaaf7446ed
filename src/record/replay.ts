import type { Count } from '../definition/nouns/counts.ts';
import type { Service } from '../definition/service.ts';
import type { Answers } from '../form/fields/field-type.ts';
import { validate } from '../form/validate.ts';
import type { World } from '../form/world.ts';
import { decideSubmission, type DecisionContext } from './decide.ts';
import type { RecordEvent, Submitted } from './events.ts';
import { fold } from './fold.ts';

/**
 * What a changed declaration would have done with a request that was made in the past. Only what follows from rules by
 * itself is looked at: what people decided is theirs. Both declarations are asked on the same answers, at the moment of the
 * submission, with the institutions and the calendar of today, so that nothing but the rules can make a difference.
 */
export interface ReplayContext extends Pick<
  DecisionContext,
  'findInstitutionFor' | 'findInstitutionAbove' | 'calendar'
> {
  /** Answers as the changed declaration reads them. */
  readonly cross: (answers: Answers) => Answers;
  readonly worldAt: (now: Date) => World;
}

/** What followed from the rules. */
export interface Outcome {
  readonly state: string;
  /** Actions that were done automatically, in order. */
  readonly actions: readonly string[];
  readonly institution: string;
  readonly deadline: { readonly name: string; readonly dueAt: string | undefined } | undefined;
}

export type ReplayDifference = 'decision' | 'route' | 'deadline';

export interface Replayed {
  readonly before: Outcome;
  /** Undefined where it cannot be known: see `unknownCounts`. */
  readonly after: Outcome | undefined;
  readonly differences: readonly ReplayDifference[];
  /** Questions whose answers the changed form would not accept, though the other did. */
  readonly refused: readonly string[];
  /** Counts that nobody kept, on which the outcome would hang. */
  readonly unknownCounts: readonly string[];
}

/** Past any limit that a rule may set. */
const many = 1_000_000;

/** @param events of the record, in order, from its submission; more than what followed at once is not looked at. */
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
  const kept = countsKept(events);
  const was = findOutcome(before, answers, submitted, kept, context)?.outcome ?? outcomeIn(events);
  const known = Object.fromEntries(
    Object.entries(kept).filter(([name]) => isSameCount(countNamed(before, name), countNamed(after, name))),
  );
  const would = findOutcome(after, crossed, submitted, known, context);
  return {
    before: was,
    after: would?.outcome,
    differences: would?.outcome ? differencesOf(was, would.outcome) : [],
    refused: newlyRefused(before, after, answers, crossed, context.worldAt(submitted.at), submitted.facts),
    unknownCounts: would?.outcome ? [] : (would?.unknown ?? []),
  };
};

/** What happened at once, by the system, after the submission. */
const atOnce = (events: readonly RecordEvent[]): readonly RecordEvent[] => {
  const end = events.findIndex(
    ({ actor, at }, index) => index > 0 && (actor.kind !== 'system' || +at !== +events[0]!.at),
  );
  return end < 0 ? events : events.slice(0, end);
};

const countsKept = (events: readonly RecordEvent[]): Readonly<Record<string, number>> =>
  Object.assign(
    {},
    ...atOnce(events).map(({ facts }) => ({
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

/** The outcome; undefined with the counts that it would hang on, when they are not known. */
const findOutcome = (
  service: Service,
  answers: Answers,
  submitted: Submitted,
  known: Readonly<Record<string, number>>,
  context: ReplayContext,
): { readonly outcome: Outcome | undefined; readonly unknown: readonly string[] } => {
  const unknown = service.counts.map(({ name }) => name).filter((name) => known[name] === undefined);
  const withUnknown = (n: number) =>
    outcomeWith(
      service,
      answers,
      submitted,
      { ...Object.fromEntries(unknown.map((name) => [name, n])), ...known },
      context,
    );
  const outcome = withUnknown(0);
  if (unknown.length === 0) return { outcome, unknown };
  // Whatever the counts were, between none and very many: where both ends agree, they had no say.
  return JSON.stringify(outcome) === JSON.stringify(withUnknown(many))
    ? { outcome, unknown }
    : { outcome: undefined, unknown };
};

const outcomeWith = (
  service: Service,
  answers: Answers,
  { at, facts: { channel, locale, enteredAt } }: Submitted,
  counts: Readonly<Record<string, number>>,
  { findInstitutionFor, findInstitutionAbove, calendar }: ReplayContext,
): Outcome => {
  const { events } = decideSubmission(
    service,
    { id: 0, answers, channel, locale },
    {
      now: at,
      counts,
      findInstitutionFor,
      findInstitutionAbove,
      calendar,
      ...(enteredAt !== undefined && { enteredAt }),
      nextDocumentId: () => 0,
    },
  );
  return outcomeIn(events);
};

const outcomeIn = (events: readonly RecordEvent[]): Outcome => {
  const followed = atOnce(events);
  const { state, institution, deadline } = fold(0, followed);
  return {
    state,
    institution,
    actions: followed.flatMap((event) => (event.kind === 'acted' ? [event.facts.action] : [])),
    deadline: deadline && {
      name: deadline.name,
      dueAt: 'dueAt' in deadline ? deadline.dueAt.toISOString() : undefined,
    },
  };
};

const differencesOf = (before: Outcome, after: Outcome): readonly ReplayDifference[] => [
  ...(before.state === after.state && before.actions.join() === after.actions.join() ? [] : (['decision'] as const)),
  ...(before.institution === after.institution ? [] : (['route'] as const)),
  ...(before.deadline?.name === after.deadline?.name && before.deadline?.dueAt === after.deadline?.dueAt
    ? []
    : (['deadline'] as const)),
];

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
