import type { ComponentChildren } from 'preact';

/** More for those who want it; never what everybody needs. */
export const Details = ({
  summary,
  open,
  children,
}: {
  readonly summary: string;
  readonly open?: boolean | undefined;
  readonly children: ComponentChildren;
}) => (
  <details class="ds-details" open={open}>
    <summary>{summary}</summary>
    <div>{children}</div>
  </details>
);
