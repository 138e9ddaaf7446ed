import { type Static, Type } from 'typebox';
import type { Text } from '../../base/texts.ts';
import type { Span } from '../../territory/calendar.ts';
import { type CompileContext, listOf } from '../compile-context.ts';
import type { Expression } from '../expressions.ts';
import type { Noun } from '../noun.ts';
import { entries, expression, oneOrMore } from '../schema-words.ts';
import type { Service } from '../service.ts';
import { readReminders, readSpan, remindSchema, spanExamples, spanSchema, writtenAs } from '../span.ts';
import type { Path } from '../yaml-source.ts';
import type { ActionSource } from './actions.ts';

const deadline = Type.Object(
  {
    in: Type.Optional(
      oneOrMore(
        'The states in which it runs, from when the record enters one; a `waiting` state pauses it. Left out where it starts after another one.',
      ),
    ),
    within: spanSchema(`How long it runs: ${spanExamples}, which only count while offices work.`),
    when: Type.Optional(
      expression('It starts only when this holds as the record enters the state; else the next one of the state does.'),
    ),
    remind: Type.Optional(remindSchema),
    escalate: oneOrMore('The roles that are called upon when it has passed, where the record is then.'),
    to: Type.Optional(
      Type.Enum(['above'], {
        description:
          'Where the record goes when it has passed: `above` hands it to the institution that its own answers to.',
      }),
    ),
    then: Type.Optional(
      Type.String({
        description:
          'The deadline that starts when it has passed; itself, with `to: above`, starts anew one institution higher.',
      }),
    ),
  },
  { additionalProperties: false },
);
const schema = Type.Optional(entries(deadline, 'By when somebody must have acted.'));
type Source = Static<typeof deadline>;

const extension = Type.Object(
  {
    deadline: Type.String({ description: 'The deadline that it extends while it runs or is paused.' }),
    by: spanSchema('By how long, counted as the deadline is.'),
    times: Type.Integer({ minimum: 1, maximum: 10, description: 'How often at most, each time the deadline runs.' }),
  },
  {
    additionalProperties: false,
    description: 'It extends a deadline; the applicant is told, and reads the reason that the action asks for.',
  },
);

export interface Deadline {
  readonly name: string;
  /** In which cases it runs, for people; there where it starts only in some. */
  readonly label: Text | undefined;
  /** The states in which it runs; of one that starts after another, those of the other. */
  readonly in: ReadonlySet<string>;
  /** Whether entering one of the states starts it. */
  readonly startsByState: boolean;
  readonly when: Expression | undefined;
  readonly within: Span;
  /** How long before it is due. */
  readonly remind: readonly Span[];
  readonly escalate: readonly string[];
  /** Whether the record goes to the institution above when it has passed. */
  readonly toAbove: boolean;
  /** Name of the one that starts then. */
  readonly next: string | undefined;
}

export interface DeadlinesPart {
  readonly deadlines: readonly Deadline[];
}

export interface DeadlineOfAction {
  readonly extend: { readonly deadline: string; readonly by: Span; readonly times: number } | undefined;
}

export const deadlines: Noun<Readonly<Record<string, Source>>, DeadlinesPart> = {
  schema,
  actionKeys: { extend: Type.Optional(extension) },
  compile: (context, source = {}, { states, counts }) => {
    const statesOf = runsIn(source);
    const compileOne = ([name, declared]: [string, Source]): Deadline => {
      const path = ['deadlines', name];
      const within = readSpan(declared.within);
      context.names([...path, 'in'], 'state', listOf(declared.in), states.keys());
      judgeStart(context, path, declared, statesOf(name).size > 0);
      judgeEnd(context, path, name, declared, source);
      const when =
        declared.when === undefined
          ? undefined
          : context.expression(context.scopes.rules, [...path, 'when'], declared.when, 'bool');
      const counted = counts.find((count) => when?.uses.includes(count.name));
      if (counted)
        context.fault(
          [...path, 'when'],
          `"${counted.name}" is a count, which only "automatic" may look at: what a deadline was counted from must not change`,
        );
      return {
        name,
        label: when ? context.text(`deadlines.${name}`) : context.optionalText(`deadlines.${name}`),
        in: statesOf(name),
        startsByState: declared.in !== undefined,
        when,
        within,
        remind: readReminders(context, path, declared.remind ?? [], within),
        escalate: context.roles(declared.escalate),
        toAbove: declared.to === 'above',
        next: declared.then,
      };
    };
    return { deadlines: Object.entries(source).map(compileOne) };
  },
  compileAction: (context, source, path, soFar) => ({ own: { extend: extensionOf(context, source, path, soFar) } }),
};

