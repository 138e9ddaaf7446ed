import type { ComponentChildren } from 'preact';
import { Icon } from '../ui/icon.tsx';
import type { IconName } from '../ui/icons.ts';

export interface Chip {
  readonly href: string;
  readonly label: string;
  /** Undefined where it is not counted. */
  readonly count?: number | undefined;
  readonly icon?: IconName | undefined;
  /** The list that is shown now. */
  readonly isCurrent?: boolean | undefined;
  /** A condition that holds now; following the link takes it away. */
  readonly isOn?: boolean | undefined;
  /** Said with `isOn` to those who do not see it. */
  readonly onLabel?: string | undefined;
}

/** Links to other views of a list, each with how much it holds. */
export const Chips = ({
  label,
  chips,
  children,
}: {
  readonly label: string;
  readonly chips: readonly Chip[];
  readonly children?: ComponentChildren;
}) => (
  <nav class="chips" aria-label={label}>
    <ul>
      {chips.map((chip) => (
        <li>
          <a class={chip.isOn ? 'chip on' : 'chip'} href={chip.href} aria-current={chip.isCurrent ? 'page' : undefined}>
            {(chip.isOn || chip.icon) && <Icon name={chip.isOn ? 'check' : (chip.icon ?? 'check')} />}
            {chip.label}
            {chip.isOn && chip.onLabel && <span class="ds-sr-only"> {chip.onLabel}</span>}
            {chip.count !== undefined && <span class="count">{chip.count}</span>}
          </a>
        </li>
      ))}
      {children}
    </ul>
  </nav>
);
