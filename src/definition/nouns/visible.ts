import { type Static, Type } from 'typebox';
import { type CompileContext, listOf } from '../compile-context.ts';
import type { Noun } from '../noun.ts';
import { oneOrMore } from '../schema-words.ts';
import type { Service } from '../service.ts';
import type { ServiceSource } from '../service-schema.ts';
import { suggest } from '../suggest.ts';
import { type Channel, channelNames } from './channels.ts';

const reaches = ['subtree', 'territory', 'everywhere'] as const;
/** How far a role at an institution reaches. */
export type Reach = (typeof reaches)[number];

const sight = Type.Object(
  {
    states: Type.Optional(oneOrMore('The states in which it sees records; all unless said.')),
    channels: Type.Optional(
      Type.Array(Type.Enum(channelNames), {
        minItems: 1,
        uniqueItems: true,
        description: 'The ways by which the records that it sees came in; all unless said.',
      }),
    ),
    reach: Type.Optional(
      Type.Enum(reaches, {
        description:
          'Whose records it sees and works on: `subtree`, those of its institution and of all that answer to it (where it is left out); `territory`, also those of institutions whose place lies in the place of its own; `everywhere`, for who holds the role at the institution that the service belongs to, every record wherever it lies, and for others as `subtree`.',
      }),
    ),
  },
  { additionalProperties: false, description: 'What narrows or widens what a role sees.' },
);
const schema = Type.Optional(
  Type.Record(Type.String({ pattern: '^[a-z][a-z0-9-]*$' }), sight, {
    description:
      'Roles that see less than others, or further: only records in some states, or that came in by some ways, or those of a whole territory. What a role does not see it cannot act upon.',
    additionalProperties: false,
  }),
);

export interface VisibleRole {
  readonly states: readonly string[] | undefined;
  readonly channels: readonly Channel[] | undefined;
  readonly reach: Reach;
}

export interface VisiblePart {
  /** Roles whose sight is narrowed or widened; all others see every record that their grants cover. */
  readonly visible: ReadonlyMap<string, VisibleRole>;
}

/** Which records single roles see: by state, by channel, and how far around their institution. */
export const visible: Noun<Static<typeof schema>, VisiblePart> = {
  schema,
  compile: (context, source = {}, soFar, whole) => {
    const known = rolesIn(soFar, whole);
    const compileRole = ([role, { states, channels, reach = 'subtree' }]: [string, Static<typeof sight>]): [
      string,
      VisibleRole,
    ] => {
      const path = ['visible', role];
      if (states === undefined && channels === undefined && reach === 'subtree')
        context.fault(path, 'it says nothing: name "states", "channels" or "reach: territory", or take it out');
      if (!known.has(role))
        context.fault(path, `no role "${role}" has anything to do with the records${suggest(role, known)}`);
      context.names([...path, 'states'], 'state', listOf(states), soFar.states.keys());
      const closed = (channels ?? []).find((channel) => !soFar.channels.has(channel));
      if (closed !== undefined)
        context.fault([...path, 'channels'], `no record comes in by ${closed}: take it out, or add it to "channels"`);
      if (states !== undefined) judgeCalls(context, path, role, listOf(states), soFar);
      return [role, { states: states === undefined ? undefined : listOf(states), channels, reach }];
    };
    return { visible: new Map(Object.entries(source).map(compileRole)) };
  },
  compileAction: (context, source, path, soFar) => {
    for (const role of listOf(source.by)) {
      const states = soFar.visible.get(role)?.states;
      const unseen = states && listOf(source.from).find((state) => soFar.states.has(state) && !states.includes(state));
      if (unseen !== undefined)
        context.fault(
          [...path, 'by'],
          `"${role}" does not see records in "${unseen}": add the state to "visible", or take the role out`,
        );
    }
    return { own: {} };
  },
};

/** Who is called upon when something is late must see it. */
const judgeCalls = (
  context: CompileContext,
  path: readonly string[],
  role: string,
  states: readonly string[],
  { deadlines, tasks }: Service,
): void => {
  const late = deadlines.find(
    ({ escalate, in: runsIn }) => escalate.includes(role) && [...runsIn].some((state) => !states.includes(state)),
  );
  const unseen = late && [...late.in].find((state) => !states.includes(state));
  if (late && unseen !== undefined)
    context.fault(
      [...path, 'states'],
      `the deadline "${late.name}" calls upon "${role}" for records in "${unseen}": add the state`,
    );
  for (const { name, escalate, answer } of tasks.values()) {
    const hidden = listOf(answer.from).find((state) => !states.includes(state));
    if (escalate.includes(role) && hidden !== undefined)
      context.fault(
        [...path, 'states'],
        `the task "${name}" calls upon "${role}" for records in "${hidden}": add the state`,
      );
  }
};

/** Roles that the declaration gives something to do with records. */
const rolesIn = (
  { oversight, enteredBy, deadlines, tasks, assignment }: Service,
  { actions }: ServiceSource,
): ReadonlySet<string> =>
  new Set(
    [
      ...oversight,
      ...enteredBy.roles,
      ...(assignment?.roles ?? []),
      ...deadlines.flatMap(({ escalate }) => escalate),
      ...[...tasks.values()].flatMap(({ escalate, answer }) => [...escalate, ...listOf(answer.by)]),
      ...Object.values(actions).flatMap(({ by }) => listOf(by)),
    ].filter((role) => role !== 'applicant'),
  );
