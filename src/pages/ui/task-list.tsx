import type { ComponentChildren } from 'preact';
import { Tag, type Tone } from './tag.tsx';

export interface Task {
  readonly label: ComponentChildren;
  /** undefined: cannot be started yet; the hint says why. */
  readonly href?: string | undefined;
  readonly hint?: string | undefined;
  readonly status: string;
  readonly tone?: Tone | undefined;
}

/** The parts of a long service, each with its state. */
export const TaskList = ({ tasks }: { readonly tasks: readonly Task[] }) => (
  <ul class="tasks">
    {tasks.map(({ label, href, hint, status, tone }) => (
      <li>
        <span class="task">
          {href === undefined ? (
            label
          ) : (
            <a class="ds-link" href={href}>
              {label}
            </a>
          )}
          {hint && <span class="hint">{hint}</span>}
        </span>
        {tone ? <Tag tone={tone}>{status}</Tag> : <span class="task-status">{status}</span>}
      </li>
    ))}
  </ul>
);
