import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import { type Tone, toneIcons } from './tag.tsx';

interface StatusBannerProps {
  readonly tone: Tone;
  /** The page's h1: where the request stands. */
  readonly title: string;
  readonly children?: ComponentChildren;
}

/** The head of a receipt, a tracking page or a verification: the answer first, in one line. */
export const StatusBanner = ({ tone, title, children }: StatusBannerProps) => (
  <div class="status" data-color={tone}>
    <span class="status-icon">
      <Icon name={tone === 'danger' ? 'close' : toneIcons[tone]} />
    </span>
    <div>
      <h1>{title}</h1>
      {children}
    </div>
  </div>
);

/** A reference or a secret to note down: large, and selected whole with one tap. */
export const KeepCode = ({
  label,
  code,
  hint,
}: {
  readonly label: string;
  readonly code: string;
  readonly hint?: string | undefined;
}) => (
  <div class="keep">
    <dt>{label}</dt>
    <dd>
      <bdi dir="ltr" class="code">
        {code}
      </bdi>
      {hint && <p class="hint">{hint}</p>}
    </dd>
  </div>
);

export const KeepCodes = ({ children }: { readonly children: ComponentChildren }) => <dl class="keeps">{children}</dl>;
