import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import type { IconName } from './icons.ts';
import type { Tone } from './tag.tsx';

export interface Moment {
  readonly title: ComponentChildren;
  /** Who and when, such as <LongDateTime>. */
  readonly byline?: ComponentChildren;
  readonly body?: ComponentChildren;
  readonly tone?: Tone | undefined;
  readonly icon?: IconName | undefined;
}

const icons: Readonly<Record<Tone, IconName>> = {
  neutral: 'document',
  info: 'message',
  success: 'check',
  warning: 'clock',
  danger: 'close',
};

/** What happened to a record, in the order given. */
export const Timeline = ({ moments }: { readonly moments: readonly Moment[] }) => (
  <ol class="timeline">
    {moments.map(({ title, byline, body, tone = 'neutral', icon }) => (
      <li data-color={tone}>
        <span class="dot">
          <Icon name={icon ?? icons[tone]} />
        </span>
        <p class="timeline-title">{title}</p>
        {byline && <p class="byline">{byline}</p>}
        {body && <div class="timeline-body">{body}</div>}
      </li>
    ))}
  </ol>
);
