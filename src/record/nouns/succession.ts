import type { Actor } from '../events.ts';
import type { RecordNoun } from '../noun.ts';

/** The institution that had the record, or that was asked something, was merged or split: another stands in its place. */
export interface Succeeded {
  readonly kind: 'succeeded';
  readonly at: Date;
  readonly actor: Actor;
  readonly facts: {
    /** Number of the change to the country that put another in its place. */
    readonly change: number;
    /** Whose basket it left and whose it is in; left out where only tasks went elsewhere. */
    readonly from?: string;
    readonly institution?: string;
    /** Open tasks, by name, with who is asked now. */
    readonly tasks?: Readonly<Record<string, string>>;
    /** Who was in charge has no post there. */
    readonly released?: true;
  };
  readonly content?: never;
}

export const succession: RecordNoun = {
  apply: (before, event) => {
    if (event.kind !== 'succeeded' || !before) return undefined;
    const { institution, tasks = {}, released } = event.facts;
    return {
      ...(institution !== undefined && { institution }),
      ...(released && { assignee: undefined }),
      tasks: before.tasks.map((task) => ({ ...task, institution: tasks[task.name] ?? task.institution })),
    };
  },
};