/** The states in which each runs: its own, or those of the ones that it follows. */
const runsIn = (source: Readonly<Record<string, Source>>) => {
  const statesOf = (name: string, seen: readonly string[] = []): ReadonlySet<string> => {
    const own = source[name]?.in;
    if (own !== undefined) return new Set(listOf(own));
    const before = Object.entries(source).filter(([other, { then }]) => then === name && !seen.includes(other));
    return new Set(before.flatMap(([other]) => [...statesOf(other, [...seen, name])]));
  };
  return (name: string) => statesOf(name);
};

const judgeStart = (context: CompileContext, path: Path, declared: Source, runs: boolean): void => {
  if (!runs) context.fault(path, 'it never starts: name the states in "in", or this deadline in "then" of another one');
  if (declared.in === undefined && declared.when !== undefined)
    context.fault([...path, 'when'], 'it starts after another one, whatever holds: remove "when"');
};

const judgeEnd = (
  context: CompileContext,
  path: Path,
  name: string,
  declared: Source,
  all: Readonly<Record<string, Source>>,
): void => {
  const { to, then } = declared;
  if (then === undefined) return;
  context.names([...path, 'then'], 'deadline', [then], Object.keys(all));
  if (then === name && to !== 'above')
    context.fault(
      [...path, 'then'],
      'it would start anew for ever: add "to: above", so that each time another institution has it',
    );
  const seen = [name];
  for (let at = all[name]?.then; at !== undefined && all[at]?.then !== at; at = all[at]?.then) {
    if (at === name && then !== name) {
      context.fault([...path, 'then'], `${[...seen, name].join(' → ')}: they would start each other for ever`);
      return;
    }
    if (seen.includes(at)) return;
    seen.push(at);
  }
};

const extensionOf = (
  context: CompileContext,
  source: ActionSource,
  path: Path,
  { deadlines: declared, states }: Service,
): DeadlineOfAction['extend'] => {
  const extend = source['extend'] as Static<typeof extension> | undefined;
  if (!extend) return undefined;
  const at = [...path, 'extend'];
  const by = readSpan(extend.by);
  context.names(
    [...at, 'deadline'],
    'deadline',
    [extend.deadline],
    declared.map(({ name }) => name),
  );
  const target = declared.find(({ name }) => name === extend.deadline);
  if (target && target.within.unit !== by.unit)
    context.fault([...at, 'by'], `count it as the deadline is counted, such as ${writtenAs[target.within.unit]}`);
  const runsIn = (state: string) => target?.in.has(state) || states.get(state)?.meaning === 'waiting';
  const outside = listOf(source.from).find((state) => target && states.has(state) && !runsIn(state));
  if (outside !== undefined) context.fault(at, `the deadline does not run in "${outside}": take it out of "from"`);
  if (source.to !== undefined)
    context.fault([...path, 'to'], 'extending a deadline leaves the state as it is: remove "to", or "extend"');
  if (source['tell'] === false || source['said_to'] !== undefined)
    context.fault(at, 'the applicant is told that it takes longer, and why: remove "tell" and "said_to"');
  if (source.automatic !== undefined)
    context.fault([...path, 'automatic'], 'a person extends a deadline and says why: remove "automatic"');
  if (!(source.fields ?? []).some((field) => field.required === true))
    context.fault(at, 'add a question in "fields" that must be answered: the applicant reads why it takes longer');
  return { deadline: extend.deadline, by, times: extend.times };
};
