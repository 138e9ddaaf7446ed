import { type Static, Type } from 'typebox';
import type { Text } from '../../base/texts.ts';
import type { Span } from '../../territory/calendar.ts';
import { type CompileContext, listOf } from '../compile-context.ts';
import type { FieldSource } from '../fields/field-type.ts';
import type { Noun } from '../noun.ts';
import { choiceQuestion } from '../own-question.ts';
import { entries, name, oneOrMore } from '../schema-words.ts';
import { readReminders, readSpan, remindSchema, spanExamples, spanSchema } from '../span.ts';
import { compileTargets, type TargetRule, targetsSchema } from '../target.ts';
import type { Path } from '../yaml-source.ts';
import type { ActionSource } from './actions.ts';
import { tasksTexts } from './tasks-texts.ts';

const task = Type.Object(
  {
    to: targetsSchema,
    by: oneOrMore('The roles that answer it, at that institution or above it.'),
    within: Type.Optional(spanSchema(`How long it may take: ${spanExamples}, which only count while offices work.`)),
    remind: Type.Optional(remindSchema),
    escalate: Type.Optional(
      oneOrMore(
        'The roles that are called upon when it has passed, at the institution that was asked; they see the record too.',
      ),
    ),
    then: Type.Optional(
      Type.Enum(['above'], {
        description:
          'Who is asked when it has passed: `above`, the institution that the one that was asked answers to; its time starts anew.',
      }),
    ),
    at_start: Type.Optional(Type.Boolean({ description: 'Whether every record opens it as it is submitted.' })),
    said_to: Type.Optional(
      Type.Enum(['staff'], { description: 'Who reads what is said with the answer: `staff` only, or else everybody.' }),
    ),
    fields: Type.Optional(
      Type.Array(
        Type.Unsafe<FieldSource>(Type.Object({ name: name('The name of the answer.'), type: Type.String() })),
        {
          description: 'What must be said with the answer.',
        },
      ),
    ),
    outcomes: Type.Array(Type.String({ pattern: '^[a-z][a-z0-9_-]*$' }), {
      minItems: 1,
      uniqueItems: true,
      description: 'How it can end, by a short name each; rules see the name, `open` before, and nothing before that.',
    }),
  },
  { additionalProperties: false, description: 'Something that another institution answers.' },
);
const schema = Type.Optional(
  entries(task, 'What other institutions are asked to do with a record, side by side, while it stays where it is.'),
);

export interface TaskDeclaration {
  readonly name: string;
  readonly label: Text;
  /** Whom it asks: the first rule that holds and finds an institution; none: the owner. */
  readonly to: readonly TargetRule[];
  readonly within: Span | undefined;
  /** How long before it is due. */
  readonly remind: readonly Span[];
  /** The roles that are called upon when it has passed; none: nobody is, and it is only marked as late. */
  readonly escalate: readonly string[];
  /** Whether the institution above is asked when it has passed. */
  readonly toAbove: boolean;
  readonly atStart: boolean;
  /** Outcome → its words. */
  readonly outcomes: ReadonlyMap<string, Text>;
  /** The action that answers it, as if it were declared. */
  readonly answer: ActionSource;
}

export interface TasksPart {
  readonly tasks: ReadonlyMap<string, TaskDeclaration>;
}

export interface TasksOfAction {
  /** The tasks that it opens. */
  readonly open: readonly string[];
  /** The task that it answers. */
  readonly answers: string | undefined;
}

/** Name of the question that every task asks. */
export const outcomeQuestion = 'outcome';

// Marks the action of a task among sources; no declaration can write it, since it is not in the schema.
const ofTask = '(task)';

export const tasks: Noun<Static<typeof schema>, TasksPart> = {
  schema,
  actionKeys: { open: Type.Optional(oneOrMore('The tasks that it opens.')) },
  celTypes: (source = {}) => Object.fromEntries(Object.keys(source).map((each) => [each, 'string' as const])),
  celValues: ({ tasks: all }) =>
    Object.fromEntries([...all.values()].map(({ name: each, outcomes }) => [each, ['', 'open', ...outcomes.keys()]])),
  compile: (context, source = {}, soFar, whole) => {
    const during = [...soFar.states.values()].flatMap(({ name: state, meaning }) =>
      meaning === 'open' || meaning === 'waiting' ? [state] : [],
    );
    const opened = new Set(Object.values(whole.actions).flatMap(({ open }) => listOf(open as string | undefined)));
    const compileTask = ([each, declared]: [string, Static<typeof task>]): [string, TaskDeclaration] => {
      const path = ['tasks', each];
      const { to, by, at_start: atStart = false, said_to, fields = [], outcomes } = declared;
      const within = declared.within === undefined ? undefined : readSpan(declared.within);
      if (each in whole.actions)
        context.fault(
          path,
          `"${each}" is an action already, and a task is answered by one of its name: choose another`,
        );
      if (outcomes.includes('open'))
        context.fault([...path, 'outcomes'], '"open" is what a task is before it ends: choose another word');
      if (!atStart && !opened.has(each))
        context.fault(path, `nothing opens it: write "at_start: true" here, or "open: ${each}" in an action`);
      judgeLateness(context, path, declared);
      return [
        each,
        {
          name: each,
          label: context.text(`tasks.${each}.label`),
          to: compileTargets(context, to, [...path, 'to'], soFar, whole.owner),
          within,
          remind: within ? readReminders(context, path, declared.remind ?? [], within) : [],
          escalate: context.roles(declared.escalate),
          toAbove: declared.then === 'above',
          atStart,
          outcomes: new Map(outcomes.map((outcome) => [outcome, context.text(`tasks.${each}.outcomes.${outcome}`)])),
          answer: { from: during, by, fields, [ofTask]: each, ...(said_to && { said_to }) },
        },
      ];
    };
    return { tasks: new Map(Object.entries(source).map(compileTask)) };
  },
  moreActions: ({ tasks: declared }) =>
    [...declared.values()].map(({ name: each, answer }) => ({ name: each, source: answer, path: ['tasks', each] })),
  compileAction: (context, source, path, { tasks: declared }) => {
    const open = listOf(source['open'] as string | undefined);
    context.names([...path, 'open'], 'task', open, declared.keys());
    const answers = source[ofTask] as string | undefined;
    const outcomes = answers === undefined ? undefined : declared.get(answers)?.outcomes;
    return {
      own: { open, answers },
      ...(outcomes && {
        asksFirst: [choiceQuestion(outcomeQuestion, tasksTexts.outcome, outcomes)],
        saidByNoun: [outcomeQuestion],
      }),
    };
  },
};

const judgeLateness = (
  context: CompileContext,
  path: Path,
  { within, remind, escalate, then }: Static<typeof task>,
) => {
  if (within === undefined && (remind ?? escalate) !== undefined)
    context.fault(path, 'it is never late: add "within", such as 5 working-days, or remove "remind" and "escalate"');
  if (escalate === undefined && (remind ?? then) !== undefined)
    context.fault(path, 'name the roles that are called upon when it has passed in "escalate"');
};
