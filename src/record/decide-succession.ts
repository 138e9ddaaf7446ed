import type { Decision } from './decide.ts';
import type { AccountActor } from './events.ts';
import { apply, type CaseRecord } from './fold.ts';
import type { Succeeded } from './nouns/succession.ts';
import { openTasks } from './nouns/tasks.ts';

export interface Succession {
  readonly now: Date;
  /** Who merged or split, and by which change. */
  readonly actor: AccountActor;
  readonly change: number;
  /** Who stands in the place of an institution, for the record itself or for a task; undefined: it is still there. */
  readonly successorOf: (institution: string, task?: string) => string | undefined;
  /** Whether who is in charge goes on being so there. */
  readonly keepsAssignee: (institution: string) => boolean;
}

/** A record, and the open tasks on it, go from institutions that are no more to those in their place. */
export const decideSuccession = (record: CaseRecord, succession: Succession): Decision | undefined => {
  const { now, actor, change, successorOf, keepsAssignee } = succession;
  const institution = successorOf(record.institution);
  const tasks = openTasks(record).flatMap(({ name, institution: asked }) => {
    const successor = successorOf(asked, name);
    return successor === undefined ? [] : [[name, successor] as const];
  });
  if (institution === undefined && tasks.length === 0) return undefined;
  const isReleased = institution !== undefined && record.assignee !== undefined && !keepsAssignee(institution);
  const event: Succeeded = {
    kind: 'succeeded',
    at: now,
    actor,
    facts: {
      change,
      ...(institution !== undefined && { from: record.institution, institution }),
      ...(tasks.length > 0 && { tasks: Object.fromEntries(tasks) }),
      ...(isReleased && { released: true }),
    },
  };
  return { events: [event], record: apply(record.id, record, event) };
};
