import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import type { IconName } from './icons.ts';

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger';

/** Each tone has its own shape, so that no meaning hangs on colour alone. */
export const toneIcons: Readonly<Record<Tone, IconName>> = {
  neutral: 'clock',
  info: 'info',
  success: 'check',
  warning: 'warning',
  danger: 'error',
};

export const Tag = ({
  tone = 'neutral',
  icon,
  children,
}: {
  readonly tone?: Tone | undefined;
  readonly icon?: IconName | undefined;
  readonly children: ComponentChildren;
}) => (
  <span class="ds-tag" data-color={tone}>
    <Icon name={icon ?? toneIcons[tone]} />
    {children}
  </span>
);
