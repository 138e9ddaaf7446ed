import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import { type Tone, toneIcons } from './tag.tsx';

interface AlertProps {
  readonly tone: Exclude<Tone, 'neutral'>;
  readonly title?: string | undefined;
  /** Spoken at once by screen readers: only for what happened because of the reader's last step. */
  readonly urgent?: boolean | undefined;
  readonly children?: ComponentChildren;
}

export const Alert = ({ tone, title, urgent, children }: AlertProps) => (
  <div class="notice" data-color={tone} role={urgent ? 'alert' : undefined}>
    <Icon name={tone === 'success' ? 'check-circle' : toneIcons[tone]} />
    <div class="notice-body">
      {title && <h2 class="notice-title">{title}</h2>}
      {children}
    </div>
  </div>
);
